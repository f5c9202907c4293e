//! Numbers, dates and times that the translation changed, lost or invented.
//!
//! A number counts by its value, not by how it is written: `130 000` and `130,000` agree, and so
//! do `двадцать` and `20`, `18:00` and `6 p.m.`

mod dates;

use self::dates::{Change, Date, bare_months, changes, dates, take};
use super::{
    Check, Findings, Rule, Scope,
    findings::Draft,
    pairs::{Pair, Pairs},
};
use crate::{
    model::{Language, Message, Severity},
    text::quantities::{Form, Quantity, Reading, quantities},
};

const NUMBER_CHANGED: Rule = Rule::error("number-changed");
const NUMBER_LOST: Rule = Rule::warn("number-lost");
const NUMBER_INVENTED: Rule = Rule::warn("number-invented");
const DATE_CHANGED: Rule = Rule::error("date-changed");
const TIME_CHANGED: Rule = Rule::error("time-changed");

/// Reports each quantity of the source that has no equal in the target, and the reverse.
pub(super) const CHECK: Check = Check {
    rules: &[NUMBER_CHANGED, NUMBER_LOST, NUMBER_INVENTED, DATE_CHANGED, TIME_CHANGED],
    run: Scope::Pairs(run),
};

/// The quantities of a pair, and those of them that have no equal on the other side.
struct Compared<'a> {
    pair: &'a Pair<'a>,
    source: Vec<Quantity>,
    target: Vec<Quantity>,
    lost: Vec<Quantity>,
    invented: Vec<Quantity>,
}

impl Compared<'_> {
    fn source_dates(&self) -> Vec<Date<'_>> {
        dates(&self.pair.source.text, Language::Russian, &self.source)
    }

    fn target_dates(&self) -> Vec<Date<'_>> {
        dates(&self.pair.target.text, Language::English, &self.target)
    }

    /// Whether there is nothing to report.
    fn is_equal(&self) -> bool {
        self.lost.is_empty()
            && self.invented.is_empty()
            && swapped(&self.source, &self.target).is_empty()
            && changes(&self.source_dates(), &self.target_dates(), self.bare_months()).is_empty()
    }

    /// The months that only the target names without a day.
    fn bare_months(&self) -> Vec<&Quantity> {
        let mut months = bare_months(&self.target, &self.target_dates());
        for month in bare_months(&self.source, &self.source_dates()) {
            take(&mut months, |other| other.agrees(month));
        }
        months
    }
}

/// The quantities of the sentences beside a pair: one may have moved there.
struct Near {
    source: Vec<Quantity>,
    target: Vec<Quantity>,
    /// Days and months of the target: a date may be told once and be `the same day` after that.
    dates: Vec<(Quantity, Quantity)>,
}

impl Near {
    /// Those that have no equal there: a sentence beside the pair that has the same number in both
    /// languages says nothing of the pair's own.
    fn of(pair: &Pair<'_>) -> Self {
        let (source_text, target_text) = (pair.source.around(), pair.target.around());
        let source = quantities(&source_text, Language::Russian);
        let target = quantities(&target_text, Language::English);
        let dates_of = |text: &str, language, all: &[Quantity]| -> Vec<(Quantity, Quantity)> {
            let dates = dates(text, language, all);
            dates.into_iter().map(|date| (date.day.clone(), date.month.clone())).collect()
        };
        let dates = dates_of(&target_text, Language::English, &target);
        Self { source: unequalled(&source, &target), target: unequalled(&target, &source), dates }
    }

    fn has_date(&self, date: &Date<'_>) -> bool {
        self.dates.iter().any(|(day, month)| day.agrees(date.day) && month.agrees(date.month))
    }
}

/// The quantities of the one that have no certain equal in the other.
fn unequalled(one: &[Quantity], other: &[Quantity]) -> Vec<Quantity> {
    let is_equalled =
        |one: &Quantity| other.iter().any(|other| other.form != Form::Vague && one.agrees(other));
    one.iter().filter(|one| !is_equalled(one)).cloned().collect()
}

fn run(pairs: &Pairs<'_>, findings: &mut Findings<'_>) {
    for pair in pairs.fresh() {
        let compared = compare(pair);
        if !compared.is_equal() {
            report(pair, &compared, &Near::of(pair), findings);
        }
    }
}

fn compare<'a>(pair: &'a Pair<'a>) -> Compared<'a> {
    let source = quantities(&pair.source.text, Language::Russian);
    let target = quantities(&pair.target.text, Language::English);
    let lost = without_equal(&source, &target);
    let mut invented = without_equal(&target, &source);
    invented.retain(|quantity| !is_note(&pair.target.text, quantity));
    Compared { pair, source, target, lost, invented }
}

fn without_equal(one: &[Quantity], other: &[Quantity]) -> Vec<Quantity> {
    let has_equal = |quantity: &Quantity| other.iter().any(|equal| quantity.agrees(equal));
    let firm = one.iter().filter(|quantity| quantity.form != Form::Vague);
    firm.filter(|quantity| !has_equal(quantity)).cloned().collect()
}

/// Whether it stands in square brackets: in a note of the translator's own.
fn is_note(text: &str, quantity: &Quantity) -> bool {
    let before = &text[..quantity.range.start];
    before.matches('[').count() > before.matches(']').count()
}

fn report(pair: &Pair<'_>, compared: &Compared<'_>, near: &Near, findings: &mut Findings<'_>) {
    let (mut lost, mut invented) = (compared.lost.clone(), compared.invented.clone());
    for change in date_changes(compared, near) {
        let (was, is, finding) = match change {
            Change::Month(was, is) => (was, Some(is), changed_by(DATE_CHANGED, pair, was, is)),
            Change::Day(was, is) => (was, Some(is), changed_by(NUMBER_CHANGED, pair, was, is)),
            Change::NoDay(day) => (day, None, lost_number(pair, day)),
        };
        lost.retain(|quantity| quantity != was);
        invented.retain(|quantity| Some(quantity) != is);
        findings.push(finding);
    }
    invented.extend(said_twice(compared, &lost, &invented));
    lost.retain(|was| match invented.iter().position(|is| is_slip(was, is)) {
        Some(at) => {
            findings.push(slip(pair, was, &invented.remove(at)));
            false
        }
        None => true,
    });
    let told = compared.source_dates();
    let is_told = |day: &Quantity| told.iter().any(|date| date.day == day && near.has_date(date));
    lost.retain(|quantity| !is_told(quantity));
    lost.retain(|quantity| !near.target.iter().any(|other| other.agrees(quantity)));
    invented.retain(|quantity| !near.source.iter().any(|other| other.agrees(quantity)));
    report_rest(pair, lost, invented, findings);
}

/// The number in words that has taken the place of the only one that is lost, where the target says
/// it once more than the source: `five years or five months` for three years or five months.
fn said_twice(compared: &Compared<'_>, lost: &[Quantity], invented: &[Quantity]) -> Vec<Quantity> {
    let [was] = lost else { return Vec::new() };
    let is_one_for_one = invented.is_empty() && compared.source.len() == compared.target.len();
    if !is_one_for_one || was.form != Form::Words {
        return Vec::new();
    }
    let count = |all: &[Quantity], wanted: &Quantity| {
        all.iter().filter(|quantity| quantity.agrees(wanted)).count()
    };
    let is_surplus = |is: &&Quantity| {
        in_words(was, is) && count(&compared.target, is) == count(&compared.source, is) + 1
    };
    compared.target.iter().find(is_surplus).cloned().into_iter().collect()
}

/// Months and days of the week of which the two sides name as many, but not the same: one that
/// stands twice in the target may hide that another is lost.
fn swapped<'q>(
    source: &'q [Quantity],
    target: &'q [Quantity],
) -> Vec<(&'q Quantity, &'q Quantity)> {
    let is_month = |quantity: &&Quantity| matches!(quantity.readings[0], Reading::Month(_));
    let is_weekday = |quantity: &&Quantity| matches!(quantity.readings[0], Reading::Weekday(_));
    let of_kind = |is_kind: &dyn Fn(&&'q Quantity) -> bool| {
        let mut lost: Vec<&Quantity> = source.iter().filter(is_kind).collect();
        let mut other: Vec<&Quantity> = target.iter().filter(is_kind).collect();
        if lost.len() != other.len() {
            return Vec::new();
        }
        lost.retain(|was| take(&mut other, |is| is.agrees(was)).is_none());
        lost.into_iter().zip(other).collect()
    };
    [of_kind(&is_month), of_kind(&is_weekday)].concat()
}

/// What became of the dates; those of a neighbour may have moved there.
fn date_changes<'c>(compared: &'c Compared<'_>, near: &Near) -> Vec<Change<'c>> {
    let mut source = compared.source_dates();
    source.retain(|date| !near.has_date(date));
    let mut changes = changes(&source, &compared.target_dates(), compared.bare_months());
    for (was, is) in swapped(&compared.source, &compared.target) {
        let is_known =
            changes.iter().any(|change| matches!(change, Change::Month(old, _) if *old == was));
        if !is_known {
            changes.push(Change::Month(was, is));
        }
    }
    changes
}

/// What is no slip of the hand: another number in its place, none, or one too many.
fn report_rest(
    pair: &Pair<'_>,
    lost: Vec<Quantity>,
    invented: Vec<Quantity>,
    findings: &mut Findings<'_>,
) {
    let mut invented = invented.into_iter();
    let is_number = |quantity: &Quantity| matches!(quantity.readings[0], Reading::Number(_));
    for was in lost.into_iter().filter(is_number) {
        match invented.find(is_number) {
            Some(is) if in_digits(&was, &is) => {
                findings.push(changed(pair, &was, &is).at_most(Severity::Warn));
            }
            Some(is) if in_words(&was, &is) && !is_cut_short(&was, &is) => {
                findings.push(changed(pair, &was, &is).at_most(Severity::Warn));
            }
            Some(_) => {}
            None if was.form == Form::Digits => findings.push(lost_number(pair, &was)),
            None => {}
        }
    }
    for is in invented.filter(is_number).filter(|is| is.form == Form::Digits) {
        let written = &pair.target.text[is.range.clone()];
        findings.push(
            draft(NUMBER_INVENTED, written)
                .in_source(pair.source.whole())
                .in_target(pair.target.place(&is.range)),
        );
    }
}

fn lost_number(pair: &Pair<'_>, was: &Quantity) -> Draft {
    draft(NUMBER_LOST, &pair.source.text[was.range.clone()])
        .in_source(pair.source.place(&was.range))
        .in_target(pair.target.whole())
}

fn draft(rule: Rule, written: &str) -> Draft {
    let message = Message::new(rule.code.as_str()).with("number", written);
    Draft::new(rule.code, message).with("number", written)
}

fn in_digits(was: &Quantity, is: &Quantity) -> bool {
    was.form == Form::Digits && is.form == Form::Digits
}

fn in_words(was: &Quantity, is: &Quantity) -> bool {
    was.form == Form::Words && is.form == Form::Words
}

/// Whether the one leaves out the scale that the other says: «по десять» of thousands.
fn is_cut_short(was: &Quantity, is: &Quantity) -> bool {
    let (Some(was), Some(is)) = (was.number(), is.number()) else { return false };
    let ratio = was.max(is).as_f64() / was.min(is).as_f64();
    [1e2, 1e3, 1e6, 1e9].contains(&ratio)
}

/// In words a number may be told in another way.
fn slip(pair: &Pair<'_>, was: &Quantity, is: &Quantity) -> Draft {
    let draft = changed(pair, was, is);
    let is_told = matches!(was.readings[0], Reading::Number(_)) && !in_digits(was, is);
    if is_told { draft.at_most(Severity::Warn) } else { draft }
}

fn changed(pair: &Pair<'_>, was: &Quantity, is: &Quantity) -> Draft {
    let rule = match was.readings[0] {
        Reading::Number(_) => NUMBER_CHANGED,
        Reading::Month(_) | Reading::Weekday(_) => DATE_CHANGED,
        Reading::Time { .. } => TIME_CHANGED,
    };
    changed_by(rule, pair, was, is)
}

fn changed_by(rule: Rule, pair: &Pair<'_>, was: &Quantity, is: &Quantity) -> Draft {
    let (old, new) = (&pair.source.text[was.range.clone()], &pair.target.text[is.range.clone()]);
    let message = Message::new(rule.code.as_str()).with("was", old).with("is", new);
    Draft::new(rule.code, message)
        .in_source(pair.source.place(&was.range))
        .in_target(pair.target.place(&is.range))
        .with("was", old)
        .with("is", new)
}

/// Whether the one may have become the other by a slip: of one kind, and in numbers as many digits
/// or all but one the same.
fn is_slip(was: &Quantity, is: &Quantity) -> bool {
    match (was.readings[0], is.readings[0]) {
        (Reading::Number(was), Reading::Number(is)) => {
            let (was, is) = (was.to_string(), is.to_string());
            was.len() == is.len() || strsim::levenshtein(&was, &is) == 1
        }
        (Reading::Month(_), Reading::Month(_))
        | (Reading::Weekday(_), Reading::Weekday(_))
        | (Reading::Time { .. }, Reading::Time { .. }) => true,
        _ => false,
    }
}
