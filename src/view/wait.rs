//! A stretch of waiting, as a countdown.

use super::parts::{button_beside, text_button};
use crate::session::{Event, WaitScreen};
use yew::prelude::*;

pub(super) fn wait(screen: &WaitScreen, on_event: &Callback<Event>) -> Html {
    match screen {
        WaitScreen::Ready { text, start } => html! {
            <div class="wait"><p class="soft">{text}</p>{button_beside(start, on_event)}</div>
        },
        WaitScreen::Running { remaining, value, max, text, check_label, check, cancel } => html! {
            <div class="wait">
                // A timer is silent by itself; what falls due is said in the live region.
                <p class="timer" role="timer">{remaining}</p>
                <progress class="meter" max={max.to_string()} value={value.to_string()} aria-hidden="true" />
                <p class="soft">{text}</p>
                if !check.is_empty() {
                    <p class="why"><b>{check_label}</b>{" "}{check}</p>
                }
                {text_button(cancel, on_event)}
            </div>
        },
        WaitScreen::Over { heading, text } => html! {
            <div class="wait over"><p class="timer">{heading}</p><p>{text}</p></div>
        },
    }
}
