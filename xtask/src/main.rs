//! The chores of this repository, run as `cargo xtask <command>`; `cargo xtask help` lists them.

#![expect(unreachable_pub, reason = "Nothing outside can reach into a program; `pub` says what a module offers.")]

mod apt;
mod archive;
mod assets;
mod bench;
mod bluetooth;
mod browsers;
mod bundle;
mod child;
mod copy;
mod counts;
mod elsewhere;
mod embed;
mod fuzz;
mod glue;
mod guide;
mod hashes;
mod instructions;
mod locks;
mod markers;
mod mutants;
mod npm;
mod oldest;
mod outline;
mod packages;
mod pictures;
mod places;
mod report;
mod reproduce;
mod serve;
mod setup;
mod shorten;
mod size;
mod steps;
mod test;
mod toolbox;
mod toolchain;
mod tools;
mod trunk;
mod versions;
mod wasm_text;
mod webkit;

use std::process::ExitCode;
use steps::Scope;

const HELP: &str = "\
Usage: cargo xtask <command>

  serve [arguments]  set up, then serve the demo page at http://127.0.0.1:8080 and rebuild on every change;
                     the arguments go to `trunk serve`, for example `--release` or `--port 9000`
  test [--quick | --oldest]
                     set up, then run everything that must hold before a change is merged; with --quick, what tells
                     most in three minutes: format, lints, tests on this machine and in WebAssembly, and one walk;
                     with --oldest, the tests in browsers, in the oldest of them that are to be had
  bundle [--unweighed]
                     make everything that a release hands out, in dist, and one archive of it; print what its scripts weigh;
                     with --unweighed, print nothing
  reproduce [--quick]
                     make a release, then again from nothing in another folder, and compare the two byte for byte;
                     with --quick, take the release that is there, and its dependencies as they were built
  bench [--runs N] [--write]
                     set up, build, and compare the widget with the same flow in other frameworks, in N rounds (5);
                     tables and numbers go to dist/reports, with --write one table to README.md as well
  size [--write]     set up, build, and compare what a release weighs with its budgets in xtask/size.json; where it is
                     over, say what has grown; with --write, keep its figures to compare with, and
                     write the table of docs/scale.md
  guide [--check]    write what is made from the guides: guides/schema.json, the plain guide in index.html, and in
                     the guide itself the drawings of guides/pictures/ and the plan for its first step;
                     with --check, only say whether they are current
  instructions --write
                     count the instructions of the core, which Valgrind does, and keep them to compare with
  fuzz [target] [--runs N]
                     run the fuzz targets of fuzz/ N times each (1,000,000), which takes a nightly Rust; what they find is
                     left in fuzz/artifacts
  mutants web [name or path]... [--list] [--trusting]
                     plant the faults of xtask/mutants.json, one at a time, and say which the tests catch that ought to;
                     with --list, only list them; with --trusting, do not run those tests without a fault first
  mutants host [--shard K/N]
                     run cargo-mutants on one of N parts (1/40) of the pure rooms, with the tests on this machine
  embed              make the scripts of what Trunk has built; Trunk runs it by itself
  setup              install whatever serve and test need and is not there yet
  help               print this";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["serve", rest @ ..] => exit_code(serve::serve(rest)),
        ["test"] => test::test(Scope::All),
        ["test", "--quick"] => test::test(Scope::Quick),
        ["test", "--oldest"] => test::test(Scope::Oldest),
        ["bundle", rest @ ..] => exit_code(bundle::bundle(rest)),
        ["reproduce"] => exit_code(reproduce::reproduce()),
        ["reproduce", "--quick"] => exit_code(reproduce::check()),
        ["bench", rest @ ..] => exit_code(bench::bench(rest)),
        ["size", rest @ ..] => exit_code(size::size(rest)),
        ["instructions", "--write"] => exit_code(instructions::write()),
        ["fuzz", rest @ ..] => exit_code(fuzz::fuzz(rest)),
        ["mutants", rest @ ..] => exit_code(mutants::mutants(rest)),
        ["embed"] => exit_code(embed::embed()),
        ["guide"] => exit_code(guide::write()),
        ["guide", "--check"] => exit_code(guide::check()),
        ["setup"] => exit_code(setup::for_testing().map(drop)),
        [] | ["help" | "--help" | "-h", ..] => {
            println!("{HELP}");
            ExitCode::SUCCESS
        }
        [..] => {
            eprintln!("`cargo xtask {}` is not a command here.\n\n{HELP}", arguments.join(" "));
            ExitCode::from(2)
        }
    }
}

fn exit_code(outcome: anyhow::Result<()>) -> ExitCode {
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}
