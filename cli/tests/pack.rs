//! `pack`: one file with a guide and the widget in it.

use crate::common::{EARBUDS, LAMP, file, guide, run, status, text};
use fault_finder_cli::pack::{self, Scripts, Source, pack};
use fault_finder_cli::print;
use serde_json::Value;
use std::fs;
use std::path::Path;

const CLASS: &str = "console.log(\"the widget\");\n";
const WASM: &str = "console.log(\"its WebAssembly\");\n";

fn scripts() -> Scripts {
    Scripts { class: CLASS.to_owned(), wasm: WASM.to_owned() }
}

fn packed(document: &str) -> String {
    pack(&guide(document), &Source::Held(document), &[], &scripts()).unwrap()
}

/// What stands between these two, the first time.
fn between<'a>(text: &'a str, before: &str, after: &str) -> &'a str {
    text.split_once(before).and_then(|(_, rest)| rest.split_once(after)).unwrap().0
}

#[test]
fn the_file_holds_the_plain_guide_the_guide_and_the_script() {
    for document in [EARBUDS, LAMP] {
        let page = packed(document);
        assert!(page.contains(&print::html(&guide(document))));
        let data = between(&page, "<script type=\"application/json\" id=\"fault-finder-guide\">", "</script>");
        let (there, wanted): (Value, Value) =
            (serde_json::from_str(data).unwrap(), serde_json::from_str(document).unwrap());
        assert_eq!(there, wanted);
        assert!(page.contains("<fault-finder guide=\"#fault-finder-guide\" resume>"));
        assert!(
            page.contains(&format!("<script>\n{CLASS}</script>\n<script data-fault-finder=\"wasm\">\n{WASM}</script>"))
        );
        for outside in ["src=", "rel=\"stylesheet\"", "@import", "url("] {
            assert!(!page.contains(outside), "something outside is needed: {outside}");
        }
    }
}

#[test]
fn a_built_in_guide_stands_in_the_file_only_once() {
    let page = pack(&guide(EARBUDS), &Source::BuiltIn, &[], &scripts()).unwrap();
    assert!(page.contains("<fault-finder guide=\"sony-wf-1000xm4-not-charging\" resume>"));
    assert!(!page.contains("application/json"));
}

#[test]
fn a_text_of_the_guide_ends_no_element() {
    let evil = "</script><script>alert(1)</script><!-- \\\" -->";
    let document = LAMP.replace("Plug it in", evil);
    assert_ne!(document, LAMP);
    let page = packed(&document);
    assert_eq!(page.matches("</script>").count(), 4, "those of the data for search engines, the guide and the widget");
    assert_eq!(page.matches("<!--").count(), 0);
    assert!(page.contains("&lt;/script&gt;"));
}

#[test]
fn a_script_that_would_end_its_own_element_is_refused() {
    for script in ["a = '</script>'", "a = '<!--'", "a = '<script'"] {
        let (class, wasm) =
            (Scripts { class: script.to_owned(), ..scripts() }, Scripts { wasm: script.to_owned(), ..scripts() });
        for scripts in [class, wasm] {
            let error = pack(&guide(LAMP), &Source::BuiltIn, &[], &scripts).unwrap_err();
            assert!(error.contains("can not stand in a page"), "{error}");
        }
    }
}

#[test]
fn the_command_writes_one_file() {
    let lamp = file("pack-lamp.json", LAMP);
    let folder = lamp.with_extension("scripts");
    fs::create_dir_all(&folder).unwrap();
    let script = folder.join("fault-finder.js");
    fs::write(&script, CLASS).unwrap();
    fs::write(folder.join(pack::WASM), WASM).unwrap();
    let out = file("pack-help.html", "what was there");
    let output = run(&["pack", path(&lamp), "--script", path(&script), "--out", path(&out)]);
    assert_eq!(status(&output), 0, "{}", text(&output.stderr));
    assert_eq!(fs::read_to_string(&out).unwrap(), packed(LAMP));
}

#[test]
fn without_the_script_the_command_says_how_to_name_it() {
    let lamp = file("pack-alone.json", LAMP);
    let output = run(&["pack", path(&lamp), "--script", "no-such.js", "--out", "unwritten.html"]);
    assert_eq!(status(&output), 1);
    assert!(text(&output.stderr).contains("no-such.js can not be read; --script says where it is"));
    assert!(!fs::exists("unwritten.html").unwrap());
}

fn path(file: &Path) -> &str {
    file.to_str().unwrap()
}
