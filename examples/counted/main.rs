//! Runs what is counted in instructions, up to the stage that is named: `counted plan`. `cargo xtask test` counts each
//! stage with Valgrind and compares it with `xtask/instructions.json`.

#[cfg(not(target_arch = "wasm32"))]
mod stages;

fn main() {
    #[cfg(not(target_arch = "wasm32"))]
    stages::run(&std::env::args().nth(1).unwrap_or_default());
}
