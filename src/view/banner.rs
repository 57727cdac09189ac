//! Above the step: what is said of the link that the page was opened with.

use super::parts::button_beside;
use crate::session::{Banner, Event};
use yew::prelude::*;

pub(super) fn banner(banner: &Banner, on_event: &Callback<Event>) -> Html {
    html! {
        <div class="banner">
            <p ~textContent={&banner.text} />
            {for banner.leave.iter().map(|it| button_beside(it, on_event))}
        </div>
    }
}
