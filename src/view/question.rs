//! Something to find out.

use super::parts::{button_beside, headed, press, sources};
use super::picture::picture;
use super::reading::reading;
use super::wait::wait;
use crate::session::{ChoiceRow, Event, QuestionScreen};
use yew::prelude::*;

pub(super) fn question(screen: &QuestionScreen, on_event: &Callback<Event>) -> Html {
    html! {
        <>
            {for screen.picture.iter().map(picture)}
            if !screen.help.is_empty() {
                <p class="soft" ~textContent={&screen.help} />
            }
            {for screen.wait.iter().map(|it| wait(it, on_event))}
            <div class="bar choices">{for screen.choices.iter().map(|it| choice(it, on_event))}</div>
            <div class="two quiet">{for screen.others.iter().map(|it| button_beside(it, on_event))}</div>
            {for screen.reading.iter().map(|it| reading(it, on_event))}
            if !screen.why.is_empty() {
                <p class="why">{headed(&screen.why_label, &screen.why)}</p>
            }
            <div class="asides">{sources(&screen.sources_label, &screen.sources)}</div>
        </>
    }
}

fn choice(row: &ChoiceRow, on_event: &Callback<Event>) -> Html {
    let Some(light) = row.light else { return button_beside(&row.action, on_event) };
    let onclick = press(&row.action.event, on_event);
    html! {
        <button type="button" class="button" {onclick}>
            <i class={classes!("dot", light)} /><span ~textContent={&row.action.label} />
        </button>
    }
}
