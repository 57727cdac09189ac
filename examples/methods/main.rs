//! How close the plan comes to the best, and how close other methods come: prints `docs/methods.md`.
//!
//! `cargo run --release --example methods > docs/methods.md` takes some minutes. The numbers are the same everywhere.

// What the plan is compared with exists on the host only.
#[cfg(not(target_arch = "wasm32"))]
#[path = "../../tests/common/models.rs"]
mod models;
#[cfg(not(target_arch = "wasm32"))]
mod tables;

fn main() {
    #[cfg(not(target_arch = "wasm32"))]
    print!("{}", tables::page());
}
