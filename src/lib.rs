//! Fault Finder: a widget, `<fault-finder>`, that walks a person with a broken device to the fix.
//!
//! # Where to start
//! - [`guide`] is the document: what can be wrong, what can be tried, in which words.
//! - [`diagnosis`] finds the cheapest next step from the guide's odds and minutes.
//! - [`battery`] is what a device can say of its batteries, and how its bytes say it.
//! - [`session`] is one person's walk through it: events in, effects and a screen out.
//! - `device` reaches the device as far as a browser can.
//! - `app` runs the effects and draws the screen with `view`; `element` puts it all into a page.
//!
//! The first four rooms are pure and build everywhere. The others exist in WebAssembly only, and so do the packages
//! that they name.

/// The version of the widget.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

pub mod battery;
pub mod diagnosis;
pub mod guide;
pub mod session;

#[cfg(target_arch = "wasm32")]
pub mod app;
#[cfg(target_arch = "wasm32")]
pub mod device;
#[cfg(target_arch = "wasm32")]
pub mod element;
#[cfg(target_arch = "wasm32")]
pub mod view;
