//! Pictures that no step shows, that say the same, or that ask another server for an image.

use super::finding::Lint;
use super::words::repeated;
use fault_finder::guide::Guide;

pub(super) fn lints(guide: &Guide) -> Vec<Lint> {
    let shown = shown(guide);
    let mut lints = Vec::new();
    for (name, picture) in guide.pictures.iter() {
        let place = format!("pictures.{name}");
        if !shown.contains(&name) {
            lints.push(Lint::warning("unused-picture", &place, "no step of this guide shows this picture"));
        }
        if picture.image.as_ref().is_some_and(|it| it.starts_with("https:")) {
            let message = "the browser asks another server for this image; a drawing needs no request";
            lints.push(Lint::remark("fetched-image", format!("{place}.image"), message));
        }
    }
    let texts = guide.pictures.iter().map(|(name, it)| (format!("pictures.{name}.text"), it.text.as_str()));
    lints.extend(repeated(texts));
    lints
}

/// The names of the pictures that steps show.
fn shown(guide: &Guide) -> Vec<&str> {
    let instructions = guide.repairs.iter().flat_map(|it| &it.instructions).map(|it| &it.picture);
    let questions = guide.questions.iter().map(|it| &it.picture);
    let repairs = guide.repairs.iter().map(|it| &it.picture);
    let dangers = guide.dangers.iter().map(|it| &it.picture);
    questions.chain(repairs).chain(dangers).chain(instructions).flatten().map(String::as_str).collect()
}
