//! What a printed guide is made of, whatever it is printed as.

/// A piece of a document that stands on lines of its own.
pub(super) enum Block {
    /// A heading and its level: 2 for the guide itself, as the page around it has the first.
    Heading(u8, String),
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list of items.
    List(Marks, Vec<Item>),
}

/// How the items of a list are marked.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Marks {
    /// Their order means nothing.
    Bullets,
    /// Their order counts.
    Numbers,
}

/// An item of a list.
pub(super) type Item = Vec<Part>;

/// A part of an item.
pub(super) enum Part {
    /// Words that go on from those before them.
    Words(Vec<Inline>),
    /// A block between them.
    Block(Block),
}

/// A piece of a line.
pub(super) enum Inline {
    /// Words.
    Plain(String),
    /// Words that the eye should find first.
    Strong(String),
    /// Words in small print: where a claim comes from.
    Small(String),
    /// A link.
    Link {
        /// Where it leads; the guide's own check has let it through.
        url: String,
        /// What it says.
        text: String,
    },
}

/// A heading.
pub(super) fn heading(level: u8, text: &str) -> Block {
    Block::Heading(level, text.to_owned())
}

/// A paragraph of plain words.
pub(super) fn paragraph(text: &str) -> Block {
    Block::Paragraph(vec![plain(text)])
}

/// A list, each item of which is one run of words.
pub(super) fn list(marks: Marks, items: impl Iterator<Item = Vec<Inline>>) -> Block {
    Block::List(marks, items.map(|it| vec![Part::Words(it)]).collect())
}

/// Plain words.
pub(super) fn plain(text: impl Into<String>) -> Inline {
    Inline::Plain(text.into())
}
