//! Exact decimal values.

use std::{fmt, str::FromStr};

/// A number that is not negative, in millionths: no rounding ever makes two of them alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decimal(u128);

const ONE: u128 = 1_000_000;

/// Places after the point that a millionth has.
const PLACES: usize = 6;

/// Digits before the point; longer ones are names of things, not numbers.
const MOST_DIGITS: usize = 15;

impl Decimal {
    /// One half.
    pub(super) const HALF: Self = Self(ONE / 2);

    /// A whole number.
    #[must_use]
    pub const fn whole(number: u32) -> Self {
        Self(number as u128 * ONE)
    }

    pub(super) const fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// Nothing where the product is beyond all that texts speak of.
    pub(super) fn times(self, other: Self) -> Option<Self> {
        Some(Self(self.0.checked_mul(other.0)? / ONE))
    }

    /// `self` parts of `other`, to the last place; nothing of nothing.
    pub(super) const fn share_of(self, other: Self) -> Option<Self> {
        match self.0.checked_mul(ONE) {
            Some(product) => match product.checked_div(other.0) {
                Some(share) => Some(Self(share)),
                None => None,
            },
            None => None,
        }
    }

    /// The value as a whole number, if it is one.
    #[must_use]
    pub fn as_whole(self) -> Option<u32> {
        self.0.is_multiple_of(ONE).then(|| u32::try_from(self.0 / ONE).ok()).flatten()
    }

    /// The nearest floating-point number, for ratios.
    #[must_use]
    pub fn as_f64(self) -> f64 {
        self.0 as f64 / ONE as f64
    }
}

impl FromStr for Decimal {
    type Err = ();

    /// Digits, with a point before decimals.
    fn from_str(text: &str) -> Result<Self, ()> {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let fits = !whole.is_empty() && whole.len() <= MOST_DIGITS && fraction.len() <= PLACES;
        if !fits || !is_digits(whole) || !is_digits(fraction) {
            return Err(());
        }
        let fraction = format!("{fraction:0<PLACES$}");
        let parse = |digits: &str| digits.parse::<u128>().map_err(|_| ());
        Ok(Self(parse(whole)? * ONE + parse(&fraction)?))
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, fraction) = (self.0 / ONE, self.0 % ONE);
        if fraction == 0 {
            return write!(f, "{whole}");
        }
        let fraction = format!("{fraction:0>PLACES$}");
        write!(f, "{whole}.{}", fraction.trim_end_matches('0'))
    }
}
