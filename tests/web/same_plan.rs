//! The plan is the same in a browser: `tests/same_plan.rs` takes the same walks on the host.

use crate::page::built_in_guide;
use crate::walks::{WALKS, Walk, steps};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn the_same_answers_give_the_same_steps() {
    let walks: Vec<Walk> = serde_wasm_bindgen::from_value(js_sys::JSON::parse(WALKS).unwrap()).unwrap();
    let guide = built_in_guide();
    for walk in walks {
        assert_eq!(steps(&guide, &walk), walk.steps);
    }
}
