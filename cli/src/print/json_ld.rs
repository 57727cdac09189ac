//! The guide as data for search engines, in the words of schema.org.

use fault_finder::guide::{Guide, Repair};
use serde_json::{Value, json};

/// A `HowTo` with one step per repair, as one line of HTML.
///
/// It has the article's repairs first, as the printed guide has them, and no more than that: search engines show the
/// steps, and leave the diagnosis to the page.
pub(super) fn how_to(guide: &Guide) -> String {
    let others = guide.repairs.iter().filter(|it| it.article.is_none());
    let steps: Vec<Value> = guide.article().into_iter().chain(others).map(step).collect();
    let data = json!({
        "@context": "https://schema.org",
        "@type": "HowTo",
        "name": guide.title,
        "description": guide.intro,
        "inLanguage": guide.language,
        "about": { "@type": "Product", "name": guide.product },
        "step": steps,
    });
    // In JSON a `<` occurs in texts only, where it may be written otherwise; so no text can end the element.
    format!("<script type=\"application/ld+json\">{}</script>\n", data.to_string().replace('<', "\\u003c"))
}

fn step(repair: &Repair) -> Value {
    let texts: Vec<&str> = repair.instructions.iter().map(|it| it.text.as_str()).collect();
    json!({ "@type": "HowToStep", "name": repair.text, "text": texts.join(" ") })
}
