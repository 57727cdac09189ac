//! What a printed guide says, in its order.

use super::outline::{Block, Inline, Item, Marks, Part, heading, list, paragraph, plain};
use super::phrases::{duration, sentence, trust};
use fault_finder::guide::{
    Claim, Contact, Danger, Fault, Guide, Instruction, Note, Question, Repair, Service, Source, Wait,
};

/// The whole guide. Those who read it are asked nothing, so the written article comes first, and all else behind it.
pub(super) fn content(guide: &Guide) -> Vec<Block> {
    let mut blocks = vec![heading(2, &guide.title), paragraph(&guide.intro)];
    blocks.extend(dangers(guide));
    blocks.extend(faults(guide));
    blocks.extend(questions(guide));
    blocks.extend(guide.article().into_iter().zip(1..).flat_map(|(it, place)| numbered(guide, it, place)));
    blocks.extend(more_repairs(guide));
    blocks.extend(service(guide, &guide.service));
    blocks.extend(guide.notes.iter().flat_map(|it| note(guide, it)));
    blocks.extend(aftercare(guide));
    blocks.extend(sources(guide));
    blocks
}

fn dangers(guide: &Guide) -> Vec<Block> {
    if guide.dangers.is_empty() {
        return Vec::new();
    }
    let first = guide.danger_advice.iter().map(|it| Block::Paragraph(claim(guide, it)));
    let row = |it: &Danger| cited(guide, strong(&it.text, &format!(" {} ", it.advice.join(" "))), &it.source);
    let head = [heading(3, "Stop at once if you see one of these")];
    head.into_iter().chain(first).chain([list(Marks::Bullets, guide.dangers.iter().map(row))]).collect()
}

fn faults(guide: &Guide) -> [Block; 2] {
    let row = |it: &Fault| cited(guide, strong(&it.text, &format!(" {} ", it.why.text)), &it.why.source);
    [heading(3, "What can be wrong"), list(Marks::Bullets, guide.faults.iter().map(row))]
}

/// What to look at, for those whom nobody asks.
fn questions(guide: &Guide) -> Vec<Block> {
    if guide.questions.is_empty() {
        return Vec::new();
    }
    let items = guide.questions.iter().map(|it| question(guide, it)).collect();
    vec![heading(3, "What tells the causes apart"), Block::List(Marks::Bullets, items)]
}

fn question(guide: &Guide, it: &Question) -> Item {
    let choices: Vec<&str> = it.choices.iter().map(|it| it.text.as_str()).collect();
    let choices = vec![plain(format!(" {}. ", choices.join(" / ")))];
    let mut item = vec![Part::Words(strong(&it.text, &format!(" {}", it.help)))];
    item.extend(it.wait.iter().flat_map(|it| wait(guide, it)).map(Part::Block));
    item.push(Part::Words(cited(guide, choices, &it.source)));
    item
}

fn numbered(guide: &Guide, it: &Repair, place: u32) -> Vec<Block> {
    [heading(3, &format!("{place}. {}", it.text))].into_iter().chain(repair(guide, it, 4)).collect()
}

fn more_repairs(guide: &Guide) -> Vec<Block> {
    let mut more = guide.repairs.iter().filter(|it| it.article.is_none()).peekable();
    if more.peek().is_none() {
        return Vec::new();
    }
    let each = |it: &Repair| [heading(4, &it.text)].into_iter().chain(repair(guide, it, 5)).collect::<Vec<_>>();
    [heading(3, "More to try")].into_iter().chain(more.flat_map(each)).collect()
}

/// Everything of a repair below its heading. Groups of instructions get headings of this level.
fn repair(guide: &Guide, it: &Repair, level: u8) -> Vec<Block> {
    let mut blocks = vec![Block::Paragraph(claim(guide, &it.why))];
    blocks.extend(condition(guide, it));
    blocks.extend(needs(guide, it));
    blocks.extend(it.notices.iter().chain(&it.more).map(|it| Block::Paragraph(claim(guide, it))));
    blocks.extend(instructions(guide, it, level));
    blocks.extend(it.wait.iter().flat_map(|it| wait(guide, it)));
    blocks.push(Block::Paragraph(cited(guide, Vec::new(), &it.source)));
    blocks
}

/// When the repair is possible, as the question and the answers to it.
fn condition(guide: &Guide, it: &Repair) -> Option<Block> {
    let condition = it.only_if.as_ref()?;
    let question = guide.question(&condition.question)?;
    let choices = question.choices.iter().filter(|it| condition.is.contains(&it.id));
    let answers: Vec<String> = choices.map(|it| format!("“{}”", it.text)).collect();
    Some(paragraph(&format!("Only if your answer to “{}” is {}.", question.text, answers.join(" or "))))
}

fn needs(guide: &Guide, it: &Repair) -> Option<Block> {
    let needs = it.needs.iter().filter_map(|it| guide.preparations.get(it));
    let texts: Vec<&str> = needs.map(|it| it.text.as_str()).collect();
    (!texts.is_empty()).then(|| paragraph(&format!("You need: {}.", texts.join("; "))))
}

/// The instructions as numbered lists, a new one behind each heading.
fn instructions(guide: &Guide, it: &Repair, level: u8) -> Vec<Block> {
    let group = |rows: &[Instruction]| {
        let title = rows.first().and_then(|it| it.heading.as_deref());
        let rows = list(Marks::Numbers, rows.iter().map(|it| instruction(guide, it)));
        title.map(|it| heading(level, it)).into_iter().chain([rows]).collect::<Vec<_>>()
    };
    it.instructions.chunk_by(|_, next| next.heading.is_none()).flat_map(group).collect()
}

fn instruction(guide: &Guide, it: &Instruction) -> Vec<Inline> {
    match &it.source {
        Some(source) => cited(guide, vec![plain(format!("{} ", it.text))], source),
        None => vec![plain(&it.text)],
    }
}

fn wait(guide: &Guide, it: &Wait) -> Vec<Block> {
    let checks = it
        .checks
        .iter()
        .map(|it| cited(guide, vec![plain(format!("After {}: {} ", duration(it.minutes), it.text))], &it.source));
    let mut blocks = vec![paragraph(&format!("Wait {}. {}", duration(it.minutes), it.text))];
    if !it.checks.is_empty() {
        blocks.push(list(Marks::Bullets, checks));
    }
    blocks.push(paragraph(&format!("Then: {}", it.over)));
    blocks
}

fn service(guide: &Guide, it: &Service) -> Vec<Block> {
    let claims = it.claims.iter().chain(&it.more).map(|it| Block::Paragraph(claim(guide, it)));
    let contact = |it: &Contact| vec![link(&it.url, &it.region)];
    let contacts = list(Marks::Bullets, it.contacts.iter().map(contact));
    [heading(3, &it.text)].into_iter().chain(claims).chain([contacts]).collect()
}

fn note(guide: &Guide, it: &Note) -> [Block; 2] {
    [heading(3, &it.title), claims(guide, &it.claims)]
}

fn aftercare(guide: &Guide) -> Vec<Block> {
    if guide.aftercare.is_empty() {
        return Vec::new();
    }
    vec![heading(3, "So that it does not happen again"), claims(guide, &guide.aftercare)]
}

fn sources(guide: &Guide) -> [Block; 2] {
    let row = |it: &Source| {
        let title = it.url.as_ref().map_or_else(|| plain(&it.title), |url| link(url, &it.title));
        vec![title, plain(format!(" ({})", trust(it)))]
    };
    [heading(3, "Sources"), list(Marks::Bullets, guide.sources.iter().map(|(_, it)| row(it)))]
}

fn claims(guide: &Guide, claims: &[Claim]) -> Block {
    list(Marks::Bullets, claims.iter().map(|it| claim(guide, it)))
}

fn claim(guide: &Guide, it: &Claim) -> Vec<Inline> {
    cited(guide, vec![plain(format!("{} ", it.text))], &it.source)
}

/// Words with their source in small print behind them.
fn cited(guide: &Guide, mut words: Vec<Inline>, source: &str) -> Vec<Inline> {
    let source = guide.sources.get(source);
    words.extend(source.map(|it| Inline::Small(format!("({}; {})", it.title, trust(it)))));
    words
}

/// A sentence that the eye should find first, and what follows.
fn strong(text: &str, behind: &str) -> Vec<Inline> {
    vec![Inline::Strong(sentence(text)), plain(behind)]
}

fn link(url: &str, text: &str) -> Inline {
    Inline::Link { url: url.to_owned(), text: text.to_owned() }
}
