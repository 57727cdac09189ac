//! What `element.js` calls.

use super::shadow::Plain;
use super::{attributes, guide_file, shadow};
use crate::app::{App, AppProps, Link, Mounted, Msg, dispatch_error, show_failure, title_prefix};
use crate::guide::Guide;
use crate::session::{Event, Saved, Word};
use js_sys::{Function, Promise};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, ShadowRoot};

thread_local! {
    /// Whom to tell of a panic: the standard library's hook cannot hold a JavaScript function itself.
    static ON_PANIC: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// Calls `on_panic` with what is wrong if the widget panics. Nothing here can be called after that.
#[wasm_bindgen]
pub fn on_panic(on_panic: Function) {
    ON_PANIC.set(Some(on_panic));
    yew::set_custom_panic_hook(Box::new(|info| {
        if let Some(on_panic) = ON_PANIC.take() {
            // The caller's function does not throw; and nobody is left to be told if it does.
            let _ = on_panic.call1(&JsValue::UNDEFINED, &info.to_string().into());
        }
    }));
}

/// A widget that was mounted.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Handle {
    host: HtmlElement,
    guide: Rc<Guide>,
    app: Mounted,
}

/// A guide that was loaded, or what is wrong with it.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Loaded {
    name: String,
    guide: Result<Rc<Guide>, Vec<String>>,
}

/// Loads the guide that the element names.
#[wasm_bindgen]
pub async fn load(host: HtmlElement) -> Loaded {
    match attributes::guide_name(&host) {
        Ok(name) => Loaded { guide: guide_file::load(&host, &name).await.map(Rc::new), name },
        Err(error) => Loaded { name: String::new(), guide: Err(vec![error]) },
    }
}

/// Mounts the widget into the element's shadow root; answers with nothing where the guide cannot be used, after having
/// said so in the shadow root and by `fault-finder-error`.
///
/// `kept` is what an earlier handle's `unmount` gave back, or undefined. Nothing is dispatched before the caller is
/// done with what it does next.
#[wasm_bindgen]
pub fn mount(host: HtmlElement, shadow: &ShadowRoot, loaded: Loaded, kept: JsValue) -> Result<Option<Handle>, JsValue> {
    let (settings, setting_errors) = attributes::settings(&host);
    let document = shadow.owner_document().ok_or(JsValue::UNDEFINED)?;
    match loaded.guide {
        Ok(guide) => {
            if !setting_errors.is_empty() {
                dispatch_error(&host, &loaded.name, &setting_errors);
            }
            let kept: Option<Saved> = serde_wasm_bindgen::from_value(kept).ok();
            let props = AppProps { host: host.clone(), guide: guide.clone(), settings, kept, link: Link::default() };
            let app = Mounted::new(&document, props)?;
            shadow::fill(&document, shadow, app.node(), Plain::Hidden)?;
            Ok(Some(Handle { host, guide, app }))
        }
        Err(errors) => {
            let node = document.create_element("div")?;
            shadow::fill(&document, shadow, &node, Plain::Shown)?;
            show_failure(node, settings.words, &errors);
            dispatch_error(&host, &loaded.name, &errors);
            Ok(None)
        }
    }
}

#[wasm_bindgen]
impl Handle {
    /// Takes over attributes that have changed. The guide stays; another one needs another mount.
    pub fn update(&mut self) {
        let (settings, errors) = attributes::settings(&self.host);
        if !errors.is_empty() {
            dispatch_error(&self.host, &self.guide.id, &errors);
        }
        let (host, guide) = (self.host.clone(), self.guide.clone());
        let props = AppProps { host, guide, settings, kept: None, link: Link::default() };
        self.app.update(props);
    }

    /// Takes the widget out of the page; gives back the session for the next `mount`.
    pub fn unmount(self) -> JsValue {
        let saved = self.app.ask(App::saved);
        self.app.end();
        to_js(&saved)
    }

    /// Removes what is stored, because the host does not want it stored any more.
    pub fn unstore(&self) {
        // An app that is not drawn yet has stored nothing.
        let _ = self.app.ask(App::unstore);
    }

    /// What is needed if the widget panics, when it can no longer be asked: what may stand before the page's own title,
    /// and what to say, a heading and some sentences.
    #[wasm_bindgen(getter)]
    pub fn last_words(&self) -> Vec<String> {
        let (settings, _) = attributes::settings(&self.host);
        let prefix = title_prefix(settings.words.text(Word::TimeIsUp));
        [prefix].into_iter().chain(settings.apology().into_iter().map(str::to_owned)).collect()
    }

    /// What was found and tried, as a plain object.
    #[wasm_bindgen(getter)]
    pub fn record(&self) -> JsValue {
        to_js(&self.app.ask(App::record))
    }

    /// Moves the focus to the step at hand.
    pub fn start(&self) -> Promise {
        self.settled(Msg::Entered)
    }

    /// Starts the session again.
    pub fn restart(&self) -> Promise {
        self.settled(|settle| Msg::Called(Event::Restarted, settle))
    }

    /// Goes back one step.
    pub fn back(&self) -> Promise {
        self.settled(|settle| Msg::Called(Event::WentBack, settle))
    }

    /// Starts again and removes what is stored.
    pub fn forget(&self) -> Promise {
        self.settled(|settle| Msg::Called(Event::Forgotten, settle))
    }

    /// Answers the step at hand. An answer to another step, or a name that does not exist, changes nothing.
    pub fn answer(&self, step: &str, choice: &str) -> Promise {
        self.settled(|settle| Msg::Answered(step.to_owned(), choice.to_owned(), settle))
    }
}

impl Handle {
    /// A promise that settles once what the message brings about is drawn.
    fn settled(&self, msg: impl FnOnce(Function) -> Msg) -> Promise {
        let mut msg = Some(msg);
        Promise::new(&mut |resolve, _reject| {
            if let Some(msg) = msg.take() {
                self.app.send(msg(resolve));
            }
        })
    }
}

fn to_js<T: Serialize>(value: &T) -> JsValue {
    value.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::UNDEFINED)
}
