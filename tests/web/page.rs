//! A page with one widget on it. All selectors of these tests stand here.

use fault_finder::app::{App, AppProps, Link};
use fault_finder::guide::{self, Guide};
use fault_finder::session::{Order, Settings};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{CustomEvent, Document, Element, HtmlElement, HtmlInputElement, MouseEvent, MouseEventInit, ShadowRoot};
use yew::{AppHandle, Callback, Renderer, scheduler};

const LAMP: &str = include_str!("../fixtures/desk-lamp.json");
const BUILT_IN: &str = include_str!("../../guides/sony-wf-1000xm4-not-charging.json");

/// The lamp's guide.
pub(crate) fn lamp() -> Rc<Guide> {
    read(LAMP)
}

/// The guide that comes with the widget.
pub(crate) fn built_in_guide() -> Rc<Guide> {
    read(BUILT_IN)
}

/// A guide, read as the widget reads any guide in a browser.
fn read(text: &str) -> Rc<Guide> {
    let document = js_sys::JSON::parse(text).unwrap();
    Rc::new(guide::read(serde_wasm_bindgen::Deserializer::from(document)).unwrap())
}

/// What the host decides for those who follow the written article.
pub(crate) fn article() -> Settings {
    Settings { order: Order::Article, ..Settings::default() }
}

pub(crate) fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

/// A host element in the page, with a shadow root.
pub(crate) fn host() -> (HtmlElement, ShadowRoot) {
    let host: HtmlElement = document().create_element("div").unwrap().dyn_into().unwrap();
    document().body().unwrap().append_child(&host).unwrap();
    let init = web_sys::ShadowRootInit::new(web_sys::ShadowRootMode::Open);
    let shadow = host.attach_shadow(&init).unwrap();
    (host, shadow)
}

/// What the events of this name told, as JSON.
pub(crate) fn told(host: &HtmlElement, name: &str) -> Rc<RefCell<Vec<String>>> {
    let told = Rc::new(RefCell::new(Vec::new()));
    let heard = told.clone();
    let listener = Closure::<dyn Fn(CustomEvent)>::new(move |event: CustomEvent| {
        heard.borrow_mut().push(String::from(js_sys::JSON::stringify(&event.detail()).unwrap()));
    });
    host.add_event_listener_with_callback(name, listener.as_ref().unchecked_ref()).unwrap();
    listener.forget();
    told
}

/// A widget that walks through the lamp's guide.
pub(crate) struct Page {
    pub(crate) host: HtmlElement,
    shadow: ShadowRoot,
    app: AppHandle<App>,
}

impl Page {
    pub(crate) async fn open(settings: Settings) -> Page {
        let (host, shadow) = host();
        let root = document().create_element("div").unwrap();
        shadow.append_child(&root).unwrap();
        let props = AppProps {
            host: host.clone(),
            guide: lamp(),
            settings,
            on_language: Callback::noop(),
            on_drawn: Callback::noop(),
            on_step: Callback::noop(),
            kept: None,
            link: Link::default(),
        };
        let app = Renderer::<App>::with_root_and_props(root, props).render();
        scheduler::flush().await;
        Page { host, shadow, app }
    }

    /// Clicks the button or link that says so.
    pub(crate) async fn press(&self, label: &str) {
        self.find("button, a", label).click();
        scheduler::flush().await;
    }

    /// Clicks the button as the second click of a double click does.
    pub(crate) async fn press_second(&self, label: &str) {
        let init = MouseEventInit::new();
        init.set_bubbles(true);
        init.set_composed(true);
        init.set_detail(2);
        let click = MouseEvent::new_with_mouse_event_init_dict("click", &init).unwrap();
        self.find("button, a", label).dispatch_event(&click).unwrap();
        scheduler::flush().await;
    }

    /// Clicks the checkbox with this label.
    pub(crate) async fn tick(&self, label: &str) {
        self.find("label", label).click();
        scheduler::flush().await;
    }

    pub(crate) fn is_ticked(&self, label: &str) -> bool {
        let input = self.find("label", label).query_selector("input").unwrap().unwrap();
        input.dyn_into::<HtmlInputElement>().unwrap().checked()
    }

    pub(crate) fn heading(&self) -> String {
        self.text("h2")
    }

    pub(crate) fn record(&self) -> String {
        self.text("pre")
    }

    /// How many causes the widget lists, and the percents of their bars together.
    pub(crate) fn causes(&self) -> (u32, u32) {
        let bars = self.shadow.query_selector_all(".could-be progress").unwrap();
        let bars = (0..bars.length()).filter_map(|idx| bars.get(idx)?.dyn_into::<Element>().ok());
        let percents: Vec<u32> = bars.map(|it| it.get_attribute("value").unwrap().parse().unwrap()).collect();
        (u32::try_from(percents.len()).unwrap(), percents.iter().sum())
    }

    /// What the answers to the question at hand say.
    pub(crate) fn choices(&self) -> Vec<String> {
        let buttons = self.shadow.query_selector_all(".choices button").unwrap();
        (0..buttons.length()).filter_map(|idx| buttons.get(idx)?.text_content()).collect()
    }

    pub(crate) fn ahead(&self) -> String {
        self.text(".ahead")
    }

    pub(crate) fn announcement(&self) -> String {
        self.text("[role=status]")
    }

    pub(crate) fn has_focus_on_heading(&self) -> bool {
        self.shadow.active_element().is_some_and(|it| it.tag_name() == "H2")
    }

    pub(crate) fn close(self) {
        self.app.destroy();
        self.host.remove();
    }

    fn text(&self, selector: &str) -> String {
        self.shadow.query_selector(selector).unwrap().expect(selector).text_content().unwrap()
    }

    fn find(&self, selector: &str, label: &str) -> HtmlElement {
        let all = self.shadow.query_selector_all(selector).unwrap();
        let found = (0..all.length()).filter_map(|idx| all.get(idx)?.dyn_into::<Element>().ok());
        let mut matching = found.filter(|it| it.text_content().is_some_and(|text| text.trim() == label));
        matching.next().unwrap_or_else(|| panic!("nothing says \"{label}\"")).dyn_into().unwrap()
    }
}
