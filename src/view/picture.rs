//! What a step looks like. A drawing is made of path data alone, so that no guide can bring a script or a style.

use crate::session::{Figure, Outline, Picture};
use yew::prelude::*;

/// A picture of its own.
pub(super) fn picture(picture: &Picture) -> Html {
    match &picture.figure {
        Figure::Drawing { view_box, outlines } => html! {
            <svg class="picture" viewBox={view_box.clone()} role="img" aria-label={picture.text.clone()}>
                {for outlines.iter().map(outline)}
            </svg>
        },
        Figure::Image(url) => image("picture", url, &picture.text),
    }
}

/// A small picture beside words that say the same.
pub(super) fn thumbnail(picture: &Picture) -> Html {
    match &picture.figure {
        Figure::Drawing { view_box, outlines } => html! {
            <svg class="picture small" viewBox={view_box.clone()} aria-hidden="true">
                {for outlines.iter().map(outline)}
            </svg>
        },
        Figure::Image(url) => image("picture small", url, ""),
    }
}

fn outline(outline: &Outline) -> Html {
    html! { <path class={outline.style.clone()} d={outline.data.clone()} /> }
}

/// What does not load leaves its text. Whoever keeps the image does not hear which page it is for.
fn image(class: &'static str, url: &str, text: &str) -> Html {
    html! {
        <img {class} src={url.to_owned()} alt={text.to_owned()} loading="lazy" referrerpolicy="no-referrer" />
    }
}
