//! The record as plain text.

use super::details::Detail;
use super::record::{Entry, Odds, ReadingEntry, Record};
use super::words::{Word, Words};

/// In the languages that there are.
const QUESTION_MARKS: [char; 3] = ['?', '？', '؟'];

impl Detail {
    /// What it is called.
    pub(super) fn word(self) -> Word {
        match self {
            Detail::Firmware => Word::Firmware,
            Detail::Purchase => Word::Purchase,
            Detail::Serial => Word::Serial,
        }
    }
}

impl Record {
    /// The record as plain text, a line per entry.
    pub fn text(&self, words: Words) -> String {
        let label = |word| words.text(word);
        let head = [
            format!("{}{}{}", self.product, label(Word::Colon), self.title),
            format!("{} {}", label(Word::RecordStarted), words.apart(&readable(&self.started))),
            format!("{} {}", label(Word::RecordOutcome), label(outcome(self.outcome))),
        ];
        let guide = format!("{} {}, {}", label(Word::RecordGuide), self.guide, self.guide_version);
        let parts = [head.into(), self.odds(words), self.found(words), self.added(words), vec![guide]];
        let parts: Vec<_> = parts.into_iter().filter(|it| !it.is_empty()).map(|it| it.join("\n")).collect();
        parts.join("\n\n")
    }

    fn odds(&self, words: Words) -> Vec<String> {
        let heading = (!self.could_be.is_empty()).then(|| words.text(Word::RecordOdds).to_owned());
        let rows =
            self.could_be.iter().map(|Odds { text, share, .. }| format!("{share}{}{text}", words.text(Word::Colon)));
        heading.into_iter().chain(rows).collect()
    }

    fn found(&self, words: Words) -> Vec<String> {
        let entry = |Entry { text, result_text, at, .. }: &Entry| {
            let colon = if text.ends_with(QUESTION_MARKS) { " " } else { words.text(Word::Colon) };
            format!("- {text}{colon}{result_text} ({})", words.apart(&readable_beside(at, &self.started)))
        };
        let reading = |ReadingEntry { at, text, .. }: &ReadingEntry| {
            format!(
                "- {} {text} ({})",
                words.text(Word::RecordLevels),
                words.apart(&readable_beside(at, &self.started))
            )
        };
        self.entries.iter().map(entry).chain(self.readings.iter().map(reading)).collect()
    }

    fn added(&self, words: Words) -> Vec<String> {
        let typed = Detail::ALL.into_iter().filter(|it| !self.details.get(*it).is_empty());
        typed
            .map(|it| format!("{}{}{}", words.text(it.word()), words.text(Word::Colon), self.details.get(it)))
            .collect()
    }
}

fn outcome(name: &str) -> Word {
    match name {
        "fixed" => Word::OutcomeFixed,
        "service" => Word::OutcomeService,
        "stopped" => Word::OutcomeStopped,
        _ => Word::OutcomeOpen,
    }
}

/// `2026-11-22T10:31:05+01:00` as `2026-11-22 10:31 +01:00`: seconds help nobody on paper.
fn readable(iso: &str) -> String {
    match (iso.get(..10), iso.get(11..16), iso.get(19..)) {
        (Some(date), Some(time), Some(offset)) => format!("{date} {time} {offset}"),
        _ => iso.to_owned(),
    }
}

/// As [`readable`], but on the day of the start the time of day alone is enough.
fn readable_beside(iso: &str, started: &str) -> String {
    match iso.get(11..16) {
        Some(time) if iso.get(..10) == started.get(..10) => time.to_owned(),
        _ => readable(iso),
    }
}
