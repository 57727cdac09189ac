//! What is shown when a guide cannot be used: why, and that the same help can be read below.

use yew::prelude::*;

/// What went wrong, in words.
#[derive(Clone, PartialEq, Properties)]
pub struct FailureProps {
    /// That the guided help could not start.
    pub heading: AttrValue,
    /// That the plain guide is below.
    pub hint: AttrValue,
    /// What is wrong, each with its place.
    pub errors: Vec<String>,
}

/// The failure.
#[component]
pub fn Failure(props: &FailureProps) -> Html {
    html! {
        <section class="widget" part="failure" role="alert" dir="auto">
            <div class="step">
                <h2 class="heading" ~textContent={props.heading.as_str()} />
                <ul class="errors">{for props.errors.iter().map(|it| html! { <li ~textContent={it} /> })}</ul>
                <p class="soft" ~textContent={props.hint.as_str()} />
            </div>
        </section>
    }
}
