//! Tells a code that is damaged from one that is not. It keeps nobody from making a code of their own.

/// The polynomial of CRC-32 as Ethernet and zip have it, its bits in reverse.
const POLYNOMIAL: u32 = 0xEDB8_8320;

/// The CRC-32 of a text, which differs wherever up to four neighbouring characters were changed.
pub(super) fn checksum(text: &str) -> u32 {
    let with_bit = |rest: u32, _| if rest & 1 == 1 { (rest >> 1) ^ POLYNOMIAL } else { rest >> 1 };
    let with_byte = |rest: u32, byte: u8| (0..8).fold(rest ^ u32::from(byte), with_bit);
    !text.bytes().fold(!0, with_byte)
}
