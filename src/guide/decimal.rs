//! Numbers as a person reads them.

const PLACES: u32 = 3;

/// A number with at most three decimals, and none that is not needed: `12`, `-0.25`.
///
/// What the standard library does for any float weighs 18 kilobytes.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a saturating cast is what a number to read needs"
)]
pub(crate) fn decimal(number: f64) -> String {
    let unit = 10_u64.pow(PLACES);
    let units = (number.abs() * 1000.0).round() as u64;
    let sign = if number < 0.0 && units > 0 { "-" } else { "" };
    let decimals = format!(".{:03}", units % unit);
    format!("{sign}{}{}", units / unit, decimals.trim_end_matches('0').trim_end_matches('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_the_decimals_that_it_needs() {
        for number in [0.0, 1.0, 10.0, 120.0, 0.5, 0.25, 7.125, 1234.5, -0.5, -3.0, 0.05, 0.001] {
            assert_eq!(decimal(number), number.to_string());
        }
        assert_eq!(decimal(2.0 / 3.0), "0.667");
        assert_eq!(decimal(0.999_96), "1");
        assert_eq!(decimal(-0.000_1), "0");
    }
}
