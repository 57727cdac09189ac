//! The plan is the same on every machine: `tests/web/same_plan.rs` takes the same walks in browsers.

use crate::common;
use crate::walks;

use walks::{WALKS, Walk, steps};

#[test]
fn the_same_answers_give_the_same_steps() {
    let guide = common::guide(common::EARBUDS);
    let walks: Vec<Walk> = serde_json::from_str(WALKS).unwrap();
    for walk in walks {
        assert_eq!(steps(&guide, &walk), walk.steps);
    }
}
