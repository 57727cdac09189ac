//! Prints a guide as plain HTML: what readers without scripts and search engines see.
//!
//! The HTML has no ids, so that it can stand in any page beside anything; a claim names its source in words instead.

use crate::html::{escaped, link, list, paragraph, tag};
use fault_finder::guide::{
    Choice, Claim, Contact, Danger, Fault, Guide, Instruction, Model, Note, Question, Repair, Service, Source, Trust,
    Wait,
};

/// The whole guide as one section, one element a line.
pub fn html(guide: &Guide) -> String {
    let head = tag("h2", &escaped(&guide.title)) + &paragraph(&guide.intro);
    let article: String =
        guide.article().into_iter().zip(1_u32..).map(|(it, place)| numbered(guide, it, place)).collect();
    let body =
        [dangers(guide), faults(guide), questions(guide), article, more_repairs(guide), service(guide, &guide.service)]
            .concat();
    let end = [notes(guide), aftercare(guide), sources(guide)].concat();
    format!("<section class=\"fault-finder-guide\">\n{head}{body}{end}</section>\n")
}

fn dangers(guide: &Guide) -> String {
    if guide.dangers.is_empty() {
        return String::new();
    }
    let first: String = guide.danger_advice.iter().map(|it| tag("p", &claim(guide, it))).collect();
    let row = |it: &Danger| {
        let advice = it.advice.join(" ");
        tag("li", &format!("<strong>{}</strong> {} {}", sentence(&it.text), escaped(&advice), cited(guide, &it.source)))
    };
    tag("h3", "Stop at once if you see one of these") + &first + &list("ul", guide.dangers.iter().map(row))
}

fn faults(guide: &Guide) -> String {
    let row = |it: &Fault| tag("li", &format!("<strong>{}</strong> {}", sentence(&it.text), claim(guide, &it.why)));
    tag("h3", "What can be wrong") + &list("ul", guide.faults.iter().map(row))
}

/// What to look at, for those whom nobody asks.
fn questions(guide: &Guide) -> String {
    if guide.questions.is_empty() {
        return String::new();
    }
    let row = |it: &Question| {
        let choices: Vec<String> = it.choices.iter().map(|it: &Choice| escaped(&it.text)).collect();
        let wait: String = it.wait.iter().map(|it| wait(guide, it)).collect();
        let words = format!("<strong>{}</strong> {}", sentence(&it.text), escaped(&it.help));
        tag("li", &format!("{words}{wait} {}. {}", choices.join(" / "), cited(guide, &it.source)))
    };
    tag("h3", "What tells the causes apart") + &list("ul", guide.questions.iter().map(row))
}

fn numbered(guide: &Guide, it: &Repair, place: u32) -> String {
    tag("h3", &format!("{place}. {}", escaped(&it.text))) + &repair(guide, it, "h4")
}

fn more_repairs(guide: &Guide) -> String {
    let mut more = guide.repairs.iter().filter(|it| it.article.is_none()).peekable();
    if more.peek().is_none() {
        return String::new();
    }
    let each = |it: &Repair| tag("h4", &escaped(&it.text)) + &repair(guide, it, "h5");
    tag("h3", "More to try") + &more.map(each).collect::<String>()
}

/// Everything of a repair below its heading. Groups of instructions get headings of the level below it.
fn repair(guide: &Guide, it: &Repair, heading: &str) -> String {
    let why = tag("p", &claim(guide, &it.why));
    let notices: String = it.notices.iter().chain(&it.more).map(|it| tag("p", &claim(guide, it))).collect();
    let wait: String = it.wait.iter().map(|it| wait(guide, it)).collect();
    let source = tag("p", &cited(guide, &it.source));
    [why, condition(guide, it), needs(guide, it), notices, instructions(guide, it, heading), wait, source].concat()
}

/// When the repair is possible, as the question and the answers to it.
fn condition(guide: &Guide, it: &Repair) -> String {
    let Some(condition) = &it.only_if else { return String::new() };
    let Some(question) = guide.question(&condition.question) else { return String::new() };
    let choices = question.choices.iter().filter(|it| condition.is.contains(&it.id));
    let answers: Vec<String> = choices.map(|it| format!("“{}”", it.text)).collect();
    paragraph(&format!("Only if your answer to “{}” is {}.", question.text, answers.join(" or ")))
}

fn needs(guide: &Guide, it: &Repair) -> String {
    let texts: Vec<&str> =
        it.needs.iter().filter_map(|it| guide.preparations.get(it)).map(|it| it.text.as_str()).collect();
    if texts.is_empty() { String::new() } else { paragraph(&format!("You need: {}.", texts.join("; "))) }
}

/// The instructions as ordered lists, a new one behind each heading.
fn instructions(guide: &Guide, it: &Repair, heading: &str) -> String {
    let group = |rows: &[Instruction]| {
        let title = rows.first().and_then(|it| it.heading.as_deref());
        let head = title.map(|it| tag(heading, &escaped(it))).unwrap_or_default();
        head + &list("ol", rows.iter().map(|it| instruction(guide, it)))
    };
    it.instructions.chunk_by(|_, next| next.heading.is_none()).map(group).collect()
}

fn instruction(guide: &Guide, it: &Instruction) -> String {
    let source = it.source.as_ref().map(|it| format!(" {}", cited(guide, it))).unwrap_or_default();
    tag("li", &(escaped(&it.text) + &source))
}

fn wait(guide: &Guide, it: &Wait) -> String {
    let start = paragraph(&format!("Wait {}. {}", duration(it.minutes), it.text));
    let rows = it.checks.iter().map(|it| {
        let text = escaped(&it.text);
        tag("li", &format!("After {}: {text} {}", duration(it.minutes), cited(guide, &it.source)))
    });
    let checks = if it.checks.is_empty() { String::new() } else { list("ul", rows) };
    start + &checks + &paragraph(&format!("Then: {}", it.over))
}

fn service(guide: &Guide, it: &Service) -> String {
    let contact = |it: &Contact| tag("li", &link(&it.url, &it.region));
    let claims: String = it.claims.iter().chain(&it.more).map(|it| tag("p", &claim(guide, it))).collect();
    tag("h3", &escaped(&it.text)) + &claims + &list("ul", it.contacts.iter().map(contact))
}

fn notes(guide: &Guide) -> String {
    let note = |it: &Note| tag("h3", &escaped(&it.title)) + &claims(guide, &it.claims);
    guide.notes.iter().map(note).collect()
}

fn aftercare(guide: &Guide) -> String {
    if guide.aftercare.is_empty() {
        return String::new();
    }
    tag("h3", "So that it does not happen again") + &claims(guide, &guide.aftercare)
}

fn sources(guide: &Guide) -> String {
    let row = |it: &Source| {
        let title = it.url.as_ref().map_or_else(|| escaped(&it.title), |url| link(url, &it.title));
        tag("li", &format!("{title} ({})", trust(it)))
    };
    tag("h3", "Sources") + &list("ul", guide.sources.iter().map(|(_, it)| row(it)))
}

fn claims(guide: &Guide, claims: &[Claim]) -> String {
    list("ul", claims.iter().map(|it| tag("li", &claim(guide, it))))
}

fn claim(guide: &Guide, it: &Claim) -> String {
    format!("{} {}", escaped(&it.text), cited(guide, &it.source))
}

/// The source of a claim, in small print behind it.
fn cited(guide: &Guide, source: &str) -> String {
    let words = guide.sources.get(source).map(|it| format!("{}; {}", escaped(&it.title), trust(it)));
    words.map(|it| format!("<small>({it})</small>")).unwrap_or_default()
}

fn trust(source: &Source) -> String {
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

/// A stretch of time in words.
fn duration(minutes: u32) -> String {
    let part = |count: u32, unit: &str| match count {
        0 => None,
        1 => Some(format!("1 {unit}")),
        _ => Some(format!("{count} {unit}s")),
    };
    let parts: Vec<String> = [part(minutes / 60, "hour"), part(minutes % 60, "minute")].into_iter().flatten().collect();
    parts.join(" ")
}

/// The text, escaped, with a full stop if it has no end of its own.
fn sentence(text: &str) -> String {
    escaped(text) + if text.ends_with(['.', '!', '?', ':']) { "" } else { "." }
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
