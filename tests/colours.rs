//! What the style sheets draw can be read: each colour of text and of a control on each ground that it may stand on, in
//! both themes, as the sheets themselves say it. A colour that is used in a new way is refused until it is thought of.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// What EMBEDDING.md promises of text on its ground.
const TEXT: f64 = 7.0;
/// What it promises of controls.
const CONTROL: f64 = 4.5;
/// What WCAG 2.2 asks of what is drawn.
const DRAWN: f64 = 3.0;

/// How much `.button.primary:hover` and the like are brightened.
const BRIGHTNESS: f64 = 1.1;

/// What the words beside it say as well, and what only divides: these need no contrast.
const DECORATION: [&str; 5] = ["line", "glow", "green-light", "orange-light", "red-light"];
/// What a person presses or types into.
const CONTROLS: [&str; 6] = [".button", ".text-button", ".field", "input", "textarea", "summary"];
/// What has a ground of its own on which no text stands.
const WITHOUT_TEXT: [&str; 4] = [".meter", ".checks input", ".code", ".dot"];
/// What else makes a colour another one, and where that may be.
const CHANGES: [(&str, &str, &str); 7] = [
    // The sign in a checkbox is there or not.
    (".checks input::before", "opacity", "0"),
    (".checks input:checked::before", "opacity", "1"),
    (".button.primary:hover", "filter", "brightness(1.1)"),
    (".button.danger:hover", "filter", "brightness(1.1)"),
    // What shines around a light, and a light that flashes.
    (".picture .halo", "opacity", "0.28"),
    ("50%", "opacity", "0"),
    (".dot:not(.off)", "box-shadow", "0 0 0 4px color-mix(in srgb, var(--_ff-colour) 25%, transparent)"),
];

/// How the custom properties begin that are the widget's own.
const PRIVATE: &str = "--_ff-";

type Colour = [f64; 3];

/// One declaration of one selector.
#[derive(Clone)]
struct Rule {
    selector: String,
    property: String,
    value: String,
}

fn read(file: &str) -> String {
    fs::read_to_string(format!("{}/{file}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// The declarations of a sheet, one by one, without those for forced colours, which are the browser's own.
fn rules(file: &str) -> Vec<Rule> {
    let text = read(file);
    let bare: String = text
        .split("/*")
        .enumerate()
        .map(|(idx, it)| if idx == 0 { it } else { it.split_once("*/").unwrap().1 })
        .collect();
    let mut around: Vec<String> = Vec::new();
    let mut found = Vec::new();
    let mut rest = bare.as_str();
    while let Some(end) = rest.find(['{', '}', ';']) {
        let said = rest[..end].split_whitespace().collect::<Vec<_>>().join(" ");
        match &rest[end..=end] {
            "{" => around.push(said),
            "}" => drop(around.pop().unwrap()),
            _ if around.iter().any(|it| it.contains("forced-colors")) => {}
            _ => {
                let (property, value) = said.split_once(": ").unwrap();
                let selectors = split(around.last().unwrap());
                found.extend(selectors.into_iter().map(|selector| Rule {
                    selector,
                    property: property.to_owned(),
                    value: value.to_owned(),
                }));
            }
        }
        rest = &rest[end + 1..];
    }
    assert!(around.is_empty() && found.len() > 30, "{file} could not be read");
    found
}

/// The parts of a list, where a comma in brackets divides nothing.
fn split(list: &str) -> Vec<String> {
    let mut depth = 0;
    let mut parts = vec![String::new()];
    for it in list.chars() {
        depth += i32::from(it == '(') - i32::from(it == ')');
        if it == ',' && depth == 0 {
            parts.push(String::new());
        } else {
            parts.last_mut().unwrap().push(it);
        }
    }
    parts.iter().map(|it| it.trim().to_owned()).collect()
}

/// The colours of one theme by their names: 0 is light, 1 is dark.
fn theme(idx: usize) -> BTreeMap<String, Colour> {
    let all = rules("styles/tokens.css").into_iter().chain(rules("styles/picture.css"));
    let named = all.filter_map(|it| {
        let pair = it.value.split_once("light-dark(")?.1.trim_end_matches(')').to_owned();
        Some((it.property.strip_prefix(PRIVATE)?.to_owned(), colour(pair.split(", ").nth(idx)?)))
    });
    named.collect()
}

fn colour(hex: &str) -> Colour {
    let part = |at: usize| f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0;
    [part(1), part(3), part(5)]
}

fn luminance(colour: Colour) -> f64 {
    let linear = |it: f64| if it <= 0.040_45 { it / 12.92 } else { ((it + 0.055) / 1.055).powf(2.4) };
    0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2])
}

fn contrast(one: Colour, other: Colour) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// The names of the colours in a value.
fn names(value: &str) -> Vec<String> {
    let ends = |it: &str| it.split([')', ',']).next().unwrap().to_owned();
    let is_colour = |it: &String| theme(0).contains_key(it);
    value.split(&format!("var({PRIVATE}")).skip(1).map(ends).filter(is_colour).collect()
}

fn is_one_of(selector: &str, parts: &[&str]) -> bool {
    parts.iter().any(|it| selector.contains(it))
}

/// The colour that a rule with this selector gives to its ground.
fn ground_of(selector: &str, rules: &[Rule]) -> Option<String> {
    let rule = rules.iter().find(|it| it.selector == selector && it.property == "background")?;
    names(&rule.value).pop()
}

/// What a colour of text stands on: the ground that its own rule has, or one around it in the selector, or any.
fn grounds_of(selector: &str, rules: &[Rule], any: &BTreeSet<String>) -> BTreeSet<String> {
    let around = selector.rsplit_once(' ').map(|(it, _)| it);
    let own = [Some(selector), around].into_iter().flatten().find_map(|it| ground_of(it, rules));
    own.map_or_else(|| any.clone(), |it| BTreeSet::from([it]))
}

/// The grounds that text of any colour may stand on: all that are not there for one colour alone.
fn text_grounds(rules: &[Rule]) -> BTreeSet<String> {
    let has_own_ink = |selector: &str| {
        rules
            .iter()
            .any(|it| it.selector == selector && it.property == "color" && !names(&it.value).contains(&"ink".into()))
    };
    let grounds = rules.iter().filter(|it| it.property == "background" && !has_own_ink(&it.selector));
    grounds.filter(|it| !is_one_of(&it.selector, &WITHOUT_TEXT)).flat_map(|it| names(&it.value)).collect()
}

/// Each pair of an ink and a ground, with who says so, and the least contrast of the two.
fn pairs(rules: &[Rule]) -> Vec<(String, String, String, f64)> {
    let any = text_grounds(rules);
    let mut pairs = Vec::new();
    for Rule { selector, property, value } in rules {
        let (least, grounds) = match property.as_str() {
            "color" => (TEXT, grounds_of(selector, rules, &any)),
            // The sign in a checkbox.
            it if it.starts_with("border") && selector.ends_with("input::before") => {
                (CONTROL, ["accent".into()].into())
            }
            it if it.starts_with("border") || it.starts_with("outline") => (CONTROL, any.clone()),
            // How far it is, on what is still to come.
            "background" if selector.contains("-value") || selector.contains("-moz-progress") => {
                (CONTROL, ["line".into()].into())
            }
            _ => continue,
        };
        let is_control = property == "color" || is_one_of(selector, &CONTROLS);
        for ink in names(value).into_iter().filter(|it| is_control || !DECORATION.contains(&it.as_str())) {
            pairs.extend(grounds.iter().map(|it| (selector.clone(), ink.clone(), it.clone(), least)));
        }
    }
    pairs
}

fn is_readable(selector: &str, (ink, on): (&str, Colour), (ground, under): (&str, Colour), least: f64) {
    let ratio = contrast(on, under);
    assert!(ratio >= least, "{selector}: {ink} on {ground} has a contrast of {ratio:.2} : 1, and not of {least} : 1");
}

#[test]
fn text_and_controls_have_the_contrast_that_is_promised() {
    let rules = rules("styles/widget.css");
    let expected = ["glow-tint", "mist", "paper", "stop-tint", "tint"];
    assert_eq!(text_grounds(&rules).iter().collect::<Vec<_>>(), expected);
    let pairs = pairs(&rules);
    for (selector, ink, ground) in [
        (".field", "edge", "glow-tint"),
        (".button", "ink", "paper"),
        (".button.primary", "on-accent", "accent"),
        (".stop b", "stop", "stop-tint"),
        (".text-button", "accent", "tint"),
    ] {
        assert!(
            pairs.iter().any(|it| (&*it.0, &*it.1, &*it.2) == (selector, ink, ground)),
            "{selector}: {ink}, {ground}"
        );
    }
    for colours in [theme(0), theme(1)] {
        for (selector, ink, ground, least) in &pairs {
            is_readable(selector, (ink, colours[ink]), (ground, colours[ground]), *least);
        }
    }
}

#[test]
fn what_is_brightened_can_be_read_as_well() {
    for colours in [theme(0), theme(1)] {
        for (ink, ground) in [("on-accent", "accent"), ("on-stop", "stop"), ("ink", "paper")] {
            let bright = |it: &str| colours[it].map(|part| (part * BRIGHTNESS).min(1.0));
            is_readable(":hover", (ink, bright(ink)), (ground, bright(ground)), TEXT);
        }
    }
}

#[test]
fn the_lines_of_pictures_stand_out_from_what_they_are_drawn_on() {
    let rules = rules("styles/picture.css");
    let fills = rules.iter().filter(|it| ["fill", "background"].contains(&&*it.property));
    let fills: BTreeMap<_, _> = fills
        .filter(|it| it.value.contains("var(") && !it.value.contains("--_ff-colour"))
        .map(|it| (&*it.selector, &*it.value))
        .collect();
    assert!(fills.len() > 5);
    for colours in [theme(0), theme(1)] {
        for (selector, value) in fills.iter().filter(|it| !is_decoration(it.1)) {
            let inks: &[&str] = if selector.contains(".deep") { &["ink"] } else { &["ink", "edge", "accent"] };
            for ink in inks {
                is_readable(selector, (ink, colours[*ink]), (value, mixed(value, &colours)), DRAWN);
            }
        }
    }
}

fn is_decoration(value: &str) -> bool {
    names(value).iter().all(|it| DECORATION.contains(&&**it)) && !value.contains("color-mix")
}

/// What a fill looks like: a colour, or one mixed with another.
fn mixed(value: &str, colours: &BTreeMap<String, Colour>) -> Colour {
    let names = names(value);
    let [one, other] = names.as_slice() else { return colours[&names[0]] };
    let share: f64 = value.split_once("%, ").unwrap().0.rsplit_once(' ').unwrap().1.parse().unwrap();
    let mix = |idx: usize| colours[one][idx].mul_add(share / 100.0, colours[other][idx] * (1.0 - share / 100.0));
    [mix(0), mix(1), mix(2)]
}

#[test]
fn no_colour_comes_from_elsewhere() {
    let draws = ["color", "background", "border", "outline", "fill", "stroke", "shadow", "opacity", "filter", "blend"];
    let draws = |it: &Rule| draws.iter().any(|part| it.property.contains(part));
    for file in ["styles/widget.css", "styles/picture.css"] {
        for Rule { selector, property, value } in rules(file).iter().filter(|it| draws(it)) {
            let is_change = CHANGES.contains(&(&**selector, &**property, &**value));
            // A code for phones is as they need it.
            let is_mix =
                property == "fill" && selector.starts_with(".picture") && value.starts_with("color-mix(in srgb,");
            let is_plain = !is_faded(property) && value.split([' ', ',']).all(is_plain);
            assert!(
                is_change || is_mix || selector == ".code" || is_plain,
                "{file}: {selector} {{ {property}: {value} }}"
            );
        }
    }
}

fn is_faded(property: &str) -> bool {
    ["opacity", "filter", "blend"].iter().any(|it| property.contains(it))
}

/// A colour by its name, or a word that is no colour.
fn is_plain(word: &str) -> bool {
    let words = ["", "none", "inherit", "solid", "dashed", "round", "hidden", "no-preference"];
    let is_radius = word.starts_with("min(") || word.starts_with("var(--_ff-radius");
    let is_length = word.starts_with(|it: char| it.is_ascii_digit() || it == '-') || is_radius;
    is_length || words.contains(&word) || word == "var(--_ff-colour)" || !names(word).is_empty()
}

/// A page may register any name of its own as something else, and that reaches into shadow roots.
#[test]
fn each_custom_property_is_public_or_begins_as_no_name_of_a_page_does() {
    let scripts = ["contrast.js", "bars.js", "shadow.js"].map(|it| format!("src/element/{it}"));
    let sheets = ["tokens.css", "widget.css", "picture.css"].map(|it| format!("styles/{it}"));
    for file in scripts.iter().chain(&sheets) {
        let text = read(file);
        let names = text
            .match_indices("--")
            .filter(|(at, _)| !text[..*at].ends_with(|it: char| it == '-' || it.is_alphanumeric()));
        let names: Vec<_> = names
            .map(|(at, _)| text[at..].split(|it: char| it != '-' && it != '_' && !it.is_alphanumeric()).next().unwrap())
            .filter(|it| it.len() > 2)
            .collect();
        assert!(!names.is_empty(), "{file} has no custom property");
        for name in names {
            assert!(name.starts_with(PRIVATE) || name.starts_with("--fault-finder-"), "{file}: {name}");
        }
    }
}

#[test]
fn where_light_dark_is_unknown_the_colours_are_the_light_ones() {
    let tokens = rules("styles/tokens.css");
    let plain: Vec<_> =
        tokens.iter().filter(|it| it.value.contains(", #") && !it.value.contains("light-dark")).collect();
    assert!(plain.len() > 10);
    for Rule { property, value, .. } in plain {
        let start = value.trim_end_matches(')').replace(", #", ", light-dark(#");
        let both = tokens.iter().find(|it| it.property == *property && it.value.contains("light-dark(")).unwrap();
        assert!(both.value.starts_with(&format!("{start}, ")), "{property}: {value}");
    }
}

#[test]
fn the_table_of_the_colours_has_both_themes() {
    let table = read("EMBEDDING.md");
    let tokens = rules("styles/tokens.css").into_iter().filter(|it| it.value.contains("light-dark("));
    for Rule { property, value, .. } in tokens {
        let row = table
            .lines()
            .find(|it| it.starts_with(&format!("| `--fault-finder-{}`", property.trim_start_matches(PRIVATE))));
        let (light, dark) = value.split_once("light-dark(").unwrap().1.trim_end_matches(')').split_once(", ").unwrap();
        assert!(row.unwrap().ends_with(&format!("| `{light}` | `{dark}` |")), "{property}: {value}");
    }
}

/// What a host's theme is measured by are the pairs that the sheets make, where they make a certain one, and no colour
/// of text is left out.
#[test]
fn a_theme_is_measured_by_the_same_pairs() {
    let script = read("src/element/contrast.js");
    let list = script.split_once("const INKS = [").unwrap().1.split_once("];").unwrap().0;
    let mut measured = BTreeSet::new();
    for row in list.lines().filter(|it| it.contains('[')) {
        let names: Vec<_> = row.split('"').skip(1).step_by(2).collect();
        measured.extend(names[1..].iter().map(|it| (names[0].to_owned(), (*it).to_owned())));
    }
    let rules = rules("styles/widget.css");
    let any = text_grounds(&rules);
    assert!(any.iter().all(|it| measured.contains(&("ink".to_owned(), it.clone()))));
    let texts = rules.iter().filter(|it| it.property == "color");
    for Rule { selector, value, .. } in texts {
        let grounds = grounds_of(selector, &rules, &any);
        let certain = if grounds == any { BTreeSet::from(["paper".to_owned()]) } else { grounds };
        for pair in names(value).into_iter().flat_map(|ink| certain.iter().map(move |it| (ink.clone(), it.clone()))) {
            assert!(measured.contains(&pair), "{selector}: {pair:?}");
        }
    }
    assert!(measured.contains(&("edge".to_owned(), "paper".to_owned())));
}
