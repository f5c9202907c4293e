//! The value of digits with points, commas and apostrophes.

use super::decimal::Decimal;
use crate::model::Language;

const MARKS: [char; 4] = ['.', ',', '\'', '’'];

/// What the digits may mean, the likeliest first: `2,700` is two thousand seven hundred in English,
/// and mostly two point seven in Russian.
pub(super) fn values(written: &str, language: Language) -> Vec<Decimal> {
    let plain: String = written.chars().filter(|c| !MARKS.contains(c)).collect();
    let decimal = decimal(written);
    let grouped = is_grouped(written).then(|| plain.parse().ok()).flatten();
    let thousands = if language == Language::Russian { [',', '.'] } else { ['.', ','] };
    let is_sure = written.matches(MARKS).count() > 1 || written.contains(['\'', '’']);
    match (grouped, decimal) {
        (Some(grouped), Some(decimal)) if !is_sure => match written.contains(thousands[1]) {
            true if language == Language::English => vec![grouped],
            true => vec![grouped, decimal],
            false => vec![decimal, grouped],
        },
        (grouped, decimal) => grouped.into_iter().chain(decimal).take(1).collect(),
    }
}

/// The value where the last mark stands before decimals.
fn decimal(written: &str) -> Option<Decimal> {
    let Some(at) = written.rfind(MARKS) else { return written.parse().ok() };
    let (whole, rest) = written.split_at_checked(at)?;
    let fraction = rest.strip_prefix(['.', ','])?;
    if whole.contains(MARKS) && (!is_grouped(whole) || whole.contains(rest.chars().next()?)) {
        return None;
    }
    let whole: String = whole.chars().filter(|c| !MARKS.contains(c)).collect();
    format!("{whole}.{fraction}").parse().ok()
}

/// `130,000`: a first group of up to three digits, then groups of three, all by one mark.
pub(super) fn is_grouped(digits: &str) -> bool {
    let Some(mark) = digits.chars().find(|c| MARKS.contains(c)) else { return false };
    let mut groups = digits.split(mark);
    let first = groups.next().unwrap_or_default();
    let is_three = |group: &str| group.len() == 3 && group.bytes().all(|b| b.is_ascii_digit());
    (1..=3).contains(&first.len()) && !first.starts_with('0') && groups.all(is_three)
}
