//! How exact a translation is with its numbers as a whole: what is found in one that is free with
//! them is no more than a remark.

use super::{compared::read_prose, slips::is_number};
use crate::{
    checks::{
        Findings,
        findings::Draft,
        pairs::{Pair, Pairs},
    },
    model::{BlockKind, Document, Language, Severity},
    text::quantities::{Among, Form},
};

/// Of so many numbers that both texts have one may be left out or added in a translation that is
/// exact.
const EQUAL: usize = 10;

/// What a translator who is free with numbers may do.
pub(super) struct Freedoms<'a> {
    pairs: &'a Pairs<'a>,
    gaps: Vec<Draft>,
    changes: Vec<Draft>,
}

impl<'a> Freedoms<'a> {
    pub(super) const fn of(pairs: &'a Pairs<'a>) -> Self {
        Self { pairs, gaps: Vec::new(), changes: Vec::new() }
    }

    /// Whether a pair of headings is but two numbers, and either stands over a part of the other text
    /// as well: they are two years of lists that each language has for itself.
    pub(super) fn is_another_entry(&self, pair: &Pair<'_>) -> bool {
        let is_number = |text: &str| text.trim().bytes().all(|byte| byte.is_ascii_digit());
        let (source, target) = (&pair.source, &pair.target);
        let is_heading = |kind| matches!(kind, BlockKind::Heading(_));
        let has = |document: &Document, text: &str| {
            let headings = document.blocks.iter().filter(|block| is_heading(block.kind));
            let mut titles = headings.map(|block| document.prose_of(&block.segments));
            titles.any(|title| title == text)
        };
        is_heading(source.kind())
            && is_heading(target.kind())
            && is_number(&source.text)
            && is_number(&target.text)
            && (has(self.pairs.source, &target.text) || has(self.pairs.target, &source.text))
    }

    /// A number that is told otherwise, and may be no other for that.
    pub(super) fn change(&mut self, draft: Draft) {
        self.changes.push(draft);
    }

    /// A number that only one side has.
    pub(super) fn gap(&mut self, draft: Draft) {
        self.gaps.push(draft);
    }

    /// Reports them: as no more than remarks where the translation is free with its numbers.
    pub(super) fn report(self, findings: &mut Findings<'_>) {
        let open = self.gaps.len();
        let is_exact = open < 2 || open <= (equal(self.pairs) + EQUAL) / EQUAL;
        let level = if is_exact { Severity::Error } else { Severity::Info };
        for draft in self.gaps.into_iter().chain(self.changes) {
            findings.push(draft.at_most(level));
        }
    }
}

/// The numbers in digits that both texts have.
fn equal(pairs: &Pairs<'_>) -> usize {
    let of_pair = |(source, target): (&str, &str)| {
        let (source, target) =
            (read_prose(source, Language::Russian), read_prose(target, Language::English));
        let target = Among::of(&target);
        let is_equal = |one: &&_| is_number(one) && one.form == Form::Digits && target.has(one);
        source.iter().filter(is_equal).count()
    };
    pairs.fresh().map(|pair| of_pair((&pair.source.text, &pair.target.text))).sum()
}
