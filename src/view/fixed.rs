//! The device works.

use super::parts::notices;
use super::record::RecordView;
use crate::session::{Event, FixedScreen};
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct FixedProps {
    pub(super) screen: FixedScreen,
    pub(super) on_event: Callback<Event>,
}

#[component]
pub(super) fn Fixed(props: &FixedProps) -> Html {
    let FixedProps { screen, on_event } = props;
    html! {
        <>
            <p class="good">{&screen.text}</p>
            if !screen.aftercare.is_empty() {
                <h3 class="subheading">{&screen.aftercare_label}</h3>
                {notices(&screen.aftercare)}
            }
            <RecordView screen={screen.record.clone()} on_event={on_event.clone()} />
        </>
    }
}
