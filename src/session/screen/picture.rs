//! What a step looks like.

use super::super::state::Session;
use super::{Figure, Outline, Picture};
use crate::guide::{self, Light, Stroke, decimal};

/// The picture with this name.
pub(super) fn named(session: &Session, name: Option<&String>) -> Option<Picture> {
    session.guide.pictures.get(name?).map(picture)
}

fn picture(picture: &guide::Picture) -> Picture {
    let figure = match (&picture.image, picture.size.as_deref()) {
        (Some(image), _) => Figure::Image(image.clone()),
        (None, size) => Figure::Drawing {
            view_box: size
                .unwrap_or_default()
                .iter()
                .fold("0 0".to_owned(), |found, it| format!("{found} {}", decimal(*it))),
            outlines: picture.strokes.iter().map(outline).collect(),
        },
    };
    Picture { text: picture.text.clone(), figure }
}

fn outline(Stroke(style, data): &Stroke) -> Outline {
    Outline { style: style.clone(), data: data.clone() }
}

/// The name of what a light shows.
pub(super) fn light(light: Light) -> &'static str {
    match light {
        Light::Green => "green",
        Light::Orange => "orange",
        Light::Red => "red",
        Light::Flashing => "flashing",
        Light::Off => "off",
        Light::On => "on",
    }
}
