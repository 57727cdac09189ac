//! Readings of battery levels in a session: what is offered, what they answer, and what is said when there is none.

#![allow(clippy::unwrap_used, clippy::needless_raw_string_hashes, reason = "a test may fail")]

mod reader;

mod answering;
mod attempting;
mod failing;
mod offering;
