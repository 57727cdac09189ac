//! Runs of programs whose output goes to a log, and what can be read of them afterwards.

use crate::counts::Counts;
use anyhow::{Context, Result};
use serde_json::Value;
use std::fs::{self, File};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

const PAUSE: Duration = Duration::from_millis(200);
/// How long a run that is broken off may take to end its browsers.
const GRACE: Duration = Duration::from_secs(30);

/// Runs a program to its end, and whether it succeeds.
pub fn run(command: &mut Command, log: &Path) -> Result<bool> {
    Ok(start(command, log)?.wait()?.success())
}

/// The same with tests in browsers, which keep in a file what they have checked. They are broken off once one has failed,
/// because the others of such a run may each wait for something in vain.
pub fn run_until_one_fails(command: &mut Command, log: &Path, checked: &Path) -> Result<bool> {
    let mut child = start(command, log)?;
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(status.success());
        }
        if !failed(checked).is_empty() {
            end(&mut child)?;
            return Ok(false);
        }
        thread::sleep(PAUSE);
    }
}

/// The names of the tests in browsers that have failed so far.
pub fn failed(checked: &Path) -> Vec<String> {
    let text = fs::read_to_string(checked).unwrap_or_default();
    // The last line may not be whole yet.
    let lines = text.lines().filter_map(|it| serde_json::from_str::<Value>(it).ok());
    let failed = lines.filter(|it| it.get("passed") == Some(&Value::Bool(false)));
    let word = |it: &Value, name| it.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    failed.map(|it| format!("{}: {}", word(&it, "test"), word(&it, "name"))).collect()
}

/// The names of the tests that Cargo's have failed, by the log of their run.
pub fn failed_by_cargo(log: &Path) -> Result<Vec<String>> {
    let text = read(log)?;
    let names = text.lines().filter_map(|it| it.strip_prefix("test ")?.strip_suffix(" ... FAILED"));
    Ok(names.map(str::to_owned).collect())
}

/// How many tests a log tells of.
pub fn counts(log: &Path) -> Result<Counts> {
    let mut counts = Counts::default();
    read(log)?.lines().for_each(|it| counts.read_line(it));
    Ok(counts)
}

fn start(command: &mut Command, log: &Path) -> Result<Child> {
    let output = File::options().append(true).open(log)?;
    let errors = output.try_clone()?;
    let name = command.get_program().to_string_lossy().into_owned();
    let child = command.stdin(Stdio::null()).stdout(output).stderr(errors).spawn();
    child.with_context(|| format!("{name} does not start"))
}

/// Asks a program to end, and ends it where it does not.
fn end(child: &mut Child) -> Result<ExitStatus> {
    ask_to_end(child)?;
    let asked = Instant::now();
    while asked.elapsed() < GRACE {
        if let Some(status) = child.try_wait()? {
            return Ok(status);
        }
        thread::sleep(PAUSE);
    }
    child.kill()?;
    Ok(child.wait()?)
}

/// Breaks it off as a person does, so that it ends what it has started.
#[cfg(unix)]
fn ask_to_end(child: &Child) -> Result<()> {
    Command::new("kill").args(["-s", "TERM", &child.id().to_string()]).status()?;
    Ok(())
}

#[cfg(not(unix))]
fn ask_to_end(_child: &Child) -> Result<()> {
    Ok(())
}

fn read(log: &Path) -> Result<String> {
    Ok(String::from_utf8_lossy(&fs::read(log)?).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tests_that_have_failed_are_read_of_what_was_checked_and_of_a_log() {
        let folder = std::env::temp_dir().join(format!("fault-finder-runs-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let (checked, log) = (folder.join("checked.jsonl"), folder.join("run.log"));
        let lines = [
            r#"{"browser":"Chromium","version":"1"}"#,
            r#"{"test":"walks/back","browser":"Chromium","name":"one","passed":true,"ms":1}"#,
            r#"{"test":"walks/back","browser":"Chromium","name":"two","passed":false,"ms":1}"#,
            r#"{"test":"walks/back","browser":"Chro"#,
        ];
        fs::write(&checked, lines.join("\n")).unwrap();
        assert_eq!(failed(&checked), ["walks/back: two"]);
        assert!(failed(&folder.join("nothing")).is_empty());
        let said = "test a::b ... ok\ntest a::c ... FAILED\ntest result: FAILED. 1 passed; 1 failed; 0 ignored\n";
        fs::write(&log, said).unwrap();
        assert_eq!(failed_by_cargo(&log).unwrap(), ["a::c"]);
        assert_eq!(counts(&log).unwrap(), Counts { passed: 1, failed: 1 });
        fs::remove_dir_all(&folder).unwrap();
    }
}
