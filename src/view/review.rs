//! Answers that do not fit together, to look at again.

use super::parts::primary_button;
use super::trail::rows;
use crate::session::{Event, ReviewScreen};
use yew::prelude::*;

pub(super) fn review(screen: &ReviewScreen, on_event: &Callback<Event>) -> Html {
    html! {
        <>
            <p class="soft" ~textContent={&screen.text} />
            {rows(&screen.rows, on_event)}
            <div class="bar">{primary_button(&screen.go_on, on_event)}</div>
        </>
    }
}
