//! What is no slip of the hand: another number in its place, none, or one too many.

use super::{
    compared::Compared,
    drafts::{self, changed},
    exactness::Freedoms,
    near,
    slips::{in_digits, in_words, is_cut_short, is_number},
};
use crate::{
    checks::{findings::Draft, pairs::Pair},
    model::{BlockKind, Severity},
    text::quantities::{Decimal, Form, Quantity},
};

/// Reports the numbers that are left of either side.
pub(super) fn report(
    compared: &Compared<'_>,
    lost: Vec<Quantity>,
    invented: Vec<Quantity>,
    freedoms: &mut Freedoms<'_>,
) {
    let pair = compared.pair;
    let mut invented = one_of_each(invented).into_iter();
    for was in one_of_each(lost).into_iter().filter(is_number) {
        match invented.find(is_number) {
            Some(is) if in_digits(&was, &is) => {
                let is_numbering = is_ordinal(pair, &was) && is_ordinal(pair, &is);
                let is_needless = is_numbering || !pair.is_sure() || was.has_other_money(&is);
                let level = if is_needless { Severity::Info } else { Severity::Warn };
                freedoms.change(changed(pair, &was, &is).at_most(level));
            }
            Some(is) if in_words(&was, &is) && !is_cut_short(&was, &is) => {
                freedoms.change(changed(pair, &was, &is).at_most(Severity::Warn));
            }
            Some(_) => {}
            None if was.form == Form::Digits => {
                let is_needless = near::is_written_near(pair, &was)
                    || is_small(&pair.source.text, &was)
                    || is_needless(compared, &was);
                freedoms.gap(at(is_needless, drafts::lost(pair, &was)));
            }
            None => {}
        }
    }
    for is in invented.filter(is_number).filter(|is| is.form == Form::Digits) {
        let is_needless = near::is_made_definite(pair, &is)
            || is_small(&pair.target.text, &is)
            || is_needless(compared, &is);
        freedoms.gap(at(is_needless, drafts::invented(pair, &is)));
    }
}

fn at(is_needless: bool, draft: Draft) -> Draft {
    draft.at_most(if is_needless { Severity::Info } else { Severity::Error })
}

/// Whether nobody need do anything about a number, whatever it is.
fn is_needless(compared: &Compared<'_>, number: &Quantity) -> bool {
    let pair = compared.pair;
    compared.is_needless_year(number) || is_ordinal(pair, number) || !pair.is_sure()
}

/// Whether it numbers a heading, as either side may.
fn is_ordinal(pair: &Pair<'_>, number: &Quantity) -> bool {
    matches!(pair.source.kind(), BlockKind::Heading(_)) && number.range.start == 0
}

/// The quantities, of those that are told in two units only the first.
fn one_of_each(mut quantities: Vec<Quantity>) -> Vec<Quantity> {
    quantities.dedup_by(|next, before| next.is_told_with(before));
    quantities
}

/// Whether it is a small whole number of things, by which a translator may well count what the other
/// text names, or not.
fn is_small(text: &str, number: &Quantity) -> bool {
    const MOST: u32 = 12;
    let written = text.get(number.range.clone()).unwrap_or_default();
    let is_whole = !written.is_empty() && written.bytes().all(|byte| byte.is_ascii_digit());
    let is_least = number.number().and_then(Decimal::as_whole).is_some_and(|count| count <= MOST);
    is_whole && is_least && number.is_count()
}
