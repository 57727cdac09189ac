//! What those who write guides need: the commands of `fault-finder`. On the host only.
//!
//! # Where to start
//! - [`check`] says what is wrong with a guide, and what is odd about it.
//! - [`simulate`] walks people through it who are drawn from its own numbers.
//! - [`plan`] shows what comes next, for what, and what else could.
//! - [`print`] makes a document of it.
//! - [`pack`] makes one file of it and the widget.
//! - [`new`] starts one.

#[cfg(feature = "commands")]
pub mod check;
pub mod document;
#[cfg(feature = "commands")]
pub mod new;
pub mod pack;
#[cfg(feature = "commands")]
pub mod plan;
#[cfg(feature = "commands")]
mod planner;
pub mod print;
#[cfg(feature = "commands")]
pub mod simulate;
#[cfg(feature = "commands")]
mod table;
