//! In which language the widget speaks, and where it learns it.

use super::assets;
use super::file::{self, Demands};
use super::guide_file::{Original, in_words};
use crate::app::{Unreadable, parse_json};
use crate::guide::{self, Guide, TranslationFile, Value, decimal};
use crate::session::{LANGUAGES, Numbers, Plural, Time, Words};
use js_sys::{Array, Function, Intl, Object, Reflect};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

thread_local! {
    /// The words of the languages that were wanted so far.
    static KNOWN: RefCell<Vec<Words>> = const { RefCell::new(Vec::new()) };
    static CHOICE: RefCell<Option<Choice>> = const { RefCell::new(None) };
}

#[wasm_bindgen]
extern "C" {
    /// What `language.js` knows of languages: the class asks the same before the WebAssembly is there.
    pub type Choice;
    /// The languages that the page and the browser want; the first is the page's, and may be empty.
    #[wasm_bindgen(method)]
    fn wishes(this: &Choice, host: &HtmlElement) -> Vec<String>;
    /// The language that comes closest to the first of these wishes that there is one for.
    #[wasm_bindgen(method)]
    fn choose(this: &Choice, wishes: Vec<String>, languages: Vec<String>) -> Option<String>;
}

/// Says how a language is chosen.
#[wasm_bindgen]
pub fn chooses_by(choice: Choice) {
    CHOICE.set(Some(choice));
}

/// A guide and the widget's own words in one language.
#[wasm_bindgen]
#[derive(Clone, Debug)]
pub struct Spoken {
    pub(super) guide: Rc<Guide>,
    pub(super) words: Words,
    pub(super) is_reviewed: bool,
}

impl Spoken {
    /// The guide as it was written.
    pub(super) fn of(original: &Original) -> Spoken {
        Spoken { guide: original.guide.clone(), words: Words::default(), is_reviewed: true }
    }

    /// Whether this is the guide in this language, with the words that there are for it.
    pub(super) fn is_in(&self, tag: &str) -> bool {
        self.guide.language == tag && self.words.tag() == own_for(vec![tag.to_owned()])
    }
}

/// The languages that there are for a guide; its own is the first.
pub(super) fn languages(guide: &Guide) -> Vec<String> {
    let translations = guide.translations.iter().map(|(tag, _)| tag);
    [guide.language.as_str()].into_iter().chain(translations).map(str::to_owned).collect()
}

/// What is wanted of a guide.
pub(super) struct Wanted {
    /// The language of the guide that comes closest.
    pub(super) tag: String,
    /// What is wrong with the language that the page wants.
    pub(super) error: Option<String>,
}

/// The language in which a guide is wanted: the person's choice goes before what the page and the browser want.
pub(super) fn wanted(host: &HtmlElement, chosen: Option<String>, guide: &Guide) -> Wanted {
    let languages = languages(guide);
    let around = wishes(host);
    let lacking = around.first().filter(|it| !it.is_empty() && choose(vec![(*it).clone()], &languages).is_none());
    let error = lacking.map(|it| format!("lang: there is no language \"{it}\"; there are: {}", languages.join(", ")));
    let tag = choose(chosen.into_iter().chain(around).collect(), &languages);
    Wanted { tag: tag.unwrap_or_else(|| guide.language.clone()), error }
}

/// The widget's own language that comes closest to what the page and the browser want.
pub(super) fn own(host: &HtmlElement) -> &'static str {
    own_for(wishes(host))
}

fn own_for(wishes: Vec<String>) -> &'static str {
    let tags = LANGUAGES.map(|(tag, _)| tag);
    let found = choose(wishes, &tags.map(str::to_owned));
    found.and_then(|found| tags.into_iter().find(|it| *it == found)).unwrap_or(Words::default().tag())
}

fn wishes(host: &HtmlElement) -> Vec<String> {
    CHOICE.with_borrow(|it| it.as_ref().map(|it| it.wishes(host)).unwrap_or_default())
}

fn choose(wishes: Vec<String>, languages: &[String]) -> Option<String> {
    CHOICE.with_borrow(|it| it.as_ref()?.choose(wishes, languages.to_vec()))
}

/// The guide in this language. Fails with what is wrong, each in one sentence.
pub(super) async fn speak(original: &Original, tag: &str) -> Result<Spoken, Vec<String>> {
    let of_language = |error: String| vec![format!("lang: {error}")];
    let words = words(own_for(vec![tag.to_owned()])).await.map_err(of_language)?;
    let Some(file) = original.guide.translations.get(tag).filter(|_| *tag != original.guide.language) else {
        return Ok(Spoken { words, ..Spoken::of(original) });
    };
    let translation = load_translation(original, file).await.map_err(of_language)?;
    if translation.text("id") != Some(&original.guide.id) {
        return Err(of_language(format!("{} is no translation of this guide", file.url())));
    }
    let mut document = original.document.clone();
    guide::translate(&mut document, &translation);
    let guide = Rc::new(guide::read_value(&document).map_err(|it| in_words(&it))?);
    Ok(Spoken { guide, words, is_reviewed: translation.field("reviewed_by").is_some() })
}

/// The widget's own words in one of its languages.
pub(super) async fn words(tag: &str) -> Result<Words, String> {
    if tag == Words::default().tag() {
        return Ok(Words::default());
    }
    if let Some(known) = KNOWN.with_borrow(|it| it.iter().find(|it| it.tag() == tag).copied()) {
        return Ok(known);
    }
    let name = format!("locales/{tag}.json");
    let demands = Demands { integrity: assets::integrity(&name), origin_of: None };
    let document = load(assets::url(&name), &name, &demands).await?;
    let words = Words::read(&document, NUMBERS).filter(|it| it.tag() == tag);
    let words = words.ok_or_else(|| format!("{name} holds no words of this language"))?;
    KNOWN.with_borrow_mut(|it| it.push(words));
    Ok(words)
}

/// A translation speaks in the name of the guide, so it comes from where that comes from.
async fn load_translation(original: &Original, file: &TranslationFile) -> Result<Value, String> {
    let name = file.url();
    let integrity = if original.is_built_in {
        assets::integrity(&format!("guides/{name}"))
    } else {
        file.integrity().map(str::to_owned)
    };
    let demands = Demands { integrity, origin_of: Some(&original.url) };
    load(assets::resolve(name, &original.url), name, &demands).await
}

/// A file that the page holds, or that is loaded from its URL.
async fn load(url: String, name: &str, demands: &Demands<'_>) -> Result<Value, String> {
    let text = match assets::held(name) {
        Some(text) => text,
        None => file::fetch(&url, demands).await?,
    };
    parse_json(&text).map_err(|it| match it {
        Unreadable::Excess(error) => format!("{name}: {error}"),
        Unreadable::NotJson(error) => file::not_json(name, &error),
    })
}

const NUMBERS: Numbers = Numbers { plural, written, moment };

fn plural(tag: &str, number: f64) -> Plural {
    let rules = Intl::PluralRules::new(&Array::of1(&tag.into()), &Object::new());
    Plural::named(&rules.select(number).as_string().unwrap_or_default())
}

fn written(tag: &str, number: f64) -> String {
    let format = Intl::NumberFormat::new(&Array::of1(&tag.into()), &options(&[])).format();
    called(&format, number).unwrap_or_else(|| decimal(number))
}

/// The browser knows by itself how far the person is from UTC.
#[allow(clippy::cast_precision_loss, reason = "a moment that browsers know is below 2^53 milliseconds")]
fn moment(tag: &str, time: Time, offset_minutes: i32) -> String {
    let options = options(&[("dateStyle", "long"), ("timeStyle", "short"), ("calendar", "gregory")]);
    let format = Intl::DateTimeFormat::new(&Array::of1(&tag.into()), &options).format();
    called(&format, time.0 as f64).unwrap_or_else(|| time.iso(offset_minutes))
}

/// Options for a format. Digits are those that stand in the guides.
fn options(fields: &[(&str, &str)]) -> Object {
    let options = Object::new();
    for (name, value) in [("numberingSystem", "latn")].iter().chain(fields) {
        // A plain object takes any field.
        let _ = Reflect::set(&options, &(*name).into(), &(*value).into());
    }
    options
}

fn called(format: &Function, number: f64) -> Option<String> {
    format.call1(&JsValue::UNDEFINED, &number.into()).ok()?.as_string()
}
