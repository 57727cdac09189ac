//! A danger ended the session.

use super::parts::sources;
use super::record::RecordView;
use super::service::contact;
use crate::session::{Event, StoppedDanger, StoppedScreen};
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct StoppedProps {
    pub(super) screen: StoppedScreen,
    pub(super) on_event: Callback<Event>,
}

#[component]
pub(super) fn Stopped(props: &StoppedProps) -> Html {
    let StoppedProps { screen, on_event } = props;
    html! {
        <>
            <p class="stop"><b>{&screen.advice}</b></p>
            {for screen.dangers.iter().map(danger)}
            {sources(&screen.sources_label, &screen.sources)}
            <div class="bar">
                {for screen.contact.iter().map(|it| contact("button primary", it, &screen.handed_over, on_event))}
            </div>
            <RecordView screen={screen.record.clone()} on_event={on_event.clone()} />
        </>
    }
}

fn danger(danger: &StoppedDanger) -> Html {
    html! {
        <section>
            <h3 class="subheading">{&danger.text}</h3>
            <ol class="advice">{for danger.advice.iter().map(|it| html! { <li>{it}</li> })}</ol>
        </section>
    }
}
