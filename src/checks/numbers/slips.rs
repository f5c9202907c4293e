//! Which of two quantities may have become the other by a slip of the hand.

use crate::text::quantities::{Decimal, Form, Quantity, Reading};

/// Whether it is a number and no date or time.
pub(super) fn is_number(quantity: &Quantity) -> bool {
    let first = quantity.readings.first();
    matches!(first, Some(Reading::Number(_) | Reading::Version(_) | Reading::Fraction(_)))
}

pub(super) fn in_digits(was: &Quantity, is: &Quantity) -> bool {
    was.form == Form::Digits && is.form == Form::Digits
}

pub(super) fn in_words(was: &Quantity, is: &Quantity) -> bool {
    was.form == Form::Words && is.form == Form::Words
}

/// Whether the one leaves out the scale that the other says: «по десять» of thousands.
pub(super) fn is_cut_short(was: &Quantity, is: &Quantity) -> bool {
    let (Some(was), Some(is)) = (was.number(), is.number()) else { return false };
    let ratio = was.max(is).as_f64() / was.min(is).as_f64();
    [1e2, 1e3, 1e6, 1e9].contains(&ratio)
}

/// Whether the one may have become the other by a slip: of one kind, and in numbers as many digits
/// or all but one the same, or another scale.
pub(super) fn is_slip(was: &Quantity, is: &Quantity) -> bool {
    match (was.readings.first(), is.readings.first()) {
        (Some(Reading::Number(_)), Some(Reading::Number(_))) => {
            let is_near_any = |one| is.numbers().any(|other| is_near(one, other));
            was.numbers().any(is_near_any)
                || (was.has_scale && is.has_scale && is_cut_short(was, is))
        }
        (Some(Reading::Month(_)), Some(Reading::Month(_)))
        | (Some(Reading::Weekday(_)), Some(Reading::Weekday(_)))
        | (Some(Reading::Version(_)), Some(Reading::Version(_)))
        | (Some(Reading::Fraction(_)), Some(Reading::Fraction(_)))
        | (Some(Reading::Time { .. }), Some(Reading::Time { .. })) => true,
        _ => false,
    }
}

fn is_near(was: Decimal, is: Decimal) -> bool {
    let (was, is) = (was.to_string(), is.to_string());
    was.len() == is.len() || strsim::levenshtein(&was, &is) == 1
}
