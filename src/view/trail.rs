//! What was answered so far, each answer changeable.

use super::parts::{press, text_button};
use crate::session::{Event, Trail, TrailRow};
use yew::prelude::*;

pub(super) fn trail(trail: &Trail, on_event: &Callback<Event>) -> Html {
    html! {
        <details class="trail">
            <summary ~textContent={&trail.heading} />
            {rows(&trail.rows, on_event)}
            if let Some(hint) = &trail.hint {
                <p class="soft" ~textContent={hint} />
            }
            <p class="actions">{for trail.actions.iter().map(|it| text_button(it, on_event))}</p>
        </details>
    }
}

/// Answers, each with the way back to it.
pub(super) fn rows(rows: &[TrailRow], on_event: &Callback<Event>) -> Html {
    html! { <ul class="answers">{for rows.iter().map(|it| row(it, on_event))}</ul> }
}

fn row(row: &TrailRow, on_event: &Callback<Event>) -> Html {
    let onclick = press(&row.change.event, on_event);
    html! {
        <li>
            <span>
                <span ~textContent={&row.text} /><small ~textContent={&row.result} />
                if !row.moved.is_empty() {
                    <small class="moved" ~textContent={&row.moved} />
                }
            </span>
            <button type="button" class="text-button" aria-label={row.change_label.clone()} {onclick}
                ~textContent={&row.change.label} />
        </li>
    }
}
