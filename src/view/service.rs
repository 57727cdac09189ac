//! Turning to support, or having done so.

use super::parts::{button_beside, more, notices, press};
use super::record::record;
use crate::session::{Event, Link, ServiceScreen};
use yew::prelude::*;

pub(super) fn service(screen: &ServiceScreen, on_event: &Callback<Event>) -> Html {
    html! {
        <>
            if !screen.now.is_empty() {
                <p class="why" ~textContent={&screen.now} />
            }
            {notices(&screen.claims)}
            <div class="bar">
                {for screen.contact.iter().map(|it| contact("button primary", it, &screen.handed_over, on_event))}
                {for screen.keep_trying.iter().map(|it| button_beside(it, on_event))}
                {button_beside(&screen.fixed, on_event)}
            </div>
            {skipped(screen, on_event)}
            {record(&screen.record, on_event)}
            <div class="asides">
                {more(&screen.more)}
                if !screen.others.is_empty() {
                    <details class="sources">
                        <summary ~textContent={&screen.others_label} />
                        <ul>{for screen.others.iter().map(|it| html! {
                            <li>{contact("", it, &screen.handed_over, on_event)}</li>
                        })}</ul>
                    </details>
                }
            </div>
        </>
    }
}

/// What was not tried. Where the way on is one button, the list is for those who want to choose.
fn skipped(screen: &ServiceScreen, on_event: &Callback<Event>) -> Html {
    if screen.skipped.is_empty() {
        return Html::default();
    }
    html! {
        <details class="skipped" open={screen.keep_trying.is_none()}>
            <summary ~textContent={&screen.skipped_label} />
            <div>{for screen.skipped.iter().map(|it| button_beside(it, on_event))}</div>
        </details>
    }
}

/// A link to support, which also tells that the person has followed it.
pub(super) fn contact(class: &'static str, link: &Link, handed_over: &Event, on_event: &Callback<Event>) -> Html {
    let onclick = press(handed_over, on_event);
    html! {
        <a {class} href={link.url.clone()} target="_blank" rel="noopener noreferrer" {onclick} ~textContent={&link.label} />
    }
}
