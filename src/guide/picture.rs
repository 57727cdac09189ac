//! The types of the guide document that show what a step looks like.

#[cfg(not(target_arch = "wasm32"))]
use schemars::JsonSchema;

/// What a step looks like: a drawing, with `size` and `strokes`, or an `image`.
///
/// A drawing is made of outlines alone and takes its colours from the theme. It needs no request and can do no harm.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
pub struct Picture {
    /// What the person should see, in one plain sentence, for those who do not see it.
    pub text: String,
    /// Width and height of a drawing, each from 1 to 1,000. It is shown about 130 pixels high.
    pub size: Option<Vec<f64>>,
    /// A drawing, from back to front.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(default))]
    pub strokes: Vec<Stroke>,
    /// The address of an image instead: an `https` link, which the browser then asks for the image, or a
    /// `data:image/svg+xml` URL.
    pub image: Option<String>,
}

/// One outline of a drawing: its style, and its path data as in SVG.
///
/// The style is one or more words with a space between. How it is drawn: `line`, `fine` and `cord` are lines of three
/// widths, and `dash` makes one of dots; `body`, `shade` and `deep` are filled areas from light to dark; `ground` is
/// the shadow below; `cloth` and `gold` are named after what they look like; `light` is filled with its colour, and
/// `halo` is the shine around it. In which colour: `accent`, `orange`, `green`, `red`. How it moves, for a few seconds
/// where the person allows it: `flash`, `up`, `down`, `push` (to the left), `wipe` (to and fro), `now` and `then` (seen
/// by turns; where nothing moves, only `now` is).
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
pub struct Stroke(pub String, pub String);

/// What a light shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(rename_all = "snake_case"))]
pub enum Light {
    /// It is green.
    Green,
    /// It is orange.
    Orange,
    /// It is red.
    Red,
    /// It flashes.
    Flashing,
    /// It is off.
    Off,
    /// It is on, in whichever colour.
    On,
}
