//! A guide, as text.

#![no_main]

#[path = "../src/doors.rs"]
mod doors;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| doors::guide(data));
