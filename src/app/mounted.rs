//! An app in the page. Yew never takes its listeners from the node that it has drawn in, so that node, with all that
//! hangs on it, would stay for good; the nodes of apps that have ended are used again instead.

use super::component::{App, AppProps, Msg};
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use web_sys::{Document, Element};
use yew::html::Scope;
use yew::{AppHandle, Renderer, prelude::*};

thread_local! {
    /// The places whose apps have ended.
    static VACANT: RefCell<Vec<Place>> = const { RefCell::new(Vec::new()) };
    static N_MOUNTED: Cell<u32> = const { Cell::new(0) };
}

/// A node, and what draws in it.
#[derive(Debug)]
struct Place {
    node: Element,
    holder: AppHandle<Holder>,
}

/// An app that draws in a node of its own.
#[derive(Debug)]
pub struct Mounted {
    place: Place,
    /// Tells the apps that follow each other in a place apart.
    number: u32,
    link: Link,
}

impl Mounted {
    /// An app that will be drawn; `node` is to be put into the page.
    pub fn new(document: &Document, props: AppProps) -> Result<Mounted, JsValue> {
        let place = match VACANT.with_borrow_mut(Vec::pop) {
            Some(place) => place,
            None => Place::new(document.create_element("div")?),
        };
        let mut mounted = Mounted { place, number: N_MOUNTED.get(), link: Link::default() };
        N_MOUNTED.set(mounted.number + 1);
        mounted.update(props);
        Ok(mounted)
    }

    /// What the app draws in.
    pub fn node(&self) -> &Element {
        &self.place.node
    }

    /// Takes over properties that have changed.
    pub fn update(&mut self, props: AppProps) {
        let props = AppProps { link: self.link.clone(), ..props };
        self.place.holder.update(HolderProps { held: Some((self.number, props)) });
    }

    /// What the app has to say, once it is drawn.
    pub fn ask<T>(&self, question: impl FnOnce(&App) -> T) -> Option<T> {
        let scope = self.link.0.scope.borrow().clone()?;
        scope.get_component().map(|it| question(&it))
    }

    /// Sends a message to the app, which takes it when it is drawn, and soon after that.
    pub fn send(&self, msg: Msg) {
        self.link.send(msg);
    }

    /// What sends messages to the app, also when the caller is gone.
    pub fn sender(&self) -> impl Fn(Msg) + 'static {
        let link = self.link.clone();
        move |msg| link.send(msg)
    }

    /// Ends the app, takes its node out of the page, and gives back the messages that it has not taken.
    pub fn end(mut self) -> VecDeque<Msg> {
        self.place.node.remove();
        self.place.holder.update(HolderProps { held: None });
        VACANT.with_borrow_mut(|it| it.push(self.place));
        self.link.0.waiting.take()
    }
}

impl Place {
    fn new(node: Element) -> Place {
        let holder = Renderer::<Holder>::with_root_and_props(node.clone(), HolderProps { held: None }).render();
        Place { node, holder }
    }
}

/// The way to an app from outside, and what waits for the app to take it.
#[derive(Clone, Debug, Default)]
pub struct Link(Rc<Ends>);

#[derive(Debug, Default)]
struct Ends {
    scope: RefCell<Option<Scope<App>>>,
    waiting: RefCell<VecDeque<Msg>>,
}

impl Link {
    fn send(&self, msg: Msg) {
        self.0.waiting.borrow_mut().push_back(msg);
        if let Some(scope) = &*self.0.scope.borrow() {
            scope.send_message(Msg::Sent);
        }
    }

    /// What was sent first of what was not taken yet. The app takes one for each [`Msg::Sent`], so that what reaches it by
    /// other ways comes between as it did outside.
    pub(super) fn take(&self) -> Option<Msg> {
        self.0.waiting.borrow_mut().pop_front()
    }

    /// The app is there.
    pub(super) fn connect(&self, scope: &Scope<App>) {
        self.0.scope.replace(Some(scope.clone()));
        scope.send_message_batch(self.0.waiting.borrow().iter().map(|_| Msg::Sent).collect());
    }
}

impl PartialEq for Link {
    fn eq(&self, other: &Link) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

#[derive(Clone, PartialEq, Properties)]
struct HolderProps {
    held: Option<(u32, AppProps)>,
}

/// Draws an app, or nothing.
#[component]
fn Holder(props: &HolderProps) -> Html {
    match &props.held {
        Some((number, props)) => html! { <App key={*number} ..props.clone() /> },
        None => Html::default(),
    }
}
