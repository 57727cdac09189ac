//! A stretch of waiting, as a countdown.

use super::parts::{button_beside, headed, press, text_button};
use crate::session::{Action, Event, Meanwhile, NotificationScreen, QuickQuestion, WaitScreen};
use yew::prelude::*;

pub(super) fn wait(screen: &WaitScreen, on_event: &Callback<Event>) -> Html {
    match screen {
        WaitScreen::Ready { text, start } => html! {
            <div class="wait"><p class="soft" ~textContent={text} />{button_beside(start, on_event)}</div>
        },
        WaitScreen::Running { remaining, until, value, max, text, check_label, check, meanwhile, cancel } => {
            let until = html! { <p class="until" ~textContent={until} /> };
            let meter = html! {
                <progress class="meter" max={max.to_string()} value={value.to_string()} aria-hidden="true" />
            };
            let check = if check.is_empty() {
                Html::default()
            } else {
                html! { <p class="why">{headed(check_label, check)}</p> }
            };
            let text = html! { <p class="soft" ~textContent={text} /> };
            let below = [until, meter, text, check, while_waiting(meanwhile, on_event)];
            clock("wait", remaining, &below, cancel, on_event)
        }
        WaitScreen::Over { heading, text, cancel } => {
            clock("wait over", heading, &[html! { <p ~textContent={text} /> }], cancel, on_event)
        }
    }
}

/// A countdown, or what stands in its place once it is over. The button stays the same one, so that a focus on it is
/// not lost when the time is up. A timer is silent by itself; what falls due is said in the live region.
fn clock(class: &'static str, time: &str, below: &[Html], cancel: &Action, on_event: &Callback<Event>) -> Html {
    html! {
        <div {class}>
            <p class="timer" role="timer" ~textContent={time} />
            <div class="below">{for below.iter().cloned()}</div>
            {text_button(cancel, on_event)}
        </div>
    }
}

fn while_waiting(screen: &Meanwhile, on_event: &Callback<Event>) -> Html {
    let notification = screen.notification.as_ref();
    let state = notification.map(|it| &it.state).filter(|it| !it.is_empty());
    html! {
        <>
            {for screen.question.iter().map(|it| quick_question(it, on_event))}
            <div class="two quiet">
                <a class="button" href={screen.calendar.url.clone()} download={screen.file_name.clone()}
                    ~textContent={&screen.calendar.label} />
                {for notification.map(|it| notification_button(it, on_event))}
            </div>
            <div class="hints">
                {for state.map(|it| html! { <p ~textContent={it} /> })}
                if !screen.may_close.is_empty() {
                    <p ~textContent={&screen.may_close} />
                }
            </div>
        </>
    }
}

fn quick_question(screen: &QuickQuestion, on_event: &Callback<Event>) -> Html {
    let QuickQuestion { label, action } = screen;
    html! {
        <button type="button" class="button quick" onclick={press(&action.event, on_event)}>
            <small ~textContent={label} />{" "}<span ~textContent={&action.label} />
        </button>
    }
}

/// It stays when it was pressed, so that the focus is not lost and it can be taken back.
fn notification_button(screen: &NotificationScreen, on_event: &Callback<Event>) -> Html {
    let NotificationScreen { action, is_on, .. } = screen;
    html! {
        <button type="button" class="button" aria-pressed={is_on.to_string()} onclick={press(&action.event, on_event)}
            ~textContent={&action.label} />
    }
}
