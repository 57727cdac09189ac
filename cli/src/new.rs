//! `new`: a guide to start from.

use anyhow::{Result, bail};

const SKELETON: &str = include_str!("skeleton.json");

/// A guide with this id that `check` accepts. Each field is filled in as an example, and explained beside it where its
/// name is not enough.
pub fn new(id: &str) -> Result<String> {
    let is_allowed = |it: char| it.is_ascii_lowercase() || it.is_ascii_digit() || it == '-';
    if id.is_empty() || !id.chars().all(is_allowed) {
        bail!("\"{id}\" is no id for a guide: use lower case letters, digits and hyphens, as in `acme-lamp-dark`");
    }
    Ok(SKELETON.replace("ID-OF-THE-GUIDE", id))
}
