//! Which links a guide may hold.

/// Whether a link is one of the three kinds that a person may be sent to: `https`, `mailto`, `tel`.
///
/// Browsers strip white space and control characters before they read the scheme, so a link that holds any is refused
/// outright rather than cleaned.
pub fn is_allowed(link: &str) -> bool {
    let plain = link.chars().all(|it| !it.is_whitespace() && !it.is_control());
    plain && ["https://", "mailto:", "tel:"].iter().any(|scheme| starts_with_ignoring_case(link, scheme))
}

fn starts_with_ignoring_case(text: &str, start: &str) -> bool {
    text.get(..start.len()).is_some_and(|it| it.eq_ignore_ascii_case(start))
}
