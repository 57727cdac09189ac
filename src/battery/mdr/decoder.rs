//! Finds the frames in what arrives, which may be split, joined or damaged anywhere.

use super::frame::{END, ESCAPE, ESCAPED_BIT, Frame, START};

/// More than any frame has. What is longer was not begun by a real `3e`.
const MAX_BODY: usize = 4096;

/// What has arrived of a frame so far.
#[derive(Clone, Debug, Default)]
pub struct Decoder {
    /// Nothing until a frame begins.
    body: Option<Vec<u8>>,
    is_escaped: bool,
}

impl Decoder {
    /// The frames that these bytes complete. Whatever is no frame is passed over; a good one after it is found, because
    /// `3e` stands nowhere but at the start of one.
    pub fn push(&mut self, bytes: &[u8]) -> Vec<Frame> {
        bytes.iter().filter_map(|byte| self.take(*byte)).collect()
    }

    fn take(&mut self, byte: u8) -> Option<Frame> {
        if byte == START {
            *self = Decoder { body: Some(Vec::new()), is_escaped: false };
            return None;
        }
        if byte == END {
            let Decoder { body, is_escaped } = std::mem::take(self);
            return if is_escaped { None } else { Frame::decode(&body?) };
        }
        let body = self.body.as_mut()?;
        if byte == ESCAPE && !self.is_escaped {
            self.is_escaped = true;
            return None;
        }
        let plain = if self.is_escaped { byte | ESCAPED_BIT } else { byte };
        let was_right = !self.is_escaped || matches!(plain, START | END | ESCAPE);
        self.is_escaped = false;
        if was_right && body.len() < MAX_BODY {
            body.push(plain);
        } else {
            self.body = None;
        }
        None
    }
}
