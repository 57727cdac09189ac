//! Files of this repository as a release carries them: without comments, and in one line.

/// Includes a file like `include_str!`, without the ends of its lines, the white space that begins them, and the
/// comments that do, as CSS has them. JSON has none of these in its texts.
macro_rules! include_squeezed {
    ($path:literal) => {{
        const TEXT: &str = include_str!($path);
        const LEN: usize = $crate::element::squeezed::squeezed::<{ TEXT.len() }>(TEXT).1;
        const BYTES: [u8; LEN] = $crate::element::squeezed::squeezed::<LEN>(TEXT).0;
        const {
            match str::from_utf8(&BYTES) {
                Ok(it) => it,
                // What is left out is ASCII, so it never comes to this, and would not compile.
                Err(_) => panic!("cut within a character"),
            }
        }
    }};
}
pub(super) use include_squeezed;

/// What remains of the text, and how many bytes it takes; more than `N` are not kept.
#[expect(clippy::indexing_slicing, reason = "It runs while it is compiled, and nothing else can be called there.")]
pub(super) const fn squeezed<const N: usize>(text: &str) -> ([u8; N], usize) {
    let text = text.as_bytes();
    let (mut kept, mut n_kept) = ([0; N], 0);
    let (mut at, mut is_start, mut is_comment) = (0, true, false);
    while at < text.len() {
        let next = if at + 1 < text.len() { text[at + 1] } else { b'\n' };
        match (text[at], next) {
            (b'*', b'/') if is_comment => (is_comment, at) = (false, at + 1),
            _ if is_comment => {}
            (b'\n', _) => is_start = true,
            (b' ', _) if is_start => {}
            (b'/', b'*') if is_start => is_comment = true,
            (byte, _) => {
                is_start = false;
                if n_kept < N {
                    kept[n_kept] = byte;
                }
                n_kept += 1;
            }
        }
        at += 1;
    }
    (kept, n_kept)
}

const _: () = {
    let (kept, n_kept) = squeezed::<9>("/* c { */\na {\n  b: c;\n\n  /* d\n * e */\n}\n");
    assert!(n_kept == 9 && matches!(&kept, b"a {b: c;}"), "comments, ends of lines and white space after them go");
    let (kept, n_kept) = squeezed::<14>("{\n  \"a\": \"/* b\"\n}\n");
    assert!(n_kept == 13 && matches!(&kept, b"{\"a\": \"/* b\"}\0"), "what stands within a line stays");
};
