//! What is said of a quantity that changed, was lost or was invented.

use std::ops::Range;

use super::{
    DATE_CHANGED, NUMBER_CHANGED, NUMBER_INVENTED, NUMBER_LOST, TIME_CHANGED,
    slips::{in_digits, is_number},
};
use crate::{
    checks::{Rule, findings::Draft, pairs::Pair},
    model::{Message, Severity},
    text::quantities::{Quantity, Reading},
};

/// The number that the translation leaves out, or that it has alone where the English leads.
pub(super) fn lost(pair: &Pair<'_>, was: &Quantity) -> Draft {
    let rule = pair.direction.roles((NUMBER_LOST, NUMBER_INVENTED)).0;
    draft(rule, written(&pair.source.text, &was.range))
        .in_source(pair.source.place(&was.range))
        .in_target(pair.target.whole())
}

/// The number that the original does not have, or that is left out of it where the English leads.
pub(super) fn invented(pair: &Pair<'_>, is: &Quantity) -> Draft {
    let rule = pair.direction.roles((NUMBER_LOST, NUMBER_INVENTED)).1;
    draft(rule, written(&pair.target.text, &is.range))
        .in_source(pair.source.whole())
        .in_target(pair.target.place(&is.range))
}

fn draft(rule: Rule, written: &str) -> Draft {
    let message = Message::new(rule.code.as_str()).with("number", written);
    Draft::new(rule.code, message).with("number", written)
}

/// Whether a number may be told in another way: in words, as a decade.
pub(super) fn is_told(pair: &Pair<'_>, was: &Quantity, is: &Quantity) -> bool {
    let is_decade = written(&pair.target.text, &is.range).ends_with('s');
    is_decade || is_number(was) && !in_digits(was, is)
}

/// A quantity that became another, by the rule of its kind.
pub(super) fn changed(pair: &Pair<'_>, was: &Quantity, is: &Quantity) -> Draft {
    let rule = match was.readings.first() {
        Some(Reading::Month(_) | Reading::Weekday(_)) => DATE_CHANGED,
        Some(Reading::Time { .. }) => TIME_CHANGED,
        _ => NUMBER_CHANGED,
    };
    changed_by(rule, pair, was, is)
}

/// A quantity that became another. Where the digits are the same, what stands beside them shows the
/// difference.
pub(super) fn changed_by(rule: Rule, pair: &Pair<'_>, was: &Quantity, is: &Quantity) -> Draft {
    let (source, target) = (&pair.source.text, &pair.target.text);
    if written(source, &was.range) == written(target, &is.range) {
        return changed_to(rule, pair, (was, &was.whole), (is, &is.whole));
    }
    changed_to(rule, pair, (was, &was.range), (is, &is.range))
}

/// The same with the stretches of text to show.
pub(super) fn changed_to(
    rule: Rule,
    pair: &Pair<'_>,
    (was, shown_was): (&Quantity, &Range<usize>),
    (is, shown_is): (&Quantity, &Range<usize>),
) -> Draft {
    let texts = (written(&pair.source.text, shown_was), written(&pair.target.text, shown_is));
    let (old, new) = pair.direction.roles(texts);
    let message = Message::new(rule.code.as_str()).with("was", old).with("is", new);
    Draft::new(rule.code, message)
        .in_source(pair.source.place(&was.range))
        .in_target(pair.target.place(&is.range))
        .with("was", old)
        .with("is", new)
        .at_most(if pair.is_left_over() { Severity::Info } else { Severity::Error })
}

fn written<'t>(text: &'t str, range: &Range<usize>) -> &'t str {
    text.get(range.clone()).unwrap_or_default()
}
