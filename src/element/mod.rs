//! The custom element's Rust half: what `element.js` calls, how a guide is loaded, what the attributes mean.
//!
//! `element.js` holds the class, because Rust cannot extend `HTMLElement`; it does little but hand on. `bundle.js` is the
//! frame of the script that a page includes, and `wasm.js` that of the script with the WebAssembly, which the first one
//! loads.

mod assets;
mod attributes;
mod built_in;
mod face;
mod file;
mod guide_file;
mod language;
mod scripts;
mod squeezed;

pub use assets::{comes_with, loaded_from};
pub use face::{Handle, KeptSession, Loaded, load, mount, on_panic};
pub use language::{Choice, Spoken, chooses_by};
