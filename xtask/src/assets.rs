//! What the class of the element needs besides itself: the styles, and the first steps of the built-in guides.

use crate::toolbox::Toolbox;
use crate::{places, shorten};
use anyhow::{Context, Result};
use serde_json::{Map, Value, json};
use std::fs;

const STYLES: [&str; 3] = ["tokens.css", "widget.css", "picture.css"];

/// As JSON, in as few characters as it takes if it `is_short`.
pub fn assets(toolbox: &Toolbox, is_short: bool) -> Result<String> {
    let folder = places::root().join("styles");
    let read = |name: &str| fs::read_to_string(folder.join(name)).with_context(|| format!("styles/{name} is missing"));
    let styles = STYLES.into_iter().map(read).collect::<Result<String>>()?;
    let styles = if is_short { shorten::styles(toolbox, &styles)? } else { styles };
    Ok(json!({ "styles": styles, "firstSteps": first_steps()? }).to_string())
}

/// By the id of the guide, what `src/element/first_step.js` draws.
fn first_steps() -> Result<Map<String, Value>> {
    let mut steps = Map::new();
    for entry in fs::read_dir(places::root().join("guides/first-steps"))? {
        let path = entry?.path();
        let id = path.file_stem().context("a file without a name")?.to_string_lossy().into_owned();
        steps
            .insert(id, serde_json::from_str(&fs::read_to_string(&path)?).with_context(|| path.display().to_string())?);
    }
    Ok(steps)
}
