//! The languages to choose from.

use super::parts::press;
use crate::session::{Event, LanguageRow, LanguagesScreen};
use yew::prelude::*;

pub(super) fn languages(screen: &LanguagesScreen, on_event: &Callback<Event>) -> Html {
    html! {
        <section class="languages">
        <details>
            <summary ~textContent={&screen.heading} />
            <div>{for screen.rows.iter().map(|it| row(it, on_event))}</div>
        </details>
        if !screen.remark.is_empty() {
            <p class="soft" ~textContent={&screen.remark} />
        }
        </section>
    }
}

fn row(row: &LanguageRow, on_event: &Callback<Event>) -> Html {
    let onclick = press(&row.event, on_event);
    html! {
        <button key={row.tag.clone()} type="button" class="button" lang={row.tag.clone()} dir="auto"
            aria-pressed={row.is_chosen.to_string()} {onclick} ~textContent={&row.name} />
    }
}
