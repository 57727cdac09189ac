//! `test`: everything that must hold before a change is merged, in one run.

use crate::child::run_counted;
use crate::counts::Counts;
use crate::report::{Report, Row, Verdict};
use crate::steps::{Scope, Step, Work, steps};
use crate::{bundle, guide, instructions, oldest, reproduce, setup, size};
use anyhow::Result;
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

/// Sets up, runs each check even if one before it fails, and closes with the counts.
pub fn test(scope: Scope) -> ExitCode {
    let mut report = Report::default();
    let ready = setup::for_testing().and_then(|(toolbox, browsers, bluetooth)| {
        // The oldest Chromium does not let the tests choose a device.
        Ok(if scope == Scope::Oldest { (toolbox, oldest::provide()?, None) } else { (toolbox, browsers, bluetooth) })
    });
    match ready.and_then(|(toolbox, browsers, bluetooth)| steps(scope, &toolbox, &browsers, bluetooth.as_ref())) {
        Ok(steps) => run_all(steps, &mut report),
        Err(error) => {
            println!("{error:#}");
            report.add(Row {
                name: "set-up",
                verdict: Verdict::Failed,
                counts: Counts::default(),
                took: Duration::ZERO,
            });
        }
    }
    let Counts { passed, failed } = report.total();
    println!("\n{}\n{passed} passed, {failed} failed", report.table());
    if report.is_good() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn run_all(steps: Vec<Step>, report: &mut Report) {
    let mut build = Verdict::Skipped;
    for Step { name, work } in steps {
        println!("\n== {name}");
        let started = Instant::now();
        let is_build = matches!(work, Work::Bundle(_));
        let (verdict, counts) = run(work, build).unwrap_or_else(|error| {
            println!("{error:#}");
            (Verdict::Failed, Counts::default())
        });
        if is_build {
            build = verdict;
        }
        report.add(Row { name, verdict, counts, took: started.elapsed() });
    }
}

fn run(work: Work, build: Verdict) -> Result<(Verdict, Counts)> {
    match work {
        Work::Check(mut command) => {
            let (status, _) = run_counted(&mut command)?;
            Ok((verdict(status.success()), Counts::default()))
        }
        Work::Bundle(toolbox) => bundle::build(&toolbox).map(|()| (Verdict::Passed, Counts::default())),
        Work::TestsOfBuild(_) | Work::Size | Work::Reproduce | Work::Report(_) if build != Verdict::Passed => {
            Ok((Verdict::Skipped, Counts::default()))
        }
        Work::Tests(command) | Work::TestsOfBuild(command) => run_tests(command),
        Work::Report(mut command) => {
            if !run_counted(&mut command).is_ok_and(|(status, _)| status.success()) {
                println!("There is no report on accessibility.");
            }
            Ok((Verdict::Passed, Counts::default()))
        }
        Work::Guide => guide::check().map(|()| (Verdict::Passed, Counts::default())),
        Work::Instructions => instructions::check().map(|()| (Verdict::Passed, Counts::default())),
        Work::Size => size::check().map(|()| (Verdict::Passed, Counts::default())),
        Work::Reproduce => reproduce::check().map(|()| (Verdict::Passed, Counts::default())),
    }
}

fn run_tests(mut command: Command) -> Result<(Verdict, Counts)> {
    let (status, counts) = run_counted(&mut command)?;
    if counts.is_empty() {
        println!("No test was run.");
    }
    Ok((verdict(status.success() && counts.failed == 0 && !counts.is_empty()), counts))
}

fn verdict(holds: bool) -> Verdict {
    if holds { Verdict::Passed } else { Verdict::Failed }
}
