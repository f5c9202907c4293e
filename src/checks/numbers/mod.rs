//! Numbers, dates and times that the translation changed, lost or invented.
//!
//! A number counts by its value, not by how it is written: `130 000` and `130,000` agree, and so
//! do `двадцать` and `20`, `18:00` and `6 p.m.`

mod compared;
mod dates;
mod drafts;
mod exactness;
mod kinds;
mod near;
mod numbering;
mod own_dates;
mod rest;
mod runs;
mod signed;
mod signs;
mod slips;

use self::{
    compared::Compared,
    dates::{Change, changes},
    drafts::{changed, changed_by, is_told},
    exactness::Freedoms,
    kinds::exchanged,
    near::Near,
    numbering::Numbering,
    own_dates::is_own_date,
    slips::{in_words, is_slip},
};
pub(crate) use self::{dates::date_ranges, runs::regrouped};
use super::{
    Check, Findings, Rule, Scope,
    note_marks::NoteMarks,
    pairs::{Pair, Pairs},
};
use crate::{
    model::{Language, Severity},
    text::{
        quantities::{Decimal, Form, Quantity},
        settled::{Question, Topic},
    },
};

const NUMBER_CHANGED: Rule = Rule::error("number-changed");
const NUMBER_LOST: Rule = Rule::warn("number-lost");
const NUMBER_INVENTED: Rule = Rule::warn("number-invented");
const UNIT_CHANGED: Rule = Rule::warn("unit-changed");
const DATE_CHANGED: Rule = Rule::error("date-changed");
const TIME_CHANGED: Rule = Rule::error("time-changed");

/// Reports each quantity of the source that has no equal in the target, and the reverse.
pub(super) const CHECK: Check = Check {
    rules: &[
        NUMBER_CHANGED,
        NUMBER_LOST,
        NUMBER_INVENTED,
        UNIT_CHANGED,
        DATE_CHANGED,
        TIME_CHANGED,
    ],
    run: Scope::Pairs(run),
};

/// Whether both texts have the same plain numbers in the same order, or none.
const ALL_ALIKE: Question = Question {
    topic: Topic::Numbers,
    is_settled: |source, target| {
        let source = compared::read_prose(source, Language::Russian);
        let target = compared::read_prose(target, Language::English);
        let is_alike = |(one, other): (&Quantity, &Quantity)| {
            one.is_plain() && other.is_plain() && one.readings == other.readings
        };
        source.len() == target.len() && source.iter().zip(&target).all(is_alike)
    },
};

fn run(pairs: &Pairs<'_>, findings: &mut Findings<'_>) {
    let (notes, numbering) = (NoteMarks::of(pairs), Numbering::of(pairs));
    let mut freedoms = Freedoms::of(pairs);
    for pair in &pairs.all {
        if pair.stale || pairs.is_settled(pair, &ALL_ALIKE) {
            continue;
        }
        let mut compared = Compared::of(pair);
        if let Some((was, is)) = leading(&compared)
            && numbering.is_own(pair, &was, &is)
        {
            compared.leave_out(&was, &is);
        }
        compared.lost.retain(|lost| {
            let opening = lost.range.start.checked_sub('{'.len_utf8());
            !opening.is_some_and(|start| notes.is_left_out(&pair.source.text, start))
        });
        if let Some((was, is)) = another_day(&compared) {
            findings.push(changed(pair, was, is).at_most(Severity::Info));
            continue;
        }
        for draft in signs::differences(pair, &compared.source, &compared.target) {
            findings.push(draft);
        }
        if !compared.is_equal() {
            report(&compared, &Near::of(pair), findings, &mut freedoms);
        }
    }
    freedoms.report(findings);
}

/// The first numbers of the two texts, if they differ.
fn leading(compared: &Compared<'_>) -> Option<(Quantity, Quantity)> {
    let (was, is) = (compared.source.first()?, compared.target.first()?);
    (!was.agrees(is)).then(|| (was.clone(), is.clone()))
}

/// The months of the only dates of a pair where two of day, month and year differ: no slip makes
/// one of the other. They are the days of two things, of posts or talks in lists that each language
/// has for itself.
fn another_day<'c>(compared: &'c Compared<'_>) -> Option<(&'c Quantity, &'c Quantity)> {
    let (source, target) = (compared.source_dates(), compared.target_dates());
    let ([was], [is]) = (source.as_slice(), target.as_slice()) else { return None };
    if was.is_turned(is) {
        return None;
    }
    let is_year = |one: &Quantity| {
        one.number().and_then(Decimal::as_whole).is_some_and(|year| (1000..2200).contains(&year))
    };
    let has_year = |all: &[Quantity]| all.iter().any(is_year);
    let differing = [
        !was.day.agrees(is.day),
        !was.month.agrees(is.month),
        has_year(&compared.lost) && has_year(&compared.invented),
    ];
    (differing.into_iter().filter(|differs| *differs).count() > 1).then_some((was.month, is.month))
}

/// Whether the translation writes a name and its number as one: `HTTP 1.1` and `HTTP1.1`.
fn is_joined(pair: &Pair<'_>, was: &Quantity, is: &Quantity) -> bool {
    let source = pair.source.text.as_str();
    let (Some(was), Some(is)) =
        (source.get(was.range.clone()), pair.target.text.get(is.range.clone()))
    else {
        return false;
    };
    let name = is.strip_suffix(was).filter(|name| !name.is_empty());
    name.is_some_and(|name| {
        source.match_indices(was).any(|(at, _)| source[..at].trim_end().ends_with(name))
    })
}

fn report(
    compared: &Compared<'_>,
    near: &Near,
    findings: &mut Findings<'_>,
    freedoms: &mut Freedoms<'_>,
) {
    let (mut lost, mut invented) = (compared.lost.clone(), compared.invented.clone());
    report_dates(compared, near, (&mut lost, &mut invented), findings);
    for (was, is) in changed_names(compared, &mut lost, &mut invented) {
        if !is_joined(compared.pair, &was, &is) {
            // What is no slip is likely two things.
            let level = if is_slip(&was, &is) { Severity::Warn } else { Severity::Info };
            freedoms.change(changed(compared.pair, &was, &is).at_most(level));
        }
    }
    invented.extend(said_twice(compared, &lost, &invented));
    report_slips(compared.pair, (&mut lost, &mut invented), findings, freedoms);
    let told = compared.source_dates();
    let is_told = |day: &Quantity| told.iter().any(|date| date.day == day && near.has_date(date));
    lost.retain(|quantity| !is_told(quantity));
    let (in_source, in_target) = (near.in_source(), near.in_target());
    lost.retain(|quantity| !in_target.has(quantity));
    invented.retain(|quantity| !in_source.has(quantity));
    rest::report(compared, lost, invented, freedoms);
}

/// Takes out what became of the dates; what each text says of its own day is no mistake.
fn report_dates(
    compared: &Compared<'_>,
    near: &Near,
    (lost, invented): (&mut Vec<Quantity>, &mut Vec<Quantity>),
    findings: &mut Findings<'_>,
) {
    let pair = compared.pair;
    let level = if is_own_date(compared) { Severity::Info } else { Severity::Error };
    for change in date_changes(compared, near) {
        let (was, is, finding) = match change {
            Change::Month(was, is) => (was, Some(is), changed(pair, was, is)),
            Change::Day(was, is) => (was, Some(is), changed_by(NUMBER_CHANGED, pair, was, is)),
            Change::NoDay(day) => (day, None, drafts::lost(pair, day)),
        };
        lost.retain(|quantity| quantity != was);
        invented.retain(|quantity| Some(quantity) != is);
        findings.push(finding.at_most(level));
    }
}

/// Takes out the numbers that a slip of the hand made others. A price in the money of other readers
/// is none, and what may be told in another way is no sure one.
fn report_slips(
    pair: &Pair<'_>,
    (lost, invented): (&mut Vec<Quantity>, &mut Vec<Quantity>),
    findings: &mut Findings<'_>,
    freedoms: &mut Freedoms<'_>,
) {
    lost.retain(|was| {
        let Some(at) = invented.iter().position(|is| is_slip(was, is)) else { return true };
        let is = invented.remove(at);
        let draft = changed(pair, was, &is);
        if was.has_other_money(&is) || freedoms.is_another_entry(pair) {
            findings.push(draft.at_most(Severity::Info));
        } else if is_told(pair, was, &is) {
            freedoms.change(draft.at_most(Severity::Warn));
        } else {
            findings.push(draft);
        }
        false
    });
}

/// Numbers of names and Roman numerals that have become others, one for one; where there is but one,
/// also another number in digits.
fn changed_names(
    compared: &Compared<'_>,
    lost: &mut Vec<Quantity>,
    invented: &mut Vec<Quantity>,
) -> Vec<(Quantity, Quantity)> {
    let (was, is) = (&compared.lost_names, &compared.invented_names);
    match (was.as_slice(), is.as_slice()) {
        ([was], []) if was.range.start > 0 => {
            only_digits(invented).map(|is| (was.clone(), is)).into_iter().collect()
        }
        ([], [is]) if is.range.start > 0 => {
            only_digits(lost).map(|was| (was, is.clone())).into_iter().collect()
        }
        (was, is) => was.iter().cloned().zip(is.iter().cloned()).collect(),
    }
}

/// Takes out the number in digits, if there is one and no other.
fn only_digits(quantities: &mut Vec<Quantity>) -> Option<Quantity> {
    let mut all = quantities.iter().enumerate().filter(|(_, one)| one.form == Form::Digits);
    let (at, _) = all.next().filter(|_| all.next().is_none())?;
    Some(quantities.remove(at))
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

/// What became of the dates; those of a neighbour may have moved there.
fn date_changes<'c>(compared: &'c Compared<'_>, near: &Near) -> Vec<Change<'c>> {
    let mut source = compared.source_dates();
    source.retain(|date| !near.has_date(date));
    let mut changes = changes(&source, &compared.target_dates(), compared.bare_months());
    for (was, is) in exchanged(&compared.source, &compared.target) {
        let is_known =
            changes.iter().any(|change| matches!(change, Change::Month(old, _) if *old == was));
        if !is_known {
            changes.push(Change::Month(was, is));
        }
    }
    changes
}
