//! What `element.js` calls.

use super::guide_file::Original;
use super::language::{self, Spoken};
use super::{attributes, guide_file};
use crate::app::{
    App, AppProps, Kept, Link, Mounted, Msg, dispatch_error, show_failure, stored_language, title_prefix,
};
use crate::session::{Event, Settings, Word, Words};
use js_sys::{Function, Promise};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::future_to_promise;
use web_sys::{Element, HtmlElement};
use yew::Callback;

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
    original: Rc<Original>,
    spoken: Spoken,
    /// What the app was given last, with the session that it began with.
    props: AppProps,
    app: Mounted,
}

/// The session of a widget that was taken out of the page, where there is one, and what it was still asked to do.
#[wasm_bindgen]
#[derive(Debug)]
pub struct KeptSession(Option<Kept>, VecDeque<Msg>);

/// A guide that was loaded, or what is wrong with it.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Loaded {
    name: String,
    guide: Result<Usable, Failed>,
}

/// A guide, the language it speaks, and what is wrong with the one that was wanted.
#[derive(Debug)]
struct Usable {
    original: Rc<Original>,
    spoken: Spoken,
    errors: Vec<String>,
}

/// What is wrong with a guide, and the words to say it among.
#[derive(Debug)]
struct Failed {
    words: Words,
    errors: Vec<String>,
}

#[wasm_bindgen]
impl Loaded {
    /// The name by which the element has asked for the guide.
    #[wasm_bindgen(getter)]
    pub fn name(&self) -> String {
        self.name.clone()
    }

    /// The id of the guide, under which its session is stored; undefined where there is none.
    #[wasm_bindgen(getter)]
    pub fn id(&self) -> Option<String> {
        self.guide.as_ref().ok().map(|it| it.original.guide.id.clone())
    }
}

/// Loads the guide that the element names, in the language that is wanted.
#[wasm_bindgen]
pub async fn load(host: HtmlElement) -> Loaded {
    let name = match attributes::guide_name(&host) {
        Ok(name) => name,
        Err(error) => return Loaded { name: String::new(), guide: Err(failed(&host, vec![error]).await) },
    };
    let guide = match guide_file::load(&host, &name).await {
        Ok(original) => {
            let (settings, _) = attributes::settings(&host);
            let chosen = stored_language(&settings, &original.guide);
            let wanted = language::wanted(&host, chosen, &original.guide);
            let mut errors = Vec::from_iter(wanted.error);
            let spoken = language::speak(&original, &wanted.tag).await.unwrap_or_else(|failed| {
                errors.extend(failed);
                Spoken::of(&original)
            });
            Ok(Usable { original: Rc::new(original), spoken, errors })
        }
        Err(errors) => Err(failed(&host, errors).await),
    };
    Loaded { name, guide }
}

/// There is no guide, which is said in the language that is wanted all the same.
async fn failed(host: &HtmlElement, errors: Vec<String>) -> Failed {
    let words = language::words(language::own(host)).await.unwrap_or_default();
    Failed { words, errors }
}

/// Mounts the widget; answers with nothing where the guide cannot be used, after having said so in a node and by
/// `fault-finder-error`.
///
/// `kept` is what an earlier handle's `unmount` gave back, or undefined. `on_node` is called with the node that is for
/// the element's shadow root, and with whether it will hold the widget. Nothing is dispatched before the caller is done
/// with what it does next. `on_language` is called when the person wants another language, and `on_drawn` once the
/// widget is drawn: where the browser is slow, that is a while after this has returned. `on_step` is called when another
/// step has taken the focus.
#[wasm_bindgen]
pub fn mount(
    host: HtmlElement,
    loaded: Loaded,
    kept: Option<KeptSession>,
    on_node: &Function,
    on_language: Function,
    on_drawn: Function,
    on_step: Function,
) -> Result<Option<Handle>, JsValue> {
    let document = web_sys::window().and_then(|it| it.document()).ok_or(JsValue::UNDEFINED)?;
    let tell = |node: &Element, is_widget: bool| on_node.call2(&JsValue::UNDEFINED, node, &is_widget.into());
    match loaded.guide {
        Ok(Usable { original, spoken, mut errors }) => {
            let (settings, setting_errors) = settings(&host, &original, &spoken);
            errors.extend(setting_errors);
            let on_drawn = {
                let (host, on_drawn) = (host.clone(), callback(on_drawn));
                Callback::from(move |()| {
                    on_drawn.emit(());
                    if !errors.is_empty() {
                        dispatch_error(&host, &loaded.name, &errors);
                    }
                })
            };
            let KeptSession(kept, asked) = kept.unwrap_or(KeptSession(None, VecDeque::new()));
            let props = AppProps {
                host,
                guide: spoken.guide.clone(),
                settings,
                on_language: callback(on_language),
                on_drawn,
                on_step: callback(on_step),
                kept,
                link: Link::default(),
            };
            let app = Mounted::new(&document, props.clone())?;
            for msg in asked {
                app.send(msg);
            }
            tell(app.node(), true)?;
            Ok(Some(Handle { original, spoken, props, app }))
        }
        Err(Failed { words, errors }) => {
            let node = document.create_element("div")?;
            tell(&node, false)?;
            show_failure(node, words, &errors);
            dispatch_error(&host, &loaded.name, &errors);
            Ok(None)
        }
    }
}

/// Calls a function of the caller's, which does not throw.
fn callback(function: Function) -> Callback<()> {
    Callback::from(move |()| {
        let _ = function.call0(&JsValue::UNDEFINED);
    })
}

/// The settings, and what is wrong with the attributes.
fn settings(host: &HtmlElement, original: &Original, spoken: &Spoken) -> (Settings, Vec<String>) {
    let (settings, errors) = attributes::settings(host);
    let languages = language::languages(&original.guide);
    (Settings { words: spoken.words, is_reviewed: spoken.is_reviewed, languages, ..settings }, errors)
}

#[wasm_bindgen]
impl Handle {
    /// Takes over attributes that have changed. The guide stays; another one needs another mount.
    pub fn update(&mut self) {
        let errors = self.draw();
        if !errors.is_empty() {
            dispatch_error(&self.props.host, &self.spoken.guide.id, &errors);
        }
    }

    /// Promises the guide in the language that is wanted by now, for `speak`; undefined where it speaks that already, or
    /// where it did not load, after having said so.
    pub fn learn(&self) -> Promise {
        let (host, original) = (self.props.host.clone(), self.original.clone());
        let chosen = self.app.ask(App::chosen_language).flatten();
        let wanted = language::wanted(&host, chosen, &original.guide);
        if let Some(error) = wanted.error {
            dispatch_error(&host, &original.guide.id, &[error]);
        }
        if self.spoken.is_in(&wanted.tag) {
            return Promise::resolve(&JsValue::UNDEFINED);
        }
        let failed = self.app.sender();
        future_to_promise(async move {
            match language::speak(&original, &wanted.tag).await {
                Ok(spoken) => Ok(spoken.into()),
                Err(errors) => {
                    dispatch_error(&host, &original.guide.id, &errors);
                    failed(Msg::Event(Event::LanguageFailed));
                    Ok(JsValue::UNDEFINED)
                }
            }
        })
    }

    /// Goes on in another language.
    pub fn speak(&mut self, spoken: Spoken) {
        self.spoken = spoken;
        // What is wrong with the attributes was told when they changed.
        self.draw();
    }

    /// Takes the widget out of the page; gives back the session for the next `mount`.
    pub fn unmount(self) -> KeptSession {
        // An app that is not drawn yet still has what it was given.
        let kept = self.app.ask(App::kept).or(self.props.kept);
        KeptSession(kept, self.app.end())
    }

    /// What is needed if the widget panics, when it can no longer be asked: what may stand before the page's own title,
    /// and what to say, a heading and some sentences.
    #[wasm_bindgen(getter)]
    pub fn last_words(&self) -> Vec<String> {
        let (settings, _) = settings(&self.props.host, &self.original, &self.spoken);
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
    /// Goes on under the attributes as they are now; answers with what is wrong with them.
    fn draw(&mut self) -> Vec<String> {
        let (settings, errors) = settings(&self.props.host, &self.original, &self.spoken);
        self.props.guide = self.spoken.guide.clone();
        self.props.settings = settings;
        self.app.update(self.props.clone());
        errors
    }

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
