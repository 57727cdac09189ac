//! What the person may add about the device.

use crate::session::{DetailRow, DetailsScreen, Event};
use web_sys::HtmlInputElement;
use yew::prelude::*;

pub(super) fn details(screen: &DetailsScreen, on_event: &Callback<Event>) -> Html {
    html! {
        <details class="details">
            <summary ~textContent={&screen.heading} />
            <div>
                <p class="soft" ~textContent={&screen.hint} />
                {for screen.rows.iter().enumerate().map(|(idx, it)| row(idx, it, screen.max_chars, on_event))}
            </div>
        </details>
    }
}

/// The label stands beside the input: around it, some browsers would take what is typed for a part of its name.
fn row(idx: usize, row: &DetailRow, max_chars: usize, on_event: &Callback<Event>) -> Html {
    let id = format!("detail-{idx}");
    let (detail, on_event) = (row.detail, on_event.clone());
    // Only the input itself knows what was typed.
    let oninput = Callback::from(move |event: InputEvent| {
        let input: HtmlInputElement = event.target_unchecked_into();
        on_event.emit(Event::DetailChanged(detail, input.value()));
    });
    html! {
        <p>
            <label for={id.clone()} ~textContent={&row.label} />
            <input {id} type="text" class="field" dir="auto" autocomplete="off" spellcheck="false"
                maxlength={max_chars.to_string()} value={row.text.clone()} {oninput} />
        </p>
    }
}
