//! What a step looks like.

use super::super::state::Session;
use crate::guide::{self, Light, Stroke, decimal};

/// What a step looks like.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// What the person should see, for those who do not see it.
    pub text: String,
    /// The picture itself.
    pub figure: Figure,
}

/// A picture itself, by kind.
#[derive(Clone, Debug, PartialEq)]
pub enum Figure {
    /// Outlines that the theme colours.
    Drawing {
        /// The room that they take, as an SVG has it.
        view_box: String,
        /// The outlines, from back to front.
        outlines: Vec<Outline>,
    },
    /// An image with this URL.
    Image(String),
}

/// One outline of a drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct Outline {
    /// Names of styles, with a space between.
    pub style: String,
    /// Its path data.
    pub data: String,
}

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
