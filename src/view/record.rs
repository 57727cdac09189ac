//! The record, as it would be handed over.

use super::details::details;
use super::parts::button_beside;
use super::share::share;
use crate::session::{Event, FileLink, RecordScreen};
use yew::prelude::*;

pub(super) fn record(screen: &RecordScreen, on_event: &Callback<Event>) -> Html {
    html! {
        <>
            <section class="record">
                <h3 class="subheading" ~textContent={&screen.heading} />
                <p class="soft" ~textContent={&screen.hint} />
                {details(&screen.details, on_event)}
                <p class="label" ~textContent={&screen.text_label} />
                <pre ~textContent={&screen.text} />
                <div class="ways">
                    {button_beside(&screen.copy, on_event)}
                    {button_beside(&screen.print, on_event)}
                    {for screen.files.iter().map(file)}
                    <a class="button" href={screen.mail.url.clone()} ~textContent={&screen.mail.label} />
                </div>
                if !screen.copied.is_empty() {
                    <p class="soft" ~textContent={&screen.copied} />
                }
            </section>
            {for screen.share.iter().map(|it| share(it, on_event))}
        </>
    }
}

fn file(file: &FileLink) -> Html {
    html! { <a class="button" href={file.link.url.clone()} download={file.name.clone()} ~textContent={&file.link.label} /> }
}
