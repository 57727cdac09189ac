//! Turns of phrase of a printed guide.

use fault_finder::guide::{Model, Source, Trust};

/// How far a source can be trusted.
pub(super) fn trust(source: &Source) -> String {
    let who = match source.trust {
        Trust::Official => "the maker",
        Trust::Reported => "reported, not by the maker",
        Trust::Article => "only in the article that this guide follows",
        Trust::Judgement => return "no source measures it".to_owned(),
    };
    let what = match source.model {
        Model::This => "this model",
        Model::Family => "the maker's products of this kind",
        Model::Sibling => "a similar model",
        Model::Other => "products of this kind",
    };
    format!("{who}, about {what}")
}

/// A stretch of time.
pub(super) fn duration(minutes: u32) -> String {
    let part = |count: u32, unit: &str| match count {
        0 => None,
        1 => Some(format!("1 {unit}")),
        _ => Some(format!("{count} {unit}s")),
    };
    let parts: Vec<String> = [part(minutes / 60, "hour"), part(minutes % 60, "minute")].into_iter().flatten().collect();
    parts.join(" ")
}

/// The text, with a full stop if it has no end of its own.
pub(super) fn sentence(text: &str) -> String {
    text.to_owned() + if text.ends_with(['.', '!', '?', ':']) { "" } else { "." }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_in_words() {
        assert_eq!(duration(1), "1 minute");
        assert_eq!(duration(60), "1 hour");
        assert_eq!(duration(150), "2 hours 30 minutes");
    }
}
