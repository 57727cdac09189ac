//! The widget in a real browser, component by component: what is pressed, what is drawn, where the focus goes.

#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a test may fail")]

mod element;
mod page;
mod same_plan;
#[path = "../common/walks.rs"]
mod walks;
mod widget;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
