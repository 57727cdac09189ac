//! What each room and each crate weighs in the WebAssembly, as the compiler has made it: names are gone later.

use crate::places;
use anyhow::{Context, Result};
use rustc_demangle::demangle;
use std::collections::BTreeMap;
use std::fs;
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

/// This crate, whose rooms are told apart.
const OWN: &str = "fault_finder::";
/// What may stand before the name of a crate.
const KEYWORDS: [&str; 3] = ["mut", "dyn", "const"];
/// What JavaScript calls, and what the compiler adds.
const GLUE: &str = "glue";
/// What is no code: texts, styles, the guide.
const DATA: &str = "data";

/// The bytes of all functions by room, those of other crates by crate, and those of the data.
pub fn rooms() -> Result<BTreeMap<String, usize>> {
    let wasm = fs::read(places::built(places::WASM)).context("there is no release build")?;
    of(&wasm)
}

fn of(wasm: &[u8]) -> Result<BTreeMap<String, usize>> {
    let (mut n_imported, mut sizes, mut names, mut rooms) = (0, Vec::new(), BTreeMap::new(), BTreeMap::new());
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload?;
        if let Payload::ImportSection(imports) = payload {
            for import in imports {
                n_imported += usize::from(matches!(import?.ty, TypeRef::Func(_)));
            }
        } else if let Payload::CodeSectionEntry(body) = payload {
            sizes.push(body.range().len());
        } else if let Payload::DataSection(data) = payload {
            rooms.insert(DATA.to_owned(), data.range().len());
        } else if let Payload::CustomSection(custom) = payload
            && let KnownCustom::Name(sections) = custom.as_known()
        {
            for section in sections {
                let Name::Function(functions) = section? else { continue };
                for function in functions {
                    let function = function?;
                    names.insert(function.index as usize, function.name);
                }
            }
        }
    }
    for (idx, size) in sizes.into_iter().enumerate() {
        let name = names.get(&(n_imported + idx)).copied().unwrap_or_default();
        // wasm-bindgen runs these, and takes them out.
        if !name.starts_with("__wbindgen_describe") {
            *rooms.entry(room(&format!("{:#}", demangle(name)))).or_default() += size;
        }
    }
    Ok(rooms)
}

/// Whose a function is. What a library does for a room, with types of that room, is the room's.
fn room(name: &str) -> String {
    if !name.contains("::") {
        return GLUE.to_owned();
    }
    let own = name.find(OWN).and_then(|at| name.get(at + OWN.len()..));
    let mut words = own.unwrap_or(name).split(|it: char| it != '_' && !it.is_alphanumeric());
    words.find(|it| !it.is_empty() && !KEYWORDS.contains(it)).unwrap_or(GLUE).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_belongs_to_the_room_whose_types_it_has_and_else_to_its_crate() {
        for (name, expected) in [
            ("fault_finder::session::state::Session::update::h0123456789abcdef", "session"),
            ("<fault_finder::guide::document::Guide as fault_finder::guide::node::Read>::read", "guide"),
            ("<core::iter::Map<I,F> as core::iter::Iterator>::fold::<fault_finder::view::row>", "view"),
            ("<&mut yew::html::Scope as core::fmt::Debug>::fmt", "yew"),
            ("dlmalloc::dlmalloc::Dlmalloc<A>::malloc", "dlmalloc"),
            ("handle_answer", "glue"),
        ] {
            assert_eq!(room(name), expected, "{name}");
        }
    }

    #[test]
    fn the_bytes_of_functions_go_to_their_names() {
        // One import, two functions of 2 and 3 bytes, and their names.
        let wasm = [
            &b"\0asm\x01\0\0\0"[..],
            b"\x01\x04\x01\x60\0\0",
            b"\x02\x07\x01\x01a\x01b\0\0",
            b"\x03\x03\x02\0\0",
            b"\x0a\x08\x02\x02\0\x0b\x03\0\x01\x0b",
            b"\0\x27\x04name\x01\x20\x02\x01\x15fault_finder::view::a\x02\x06yew::b",
        ]
        .concat();
        assert_eq!(of(&wasm).unwrap(), BTreeMap::from([("view".to_owned(), 2), ("yew".to_owned(), 3)]));
    }
}
