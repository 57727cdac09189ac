//! All tests of the commands, as one program: it is linked once, and runs on all processors.

mod common;

mod check;
mod pack;
mod plan;
mod print;
mod simulate;
