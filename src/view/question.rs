//! Something to find out.

use super::parts::{button_beside, sources};
use super::reading::reading;
use super::wait::wait;
use crate::session::{Event, QuestionScreen};
use yew::prelude::*;

pub(super) fn question(screen: &QuestionScreen, on_event: &Callback<Event>) -> Html {
    html! {
        <>
            if !screen.help.is_empty() {
                <p class="soft">{&screen.help}</p>
            }
            {for screen.wait.iter().map(|it| wait(it, on_event))}
            <div class="bar choices">{for screen.choices.iter().map(|it| button_beside(it, on_event))}</div>
            <div class="two quiet">{for screen.others.iter().map(|it| button_beside(it, on_event))}</div>
            {for screen.reading.iter().map(|it| reading(it, on_event))}
            if !screen.why.is_empty() {
                <p class="why"><b>{&screen.why_label}</b>{" "}{&screen.why}</p>
            }
            <div class="asides">{sources(&screen.sources_label, &screen.sources)}</div>
        </>
    }
}
