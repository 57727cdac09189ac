//! Child processes: with their output in a log, with their output read along, or only for their answer.

use crate::counts::Counts;
use crate::places;
use anyhow::{Context, Result, bail};
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

const HEARTBEAT: Duration = Duration::from_secs(30);
const LINES_OF_LOG_ON_FAILURE: usize = 30;

/// Runs a step of the set-up that may take long. It says what it does, from time to time that it still does it, and how
/// long it took; the output goes to a log, whose end is shown if the step fails.
pub fn run_logged(what: &str, command: &mut Command) -> Result<()> {
    println!("setup: {what} ...");
    let log = places::cache().join("logs").join(format!("{}.log", file_name(what)));
    let started = Instant::now();
    let status = wait_logged(what, command, &log)?;
    let seconds = started.elapsed().as_secs_f64();
    if status.success() {
        println!("setup: {what} ... {seconds:.0} s");
        return Ok(());
    }
    println!("setup: {what} ... failed after {seconds:.0} s; the end of {}:\n{}", log.display(), tail(&log));
    bail!("setup: {what} failed")
}

/// Runs a check with its output on the terminal, and counts the tests that it reports.
pub fn run_counted(command: &mut Command) -> Result<(ExitStatus, Counts)> {
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
    let errors = child.stderr.take();
    let output = child.stdout.take();
    // Both streams must be drained at once, or the child blocks on the one that is full.
    let reader = thread::spawn(move || errors.map(|it| echo(it, std::io::stderr())).unwrap_or_default());
    let mut counts = output.map(|it| echo(it, std::io::stdout())).unwrap_or_default();
    counts.add(reader.join().unwrap_or_default());
    Ok((child.wait()?, counts))
}

/// What a program prints on its standard output; nothing if it is missing or fails.
pub fn answer(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn wait_logged(what: &str, command: &mut Command, log: &Path) -> Result<ExitStatus> {
    fs::create_dir_all(log.parent().unwrap_or(log))?;
    let file = File::create(log).with_context(|| format!("{} can not be written", log.display()))?;
    let errors = file.try_clone()?;
    let started = Instant::now();
    let mut child = command
        .stdin(Stdio::null())
        .stdout(file)
        .stderr(errors)
        .spawn()
        .with_context(|| format!("setup: {what}: {} does not start", command.get_program().to_string_lossy()))?;
    let mut beat = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(status);
        }
        if beat.elapsed() >= HEARTBEAT {
            println!("setup: {what} ... {} s so far", started.elapsed().as_secs());
            beat = Instant::now();
        }
        thread::sleep(Duration::from_millis(50));
    }
}

fn echo(from: impl Read, mut to: impl Write) -> Counts {
    let mut counts = Counts::default();
    let mut reader = BufReader::new(from);
    let mut line = Vec::new();
    while reader.read_until(b'\n', &mut line).is_ok_and(|it| it > 0) {
        counts.read_line(&String::from_utf8_lossy(&line));
        // A terminal that went away must not stop the count.
        let _ = to.write_all(&line).and_then(|()| to.flush());
        line.clear();
    }
    counts
}

fn file_name(what: &str) -> String {
    what.chars().map(|it| if it.is_ascii_alphanumeric() || it == '.' { it } else { '-' }).collect()
}

fn tail(log: &Path) -> String {
    let text = fs::read(log).map(|it| String::from_utf8_lossy(&it).into_owned()).unwrap_or_default();
    let lines: Vec<&str> = text.lines().collect();
    let skipped = lines.len().saturating_sub(LINES_OF_LOG_ON_FAILURE);
    lines.into_iter().skip(skipped).collect::<Vec<_>>().join("\n")
}
