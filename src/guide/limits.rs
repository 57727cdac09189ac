//! Bounds on a JSON text, checked before anything parses it.
//!
//! A parser, a deserializer and a checker each have inputs that they take long for, or that overflow their stack. This
//! scan runs first, in one pass, without recursion, and refuses such a text. It does not validate JSON, so it answers
//! for any text; whatever it passes, the parser may still refuse. All documents take it: guides, translations, the
//! widget's own words, and stored sessions.
//!
//! For comparison: the built-in guide has 81 kB, 2,843 values, lists of 37 entries, texts of 333 characters, and is 6
//! levels deep.

use super::error::{GuideError, Problem};
use std::fmt::Write;
use std::ops::Range;

/// The longest document, in bytes. It is ten times the built-in guide, and what a phone loads in good time.
pub const MOST_BYTES: usize = 1_000_000;
/// The format nests 8 levels. Each level is a call on the small stack that a page gives to WebAssembly.
const DEEPEST: usize = 32;
/// The entries of one list or object. The checks compare the ids of a list with each other, so their time is the square
/// of this. A maker's contacts in all countries are 250.
const MOST_ENTRIES: usize = 1_000;
/// All values of a document together. A guide of 64 questions, 64 repairs and 400 faults has 6,000. Some checks look
/// each of them up in a list of `MOST_ENTRIES`.
const MOST_VALUES: usize = 50_000;
/// The characters of a text. More than four pages stand on no button and in no step.
const LONGEST_TEXT: usize = 10_000;
/// The same for the `image` of a picture, which is a URL that may hold all of it.
pub(super) const LONGEST_IMAGE: usize = 100_000;
/// The characters of a name. Most names are ids, and those are shorter.
const LONGEST_NAME: usize = 200;

/// A text that exceeds a limit.
#[derive(Clone, Debug, PartialEq)]
pub struct Excess {
    /// What is too much, and its place in the document.
    pub error: GuideError,
    /// Where that is in the text, in bytes.
    pub at: usize,
}

/// Fails with the first thing in a JSON text that exceeds a limit.
pub fn check_limits(text: &str) -> Result<(), Excess> {
    let mut scanner = Scanner { text, at: 0, open: Vec::new(), n_values: 0 };
    if text.len() > MOST_BYTES {
        return Err(scanner.excess(0, 0, Problem::Range("at most 1,000,000 bytes long")));
    }
    while scanner.step()? {}
    Ok(())
}

struct Scanner<'a> {
    text: &'a str,
    at: usize,
    /// The lists and objects that are open here, the outermost first.
    open: Vec<Open>,
    n_values: usize,
}

/// A list or an object whose end has not come yet.
struct Open {
    is_object: bool,
    n_entries: usize,
    /// Where the name of the current field stands.
    name: Range<usize>,
    /// Whether a text is the name of the next field.
    wants_name: bool,
}

impl Scanner<'_> {
    /// Takes one token; says whether there was one.
    fn step(&mut self) -> Result<bool, Excess> {
        let Some(byte) = self.byte(self.at) else { return Ok(false) };
        match byte {
            b'"' => self.take_text()?,
            b'{' | b'[' => {
                self.take_value()?;
                let is_object = byte == b'{';
                if self.open.len() == DEEPEST {
                    return Err(self.excess(DEEPEST, self.at, Problem::Range("at most 32 levels deep")));
                }
                self.open.push(Open { is_object, n_entries: 0, name: 0..0, wants_name: is_object });
                self.at += 1;
            }
            b'}' | b']' => {
                self.open.pop();
                self.at += 1;
            }
            b',' | b':' => {
                if let Some(open) = self.open.last_mut() {
                    open.wants_name = open.is_object && byte == b',';
                }
                self.at += 1;
            }
            b' ' | b'\n' | b'\r' | b'\t' => self.at += 1,
            _ => {
                self.take_value()?;
                self.at += 1;
                while self.byte(self.at).is_some_and(|it| !is_delimiter(it)) {
                    self.at += 1;
                }
            }
        }
        Ok(true)
    }

    /// Counts a value that begins here.
    fn take_value(&mut self) -> Result<(), Excess> {
        self.n_values += 1;
        if self.n_values > MOST_VALUES {
            return Err(self.excess(0, self.at, Problem::Range("a document of at most 50,000 values")));
        }
        let Some(open) = self.open.last_mut() else { return Ok(()) };
        open.n_entries += 1;
        if open.n_entries > MOST_ENTRIES {
            let wanted = if open.is_object { "an object of at most 1,000 fields" } else { "a list of at most 1,000" };
            return Err(self.excess(self.open.len() - 1, self.at, Problem::Range(wanted)));
        }
        Ok(())
    }

    /// Takes a text that begins here: the name of a field, or a value.
    fn take_text(&mut self) -> Result<(), Excess> {
        let start = self.at;
        let is_name = self.open.last().is_some_and(|it| it.wants_name);
        if !is_name {
            self.take_value()?;
        }
        let n_chars = self.skip_text();
        if is_name {
            if n_chars > LONGEST_NAME {
                return Err(self.too_long(self.open.len() - 1, start, n_chars, "200 characters in each name"));
            }
            let name = start + 1..self.at.saturating_sub(1).max(start + 1);
            if let Some(open) = self.open.last_mut() {
                open.name = name;
            }
            return Ok(());
        }
        let name = self.open.last().and_then(|it| self.text.get(it.name.clone()));
        let (most, wanted) = match name {
            Some("image") => (LONGEST_IMAGE, "100,000 characters"),
            Some(_) | None => (LONGEST_TEXT, "10,000 characters"),
        };
        if n_chars > most { Err(self.too_long(DEEPEST, start, n_chars, wanted)) } else { Ok(()) }
    }

    /// Goes on behind a text; counts its characters, an escaped one as one.
    fn skip_text(&mut self) -> usize {
        let mut n_chars = 0;
        self.at += 1;
        while let Some(byte) = self.byte(self.at) {
            self.at += 1;
            match byte {
                b'"' => break,
                b'\\' => {
                    let is_code = self.byte(self.at) == Some(b'u');
                    self.at += 1;
                    let digits = (0..if is_code { 4 } else { 0 }).take_while(|it| self.is_digit(self.at + it)).count();
                    self.at += digits;
                    n_chars += 1;
                }
                // The other bytes of a character in UTF-8.
                0x80..=0xbf => (),
                _ => n_chars += 1,
            }
        }
        n_chars
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    fn is_digit(&self, at: usize) -> bool {
        self.byte(at).is_some_and(|it| it.is_ascii_hexdigit())
    }

    fn too_long(&self, n_levels: usize, at: usize, found: usize, most: &'static str) -> Excess {
        self.excess(n_levels, at, Problem::TooLong(found, most))
    }

    /// The error for the value that is so many levels deep on the way to where the scan has come.
    fn excess(&self, n_levels: usize, at: usize, problem: Problem) -> Excess {
        let mut place = String::new();
        for open in self.open.iter().take(n_levels) {
            if open.is_object {
                let name = self.text.get(open.name.clone()).unwrap_or_default();
                place.push_str(if place.is_empty() { "" } else { "." });
                place.push_str(name);
            } else {
                // Writing to a string cannot fail.
                let _ = write!(place, "[{}]", open.n_entries.saturating_sub(1));
            }
        }
        let place = if place.is_empty() { "guide".to_owned() } else { place };
        Excess { error: GuideError { place, problem }, at }
    }
}

/// Whether a number, `true`, `false` or `null` ends before this.
fn is_delimiter(byte: u8) -> bool {
    matches!(byte, b'"' | b'{' | b'}' | b'[' | b']' | b',' | b':' | b' ' | b'\n' | b'\r' | b'\t')
}
