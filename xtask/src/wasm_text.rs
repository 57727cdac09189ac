//! The WebAssembly as text, so that it comes within the script, from a saved page and from a file as well.
//!
//! A byte that is frequent is one printable character, any other is two. What servers compress with finds as much in
//! such text as in the bytes themselves; in base64 it finds next to nothing.

use base64::{Engine, engine::general_purpose::STANDARD};

/// These stand before a character and give it another meaning.
const SHIFTS: [u8; 2] = [b'}', b'~'];
/// Characters without a meaning of their own in a script's string, or in HTML around the script.
const CHARACTERS: std::ops::Range<u8> = b' '..SHIFTS[0];
const EXCLUDED: &[u8] = b"\"\\<";
/// The characters of ASCII.
const N_CODES: usize = 128;

/// WebAssembly as `src/element/wasm.js` unpacks it.
pub struct WasmText {
    /// Printable ASCII.
    pub text: String,
    /// In base64, the byte that each code of a character stands for: by itself, and after each of the shifts.
    pub table: String,
    /// How many bytes it has.
    pub n_bytes: usize,
    /// What tells that not all of it has arrived as it was.
    pub checksum: i32,
}

/// How a byte is written.
#[derive(Clone, Copy)]
struct Code {
    /// 0, or one more than the position of the shift before the character.
    page: usize,
    character: u8,
}

impl Code {
    /// Where it stands in the table.
    fn idx(self) -> usize {
        self.page * N_CODES + usize::from(self.character)
    }

    fn write(self, text: &mut String) {
        let shift = self.page.checked_sub(1).and_then(|it| SHIFTS.get(it));
        text.extend(shift.into_iter().chain([&self.character]).map(|it| char::from(*it)));
    }
}

impl WasmText {
    /// The same bytes give the same text.
    pub fn new(wasm: &[u8]) -> WasmText {
        let codes = codes(wasm);
        let mut table = [0; (1 + SHIFTS.len()) * N_CODES];
        for (byte, code) in (0..=u8::MAX).zip(&codes) {
            table.iter_mut().skip(code.idx()).take(1).for_each(|it| *it = byte);
        }
        let mut text = String::with_capacity(wasm.len());
        for code in wasm.iter().filter_map(|it| codes.get(usize::from(*it))) {
            code.write(&mut text);
        }
        let checksum = wasm.iter().fold(0_i32, |sum, byte| sum.wrapping_mul(31).wrapping_add(i32::from(*byte)));
        WasmText { text, table: STANDARD.encode(table), n_bytes: wasm.len(), checksum }
    }
}

/// The codes of all bytes, in their order.
fn codes(wasm: &[u8]) -> Vec<Code> {
    let characters: Vec<u8> = CHARACTERS.filter(|it| !EXCLUDED.contains(it)).collect();
    let mut counts = [0_usize; 256];
    for byte in wasm {
        counts.iter_mut().skip(usize::from(*byte)).take(1).for_each(|it| *it += 1);
    }
    let mut by_count: Vec<(u8, usize)> = (0..=u8::MAX).zip(counts).collect();
    by_count.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let by_count: Vec<u8> = by_count.into_iter().map(|(byte, _)| byte).collect();
    let (frequent, rare) = by_count.split_at(characters.len());
    // Letters stay what they are, so that words are still words.
    let (letters, others): (Vec<u8>, Vec<u8>) = frequent.iter().partition(|it| characters.contains(it));
    let free = characters.iter().filter(|it| !letters.contains(it));
    let alone = letters.iter().zip(&letters).chain(others.iter().zip(free)).map(|(byte, it)| (*byte, 0, *it));
    let shifted = (1..).zip(rare.chunks(characters.len()));
    let shifted =
        shifted.flat_map(|(page, bytes)| bytes.iter().zip(&characters).map(move |(byte, it)| (*byte, page, *it)));
    let mut codes: Vec<(u8, Code)> =
        alone.chain(shifted).map(|(byte, page, character)| (byte, Code { page, character })).collect();
    codes.sort_by_key(|(byte, _)| *byte);
    codes.into_iter().map(|(_, code)| code).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the script does with it.
    fn unpacked(it: &WasmText) -> Vec<u8> {
        let table = STANDARD.decode(&it.table).expect("base64");
        let mut page = 0;
        let mut bytes = Vec::new();
        for character in it.text.bytes() {
            if let Some(shift) = SHIFTS.iter().position(|it| *it == character) {
                page = shift + 1;
            } else {
                bytes.push(*table.get(page * N_CODES + usize::from(character)).expect("a code"));
                page = 0;
            }
        }
        bytes
    }

    #[test]
    fn every_byte_comes_out_as_it_went_in() {
        for n_repeated in [0, 1, 255] {
            let bytes: Vec<u8> = (0..=255).chain((0..2000).map(|_| n_repeated)).chain((0..=255).rev()).collect();
            let packed = WasmText::new(&bytes);
            assert_eq!(unpacked(&packed), bytes);
            assert_eq!(packed.n_bytes, bytes.len());
        }
    }

    #[test]
    fn it_means_nothing_to_a_script_or_a_page_around_it() {
        let bytes: Vec<u8> = (0..=255).collect();
        let text = WasmText::new(&bytes).text;
        assert!(text.bytes().all(|it| (b' '..=b'~').contains(&it)), "{text}");
        assert!(!text.contains(['"', '\\', '<']), "{text}");
    }

    #[test]
    fn the_checksum_is_another_where_a_byte_is() {
        let (one, other) = (WasmText::new(&[1, 2, 3]), WasmText::new(&[1, 2, 4]));
        assert_ne!(one.checksum, other.checksum);
    }
}
