//! A danger ended the session.

use super::parts::sources;
use super::picture::picture;
use super::record::record;
use super::service::contact;
use crate::session::{Event, StoppedDanger, StoppedScreen};
use yew::prelude::*;

pub(super) fn stopped(screen: &StoppedScreen, on_event: &Callback<Event>) -> Html {
    html! {
        <>
            <p class="stop"><b ~textContent={&screen.advice} /></p>
            {for screen.dangers.iter().map(danger)}
            <div class="bar">
                {for screen.contact.iter().map(|it| contact("button primary", it, &screen.handed_over, on_event))}
            </div>
            {sources(&screen.sources_label, &screen.sources)}
            {record(&screen.record, on_event)}
        </>
    }
}

fn danger(danger: &StoppedDanger) -> Html {
    html! {
        <section>
            <h3 class="subheading" ~textContent={&danger.text} />
            {for danger.picture.iter().map(picture)}
            <ol class="advice">{for danger.advice.iter().map(|it| html! { <li ~textContent={it} /> })}</ol>
        </section>
    }
}
