//! Something to try.

use super::parts::{button_beside, checklist, notices, primary_button, sources};
use super::wait::WaitView;
use crate::session::{Event, InstructionGroup, RepairScreen};
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct RepairProps {
    pub(super) screen: RepairScreen,
    pub(super) on_event: Callback<Event>,
}

#[component]
pub(super) fn Repair(props: &RepairProps) -> Html {
    let RepairProps { screen, on_event } = props;
    html! {
        <>
            <p class="why"><b>{&screen.why_label}</b>{" "}{&screen.why}</p>
            {notices(&screen.notices)}
            if !screen.needs.is_empty() {
                <p class="soft"><b>{&screen.needs_label}</b>{" "}{&screen.needs}</p>
            }
            {for screen.groups.iter().map(|it| group(it, on_event))}
            if let Some(screen) = screen.wait.clone() {
                <WaitView {screen} on_event={on_event.clone()} />
            }
            {sources(&screen.sources_label, &screen.sources)}
            <div class="bar" role="group" aria-label={screen.question.clone()}>
                <p class="question">{&screen.question}</p>
                {primary_button(&screen.fixed, on_event)}
                <div class="others">{for screen.others.iter().map(|it| button_beside(it, on_event))}</div>
            </div>
        </>
    }
}

fn group(group: &InstructionGroup, on_event: &Callback<Event>) -> Html {
    html! {
        <>
            if let Some(heading) = &group.heading {
                <h3 class="subheading">{heading}</h3>
            }
            {checklist(&group.rows, on_event)}
        </>
    }
}
