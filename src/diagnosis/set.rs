//! A small set of positions.

/// A set of positions in one of the model's lists: of repairs, questions or preparations. It holds 0 to 63; a position
/// beyond is never in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Set(u64);

impl Set {
    /// Whether the position is in it.
    pub fn contains(self, idx: usize) -> bool {
        self.0 & bit(idx) != 0
    }

    /// The set with this position as well.
    #[must_use]
    pub fn with(self, idx: usize) -> Set {
        Set(self.0 | bit(idx))
    }

    /// A bit per position.
    pub(super) fn bits(self) -> u64 {
        self.0
    }

    /// What is in either set.
    #[must_use]
    pub fn union(self, other: Set) -> Set {
        Set(self.0 | other.0)
    }

    /// What is in this set and not in the other.
    #[must_use]
    pub fn without(self, other: Set) -> Set {
        Set(self.0 & !other.0)
    }

    /// The positions, in order.
    pub fn iter(self) -> impl Iterator<Item = usize> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let idx = usize::try_from(rest.trailing_zeros()).ok().filter(|_| rest != 0)?;
            rest &= rest - 1;
            Some(idx)
        })
    }
}

impl FromIterator<usize> for Set {
    fn from_iter<I: IntoIterator<Item = usize>>(positions: I) -> Set {
        positions.into_iter().fold(Set::default(), Set::with)
    }
}

fn bit(idx: usize) -> u64 {
    u32::try_from(idx).ok().and_then(|it| 1_u64.checked_shl(it)).unwrap_or(0)
}
