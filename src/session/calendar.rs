//! A reminder as a file for calendars: iCalendar, RFC 5545, <https://www.rfc-editor.org/rfc/rfc5545>.

use super::time::Time;

/// The octets of a line, its end not counted.
const LINE: usize = 75;

/// Something to be reminded of.
#[derive(Clone, Debug)]
pub(super) struct Reminder<'a> {
    /// Tells it from all others in the world.
    pub(super) id: String,
    /// When it was made.
    pub(super) made: Time,
    /// When to remind.
    pub(super) at: Time,
    /// What it is about.
    pub(super) summary: String,
    /// What to do then.
    pub(super) description: &'a str,
    /// Where to go on.
    pub(super) url: Option<&'a str>,
}

impl Reminder<'_> {
    /// The whole file.
    pub(super) fn file(&self) -> String {
        let Reminder { id, made, at, summary, description, url } = self;
        let (summary, description) = (escaped(summary), escaped(description));
        let lines = [
            "BEGIN:VCALENDAR".to_owned(),
            "VERSION:2.0".to_owned(),
            "PRODID:-//Fault Finder//Fault Finder//EN".to_owned(),
            "BEGIN:VEVENT".to_owned(),
            format!("UID:{}", escaped(id)),
            format!("DTSTAMP:{}", made.basic()),
            format!("DTSTART:{}", at.basic()),
            format!("SUMMARY:{summary}"),
            format!("DESCRIPTION:{description}"),
        ];
        let url = url.map(|it| format!("URL:{it}"));
        let alarm = [
            "BEGIN:VALARM".to_owned(),
            "ACTION:DISPLAY".to_owned(),
            "TRIGGER:PT0S".to_owned(),
            format!("DESCRIPTION:{summary}"),
            "END:VALARM".to_owned(),
            "END:VEVENT".to_owned(),
            "END:VCALENDAR".to_owned(),
        ];
        lines.into_iter().chain(url).chain(alarm).map(|it| folded(&it)).collect()
    }
}

/// A text as the value of a property. What ends a line in no other way than a line feed has no place in one.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for it in text.chars() {
        match it {
            '\\' | ';' | ',' => escaped.extend(['\\', it]),
            '\n' => escaped.push_str("\\n"),
            it if it.is_control() => (),
            it => escaped.push(it),
        }
    }
    escaped
}

/// A line with its end; a long one goes on in the next, behind a space.
fn folded(line: &str) -> String {
    let mut folded = String::new();
    let mut n_octets = 0;
    for it in line.chars() {
        if n_octets + it.len_utf8() > LINE {
            folded.push_str("\r\n ");
            n_octets = 1;
        }
        folded.push(it);
        n_octets += it.len_utf8();
    }
    folded + "\r\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_as_the_standard_has_it() {
        let reminder = Reminder {
            id: "cool-1@lamp".to_owned(),
            made: Time(1_795_339_800_000),
            at: Time(1_795_340_400_000),
            summary: "Time is up; or, nearly".to_owned(),
            description: "One\r\ntwo\\three",
            url: Some("https://acme.example/a,b;c"),
        };
        let lines = [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Fault Finder//Fault Finder//EN",
            "BEGIN:VEVENT",
            "UID:cool-1@lamp",
            "DTSTAMP:20261122T093000Z",
            "DTSTART:20261122T094000Z",
            "SUMMARY:Time is up\\; or\\, nearly",
            "DESCRIPTION:One\\ntwo\\\\three",
            "URL:https://acme.example/a,b;c",
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            "TRIGGER:PT0S",
            "DESCRIPTION:Time is up\\; or\\, nearly",
            "END:VALARM",
            "END:VEVENT",
            "END:VCALENDAR",
            "",
        ];
        assert_eq!(reminder.file(), lines.join("\r\n"));
    }

    #[test]
    fn a_line_is_folded_between_characters_and_never_longer_than_allowed() {
        for text in ["x".repeat(75), "x".repeat(76), "充電".repeat(60), format!("x{}", "é".repeat(80))] {
            let folded = folded(&text);
            assert!(folded.split("\r\n").all(|it| it.len() <= 75), "{folded}");
            assert_eq!(folded.replace("\r\n ", ""), format!("{text}\r\n"));
        }
        assert_eq!(folded(&"x".repeat(75)).matches("\r\n").count(), 1);
    }
}
