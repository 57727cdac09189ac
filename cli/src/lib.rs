//! What those who write guides need.

pub mod print;
