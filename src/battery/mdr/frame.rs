//! One frame: `3e`, then kind, sequence, length, payload and checksum with some bytes escaped, then `3c`.

pub(super) const START: u8 = 0x3e;
pub(super) const END: u8 = 0x3c;
/// Stands before a byte that would mean something else, and lacks one bit there.
pub(super) const ESCAPE: u8 = 0x3d;
pub(super) const ESCAPED_BIT: u8 = 0x10;

/// What a frame is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// It says that a message has arrived.
    Ack,
    /// It holds a message.
    Message,
    /// It holds a message of the second table, or is of a kind that is not known here.
    Other(u8),
}

/// A frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    /// What it is.
    pub kind: Kind,
    /// 0 or 1. An acknowledgement has the other one than what it acknowledges.
    pub sequence: u8,
    /// The message.
    pub payload: Vec<u8>,
}

impl Kind {
    const ACK: u8 = 0x01;
    const MESSAGE: u8 = 0x0c;
    /// A message of the second table, which has other opcodes.
    pub(super) const SECOND_TABLE: u8 = 0x0e;

    fn from_byte(byte: u8) -> Kind {
        match byte {
            Kind::ACK => Kind::Ack,
            Kind::MESSAGE => Kind::Message,
            other => Kind::Other(other),
        }
    }

    fn byte(self) -> u8 {
        match self {
            Kind::Ack => Kind::ACK,
            Kind::Message => Kind::MESSAGE,
            Kind::Other(byte) => byte,
        }
    }
}

impl Frame {
    /// The bytes that go over the channel.
    pub fn encode(&self) -> Vec<u8> {
        let mut body = vec![self.kind.byte(), self.sequence];
        body.extend(u32::try_from(self.payload.len()).unwrap_or(u32::MAX).to_be_bytes());
        body.extend(&self.payload);
        body.push(checksum(&body));
        let mut bytes = vec![START];
        for byte in body {
            match byte {
                START | END | ESCAPE => bytes.extend([ESCAPE, byte & !ESCAPED_BIT]),
                _ => bytes.push(byte),
            }
        }
        bytes.push(END);
        bytes
    }

    /// The frame in what stands between `3e` and `3c`, without escapes. None where length or checksum do not fit.
    pub(super) fn decode(body: &[u8]) -> Option<Frame> {
        let (last, body) = body.split_last()?;
        let ([kind, sequence, length @ ..], payload) = body.split_first_chunk::<6>()?;
        let fits = usize::try_from(u32::from_be_bytes(*length)) == Ok(payload.len()) && *last == checksum(body);
        fits.then(|| Frame { kind: Kind::from_byte(*kind), sequence: *sequence, payload: payload.to_vec() })
    }
}

/// The sum of all bytes, as far as it fits into one.
fn checksum(bytes: &[u8]) -> u8 {
    bytes.iter().fold(0, |sum, byte| sum.wrapping_add(*byte))
}
