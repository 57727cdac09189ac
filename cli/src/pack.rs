//! Packs a guide and the widget into one file that needs no network.

use crate::print::{self, escaped};
use fault_finder::guide::Guide;

/// How the widget in the page finds its guide.
pub enum Source<'a> {
    /// The widget has it inside, under its id.
    BuiltIn,
    /// The page holds this JSON.
    Held(&'a str),
}

/// The widget's scripts, from a release.
pub struct Scripts {
    /// The one that defines the element.
    pub class: String,
    /// The one with the WebAssembly.
    pub wasm: String,
}

/// What a release calls the script with the WebAssembly.
pub const WASM: &str = "fault-finder-wasm.js";

/// How the page looks around the widget, and where there is none.
const STYLE: &str = include_str!("pack.css");
/// The id of the element that holds the guide.
const HELD: &str = "fault-finder-guide";

/// The guide as one HTML file around the widget's scripts.
///
/// `languages` are the files that the widget would else load from beside its script, by their names as it asks for them.
/// Fails if a script can not stand in a page, because it would end its own element.
pub fn pack(
    guide: &Guide,
    source: &Source<'_>,
    languages: &[(String, String)],
    Scripts { class, wasm }: &Scripts,
) -> Result<String, String> {
    let holds = |end: &&&str| [class, wasm].iter().any(|it| it.contains(**end));
    if let Some(end) = ["</script", "<!--", "<script"].iter().find(holds) {
        return Err(format!("the script holds “{end}”, so it can not stand in a page"));
    }
    let (name, own) = match source {
        Source::BuiltIn => (guide.id.clone(), String::new()),
        Source::Held(json) => (format!("#{HELD}"), held(&format!("id=\"{HELD}\""), json)),
    };
    let language = |(name, json): &(String, String)| held(&format!("data-fault-finder=\"{}\"", escaped(name)), json);
    let held: String = [own].into_iter().chain(languages.iter().map(language)).collect();
    let (name, title, intro) = (escaped(&name), escaped(&guide.title), escaped(&guide.intro));
    let product = escaped(&guide.product);
    let (language, plain) = (escaped(&guide.language), print::html(guide));
    Ok(format!(
        r#"<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>{title}</title>
<meta name="description" content="{intro}" />
<link rel="icon" href="data:," />
<style>
{STYLE}</style>
</head>
<body>
<main>
<h1>{product}</h1>
<fault-finder guide="{name}" resume>
{plain}</fault-finder>
</main>
{held}<script>
{class}</script>
<script data-fault-finder="wasm">
{wasm}</script>
</body>
</html>
"#
    ))
}

/// A document as data, in an element with this attribute and in one line. In JSON a `<` occurs in texts only, where it
/// may be written otherwise, and an end of a line never does.
fn held(attribute: &str, json: &str) -> String {
    let json: String = json.lines().map(str::trim).collect();
    format!("<script type=\"application/json\" {attribute}>\n{}\n</script>\n", json.replace('<', "\\u003c"))
}
