//! The device works.

use super::parts::notices;
use super::record::record;
use crate::session::{Event, FixedScreen};
use yew::prelude::*;

pub(super) fn fixed(screen: &FixedScreen, on_event: &Callback<Event>) -> Html {
    html! {
        <>
            <p class="good">{&screen.text}</p>
            if !screen.aftercare.is_empty() {
                <h3 class="subheading">{&screen.aftercare_label}</h3>
                {notices(&screen.aftercare)}
            }
            {record(&screen.record, on_event)}
        </>
    }
}
