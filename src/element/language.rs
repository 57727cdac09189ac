//! In which language the widget speaks, and where it learns it.

use super::file::{self, Demands};
use super::guide_file::{Original, in_words};
use super::{assets, attributes};
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
}

/// The languages that there are for a guide; its own is the first.
pub(super) fn languages(guide: &Guide) -> Vec<String> {
    let translations = guide.translations.iter().map(|(tag, _)| tag);
    [guide.language.as_str()].into_iter().chain(translations).map(str::to_owned).collect()
}

/// The first of these wishes that there is a language for; a region or script more than we know does not matter.
pub(super) fn choose<'a>(wishes: &[String], languages: &'a [String]) -> Option<&'a String> {
    let fits = |wish: &str, tag: &str| {
        let longer = wish.get(..tag.len()).is_some_and(|it| it.eq_ignore_ascii_case(tag));
        longer && matches!(wish.as_bytes().get(tag.len()), None | Some(b'-'))
    };
    wishes.iter().find_map(|wish| languages.iter().filter(|it| fits(wish, it)).max_by_key(|it| it.len()))
}

/// What the person or the page wants, the greatest wish first.
pub(super) fn wishes(host: &HtmlElement, chosen: Option<String>) -> Vec<String> {
    let nearest = host.closest("[lang]").ok().flatten().and_then(|it| attributes::of_any(&it, "lang"));
    let browser = web_sys::window().map(|it| it.navigator().languages()).unwrap_or_default();
    chosen.into_iter().chain(nearest).chain(browser.iter().filter_map(|it| it.as_string())).collect()
}

/// The guide in this language. Fails with what is wrong, each in one sentence.
pub(super) async fn speak(original: &Original, tag: &str) -> Result<Spoken, Vec<String>> {
    let own = &original.guide.language;
    let words = words(tag).await;
    let Some(file) = original.guide.translations.get(tag).filter(|_| tag != own) else {
        return Ok(Spoken { words: words.unwrap_or_default(), ..Spoken::of(original) });
    };
    let of_language = |error: String| vec![format!("lang: {error}")];
    let translation = load_translation(original, file).await.map_err(of_language)?;
    let words = words.map_err(of_language)?;
    if translation.text("id") != Some(&original.guide.id) {
        return Err(of_language(format!("{} is no translation of this guide", file.url())));
    }
    let mut document = original.document.clone();
    guide::translate(&mut document, &translation);
    let guide = Rc::new(guide::read_value(&document).map_err(|it| in_words(&it))?);
    Ok(Spoken { guide, words, is_reviewed: translation.field("reviewed_by").is_some() })
}

/// The widget's own words in a language; those that there are for none are English.
pub(super) async fn words(tag: &str) -> Result<Words, String> {
    let primary = tag.split('-').next().unwrap_or(tag);
    let Some((tag, _)) = LANGUAGES.iter().skip(1).find(|(it, _)| it.eq_ignore_ascii_case(primary)) else {
        return Ok(Words::default());
    };
    if let Some(known) = KNOWN.with_borrow(|it| it.iter().find(|it| it.tag() == *tag).copied()) {
        return Ok(known);
    }
    let name = format!("locales/{tag}.json");
    let demands = Demands { integrity: assets::integrity(&name), origin_of: None };
    let document = load(assets::url(&name), &name, &demands).await?;
    let words = Words::read(&document, NUMBERS).filter(|it| it.tag() == *tag);
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
        None => file::fetch(&assets::of_version(url, demands.integrity.as_deref()), demands).await?,
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
