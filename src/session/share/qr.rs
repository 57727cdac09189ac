//! A link as a QR code, which is drawn on the page: no service has to see it.

use qrcodegen::{QrCode as Code, QrCodeEcc, QrSegment, Version};
use std::fmt::Write;

/// What is light around a code, in modules, so that it is found.
const QUIET: i32 = 4;
/// The finest code that a phone still reads from a screen.
const FINEST: u8 = 25;

/// A QR code to draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QrCode {
    /// How many modules it is wide and high, with what is light around it.
    pub size: i32,
    /// The path around all that is dark, as SVG has it: a module is one by one.
    pub path: String,
}

/// The code of a text; nothing if it is too long for one.
pub fn qr_code(text: &str) -> Option<QrCode> {
    let segments = QrSegment::make_segments(text);
    let finest = Version::new(FINEST);
    let code = Code::encode_segments_advanced(&segments, QrCodeEcc::Low, Version::MIN, finest, None, true).ok()?;
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let width = (x..code.size()).take_while(|it| code.get_module(*it, y)).count();
            let width = i32::try_from(width).unwrap_or_default();
            if width > 0 {
                // Writing to a string cannot fail.
                let _ = write!(path, "M{} {}h{width}v1h-{width}z", x + QUIET, y + QUIET);
            }
            x += width + 1;
        }
    }
    Some(QrCode { size: code.size() + 2 * QUIET, path })
}
