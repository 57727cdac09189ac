//! What the person may add about the device.

use crate::session::{DetailRow, DetailsScreen, Event};
use web_sys::HtmlInputElement;
use yew::prelude::*;

pub(super) fn details(screen: &DetailsScreen, on_event: &Callback<Event>) -> Html {
    html! {
        <details class="details">
            <summary>{&screen.heading}</summary>
            <div>
                <p class="soft">{&screen.hint}</p>
                {for screen.rows.iter().map(|it| row(it, screen.max_chars, on_event))}
            </div>
        </details>
    }
}

fn row(row: &DetailRow, max_chars: usize, on_event: &Callback<Event>) -> Html {
    let (detail, on_event) = (row.detail, on_event.clone());
    // Only the input itself knows what was typed.
    let oninput = Callback::from(move |event: InputEvent| {
        let input: HtmlInputElement = event.target_unchecked_into();
        on_event.emit(Event::DetailChanged(detail, input.value()));
    });
    html! {
        <label>
            <span>{&row.label}</span>
            <input type="text" class="field" dir="auto" autocomplete="off" spellcheck="false"
                maxlength={max_chars.to_string()} value={row.text.clone()} {oninput} />
        </label>
    }
}
