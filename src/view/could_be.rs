//! What it could be by now, as a list with bars.

use crate::session::{CouldBe, FaultRow};
use yew::prelude::*;

pub(super) fn could_be(screen: &CouldBe) -> Html {
    html! {
        <section class="could-be">
            if !screen.changed.is_empty() {
                <p class="soft" ~textContent={&screen.changed} />
            }
            <details>
                <summary ~textContent={&screen.heading} />
                <ul>{for screen.rows.iter().map(row)}</ul>
            </details>
        </section>
    }
}

fn row(row: &FaultRow) -> Html {
    html! {
        <li>
            <span ~textContent={&row.text} />
            <span ~textContent={&row.share} />
            // The share beside it says the same.
            <progress class="meter" max="100" value={row.percent.to_string()} aria-hidden="true" />
        </li>
    }
}
