//! One amount told in two units: `1 м 80 см`, `6-foot-6`, `2 pounds 3 ounces`.

use super::{Quantity, Reading, units::Unit};

/// What may stand between the two.
const JOINTS: [&str; 5] = ["", "-", "and", "и", ","];

/// Finds what belongs together, and gives both parts what they come to.
pub(super) fn join(text: &str, found: &mut [Quantity]) {
    for second in 1..found.len() {
        let Some([one, two]) = found.get_mut(second - 1..=second) else { continue };
        let gap = text.get(one.whole.end..two.range.start).map(str::trim);
        if !gap.is_some_and(|gap| JOINTS.contains(&gap)) {
            continue;
        }
        let Some((larger, smaller)) = units(one, two) else { continue };
        let (Some(first), Some(rest)) = (amount(one), amount(two)) else { continue };
        let total = larger.in_base(first) + smaller.in_base(rest);
        (two.unit, one.total, two.total) = (Some(smaller), Some(total), Some(total));
    }
}

/// The units of two numbers that go on with each other.
fn units(one: &Quantity, two: &Quantity) -> Option<(Unit, Unit)> {
    let larger = one.unit?;
    let smaller = match two.unit {
        Some(smaller) => Some(smaller),
        None => larger.implied(),
    }?;
    larger.goes_on_with(smaller).then_some((larger, smaller))
}

fn amount(quantity: &Quantity) -> Option<f64> {
    match quantity.readings.first()? {
        Reading::Number(number) => Some(number.as_f64()),
        _ => None,
    }
}
