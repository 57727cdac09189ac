//! What must be true of pictures, so that one of any guide can be shown without a thought.

use super::check::Checker;
use super::error::Problem;
use super::limits::LONGEST_IMAGE;
use super::link;
use super::path_data::is_path_data;
use super::picture::{Picture, Stroke};
use std::fmt::Arguments;

/// How many pictures a guide may have, and how many strokes a picture.
const MOST: usize = 64;
/// How long path data may be, in characters.
const LONGEST_DATA: usize = 2_000;
/// The words of a style. The sheet of the widget has a rule for each.
const STYLES: [&str; 23] = [
    "line", "fine", "cord", "dash", "body", "shade", "deep", "ground", "cloth", "gold", "light", "halo", "accent",
    "orange", "green", "red", "flash", "up", "down", "push", "wipe", "now", "then",
];

impl Checker<'_> {
    pub(super) fn pictures(&mut self) {
        let guide = self.guide;
        if guide.pictures.iter().count() > MOST {
            self.error(format_args!("pictures"), Problem::Range("an object with at most 64 pictures"));
        }
        for (name, picture) in guide.pictures.iter() {
            self.content(format_args!("pictures.{name}"), picture);
        }
    }

    /// The name of a picture, at a step that it belongs to.
    pub(super) fn picture(&mut self, place: Arguments<'_>, name: Option<&String>) {
        if let Some(name) = name.filter(|it| !self.guide.pictures.contains(it)) {
            self.error(format_args!("{place}.picture"), Problem::Unknown("picture", name.clone()));
        }
    }

    fn content(&mut self, place: Arguments<'_>, picture: &Picture) {
        self.not_empty(format_args!("{place}.text"), &picture.text);
        match (&picture.image, &picture.size) {
            (Some(image), None) if picture.strokes.is_empty() => {
                if !is_image(image) {
                    let wanted = "an https link, or a data:image/svg+xml URL of at most 100,000 characters";
                    self.error(format_args!("{place}.image"), Problem::Range(wanted));
                }
            }
            (None, Some(size)) => self.drawing(place, size, &picture.strokes),
            _ => self.error(place, Problem::Range("a picture with size and strokes, or else with an image")),
        }
    }

    fn drawing(&mut self, place: Arguments<'_>, size: &[f64], strokes: &[Stroke]) {
        if size.len() != 2 || !size.iter().all(|it| (1.0..=1000.0).contains(it)) {
            self.error(format_args!("{place}.size"), Problem::Range("a width and a height, each between 1 and 1,000"));
        }
        if strokes.is_empty() || strokes.len() > MOST {
            self.error(format_args!("{place}.strokes"), Problem::Range("a list of 1 to 64 strokes"));
        }
        for (idx, Stroke(style, data)) in strokes.iter().enumerate() {
            let place = format_args!("{place}.strokes[{idx}]");
            if let Some(word) = style.split(' ').find(|it| !STYLES.contains(it)) {
                self.error(format_args!("{place}[0]"), Problem::NotOneOf(word.to_owned(), STYLES.join(", ")));
            }
            if data.len() > LONGEST_DATA || !is_path_data(data) {
                let wanted = "path data: commands of SVG, M first, each with its numbers; at most 2,000 characters";
                self.error(format_args!("{place}[1]"), Problem::Range(wanted));
            }
        }
    }
}

fn is_image(url: &str) -> bool {
    let is_svg = ["data:image/svg+xml,", "data:image/svg+xml;"].iter().any(|it| url.starts_with(it));
    let is_plain = url.chars().all(|it| !it.is_whitespace() && !it.is_control());
    is_plain && if is_svg { url.len() <= LONGEST_IMAGE } else { link::is_allowed(url) && url.starts_with("https") }
}
