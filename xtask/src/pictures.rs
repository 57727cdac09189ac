//! The drawings in `guides/pictures/`, as the strokes that a guide has.

use crate::outline::Outline;
use crate::places;
use anyhow::{Context, Result, bail};
use roxmltree::{Document, Node};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::str::FromStr;
use svgtypes::{NumberListParser, Transform};

/// Where they are.
const FOLDER: &str = "guides/pictures";
/// The namespace of their elements.
const SVG: &str = "http://www.w3.org/2000/svg";
/// How the lines of a guide that hold its pictures begin and end.
const BEGIN: &str = "\n  \"pictures\": {\n";
const END: &str = "\n  }";

/// A drawing as a guide has it.
#[derive(Debug, PartialEq)]
pub struct Drawing {
    size: [f64; 2],
    /// Style and path data.
    strokes: Vec<[String; 2]>,
}

/// All drawings, by name.
pub fn all() -> Result<BTreeMap<String, Drawing>> {
    let mut drawings = BTreeMap::new();
    for entry in fs::read_dir(places::root().join(FOLDER)).with_context(|| format!("{FOLDER} can not be read"))? {
        let path = entry?.path();
        if path.extension().is_some_and(|it| it == "svg") {
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let drawing = read(&fs::read_to_string(&path)?).with_context(|| format!("{FOLDER}/{name}.svg"))?;
            drawings.insert(name, drawing);
        }
    }
    Ok(drawings)
}

/// The guide with these drawings, each on a line of its own. The words stay, and so does a picture with another name.
pub fn with_drawings(document: &str, drawings: &BTreeMap<String, Drawing>) -> Result<String> {
    let Some((before, rest)) = document.split_once(BEGIN) else { return Ok(document.to_owned()) };
    let (block, after) = rest.split_once(END).context("the pictures of the guide have no end")?;
    let mut pictures: Map<String, Value> = serde_json::from_str(&format!("{{{block}}}"))?;
    for (name, drawing) in drawings {
        let Some(Value::Object(picture)) = pictures.get_mut(name) else {
            bail!("no guide has the picture \"{name}\"; it needs a line \"{name}\": {{ \"text\": \"…\" }} there");
        };
        picture.insert("size".to_owned(), json!(drawing.size.map(whole)));
        picture.insert("strokes".to_owned(), json!(drawing.strokes));
    }
    let lines: Vec<String> = pictures.iter().map(|(name, it)| line(name, it)).collect();
    Ok(format!("{before}{BEGIN}{}{END}{after}", lines.join(",\n")))
}

/// The words first, because they are what an author writes.
fn line(name: &str, picture: &Value) -> String {
    let fields = ["text", "size", "strokes", "image"].into_iter().filter_map(|it| Some((it, picture.get(it)?)));
    let fields: Vec<String> = fields.map(|(name, value)| format!("\"{name}\": {value}")).collect();
    format!("    {}: {{ {} }}", json!(name), fields.join(", "))
}

/// A whole number without `.0`.
#[expect(clippy::cast_possible_truncation, reason = "a saturating cast is what a size needs")]
fn whole(number: f64) -> Value {
    if number.fract() == 0.0 { json!(number as i64) } else { json!(number) }
}

fn read(svg: &str) -> Result<Drawing> {
    let document = Document::parse(svg)?;
    let root = document.root_element();
    let view_box: Vec<f64> = NumberListParser::from(attribute(root, "viewBox")?).collect::<Result<_, _>>()?;
    let [0.0, 0.0, width, height] = view_box[..] else { bail!("the viewBox must begin with 0 0") };
    let mut strokes = Vec::new();
    collect(root, &Transform::default(), &mut strokes)?;
    Ok(Drawing { size: [width, height], strokes })
}

fn collect(parent: Node<'_, '_>, outer: &Transform, strokes: &mut Vec<[String; 2]>) -> Result<()> {
    for node in parent.children().filter(Node::is_element) {
        let own = node.attribute("transform").map_or_else(|| Ok(Transform::default()), Transform::from_str)?;
        let transform = multiplied(outer, &own);
        if node.has_tag_name((SVG, "g")) {
            collect(node, &transform, strokes)?;
        } else {
            strokes.push([attribute(node, "class")?.to_owned(), outline(node)?.path_data(&transform)?]);
        }
    }
    Ok(())
}

fn outline(node: Node<'_, '_>) -> Result<Outline> {
    let number = |name: &str| -> Result<f64> {
        node.attribute(name).map_or(Ok(0.0), str::parse).with_context(|| format!("{name} is no number"))
    };
    match node.tag_name().name() {
        "path" => Outline::path(attribute(node, "d")?),
        "polyline" => Outline::path(&format!("M{}", attribute(node, "points")?)),
        "line" => Ok(Outline::line([number("x1")?, number("y1")?], [number("x2")?, number("y2")?])),
        "circle" => Ok(Outline::ellipse([number("cx")?, number("cy")?], [number("r")?, number("r")?])),
        "ellipse" => Ok(Outline::ellipse([number("cx")?, number("cy")?], [number("rx")?, number("ry")?])),
        "rect" => {
            let size = [number("width")?, number("height")?];
            Ok(Outline::rectangle([number("x")?, number("y")?], size, number("rx")?))
        }
        other => bail!("<{other}> is not known here; there are: g, path, polyline, line, circle, ellipse, rect"),
    }
}

fn attribute<'a>(node: Node<'a, '_>, name: &str) -> Result<&'a str> {
    node.attribute(name).with_context(|| format!("a <{}> has no attribute \"{name}\"", node.tag_name().name()))
}

/// What is inside is moved by the inner one first.
fn multiplied(outer: &Transform, inner: &Transform) -> Transform {
    let turned = |x: f64, y: f64| [outer.a * x + outer.c * y, outer.b * x + outer.d * y];
    let [right, down] = [turned(inner.a, inner.b), turned(inner.c, inner.d)];
    let to = turned(inner.e, inner.f);
    Transform::new(right[0], right[1], down[0], down[1], to[0] + outer.e, to[1] + outer.f)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn svg(shapes: &str) -> String {
        format!("<svg xmlns=\"{SVG}\" viewBox=\"0 0 20 10\">{shapes}</svg>")
    }

    fn check(shape: &str, expected: &str) {
        assert_eq!(read(&svg(shape)).unwrap().strokes, [["line".to_owned(), expected.to_owned()]], "{shape}");
    }

    #[test]
    fn each_shape_becomes_path_data() {
        check(r#"<line class="line" x1="1" y1="2" x2="3.04" y2="2"/>"#, "M1 2h2");
        check(r#"<polyline class="line" points="1,2 3,4 3,9"/>"#, "M1 2l2 2v5");
        check(r#"<circle class="line" cx="5" cy="5" r="2"/>"#, "M3 5a2 2 0 0 1 4 0 2 2 0 0 1-4 0z");
        check(r#"<ellipse class="line" cx="5" cy="5" rx="2" ry="1"/>"#, "M3 5a2 1 0 0 1 4 0 2 1 0 0 1-4 0z");
        check(r#"<rect class="line" x="1" y="1" width="4" height="2"/>"#, "M1 1h4v2h-4z");
        check(r#"<path class="line" d="M10 10C10.5 11 12 12.25 9.5 8"/>"#, "M10 10c.5 1 2 2.3-.5-2");
        check(r#"<path class="line" d="M1 1h1l1 0q1 1 2 2t3 3"/>"#, "M1 1h1 1q1 1 2 2t3 3");
    }

    #[test]
    fn what_is_moved_turned_or_mirrored_is_written_where_it_ends_up() {
        check(r#"<g transform="translate(5 1)"><path class="line" d="M1 1h2"/></g>"#, "M6 2h2");
        check(r#"<g transform="rotate(90)"><path class="line" d="M1 1h2"/></g>"#, "M-1 1v2");
        let mirrored = r#"<g transform="translate(9) scale(-1 1)"><path class="line" d="M1 1a3 3 0 0 1 2 2"/></g>"#;
        check(mirrored, "M8 1a3 3 0 0 0-2 2");
    }

    #[test]
    fn what_a_guide_can_not_hold_is_told() {
        let fails = |shapes: &str| read(&svg(shapes)).unwrap_err().to_string();
        assert!(fails("<text class=\"line\">A</text>").contains("<text> is not known here"));
        assert!(fails("<path d=\"M1 1\"/>").contains("no attribute \"class\""));
        let squeezed = "<g transform=\"scale(2 1)\"><circle class=\"line\" r=\"1\"/></g>";
        assert!(fails(squeezed).contains("both directions alike"));
    }

    #[test]
    fn the_lines_of_a_guide_are_replaced_and_its_words_stay() {
        let drawings =
            || BTreeMap::from([("lamp".to_owned(), read(&svg("<circle class=\"line\" r=\"1\"/>")).unwrap())]);
        let before = "{\n  \"a\": 1,\n  \"pictures\": {\n    \"lamp\": { \"text\": \"A lamp.\" },\n    \"other\": { \"text\": \"It.\", \"image\": \"https://a.example\" }\n  },\n  \"b\": {\n  }\n}\n";
        let after = with_drawings(before, &drawings()).unwrap();
        let stroke = "[\"line\",\"M-1 0a1 1 0 0 1 2 0 1 1 0 0 1-2 0z\"]";
        let line = format!("\"lamp\": {{ \"text\": \"A lamp.\", \"size\": [20,10], \"strokes\": [{stroke}] }}");
        assert_eq!(after, before.replace("\"lamp\": { \"text\": \"A lamp.\" }", &line));
        assert_eq!(with_drawings(&after, &drawings()).unwrap(), after);
        assert_eq!(with_drawings("{}", &drawings()).unwrap(), "{}");
        let missing = with_drawings(&before.replace("lamp", "lamps"), &drawings()).unwrap_err();
        assert!(missing.to_string().contains("no guide has the picture \"lamp\""), "{missing}");
    }
}
