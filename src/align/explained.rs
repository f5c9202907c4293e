//! What the tokens of one side say of the other: each is made by its words with probability λ, or
//! stands by itself.

use std::ops::Range;

use super::{
    LONG,
    answers::OwnWords,
    length::stepped,
    links::{KnownToken, KnownTokens},
    table::Trust,
};

/// The first guess at the share of known tokens that have a counterpart.
pub(super) const LAMBDA: f32 = 0.65;

/// λ is capped: a greater one invents omissions where a translator was only a little free.
const LAMBDA_CAP: f32 = 0.7;

/// And bounded below, so that a free translation is not taken for noise altogether.
const LAMBDA_FLOOR: f32 = 0.3;

/// λ of firm tokens: numbers, names and code are seldom paraphrased.
const LAMBDA_FIRM: f32 = 0.75;

/// How many tokens the first guess is worth when λ is re-estimated.
pub(super) const LAMBDA_PRIOR_TOKENS: f32 = 40.0;

/// Each direction is the evidence of all the words; together they count for a little more than
/// one, for a word that one side lacks is seen in one direction only.
pub(super) const WORD_WEIGHT: f32 = 0.5;

/// What one token can say at most: a single coincidence must not carry a bead.
pub(super) const TOKEN_CAP: f32 = 4.5;

/// A unit with more known words has some of its own: what it repeats of another is no chance.
const FEW_WORDS: usize = 3;

/// The share of tokens that have a counterpart, with what those say that have none.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lambda {
    share: f32,
    loose: f32,
    firm: f32,
}

impl Lambda {
    fn new(share: f32) -> Self {
        Self { share, loose: (1.0 - share).ln(), firm: (1.0 - LAMBDA_FIRM).ln() }
    }

    /// The first guess.
    pub(super) fn first() -> Self {
        Self::new(LAMBDA)
    }

    /// What sure pairs show, within bounds; if they are many in steps, so that one more seldom changes
    /// it.
    pub(super) fn estimated(share: f32, pairs: usize) -> Self {
        let share = if pairs < LONG { share } else { stepped(share) };
        Self::new(share.clamp(LAMBDA_FLOOR, LAMBDA_CAP))
    }

    /// All that it says depends on.
    pub(super) const fn written(self) -> [u8; 4] {
        self.share.to_le_bytes()
    }

    /// The share of tokens that have a counterpart.
    pub(super) const fn share(self) -> f32 {
        self.share
    }

    /// By how much fewer tokens have a counterpart than in the closest translations.
    pub(super) fn freedom(self) -> f32 {
        LAMBDA_CAP - self.share
    }

    /// What so many tokens say that nothing explains.
    pub(super) fn silence(self, loose: usize, firm: usize) -> f32 {
        loose as f32 * self.loose + firm as f32 * self.firm
    }

    /// What one token says that nothing explains.
    pub(super) fn unanswered(self, trust: Trust) -> f32 {
        if trust == Trust::Firm { self.firm } else { self.loose }
    }

    /// What one token says that `makers` words of the other side make with the probability `share`
    /// in all: log(λ·t/p + 1 − λ), t shared among them.
    pub(super) fn said(self, trust: Trust, share: f32, makers: f32, probability: f32) -> f32 {
        let lambda = if trust == Trust::Firm { LAMBDA_FIRM } else { self.share };
        (lambda * share / (makers * probability) + 1.0 - lambda).ln().min(TOKEN_CAP)
    }
}

/// How much each token of one side is made by the words of the other: sparse, and used again for
/// each bead.
#[derive(Debug)]
pub(super) struct Explained {
    shares: Vec<f32>,
    /// Where the tokens stand that something makes.
    pub(super) touched: Vec<usize>,
    /// How many of those are firm.
    pub(super) firm: usize,
}

impl Explained {
    pub(super) fn new(tokens: usize) -> Self {
        Self { shares: vec![0.0; tokens], touched: Vec::new(), firm: 0 }
    }

    pub(super) fn clear(&mut self) {
        for place in self.touched.drain(..) {
            self.shares[place] = 0.0;
        }
        self.firm = 0;
    }

    pub(super) fn add(&mut self, tokens: &KnownTokens, unit: usize, token: u16, share: f32) {
        let place = tokens.place(unit, token);
        if self.shares[place] == 0.0 {
            self.touched.push(place);
            self.firm += usize::from(tokens.token(place).trust == Trust::Firm);
        }
        self.shares[place] += share;
    }

    /// What one token says.
    fn token(&self, lambda: Lambda, makers: usize, tokens: &KnownTokens, place: usize) -> f32 {
        let KnownToken { probability, trust } = tokens.token(place);
        lambda.said(trust, self.shares[place], makers.max(1) as f32, probability)
    }

    /// What the tokens of one unit say: those that have a counterpart of their own.
    pub(super) fn own(
        &self,
        lambda: Lambda,
        makers: usize,
        tokens: &KnownTokens,
        unit: usize,
        is_own: impl Fn(usize) -> bool,
    ) -> OwnWords {
        let places = tokens.place(unit, 0)..tokens.place(unit + 1, 0);
        let (known, mut answered, mut firm, mut evidence) = (places.len(), 0, 0, 0.0);
        let counts = |place| known > FEW_WORDS || is_own(place);
        for place in places.filter(|&place| self.shares[place] > 0.0 && counts(place)) {
            answered += 1;
            firm += usize::from(tokens.token(place).trust == Trust::Firm);
            evidence += self.token(lambda, makers, tokens, place);
        }
        let firm = tokens.firm(&(unit..unit + 1)) - firm;
        let silent = lambda.silence(known - answered - firm, firm);
        OwnWords { evidence: evidence + silent, known, answered }
    }

    /// Σ log(λ·t/p + 1 − λ) over the tokens of `units`, t shared among `makers` words of the
    /// other side.
    pub(super) fn evidence(
        &self,
        lambda: Lambda,
        makers: usize,
        tokens: &KnownTokens,
        units: &Range<usize>,
    ) -> f32 {
        let explained = |&place: &usize| self.token(lambda, makers, tokens, place);
        let firm = tokens.firm(units) - self.firm;
        let loose = tokens.count(units) - self.touched.len() - firm;
        self.touched.iter().map(explained).sum::<f32>() + lambda.silence(loose, firm)
    }
}
