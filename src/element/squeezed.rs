//! JSON files of this repository as a release carries them: in one line. JSON has no ends of lines in its texts.

/// Includes a file like `include_str!`, without the ends of its lines and the spaces that begin them.
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
    let (mut at, mut is_start) = (0, true);
    while at < text.len() {
        match text[at] {
            b'\n' => is_start = true,
            b' ' if is_start => {}
            byte => {
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
    let (kept, n_kept) = squeezed::<11>("{\n  \"a\": \"b\"\n}\n");
    assert!(n_kept == 10 && matches!(&kept, b"{\"a\": \"b\"}\0"), "what stands within a line stays");
};
