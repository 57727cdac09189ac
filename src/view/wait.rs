//! A stretch of waiting, as a countdown.

use super::parts::{button_beside, text_button};
use crate::session::{Action, Event, WaitScreen};
use yew::prelude::*;

pub(super) fn wait(screen: &WaitScreen, on_event: &Callback<Event>) -> Html {
    match screen {
        WaitScreen::Ready { text, start } => html! {
            <div class="wait"><p class="soft">{text}</p>{button_beside(start, on_event)}</div>
        },
        WaitScreen::Running { remaining, value, max, text, check_label, check, cancel } => {
            let meter = html! {
                <progress class="meter" max={max.to_string()} value={value.to_string()} aria-hidden="true" />
            };
            let check = if check.is_empty() {
                Html::default()
            } else {
                html! { <p class="why"><b>{check_label}</b>{" "}{check}</p> }
            };
            clock("wait", remaining, &[meter, html! { <p class="soft">{text}</p> }, check], cancel, on_event)
        }
        WaitScreen::Over { heading, text, cancel } => {
            clock("wait over", heading, &[html! { <p>{text}</p> }], cancel, on_event)
        }
    }
}

/// A countdown, or what stands in its place once it is over. The button stays the same one, so that a focus on it is
/// not lost when the time is up. A timer is silent by itself; what falls due is said in the live region.
fn clock(class: &'static str, time: &str, below: &[Html], cancel: &Action, on_event: &Callback<Event>) -> Html {
    html! {
        <div {class}>
            <p class="timer" role="timer">{time}</p>
            <div class="below">{for below.iter().cloned()}</div>
            {text_button(cancel, on_event)}
        </div>
    }
}
