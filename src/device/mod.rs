//! The device, as far as a browser can reach it: attempts to read its battery levels, in two ways.
//!
//! The promises of browsers can not be relied on to settle, so each has a limit here, and whoever has lost interest
//! drops the [`Attempt`]. What was opened is closed, also when it opens after nobody waits for it any more.

mod access;
mod attempt;
mod bindings;
mod listener;
mod low_energy;
mod patience;
mod serial;

pub use access::access;
pub use attempt::{Attempt, Chosen, Progress, start};
