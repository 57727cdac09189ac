//! All tests that run on this machine, as one program: it is linked once, and runs on all processors.
//!
//! A file beside this one is a module here, or it would never run; `architecture` sees that.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::needless_raw_string_hashes,
    clippy::unwrap_used,
    clippy::wildcard_enum_match_arm,
    reason = "a test may fail"
)]

mod common;
#[path = "common/models.rs"]
mod models;
#[path = "common/tables.rs"]
mod tables;
#[path = "common/walks.rs"]
mod walks;

mod architecture;
mod asked;
mod battery;
mod colours;
mod contract;
mod first_step;
mod guide;
mod hostile;
mod lifetime;
mod oracles;
mod pictures;
mod properties;
mod readings;
mod record;
mod safety;
mod same_plan;
mod share;
mod shorter;
mod threats;
mod transcripts;
mod translations;
mod waits;
mod words;
