//! Dates that a text has of itself: when it was published or translated. Each language has its own.

use super::{compared::Compared, dates::Date};
use crate::{
    checks::pairs::Passage,
    text::{
        normalize::fold,
        quantities::{Decimal, Quantity, Reading},
    },
};

/// Year, month and day.
type Day = (u32, u8, u32);

/// Blocks at the head of a text, where it says when it was written.
const HEAD: usize = 8;

/// How a text begins to say so.
const LABELS: [&str; 9] = [
    "дата",
    "обновлен",
    "опубликован",
    "последнее обновление",
    "date",
    "updated",
    "last updated",
    "last update",
    "published",
];

/// Whether the only dates of a pair are those of the two texts themselves.
pub(super) fn is_own_date(compared: &Compared<'_>) -> bool {
    let (source, target) = (compared.source_dates(), compared.target_dates());
    let ([was], [is]) = (source.as_slice(), target.as_slice()) else { return false };
    let (Some(old), Some(new)) = (day(was, &compared.source), day(is, &compared.target)) else {
        return false;
    };
    let pair = compared.pair;
    is_of_post(&pair.source, old) && is_of_post(&pair.target, new)
        || new > old && is_labelled(&pair.source) && is_labelled(&pair.target)
}

/// The day that a date is, with the year among the quantities of its text.
fn day(date: &Date<'_>, all: &[Quantity]) -> Option<Day> {
    let whole = |one: &Quantity| one.number().and_then(Decimal::as_whole);
    let Some(Reading::Month(month)) = date.month.readings.first() else { return None };
    let year = all.iter().filter_map(whole).find(|year| (1000..2200).contains(year))?;
    Some((year, *month, whole(date.day)?))
}

/// Whether the path of a text, or an address beside it, has the day: `/2020/11/02/bridge.html`.
fn is_of_post(passage: &Passage<'_>, (year, month, day): Day) -> bool {
    let written = ["/", "-", "_"].map(|mark| format!("{year}{mark}{month:02}{mark}{day:02}"));
    let has_day = |text: &str| written.iter().any(|written| text.contains(written.as_str()));
    has_day(passage.path().as_str()) || passage.addresses_near().any(has_day)
}

/// Whether a text says at its head what its date is.
fn is_labelled(passage: &Passage<'_>) -> bool {
    let folded = fold(&passage.text);
    passage.block() < HEAD && LABELS.iter().any(|label| folded.starts_with(label))
}
