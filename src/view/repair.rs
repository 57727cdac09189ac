//! Something to try.

use super::parts::{button_beside, checklist, headed, more, notices, primary_button, sources};
use super::picture::picture;
use super::reading::reading;
use super::wait::wait;
use crate::session::{Event, InstructionGroup, RepairScreen, WaitScreen};
use yew::prelude::*;

pub(super) fn repair(screen: &RepairScreen, on_event: &Callback<Event>) -> Html {
    let wait = screen.wait.as_ref().map(|it| wait(it, on_event));
    // A countdown that runs is what the person looks at; one that can be started comes after the instructions.
    let (wait_first, wait_last) = match &screen.wait {
        Some(WaitScreen::Running { .. } | WaitScreen::Over { .. }) => (wait, None),
        Some(WaitScreen::Ready { .. }) | None => (None, wait),
    };
    html! {
        <>
            {for wait_first}
            {for screen.picture.iter().map(picture)}
            <div class="why">
                if !screen.now.is_empty() {
                    <p>{headed(&screen.now_label, &screen.now)}</p>
                }
                <p>{headed(&screen.why_label, &screen.why)}</p>
            </div>
            {notices(&screen.notices)}
            if !screen.needs.is_empty() {
                <p class="soft">{headed(&screen.needs_label, &screen.needs)}</p>
            }
            {for screen.groups.iter().map(|it| group(it, on_event))}
            {for wait_last}
            <div class="bar held" role="group" aria-labelledby="question">
                <p class="question" id="question" ~textContent={&screen.question} />
                {primary_button(&screen.fixed, on_event)}
                {button_beside(&screen.not_fixed, on_event)}
            </div>
            <div class="two quiet">{for screen.others.iter().map(|it| button_beside(it, on_event))}</div>
            <div class="asides">
                {for screen.reading.iter().map(|it| reading(it, on_event))}
                {more(&screen.more)}
                {sources(&screen.sources_label, &screen.sources)}
            </div>
        </>
    }
}

fn group(group: &InstructionGroup, on_event: &Callback<Event>) -> Html {
    html! {
        <>
            if let Some(heading) = &group.heading {
                <h3 class="subheading" ~textContent={heading} />
            }
            {checklist(&group.rows, on_event)}
        </>
    }
}
