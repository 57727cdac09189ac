//! The rules of the house that no compiler checks: which room may name which, and who alone may do what.

use std::fs;
use std::path::{Path, PathBuf};

/// The rooms, and the rooms that each may name.
const ARROWS: [(&str, &[&str]); 8] = [
    ("guide", &[]),
    ("diagnosis", &["guide"]),
    ("battery", &[]),
    ("session", &["guide", "diagnosis", "battery"]),
    ("device", &["battery"]),
    ("view", &["session"]),
    ("app", &["session", "view", "device", "battery", "guide"]),
    ("element", &["app", "guide", "session"]),
];

/// What only one place may do: the text that gives it away, and the files in which it may stand.
const ALONE: [(&str, &[&str]); 10] = [
    ("address::", &["app/effects.rs"]),
    ("JSON::parse", &["app/json.rs"]),
    ("location()", &["app/address.rs", "app/place.rs"]),
    ("print()", &["app/effects.rs"]),
    ("spawn_local", &["app/effects.rs"]),
    ("device::", &["app/effects.rs"]),
    ("storage::", &["app/effects.rs"]),
    ("notification::", &["app/effects.rs"]),
    ("local_storage", &["app/storage.rs"]),
    ("use_state", &[]),
];

/// Names of products stand in guides, and in the one list of the guides that are built in.
const PRODUCT_WORDS: [&str; 4] = ["sony", "earbud", "wf-1000", "headphone"];

#[test]
fn rooms_name_only_the_rooms_they_may() {
    for (room, allowed) in ARROWS {
        for (path, text) in sources(room) {
            for (line, named) in named_rooms(&text) {
                let may = named == room || allowed.contains(&named.as_str());
                assert!(may, "{path}:{line}: `{room}` names `{named}`, which ARROWS does not allow");
            }
        }
    }
}

#[test]
fn every_room_is_listed() {
    let rooms = fs::read_dir(src()).unwrap().map(|it| it.unwrap().path()).filter(|it| it.is_dir());
    for room in rooms {
        let name = room.file_name().unwrap().to_str().unwrap().to_owned();
        assert!(ARROWS.iter().any(|(it, _)| *it == name), "the room `{name}` has no line in ARROWS");
    }
}

#[test]
fn every_file_of_tests_is_run() {
    for folder in ["tests", "cli/tests"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        let host = fs::read_to_string(folder.join("host.rs")).unwrap();
        for file in fs::read_dir(&folder).unwrap().map(|it| it.unwrap().path()) {
            let name = file.file_stem().unwrap().to_str().unwrap();
            let is_test = file.extension().is_some_and(|it| it == "rs") && name != "host";
            assert!(!is_test || host.contains(&format!("\nmod {name};\n")), "{} is not in host.rs", file.display());
        }
    }
}

#[test]
fn some_things_are_done_in_one_place_only() {
    for (path, text) in all_sources() {
        for (mark, files) in ALONE {
            let may = files.iter().any(|it| path.ends_with(it));
            assert!(may || !code(&text).contains(mark), "{path}: `{mark}` may stand in {files:?} only");
        }
    }
}

#[test]
fn no_text_that_may_change_is_a_node_that_page_translators_replace() {
    for (path, text) in sources("view") {
        for line in text.lines() {
            let is_node = line.trim_start().starts_with("{&") || line.contains(">{&");
            assert!(!is_node, "{path}: `{}` is to be a textContent; src/view/parts.rs says why", line.trim());
        }
    }
}

#[test]
fn no_product_is_known_outside_the_guides() {
    for (path, text) in all_sources().into_iter().filter(|(path, _)| !path.ends_with("element/built_in.rs")) {
        let text = text.to_lowercase();
        for word in PRODUCT_WORDS {
            assert!(!text.contains(word), "{path}: the product word \"{word}\"");
        }
    }
}

#[test]
fn every_file_opens_with_what_it_is_for() {
    for (path, text) in all_sources() {
        assert!(text.starts_with("//! "), "{path} does not open with `//! ` and a sentence");
    }
}

#[test]
fn the_map_in_architecture_md_names_what_exists() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let map = fs::read_to_string(root.join("ARCHITECTURE.md")).unwrap();
    let paths = map.split('`').skip(1).step_by(2).filter(|it| it.contains('/') && !it.contains([' ', '<', ':', '*']));
    let mut n_paths = 0;
    for path in paths {
        let built = ["dist/", "pkg/", "target/"].iter().any(|it| path.starts_with(it));
        assert!(built || root.join(path).exists(), "ARCHITECTURE.md names {path}, which does not exist");
        n_paths += 1;
    }
    assert!(n_paths > 10, "ARCHITECTURE.md names only {n_paths} paths");
}

fn src() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// Path and text of every Rust file of a room.
fn sources(room: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    collect(&src().join(room), &mut found);
    assert!(!found.is_empty(), "the room `{room}` has no file");
    found
}

fn all_sources() -> Vec<(String, String)> {
    let mut found = Vec::new();
    collect(&src(), &mut found);
    found
}

fn collect(folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|it| it == "rs") {
            found.push((path.to_str().unwrap().replace('\\', "/"), fs::read_to_string(&path).unwrap()));
        }
    }
}

/// The text without its comments.
fn code(text: &str) -> String {
    text.lines().filter(|it| !it.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The rooms named by `crate::room`, each with its line.
fn named_rooms(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (idx, line) in text.lines().enumerate() {
        for part in line.split("crate::").skip(1) {
            let name: String = part.chars().take_while(|it| it.is_alphanumeric() || *it == '_').collect();
            found.push((idx + 1, name));
        }
    }
    found
}
