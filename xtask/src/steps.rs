//! The checks that `test` runs, in their order.

use crate::bluetooth::Bluetooth;
use crate::browsers::Browsers;
use crate::toolbox::Toolbox;
use crate::{instructions, places};
use anyhow::{Context, Error, Result};
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::Command;

/// How much is run.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// All that must hold before a change is merged.
    All,
    /// What tells in minutes whether a change is worth more of them: one browser, and one walk in it.
    Quick,
    /// What browsers have a part in, in the oldest of them that are to be had.
    Oldest,
}

/// What one walk is, to the tests in browsers.
const WALK: &str = "walks/walks.test.mjs";

/// One check.
pub struct Step {
    /// Its name, the heading of its output.
    pub name: &'static str,
    /// What it does.
    pub work: Work,
}

/// What a check does.
pub enum Work {
    /// Runs a program that succeeds or fails.
    Check(Command),
    /// Runs a program that runs tests; it fails as well if it runs none.
    Tests(Command),
    /// Makes everything that is handed out.
    Bundle(Toolbox),
    /// Runs tests like the one above, on what was built.
    TestsOfBuild(Command),
    /// Compares the instructions that the core takes with those that it took.
    Instructions,
    /// Compares what was built with the budgets.
    Size,
    /// Builds it again in another folder, and compares.
    Reproduce,
    /// Writes what the tests of the build say. It takes what there is, and holds in any case.
    Report(Command),
    /// Compares the generated files with what they are generated from.
    Guide,
}

/// The checks.
pub fn steps(scope: Scope, toolbox: &Toolbox, browsers: &Browsers, bluetooth: Option<&Bluetooth>) -> Result<Vec<Step>> {
    let geckodriver = geckodriver(toolbox)?;
    let lint = "clippy --workspace --all-targets -- -D warnings";
    let lint_wasm = "clippy --target wasm32-unknown-unknown -p fault-finder --all-targets -- -D warnings";
    let step = |name, work| Step { name, work };
    let script = places::end_to_end().join("run.mjs");
    let tests_of_build = || in_browsers(&script, toolbox, browsers, bluetooth);
    let in_chrome = || {
        let tests = wasm_pack(toolbox, "--chrome", "--chromedriver", &browsers.chromedriver);
        step("tests in Chrome", Work::Tests(tests))
    };
    let in_firefox = || {
        let mut tests = wasm_pack(toolbox, "--firefox", "--geckodriver", &geckodriver);
        // The one that was looked at, whichever the driver would take by itself.
        tests.env("GECKODRIVER_ARGS", format!("--binary={}", browsers.firefox.display()));
        step("tests in Firefox", Work::Tests(tests))
    };
    let build = || step("release build", Work::Bundle(toolbox.clone()));
    let in_all = || Ok::<_, Error>(step("tests of the build in browsers", Work::TestsOfBuild(tests_of_build()?)));
    if scope == Scope::Oldest {
        let walk = step("a walk in the oldest Chromium", Work::TestsOfBuild(oldest_walk(toolbox)));
        return Ok(vec![in_chrome(), in_firefox(), build(), walk, in_all()?]);
    }
    let mut steps = vec![
        step("format", Work::Check(cargo(toolbox, "fmt --all --check"))),
        step("lints", Work::Check(cargo(toolbox, lint))),
        step("lints of the WebAssembly", Work::Check(cargo(toolbox, lint_wasm))),
        step("tests on this machine", Work::Tests(cargo(toolbox, "test --workspace"))),
        step("generated files", Work::Guide),
        in_chrome(),
    ];
    if scope == Scope::Quick {
        let mut walk = tests_of_build()?;
        walk.arg(places::end_to_end().join(WALK)).env("BROWSERS", "Chromium");
        steps.extend([build(), step("a walk in Chromium", Work::TestsOfBuild(walk))]);
        return Ok(steps);
    }
    steps.extend([
        in_firefox(),
        build(),
        step("size", Work::Size),
        step("the same build in another folder", Work::Reproduce),
        in_all()?,
    ]);
    if instructions::is_there() {
        steps.push(step("instructions", Work::Instructions));
    }
    steps.push(step("report on accessibility", Work::Report(report(toolbox))));
    Ok(steps)
}

fn cargo(toolbox: &Toolbox, arguments: &str) -> Command {
    let mut command = toolbox.command("cargo");
    command.args(arguments.split(' '));
    in_color(command, "CARGO_TERM_COLOR", "always")
}

/// The tests in `tests/web/`. `no-install` and the path of the driver keep wasm-pack from downloading any tool. It builds
/// them as a program and then again as tests; without what `Cargo.toml` asks of tests on this machine, that is the same.
fn wasm_pack(toolbox: &Toolbox, browser: &str, driver: &str, driver_path: &Path) -> Command {
    let mut command = toolbox.command("wasm-pack");
    command.args(["test", "--mode", "no-install", "--headless", browser, driver]).arg(driver_path);
    command.args([".", "--test", "web", "--config", "profile.test.package.fault-finder.opt-level=0"]);
    in_color(command, "CARGO_TERM_COLOR", "always")
}

/// The tests in `tests/e2e/`, which this script runs. Those of reading over a serial channel are run where there is what
/// they need.
pub fn in_browsers(
    script: &Path,
    toolbox: &Toolbox,
    browsers: &Browsers,
    bluetooth: Option<&Bluetooth>,
) -> Result<Command> {
    let mut command = toolbox.command("node");
    command.arg(script);
    command.env("FAULT_FINDER_DIST", places::dist()).env("FAULT_FINDER_CHECKED", places::checked());
    command.env("CHROME", &browsers.chrome).env("CHROMEDRIVER", &browsers.chromedriver);
    command.env("FIREFOX", &browsers.firefox).env("GECKODRIVER", geckodriver(toolbox)?);
    if let Some(webkit) = &browsers.webkit {
        command.env("WEBKIT", &webkit.browser).env("WEBKITDRIVER", &webkit.driver).env("XVFB", &webkit.screen);
        command.env("BROWSERS", "Chromium Firefox WebKitGTK");
    } else {
        command.env("BROWSERS", "Chromium Firefox");
    }
    if let Some(Bluetooth { bus, python }) = bluetooth {
        command.env("DBUS_DAEMON", bus).env("PYTHON", python);
    }
    Ok(in_color(command, "FORCE_COLOR", "1"))
}

fn oldest_walk(toolbox: &Toolbox) -> Command {
    let mut command = toolbox.command("node");
    command.args(["--test", "--test-reporter=spec"]).arg(places::oldest().join("walk.test.mjs"));
    command.env("FAULT_FINDER_DIST", places::dist());
    in_color(command, "FORCE_COLOR", "1")
}

fn geckodriver(toolbox: &Toolbox) -> Result<PathBuf> {
    toolbox.find("geckodriver").context("geckodriver went away")
}

fn report(toolbox: &Toolbox) -> Command {
    let mut command = toolbox.command("node");
    command.arg(places::end_to_end().join("report/conformance.mjs"));
    command.env("FAULT_FINDER_DIST", places::dist()).env("FAULT_FINDER_CHECKED", places::checked());
    command
}

/// We read the output along, so the program does not see the terminal, and has to be told that there is one.
fn in_color(mut command: Command, variable: &str, value: &str) -> Command {
    if std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none() {
        command.env(variable, value);
    }
    command
}
