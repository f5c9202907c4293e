//! What a quantity may mean.

use super::decimal::Decimal;

/// Parts that the number of a version has, at most.
const MOST_PARTS: usize = 6;

/// The number of a version or an address, part by part: `1.10` is not `1.1`, and `2.4.0` is `2.4`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Version([u32; MOST_PARTS]);

impl Version {
    /// The parts between points; nothing where that is no version.
    #[must_use]
    pub fn parse(written: &str) -> Option<Self> {
        let mut parts = [0; MOST_PARTS];
        for (at, part) in written.split('.').enumerate() {
            *parts.get_mut(at)? = part.parse().ok()?;
        }
        Some(Self(parts))
    }
}

/// What a quantity may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reading {
    /// A number.
    Number(Decimal),
    /// A number written as a fraction: `1/2`.
    Fraction(Decimal),
    /// The number of a version, or an address of the network.
    Version(Version),
    /// This whole number or more: `2 и более` is more than one.
    AtLeast(u32),
    /// One of a unit, said without a number.
    Unit,
    /// A month, from 1.
    Month(u8),
    /// A day of the week, from 1 for Monday.
    Weekday(u8),
    /// A time of day in minutes; half a day more where it is not `exact`.
    Time {
        /// Minutes since midnight.
        minutes: u16,
        /// Whether it is known which half of the day is meant.
        exact: bool,
    },
}

const HALF_A_DAY: u16 = 12 * 60;

impl Reading {
    /// The same for all that agree.
    pub(super) const fn loosely(self) -> Self {
        match self {
            Self::Time { minutes, .. } => {
                Self::Time { minutes: minutes % HALF_A_DAY, exact: false }
            }
            other => other,
        }
    }

    pub(super) fn agrees(self, other: Self) -> bool {
        match (self, other) {
            (
                Self::Time { minutes: one, exact: true },
                Self::Time { minutes: other, exact: true },
            ) => one == other,
            (Self::Time { minutes: one, .. }, Self::Time { minutes: other, .. }) => {
                one % HALF_A_DAY == other % HALF_A_DAY
            }
            _ => self == other,
        }
    }

    /// Whether it says what kind of thing is meant, so that of two of its kind nothing else need be
    /// compared.
    pub(super) const fn is_of_a_kind(self) -> bool {
        matches!(self, Self::Time { .. } | Self::Version(_) | Self::Fraction(_))
    }

    pub(super) const fn is_like(self, other: Self) -> bool {
        matches!(
            (self, other),
            (Self::Time { .. }, Self::Time { .. })
                | (Self::Version(_), Self::Version(_))
                | (Self::Fraction(_), Self::Fraction(_))
        )
    }
}
