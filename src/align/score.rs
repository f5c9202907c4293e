//! The score of a bead: the log-likelihood ratio of translation against independence.
//!
//! A null bead therefore costs only its prior, and scores of beads of different shape compare.
//! Words count from both directions: a token is explained by the other side's words with
//! probability λ, or stands by itself with 1 − λ (the mixture of IBM model 1 with a background,
//! Brown et al. 1993); tokens that the table does not know say nothing.

use std::ops::Range;

use super::{
    length::LengthModel,
    links::{KnownTokens, Links},
    path::Shape,
    structure,
    unit::Side,
};

/// The first guess at the share of known tokens that have a counterpart.
const LAMBDA: f32 = 0.7;

/// λ is capped: a greater one invents omissions where a translator was only a little free.
const LAMBDA_CAP: f32 = 0.8;

/// And bounded below, so that a free translation is not taken for noise altogether.
const LAMBDA_FLOOR: f32 = 0.3;

/// How many tokens the first guess is worth when λ is re-estimated.
const LAMBDA_PRIOR_TOKENS: f32 = 40.0;

/// What one token can say at most: a single coincidence must not carry a bead.
const TOKEN_CAP: f32 = 4.5;

/// Scores beads of one document pair.
#[derive(Debug)]
pub(super) struct Scorer<'a> {
    links: &'a Links,
    source: &'a Side,
    target: &'a Side,
    length: LengthModel,
    lambda: f32,
    forward: Explained,
    backward: Explained,
}

impl<'a> Scorer<'a> {
    pub(super) fn new(links: &'a Links, source: &'a Side, target: &'a Side) -> Self {
        let length = LengthModel::new(target.units.iter().map(|unit| unit.length));
        let forward = Explained::new(links.target.len());
        let backward = Explained::new(links.source.len());
        Self { links, source, target, length, lambda: LAMBDA, forward, backward }
    }

    /// Learns λ and the lengths from `pairs` of units that are surely right.
    pub(super) fn re_estimate(&mut self, pairs: &[Shape]) {
        let lengths: Vec<(f32, f32)> = pairs
            .iter()
            .map(|(from, to)| (length(self.source, from), length(self.target, to)))
            .collect();
        self.length = self.length.re_estimated(&lengths);
        let (mut explained, mut known) = (LAMBDA * LAMBDA_PRIOR_TOKENS, LAMBDA_PRIOR_TOKENS);
        for (from, to) in pairs {
            self.explain(from, to);
            explained += (self.forward.touched.len() + self.backward.touched.len()) as f32;
            known += (self.links.source.count(from) + self.links.target.count(to)) as f32;
        }
        self.lambda = (explained / known).clamp(LAMBDA_FLOOR, LAMBDA_CAP);
    }

    /// The score of pairing the source units `from` with the target units `to`, neither empty.
    pub(super) fn bead(&mut self, from: &Range<usize>, to: &Range<usize>) -> f32 {
        self.explain(from, to);
        let (makers, made) = (self.links.source.count(from), self.links.target.count(to));
        let forward = self.forward.evidence(self.lambda, makers, made, &self.links.target);
        let backward = self.backward.evidence(self.lambda, made, makers, &self.links.source);
        0.5 * (forward + backward)
            + structure::evidence(self.source, self.target, from, to)
            + self.length.evidence(length(self.source, from), length(self.target, to), to.len())
    }

    /// Finds how much the words of each side make of each token of the other.
    fn explain(&mut self, from: &Range<usize>, to: &Range<usize>) {
        self.forward.clear();
        self.backward.clear();
        for row in from.clone() {
            for column in to.clone() {
                for link in self.links.between(row, column) {
                    self.forward.add(self.links.target.place(column, link.target), link.forward);
                    self.backward.add(self.links.source.place(row, link.source), link.backward);
                }
            }
        }
    }
}

fn length(side: &Side, units: &Range<usize>) -> f32 {
    side.units[units.clone()].iter().map(|unit| unit.length).sum()
}

/// How much each token of one side is made by the words of the other: sparse, and used again for
/// each bead.
#[derive(Debug)]
struct Explained {
    shares: Vec<f32>,
    touched: Vec<usize>,
}

impl Explained {
    fn new(tokens: usize) -> Self {
        Self { shares: vec![0.0; tokens], touched: Vec::new() }
    }

    fn clear(&mut self) {
        for place in self.touched.drain(..) {
            self.shares[place] = 0.0;
        }
    }

    fn add(&mut self, place: usize, share: f32) {
        if self.shares[place] == 0.0 {
            self.touched.push(place);
        }
        self.shares[place] += share;
    }

    /// Σ log(λ·t/p + 1 − λ) over `made` tokens, t shared among `makers` words of the other side.
    fn evidence(&self, lambda: f32, makers: usize, made: usize, tokens: &KnownTokens) -> f32 {
        let token = |&place: &usize| {
            let likelihood = self.shares[place] / (makers as f32 * tokens.probability(place));
            (lambda * likelihood + 1.0 - lambda).ln().min(TOKEN_CAP)
        };
        let unexplained = (made - self.touched.len()) as f32 * (1.0 - lambda).ln();
        self.touched.iter().map(token).sum::<f32>() + unexplained
    }
}
