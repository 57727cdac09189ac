//! The danger check.

use super::parts::{button_beside, check, danger_button, headed, primary_button};
use super::picture::thumbnail;
use crate::session::{DangerRow, DangersScreen, Event};
use yew::prelude::*;

pub(super) fn dangers(screen: &DangersScreen, on_event: &Callback<Event>) -> Html {
    let primary = if screen.is_danger { danger_button } else { primary_button };
    let row = |it: &DangerRow| {
        let beside = it.picture.as_ref().map(thumbnail).unwrap_or_default();
        html! { <li>{check(&it.text, &beside, it.is_ticked, &it.event, on_event)}</li> }
    };
    html! {
        <>
            <ul class="checks dangers">{for screen.rows.iter().map(row)}</ul>
            <p class="stop">{headed(&screen.stop, &screen.advice)}</p>
            <div class="bar held">
                {primary(&screen.primary, on_event)}
                {for screen.secondary.iter().map(|it| button_beside(it, on_event))}
            </div>
        </>
    }
}
