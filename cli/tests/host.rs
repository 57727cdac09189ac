//! All tests of the commands, as one program: it is linked once, and runs on all processors.

#![allow(clippy::indexing_slicing, clippy::unwrap_used, reason = "a test may fail")]

mod common;

mod check;
mod pack;
mod plan;
mod print;
mod simulate;
