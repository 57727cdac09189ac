//! The device works.

use super::parts::notices;
use super::record::record;
use crate::session::{Event, FixedScreen};
use yew::prelude::*;

pub(super) fn fixed(screen: &FixedScreen, on_event: &Callback<Event>) -> Html {
    html! {
        <>
            <p class="good" ~textContent={&screen.text} />
            if !screen.aftercare.is_empty() {
                <h3 class="subheading" ~textContent={&screen.aftercare_label} />
                {notices(&screen.aftercare)}
            }
            {record(&screen.record, on_event)}
        </>
    }
}
