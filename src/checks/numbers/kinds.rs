//! Months and days of the week: where both sides name as many of a kind, but not
//! the same.

use super::dates::take;
use crate::text::quantities::{Quantity, Reading};

/// Those of the source that have become others: one that stands twice in the target may hide that
/// another is lost.
pub(super) fn exchanged<'q>(
    source: &'q [Quantity],
    target: &'q [Quantity],
) -> Vec<(&'q Quantity, &'q Quantity)> {
    let kinds: [fn(&Quantity) -> bool; 2] = [is_month, is_weekday];
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
