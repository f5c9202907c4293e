//! The score of a bead: the log-likelihood ratio of translation against independence.
//!
//! A null bead therefore costs only its prior, and scores of beads of different shape compare.
//! Words count from both directions: a token is explained by the other side's words with
//! probability λ, or stands by itself with 1 − λ (the mixture of IBM model 1 with a background,
//! Brown et al. 1993); tokens that the table does not know say nothing.

use std::ops::Range;

use super::{
    absorbed::Room,
    answers,
    band::Band,
    bounds::{Bounds, Sums, sums},
    explained::{Explained, LAMBDA, LAMBDA_PRIOR_TOKENS, Lambda, WORD_WEIGHT},
    length::LengthModel,
    links::{KnownTokens, Links},
    meetings::{Meeting, Meetings},
    path::Shape,
    repeats::Repeats,
    structure,
    totals::Totals,
    unit::Side,
};

/// What it costs that two units share no word and do not fit in length, where both together have so
/// many known tokens.
const STRANGERS: f32 = -5.0;
const TELLING: usize = 3;
const MISFIT: f32 = -1.5;

/// The same of a sentence and a line that is none.
const OTHER_LINES: f32 = -8.0;
const TELLING_OF_LINES: usize = 2;

/// Where one of the two has no known token the lengths must be this far apart.
const FAR_MISFIT: f32 = -4.5;

/// A bead worse than this for each of its units loses against leaving them all out.
const HOPELESS: f32 = -4.0;

/// Beads of more units are weighed only where each unit shares a word with the other side.
const SMALL_BEAD: usize = 4;

/// Scores beads of one document pair.
#[derive(Debug)]
pub(super) struct Scorer<'a> {
    links: &'a Links,
    source: &'a Side,
    target: &'a Side,
    length: LengthModel,
    lambda: Lambda,
    forward: Explained,
    backward: Explained,
    repeats: Repeats,
    /// Of the source and of the target.
    totals: (Totals, Totals),
    meetings: Meetings,
    /// What the words of the units before each boundary of the source and of the target say if
    /// nothing answers them.
    silences: (Vec<Sums>, Vec<Sums>),
}

/// What a bead must reach to count.
#[derive(Debug, Clone, Copy)]
pub(super) struct Least {
    pub(super) needed: f32,
    /// Its words say no more.
    pub(super) words: f32,
}

impl<'a> Scorer<'a> {
    pub(super) fn new(links: &'a Links, source: &'a Side, target: &'a Side) -> Self {
        let length = LengthModel::new(target.units.iter().map(|unit| unit.length));
        let forward = Explained::new(links.target.len());
        let backward = Explained::new(links.source.len());
        let repeats = Repeats::of(source, target);
        Self {
            links,
            source,
            target,
            length,
            lambda: Lambda::first(),
            forward,
            backward,
            repeats,
            totals: (Totals::of(source), Totals::of(target)),
            meetings: Meetings::of(source.units.len()),
            silences: (Vec::new(), Vec::new()),
        }
    }

    /// Learns λ and the lengths from `pairs` of units that are surely right.
    pub(super) fn re_estimate(&mut self, pairs: &[Shape]) {
        let lengths: Vec<(f32, f32)> =
            pairs.iter().map(|(from, to)| self.lengths(from, to)).collect();
        self.length = self.length.re_estimated(&lengths);
        let (mut explained, mut known) = (LAMBDA * LAMBDA_PRIOR_TOKENS, LAMBDA_PRIOR_TOKENS);
        for (from, to) in pairs {
            self.explain(from, to);
            for (side, tokens, units) in [
                (&self.forward, &self.links.target, to),
                (&self.backward, &self.links.source, from),
            ] {
                explained += (side.touched.len() - side.firm) as f32;
                known += (tokens.count(units) - tokens.firm(units)) as f32;
            }
        }
        self.lambda = Lambda::estimated(explained / known, pairs.len());
        self.repeats.forget();
        self.meetings.forget();
    }

    /// The score of pairing the source units `from` with the target units `to`; nothing where they
    /// are too many for what they share. One less than `needed` may as well be none, or greater than
    /// it is: it is not looked at closely.
    pub(super) fn weighed(
        &mut self,
        from: &Range<usize>,
        to: &Range<usize>,
        Least { needed, words }: Least,
    ) -> Option<f32> {
        let key = self.repeats.key(from, to).filter(|_| self.links.cover(from, to));
        if let Some(known) = key.and_then(|key| self.repeats.known(key)) {
            return known;
        }
        // What is kept must be whole.
        let needed = if key.is_some() { f32::NEG_INFINITY } else { needed };
        let units = from.len() + to.len();
        if units > 2 && needed > f32::NEG_INFINITY && self.is_less(from, to, needed, words) {
            return None;
        }
        let is_small = units <= SMALL_BEAD;
        let is_asked =
            is_small || self.is_linked(from.start, to.start) && self.holds_together(from, to);
        let weighed = is_asked.then(|| self.bead_of(from, to, needed));
        if let Some(key) = key {
            self.repeats.keep(key, weighed);
        }
        weighed
    }

    /// The score of pairing the source units `from` with the target units `to`, neither empty.
    pub(super) fn bead(&mut self, from: &Range<usize>, to: &Range<usize>) -> f32 {
        self.bead_of(from, to, f32::NEG_INFINITY)
    }

    /// Whether the score of a bead is surely less than `needed`, the words of which say no more than
    /// this.
    fn is_less(&self, from: &Range<usize>, to: &Range<usize>, needed: f32, words: f32) -> bool {
        let known = words + self.structure(from, to);
        known + LengthModel::MOST < needed || known + self.fit(from, to) < needed
    }

    /// What the lengths say of a bead.
    fn fit(&self, from: &Range<usize>, to: &Range<usize>) -> f32 {
        let (source, target) = self.lengths(from, to);
        self.length.evidence(source, target, to.len())
    }

    /// Finds what all units say by themselves.
    pub(super) fn fall_silent(&mut self) {
        let silences = |tokens: &KnownTokens, count: usize| {
            let silence = |unit| WORD_WEIGHT * self.silence(tokens, &(unit..unit + 1));
            let silence: Vec<f32> = (0..count).map(silence).collect();
            (0..=count).map(|end| sums(silence[..end].iter().rev().copied())).collect()
        };
        self.silences = (
            silences(&self.links.source, self.source.units.len()),
            silences(&self.links.target, self.target.units.len()),
        );
    }

    /// What the words of the source units before `row` say if nothing answers them.
    pub(super) fn source_silence(&self, row: usize) -> Sums {
        self.silences.0.get(row).copied().unwrap_or_default()
    }

    /// The most that the words of the beads can say that end before these two units, of which the
    /// source units say `silence` by themselves.
    pub(super) fn bounds(&self, row: usize, column: usize, silence: &Sums) -> Bounds {
        let target = self.silences.1.get(column).copied().unwrap_or_default();
        Bounds::of(*silence, target, |up, left| {
            // What lies before the first unit is a number that no unit has.
            let (row, column) = (row.wrapping_sub(up), column.wrapping_sub(left));
            let unmet = || {
                let is_linked = self.is_linked(row, column);
                if is_linked { f32::INFINITY } else { 0.0 }
            };
            self.meetings.gain(row, column).unwrap_or_else(unmet)
        })
    }

    /// More than all but its words can say of a bead of so many units.
    pub(super) fn most_beside_words(units: (usize, usize)) -> f32 {
        LengthModel::MOST + structure::MOST_OF_A_MEETING + structure::most_of_sentence_counts(units)
    }

    /// Finds what some source units say together with each target unit that the band lets them meet:
    /// nearly all is asked for.
    pub(super) fn meet_within(&mut self, band: &Band, rows: Range<usize>) {
        rows.for_each(|row| self.meet(row, band.columns(row)));
    }

    /// Finds what a source unit says together with these target units.
    fn meet(&mut self, row: usize, columns: Range<usize>) {
        if self.meetings.has(row) {
            return;
        }
        let first = columns.start;
        let meetings = columns.map(|column| self.meeting(row, column)).collect();
        self.meetings.keep(row, first, meetings);
    }

    fn meeting(&mut self, row: usize, column: usize) -> Meeting {
        let (from, to) = (row..row + 1, column..column + 1);
        let silence =
            self.silence(&self.links.source, &from) + self.silence(&self.links.target, &to);
        let structure = structure::meeting(self.source, self.target, row, column);
        if !self.is_linked(row, column) {
            return Meeting { words: WORD_WEIGHT * silence, gain: 0.0, shares: false, structure };
        }
        self.explain(&from, &to);
        let words = self.words(&from, &to);
        Meeting { words, gain: words - WORD_WEIGHT * silence, shares: true, structure }
    }

    /// What kinds, boundaries and numbers of sentences say of a bead.
    fn structure(&self, from: &Range<usize>, to: &Range<usize>) -> f32 {
        self.blocks(from, to) + self.sentence_counts(from, to)
    }

    /// What kinds and boundaries of blocks say of a bead.
    fn blocks(&self, from: &Range<usize>, to: &Range<usize>) -> f32 {
        let known = self.meetings.at(from.start, to.start).map(|meeting| meeting.structure);
        let meeting = known
            .unwrap_or_else(|| structure::meeting(self.source, self.target, from.start, to.start));
        let crosses = (self.totals.0.crosses(from), self.totals.1.crosses(to));
        meeting + structure::across((self.source, self.target), (from, to), crosses)
    }

    fn sentence_counts(&self, from: &Range<usize>, to: &Range<usize>) -> f32 {
        structure::sentence_counts(self.sentences(from, to), (from.len(), to.len()))
    }

    /// The sentences of both sides of a bead.
    pub(super) fn sentences(&self, from: &Range<usize>, to: &Range<usize>) -> (usize, usize) {
        (self.totals.0.sentences(from), self.totals.1.sentences(to))
    }

    /// The characters of both sides of a bead.
    pub(super) fn lengths(&self, from: &Range<usize>, to: &Range<usize>) -> (f32, f32) {
        (self.totals.0.length(from), self.totals.1.length(to))
    }

    /// What the known tokens of some units say that nothing explains.
    fn silence(&self, tokens: &KnownTokens, units: &Range<usize>) -> f32 {
        let firm = tokens.firm(units);
        self.lambda.silence(tokens.count(units) - firm, firm)
    }

    /// What the words of two groups of units say that were just explained.
    fn words(&self, from: &Range<usize>, to: &Range<usize>) -> f32 {
        let (makers, made) = (self.links.source.count(from), self.links.target.count(to));
        let forward = self.forward.evidence(self.lambda, makers, &self.links.target, to);
        let backward = self.backward.evidence(self.lambda, made, &self.links.source, from);
        WORD_WEIGHT * (forward + backward)
    }

    /// The score of a bead; one less than `needed` may be given as greater than it is.
    fn bead_of(&mut self, from: &Range<usize>, to: &Range<usize>, needed: f32) -> f32 {
        let units = from.len() + to.len();
        if units == 2 {
            return self.pair(from, to);
        }
        self.explain(from, to);
        let whole = self.whole(self.words(from, to), from, to);
        let is_asked = whole > HOPELESS * units as f32 && whole >= needed;
        if is_asked { whole + self.answers(from, to) } else { whole }
    }

    /// The score of two units.
    fn pair(&mut self, from: &Range<usize>, to: &Range<usize>) -> f32 {
        let known = self.meetings.at(from.start, to.start).copied();
        let meeting = known.unwrap_or_else(|| self.meeting(from.start, to.start));
        let whole = self.whole(meeting.words, from, to);
        if meeting.shares { whole } else { whole + self.strangeness(from, to) }
    }

    /// What words say of a bead, and all else beside them.
    fn whole(&self, words: f32, from: &Range<usize>, to: &Range<usize>) -> f32 {
        words + self.blocks(from, to) + self.sentence_counts(from, to) + self.fit(from, to)
    }

    /// What it costs that two units share no word, though some are known: where they are of quite
    /// different lengths, or one is a sentence and the other the name of a place. A free translation
    /// is like its original in one of the three.
    fn strangeness(&self, from: &Range<usize>, to: &Range<usize>) -> f32 {
        let (source, target) = (self.links.source.count(from), self.links.target.count(to));
        let (one, other) = (&self.source.units[from.start], &self.target.units[to.start]);
        let is_other = one.is_bare.zip(other.is_bare).is_some_and(|(one, other)| one != other);
        if is_other && source + target >= TELLING_OF_LINES {
            return OTHER_LINES;
        }
        let lengths = self.lengths(from, to);
        let misfit = self.length.evidence(lengths.0, lengths.1, 1);
        let limit = if source.min(target) > 0 { MISFIT } else { FAR_MISFIT };
        if source + target >= TELLING && misfit < limit { STRANGERS } else { 0.0 }
    }

    /// What the units of a larger bead cost that share nothing with their counterpart; where a unit
    /// holds several sentences, as many on both sides answer each other.
    fn answers(&self, from: &Range<usize>, to: &Range<usize>) -> f32 {
        let units = (from.len(), to.len());
        if structure::are_lines_of_as_many_sentences(self.sentences(from, to), units) {
            return 0.0;
        }
        self.source_answers(from, to) + self.target_answers(from, to)
    }

    fn source_answers(&self, from: &Range<usize>, to: &Range<usize>) -> f32 {
        if from.len() == 1 {
            return 0.0;
        }
        let makers = self.links.target.count(to);
        let (whole, other) = self.lengths(from, to);
        let fit = |source| self.length.evidence(source, other, to.len());
        let shared = self.links.shared_targets(from, to);
        let answer = |unit| {
            let is_own = |token| {
                let mut links = to.clone().flat_map(|column| self.links.places(unit, column));
                links.any(|(source, target)| {
                    source == token && shared.binary_search(&target).is_err()
                })
            };
            let words = self.backward.own(self.lambda, makers, &self.links.source, unit, is_own);
            let rest = whole - self.source.units[unit].length;
            answers::of(words, || fit(whole) - fit(rest))
        };
        from.clone().map(answer).sum()
    }

    fn target_answers(&self, from: &Range<usize>, to: &Range<usize>) -> f32 {
        if to.len() == 1 {
            return 0.0;
        }
        let makers = self.links.source.count(from);
        let (other, whole) = self.lengths(from, to);
        let fit = |target, units| self.length.evidence(other, target, units);
        let shared = self.links.shared_sources(from, to);
        let answer = |unit| {
            let is_own = |token| {
                let mut links = from.clone().flat_map(|row| self.links.places(row, unit));
                links.any(|(source, target)| {
                    target == token && shared.binary_search(&source).is_err()
                })
            };
            let words = self.forward.own(self.lambda, makers, &self.links.target, unit, is_own);
            let rest = whole - self.target.units[unit].length;
            answers::of(words, || fit(whole, to.len()) - fit(rest, to.len() - 1))
        };
        to.clone().map(answer).sum()
    }

    /// Writes down all that the scores of beads of these units depend on.
    pub(super) fn write(&self, from: &Range<usize>, to: &Range<usize>, all: &mut Vec<u8>) {
        all.extend(self.length.written());
        all.extend(self.lambda.written());
        all.extend([self.source.structured, self.target.structured].map(u8::from));
        self.source.write(from, all);
        self.target.write(to, all);
        self.links.write(from, to, all);
    }

    /// What a bead has for units beside it that have no counterpart.
    pub(super) fn room(&mut self, bead: &Shape, alone: &Shape) -> Room {
        let ((from, to), (omitted, added)) = (bead, alone);
        self.explain(from, to);
        let (source, target) = self.lengths(from, to);
        let (more, added_length) = self.lengths(omitted, added);
        let fit = |source, target, units| self.length.evidence(source, target, units);
        let with = (source + more, target + added_length, to.len() + added.len());
        let length_gain = fit(with.0, with.1, with.2) - fit(source, target, to.len());
        let is_omission = added.is_empty();
        let explained = |scorer: &Self| {
            let side = if is_omission { &scorer.forward } else { &scorer.backward };
            side.touched.len()
        };
        let without = explained(self);
        let (known, own) = if is_omission {
            self.explain_more(omitted, to);
            (self.links.target.count(to), self.links.source.count(omitted))
        } else {
            self.explain_more(from, added);
            (self.links.source.count(from), self.links.target.count(added))
        };
        let echoed = self.links.echoed(bead, alone);
        let answered = explained(self) - without + echoed;
        Room {
            length_gain,
            free: known - without + echoed,
            answered,
            known,
            own,
            share: self.lambda.share(),
        }
    }

    /// How free the translation is, in words: the share of them that more have no counterpart than in
    /// the closest translations.
    pub(super) fn freedom(&self) -> f32 {
        self.lambda.freedom()
    }

    /// Whether anything is known of the words of some source units.
    pub(super) fn is_known(&self, units: &Range<usize>) -> bool {
        self.links.source.count(units) > 0
    }

    /// Whether a word of one unit may translate one of the other.
    fn is_linked(&self, source: usize, target: usize) -> bool {
        !self.links.between(source, target).is_empty()
    }

    /// Whether each unit of a bead shares a word with one of the other side, or has none that is
    /// known: others need not be asked for the largest beads.
    fn holds_together(&self, from: &Range<usize>, to: &Range<usize>) -> bool {
        let is_silent = |tokens: &KnownTokens, unit| tokens.count(&(unit..unit + 1)) == 0;
        from.clone().all(|row| {
            is_silent(&self.links.source, row)
                || to.clone().any(|column| self.is_linked(row, column))
        }) && to.clone().all(|column| {
            is_silent(&self.links.target, column)
                || from.clone().any(|row| self.is_linked(row, column))
        })
    }

    /// Finds how much the words of each side make of each token of the other.
    fn explain(&mut self, from: &Range<usize>, to: &Range<usize>) {
        self.forward.clear();
        self.backward.clear();
        self.explain_more(from, to);
    }

    /// The same of more units beside.
    fn explain_more(&mut self, from: &Range<usize>, to: &Range<usize>) {
        for row in from.clone() {
            for column in to.clone() {
                for link in self.links.between(row, column) {
                    self.forward.add(&self.links.target, column, link.target, link.forward);
                    self.backward.add(&self.links.source, row, link.source, link.backward);
                }
            }
        }
    }
}
