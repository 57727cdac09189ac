//! Which way a language is written.

/// The languages that are written from right to left, of those with many readers.
const FROM_THE_RIGHT: [&str; 9] = ["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ur", "yi"];

/// `rtl` or `ltr`, as the attribute `dir` has it, for a BCP 47 tag.
pub(super) fn direction(tag: &str) -> &'static str {
    let primary = tag.split('-').next().unwrap_or(tag);
    if FROM_THE_RIGHT.iter().any(|it| it.eq_ignore_ascii_case(primary)) { "rtl" } else { "ltr" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_region_does_not_matter() {
        assert_eq!(
            ["ar", "AR-EG", "he-IL", "en", "en-GB", "arn", ""].map(direction),
            ["rtl", "rtl", "rtl", "ltr", "ltr", "ltr", "ltr"]
        );
    }
}
