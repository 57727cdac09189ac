//! The component itself.

use super::clock::{self, Ticker};
use super::idle::Idle;
use super::mounted::Link;
use super::opening::{self, Kept};
use super::page_title::PageTitle;
use super::watch::Watch;
use super::{effects, notice, place};
use crate::guide::Guide;
use crate::session::{Event, Record, Saved, Session, Settings};
use crate::view::Widget;
use js_sys::Function;
use std::rc::Rc;
use web_sys::HtmlElement;
use yew::prelude::*;

/// How many slices a plan is made in: each takes a few milliseconds, also where the processor is slow.
const SLICES: usize = 20;

/// Where the app lives and what it walks through.
#[derive(Clone, Debug, Properties)]
pub struct AppProps {
    /// The element that the page knows; it dispatches the DOM events.
    pub host: HtmlElement,
    /// The guide.
    pub guide: Rc<Guide>,
    /// What the host has decided.
    pub settings: Settings,
    /// Called when the person wants another language; the answer is another guide and other words, or
    /// `LanguageFailed`.
    pub on_language: Callback<()>,
    /// Called once, when the app is drawn for the first time, and before the page hears of anything.
    pub on_drawn: Callback<()>,
    /// Called when another step has taken the focus, and may begin out of sight.
    pub on_step: Callback<()>,
    /// A session that the element kept while it was out of the page; it goes before any other.
    pub kept: Option<Kept>,
    /// The way to the app from outside.
    #[prop_or_default]
    pub link: Link,
}

/// What else there is stays as it was when the app was made. A guide is read once, so it need not be compared by all that
/// it says.
impl PartialEq for AppProps {
    fn eq(&self, other: &AppProps) -> bool {
        Rc::ptr_eq(&self.guide, &other.guide) && self.settings == other.settings
    }
}

/// What reaches the app.
#[derive(Debug)]
pub enum Msg {
    /// Something happened.
    Event(Event),
    /// A method of the element was called: what happened, and what to call once it is drawn.
    Called(Event, Function),
    /// The method `answer` was called: the names of a step and a choice, and what to call once it is drawn.
    Answered(String, String, Function),
    /// The method `start` was called: the heading takes the focus, and this is called once it is drawn.
    Entered(Function),
    /// The page's address has changed.
    AddressChanged(effects::Change),
    /// The browser has nothing else to do for so many milliseconds.
    Idled(i64),
    /// Something was sent from outside, and waits in the link.
    Sent,
}

/// The one stateful component.
#[derive(Debug)]
pub struct App {
    pub(super) session: Session,
    /// The visitor's own session, while that of somebody else is open that came later.
    own: Option<Saved>,
    /// What the page's address held when the session was opened.
    code: Option<String>,
    /// The page's address before it led to the session of somebody else.
    left: Option<String>,
    _address: effects::AddressWatch,
    pub(super) announcement: AttrValue,
    heading: NodeRef,
    on_event: Callback<Event>,
    /// The step that the focus has followed to.
    focused_key: String,
    ticker: Option<Ticker>,
    /// Planning ahead goes on when this calls. There is none while a screen is still to be drawn: where the processor
    /// is slow, planning would come in between, and the focus and those who have called a method would wait for it.
    idle: Option<Idle>,
    page_title: PageTitle,
    watch: Watch,
    /// The attempt to read battery levels that is under way, or was the last.
    pub(super) attempt: Option<effects::Attempt>,
    pub(super) chosen: effects::Chosen,
    /// What to call once the next screen is drawn.
    settle: Vec<Function>,
}

impl App {
    /// What was found and tried so far.
    pub fn record(&self) -> Record {
        self.session.record()
    }

    /// The language that the person has chosen.
    pub fn chosen_language(&self) -> Option<String> {
        self.session.saved().language.clone()
    }

    /// What the element keeps while it is out of the page.
    pub fn kept(&self) -> Kept {
        Kept::new(&self.session)
    }

    /// Says something in the live region. What is said twice has to differ, or it is said once only.
    pub(super) fn announce(&mut self, text: String) {
        let is_repeated = *self.announcement == *text;
        self.announcement = AttrValue::from(if is_repeated { text + "\u{a0}" } else { text });
    }

    /// Moves the focus to a step that has come, and settles what has waited for it to be drawn.
    fn come_to_rest(&mut self, ctx: &Context<Self>) {
        let key = self.session.screen_key();
        let is_step_new = self.focused_key != key;
        self.focused_key = key;
        let heading = if is_step_new { self.heading.cast() } else { None };
        effects::enter(heading, ctx.props().on_step.clone(), self.settle.drain(..).collect());
    }

    fn take(&mut self, ctx: &Context<Self>, event: Event) {
        let key = self.session.screen_key();
        let moved = self.watch.look();
        let moved = (moved != 0).then_some(Event::ClockMoved(moved));
        let now = clock::now();
        let is_tick = event == Event::Ticked;
        let events = moved.into_iter().chain([event]);
        let effects: Vec<_> = events.flat_map(|it| self.session.update(it, now)).collect();
        let key_now = self.session.screen_key();
        if key_now != key {
            // What was said of a step is not to be found on the next one.
            self.announcement = AttrValue::default();
            // Where time alone has brought another step, nobody is called away from another part of the page.
            if is_tick && !has_focus(&ctx.props().host) {
                self.focused_key = key_now;
            }
        }
        for effect in effects {
            effects::run(self, ctx, effect);
        }
    }

    /// Plans what may come next, a slice at least and others until the time is over, and goes on in the next idle
    /// moment. How many they are changes no plan.
    fn plan_ahead(&mut self, ctx: &Context<Self>, ms: i64) {
        let start = clock::now();
        let is_more = loop {
            let is_more = self.session.plan_ahead(SLICES);
            if !is_more || clock::now().ms_since(start) >= ms {
                break is_more;
            }
        };
        self.idle = is_more.then(|| Idle::new(ctx.link().callback(Msg::Idled)));
    }

    /// Opens the session that the page's address holds by now, or the visitor's own again.
    pub(super) fn begin(&mut self, props: &AppProps) {
        if self.session.shared().is_none() {
            self.own = Some(self.session.saved().clone());
        }
        self.attempt = None;
        self.code = effects::code();
        self.session = opening::by_address(props, self.own.clone());
        notice::dispatch(&props.host, &self.session, &self.session.notice());
    }

    /// Whether the page's address leads to another session by now. Most of what stands there leads to a place in the
    /// page, where the session of somebody else goes on; it ends where the person goes back to before it.
    fn is_led_elsewhere(&mut self, change: effects::Change) -> bool {
        let is_shared = self.session.shared().is_some();
        match effects::code() {
            None => is_shared && change.is_traversal && change.to == self.left,
            code if code == self.code => false,
            Some(_) => {
                if !is_shared {
                    self.left = change.from;
                }
                true
            }
        }
    }
}

/// Whether the focus is in the element.
fn has_focus(host: &HtmlElement) -> bool {
    // Not every browser knows `:focus-within` of a page whose window has no focus itself.
    host.shadow_root().is_some_and(|it| it.active_element().is_some())
}

impl Component for App {
    type Message = Msg;
    type Properties = AppProps;

    fn create(ctx: &Context<Self>) -> Self {
        ctx.props().link.connect(ctx.link());
        let session = opening::first(ctx.props());
        let on_address = ctx.link().callback(Msg::AddressChanged);
        App {
            focused_key: session.screen_key(),
            session,
            own: None,
            code: effects::code(),
            left: None,
            _address: effects::AddressWatch::new(on_address),
            announcement: AttrValue::default(),
            heading: NodeRef::default(),
            on_event: ctx.link().callback(Msg::Event),
            ticker: None,
            idle: None,
            page_title: PageTitle::default(),
            watch: Watch::new(ctx.link().callback(|()| Msg::Event(Event::Ticked))),
            attempt: None,
            chosen: effects::Chosen::default(),
            settle: Vec::new(),
        }
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        let is_moved = self.session.change_page(place::page());
        match msg {
            Msg::Event(event) => self.take(ctx, event),
            Msg::Called(event, settle) => {
                self.take(ctx, event);
                self.settle.push(settle);
            }
            Msg::Answered(step, choice, settle) => {
                if let Some(event) = self.session.event_for(&step, &choice) {
                    self.take(ctx, event);
                }
                self.settle.push(settle);
            }
            Msg::Entered(settle) => {
                self.focused_key.clear();
                self.settle.push(settle);
            }
            Msg::AddressChanged(change) => {
                if self.is_led_elsewhere(change) {
                    self.begin(ctx.props());
                } else if !is_moved {
                    return false;
                }
            }
            Msg::Idled(ms) => {
                // Where there is none, it has come before a screen that is still to be drawn.
                if self.idle.is_some() {
                    self.plan_ahead(ctx, ms);
                }
                return false;
            }
            Msg::Sent => {
                return ctx.props().link.take().is_some_and(|it| Component::update(self, ctx, it));
            }
        }
        self.idle = None;
        true
    }

    fn changed(&mut self, ctx: &Context<Self>, _old: &AppProps) -> bool {
        let before = self.session.notice();
        self.session.change_words(ctx.props().guide.clone());
        for effect in self.session.change_settings(effects::with_access(ctx.props().settings.clone())) {
            effects::run(self, ctx, effect);
        }
        // The host has done this, so the focus stays where the person has it.
        self.focused_key = self.session.screen_key();
        let now = self.session.notice();
        if now != before {
            notice::dispatch(&ctx.props().host, &self.session, &now);
        }
        self.idle = None;
        true
    }

    fn view(&self, _ctx: &Context<Self>) -> Html {
        html! {
            <Widget
                screen={Rc::new(self.session.screen())}
                announcement={self.announcement.clone()}
                heading={self.heading.clone()}
                on_event={self.on_event.clone()}
            />
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, first_render: bool) {
        if first_render {
            ctx.props().on_drawn.emit(());
            notice::dispatch_ready(&ctx.props().host, &self.session);
            notice::dispatch(&ctx.props().host, &self.session, &self.session.notice());
        }
        self.page_title.show(self.session.page_title());
        let tick_ms = self.session.tick_ms();
        if self.ticker.as_ref().map(|it| it.every_ms) != tick_ms {
            let on_tick = ctx.link().callback(|()| Msg::Event(Event::Ticked));
            self.ticker = tick_ms.map(|it| Ticker::new(it, on_tick));
        }
        self.idle = Some(Idle::new(ctx.link().callback(Msg::Idled)));
        self.come_to_rest(ctx);
    }

    fn destroy(&mut self, _ctx: &Context<Self>) {
        self.page_title.show(None);
        effects::settle(self.settle.drain(..));
    }
}
