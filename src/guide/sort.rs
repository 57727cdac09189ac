//! Sorting what is short.

/// Sorts a list; what is neither before nor after stays in its order.
///
/// The standard sort is made for long lists and weighs four kilobytes for each type; lists in and of a guide are short.
pub(crate) fn sort<T>(list: &mut [T], is_before: impl Fn(&T, &T) -> bool) {
    for end in 1..list.len() {
        let is_wrong = |list: &[T], at: usize| match list.get(at - 1..=at) {
            Some([one, other]) => is_before(other, one),
            Some(_) | None => false,
        };
        let mut at = end;
        while at > 0 && is_wrong(list, at) {
            list.swap(at - 1, at);
            at -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_sorts_as_the_standard_sort_does() {
        for seed in 0..200 {
            let mut list: Vec<_> = (0..seed % 40).map(|idx| ((idx + 1) * (seed + 7) * 7919 % 11, idx)).collect();
            let mut other = list.clone();
            sort(&mut list, |one, other| one.0 < other.0);
            other.sort_by_key(|it| it.0);
            assert_eq!(list, other);
        }
    }
}
