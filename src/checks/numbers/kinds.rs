//! Months, days of the week, noon and midnight: where both sides name as many of a kind, but not
//! the same.

use super::dates::take;
use crate::text::quantities::{Form, Quantity, Reading};

/// Those of the source that have become others: one that stands twice in the target may hide that
/// another is lost.
pub(super) fn exchanged<'q>(
    source: &'q [Quantity],
    target: &'q [Quantity],
) -> Vec<(&'q Quantity, &'q Quantity)> {
    let kinds: [fn(&Quantity) -> bool; 3] = [is_month, is_weekday, is_noon];
    let of_kind = |is_kind: fn(&Quantity) -> bool| {
        let mut lost: Vec<&Quantity> = source.iter().filter(|one| is_kind(one)).collect();
        let mut other: Vec<&Quantity> = target.iter().filter(|one| is_kind(one)).collect();
        if lost.len() != other.len() {
            return Vec::new();
        }
        lost.retain(|was| take(&mut other, |is| is.agrees(was)).is_none());
        lost.into_iter().zip(other).collect()
    };
    kinds.into_iter().flat_map(of_kind).collect()
}

fn is_month(quantity: &Quantity) -> bool {
    matches!(quantity.readings.first(), Some(Reading::Month(_)))
}

fn is_weekday(quantity: &Quantity) -> bool {
    matches!(quantity.readings.first(), Some(Reading::Weekday(_)))
}

/// Noon and midnight in words.
fn is_noon(quantity: &Quantity) -> bool {
    quantity.form == Form::Vague && matches!(quantity.readings.first(), Some(Reading::Time { .. }))
}
