//! The record, as it would be handed over.

use super::parts::button_beside;
use crate::session::{Event, RecordScreen};
use yew::prelude::*;

pub(super) fn record(screen: &RecordScreen, on_event: &Callback<Event>) -> Html {
    html! {
        <section class="record">
            <h3 class="subheading">{&screen.heading}</h3>
            <p class="soft">{&screen.hint}</p>
            // It scrolls sideways on a narrow screen, so the keyboard must reach it.
            <pre tabindex="0" role="region" aria-label={screen.heading.clone()}>{&screen.text}</pre>
            <div class="two">
                {button_beside(&screen.copy, on_event)}
                <a class="button" href={screen.save.url.clone()} download={screen.file_name.clone()}>
                    {&screen.save.label}
                </a>
            </div>
            if !screen.copied.is_empty() {
                <p class="soft">{&screen.copied}</p>
            }
        </section>
    }
}
