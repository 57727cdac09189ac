//! The whole widget: what surrounds every step, and the step.

use super::banner::banner;
use super::could_be::could_be;
use super::dangers::dangers;
use super::fixed::fixed;
use super::languages::languages;
use super::parts::text_button;
use super::question::question;
use super::repair::repair;
use super::review::review;
use super::service::service;
use super::stopped::stopped;
use super::trail::trail;
use crate::session::{Action, Body, Event, Screen};
use std::rc::Rc;
use yew::prelude::*;

/// What the widget shows and whom it tells.
#[derive(Clone, Properties)]
pub struct WidgetProps {
    /// What to show.
    pub screen: Rc<Screen>,
    /// What the live region says.
    pub announcement: AttrValue,
    /// Set to the heading of the step, which takes the focus when the step changes.
    pub heading: NodeRef,
    /// What happened.
    pub on_event: Callback<Event>,
}

/// A screen is made where something has changed, so none is compared with the one before it by all that it says.
impl PartialEq for WidgetProps {
    fn eq(&self, other: &WidgetProps) -> bool {
        Rc::ptr_eq(&self.screen, &other.screen) && self.announcement == other.announcement
    }
}

/// The whole widget.
#[component]
pub fn Widget(props: &WidgetProps) -> Html {
    let WidgetProps { screen, announcement, heading, on_event } = props;
    let progress = &screen.progress;
    html! {
        // The widget takes its language from around it: of its own, the sheet that resets all styles would take it away.
        <div lang={screen.language.clone()} dir={screen.direction}>
            // Ids are known in the shadow root alone. What shows a name gives it, so that it is read out once.
            <section class="widget" part="widget" aria-labelledby="title">
                <header class="head">
                    <b id="title" ~textContent={&screen.title} />
                    <span ~textContent={&screen.aside} />
                </header>
                <progress class="meter" max={progress.max.to_string()} value={progress.value.to_string()}
                    aria-label={screen.progress_label.clone()} aria-valuetext={progress.text.clone()} />
                if !screen.ahead.is_empty() {
                    <p class="ahead" ~textContent={&screen.ahead} />
                }
                {for screen.banner.iter().map(|it| banner(it, on_event))}
                <div class="step" key={screen.key.clone()}>
                    if !screen.intro.is_empty() {
                        <p class="soft" ~textContent={&screen.intro} />
                    }
                    if !screen.count.is_empty() {
                        <p class="count" ~textContent={&screen.count} />
                    }
                    <h2 class="heading" part="heading" tabindex="-1" ref={heading.clone()}
                        ~textContent={&screen.heading} />
                    {for screen.remark.iter().map(|it| remark("remark", it, on_event))}
                    if !screen.changed.is_empty() {
                        <p class="told change" ~textContent={&screen.changed} />
                    }
                    {for screen.told.iter().map(|it| remark("told", it, on_event))}
                    {body(&screen.body, on_event)}
                    {for screen.could_be.iter().map(could_be)}
                </div>
                if !screen.links.is_empty() {
                    <nav class="links" aria-label={screen.links_label.clone()}>
                        {for screen.links.iter().map(|it| text_button(it, on_event))}
                    </nav>
                }
                {for screen.trail.iter().map(|it| trail(it, on_event))}
                {for screen.languages.iter().map(|it| languages(it, on_event))}
                <div class="hidden" role="status" aria-live="polite" ~textContent={announcement.as_str()} />
                if !screen.printed.is_empty() {
                    <pre class="printed" ~textContent={&screen.printed} />
                }
            </section>
        </div>
    }
}

fn remark(class: &'static str, (text, action): &(String, Action), on_event: &Callback<Event>) -> Html {
    html! { <p {class}><span ~textContent={text} />{" "}{text_button(action, on_event)}</p> }
}

fn body(body: &Body, on_event: &Callback<Event>) -> Html {
    match body {
        Body::Dangers(screen) => dangers(screen, on_event),
        Body::Question(screen) => question(screen, on_event),
        Body::Review(screen) => review(screen, on_event),
        Body::Repair(screen) => repair(screen, on_event),
        Body::Service(screen) => service(screen, on_event),
        Body::Fixed(screen) => fixed(screen, on_event),
        Body::Stopped(screen) => stopped(screen, on_event),
    }
}
