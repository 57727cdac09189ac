//! What it could be by now, as a list with bars.

use crate::session::{CouldBe, FaultRow};
use yew::prelude::*;

pub(super) fn could_be(screen: &CouldBe) -> Html {
    html! {
        <section class="could-be">
            if !screen.changed.is_empty() {
                <p class="soft">{&screen.changed}</p>
            }
            <details>
                <summary>{&screen.heading}</summary>
                <ul>{for screen.rows.iter().map(row)}</ul>
            </details>
        </section>
    }
}

fn row(row: &FaultRow) -> Html {
    html! {
        <li>
            <span>{&row.text}</span>
            <span>{&row.share}</span>
            // The share beside it says the same.
            <progress class="meter" max="100" value={row.percent.to_string()} aria-hidden="true" />
        </li>
    }
}
