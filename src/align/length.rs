//! What lengths say: a long segment is seldom the translation of a short one.
//!
//! The logarithm of the ratio of the lengths in characters is taken for normal, its variance
//! falling with length, as in Gale and Church (1993) but for a ratio instead of a difference;
//! against it stands a target whose length has nothing to do with the source's.

use std::sync::LazyLock;

use super::LONG;

/// English prose is about as long as its Russian original; the mean is re-estimated.
const RATIO: f32 = -0.03;

/// The variance that even long segments keep.
const VARIANCE_FLOOR: f32 = 0.02;

/// What a short segment's variance has beside, times its length in characters.
const VARIANCE_BY_LENGTH: f32 = 2.0;

/// Evidence beyond these bounds counts no more: lengths alone neither make nor break a pair.
const CLIP: (f32, f32) = (-7.0, 1.6);

/// The weight of the defaults against observed pairs, as a number of pairs.
const PRIOR_PAIRS: f32 = 12.0;

/// The model of one document pair.
#[derive(Debug, Clone, Copy)]
pub(super) struct LengthModel {
    ratio: f32,
    spread: f32,
    typical: f32,
    typical_variance: f32,
    /// The logarithm of that.
    log_typical_variance: f32,
}

impl LengthModel {
    /// Lengths say no more than this.
    pub(super) const MOST: f32 = CLIP.1;

    /// The defaults, with the target's own distribution of lengths to compare with.
    pub(super) fn new(target_lengths: impl Iterator<Item = f32> + Clone) -> Self {
        let count = target_lengths.clone().count().max(1) as f32;
        let typical = target_lengths.clone().map(log_length).sum::<f32>() / count;
        let variance =
            target_lengths.map(|length| (log_length(length) - typical).powi(2)).sum::<f32>()
                / count;
        let variance = variance.max(0.25);
        let is_long = count >= LONG as f32;
        let told = if is_long { stepped } else { |observed| observed };
        let (typical, typical_variance) = (told(typical), told(variance));
        let log_typical_variance = typical_variance.ln();
        Self { ratio: RATIO, spread: 1.0, typical, typical_variance, log_typical_variance }
    }

    /// The same after looking at pairs that are surely right.
    pub(super) fn re_estimated(self, pairs: &[(f32, f32)]) -> Self {
        let total = pairs.len() as f32 + PRIOR_PAIRS;
        let log_ratio = |&(source, target): &(f32, f32)| log_length(target) - log_length(source);
        let ratio = (pairs.iter().map(log_ratio).sum::<f32>() + RATIO * PRIOR_PAIRS) / total;
        let deviation =
            |pair: &(f32, f32)| (log_ratio(pair) - ratio).powi(2) / base_variance(pair.0, pair.1);
        let spread = (pairs.iter().map(deviation).sum::<f32>() + PRIOR_PAIRS) / total;
        let told = if pairs.len() < LONG { |observed| observed } else { stepped };
        Self { ratio: told(ratio), spread: told(spread.clamp(0.3, 3.0)), ..self }
    }

    /// All that it says depends on.
    pub(super) fn written(&self) -> impl Iterator<Item = u8> {
        let Self { ratio, spread, typical, typical_variance, .. } = *self;
        [ratio, spread, typical, typical_variance].into_iter().flat_map(f32::to_le_bytes)
    }

    /// The log-likelihood ratio of the lengths, in characters, of `units` target units that
    /// translate the source against as many that do not.
    pub(super) fn evidence(&self, source: f32, target: f32, units: usize) -> f32 {
        let variance = base_variance(source, target) * self.spread;
        let observed = log_length(target);
        let mean = log_length(source) + self.ratio;
        let paired = log_normal(observed, mean, variance, variance.ln());
        let mean = self.typical + log(units);
        let alone = log_normal(observed, mean, self.typical_variance, self.log_typical_variance);
        (paired - alone).clamp(CLIP.0, CLIP.1)
    }
}

/// What a long document shows, in steps, so that one sentence more seldom changes it.
pub(super) fn stepped(observed: f32) -> f32 {
    const STEPS: f32 = 64.0;
    (observed * STEPS).round() / STEPS
}

/// The logarithm of a length in characters and one more.
fn log_length(length: f32) -> f32 {
    // Lengths are whole numbers.
    log(length as usize + 1)
}

/// The logarithm of a number; most are asked for over and over.
fn log(number: usize) -> f32 {
    const MANY: usize = 4096;
    static LOGS: LazyLock<Vec<f32>> =
        LazyLock::new(|| (0..MANY).map(|number| (number as f32).ln()).collect());
    LOGS.get(number).copied().unwrap_or_else(|| (number as f32).ln())
}

fn base_variance(source: f32, target: f32) -> f32 {
    VARIANCE_FLOOR + VARIANCE_BY_LENGTH / ((source + target) / 2.0 + 1.0)
}

/// The logarithm of the normal density, without the constant that cancels in a ratio.
fn log_normal(x: f32, mean: f32, variance: f32, log_variance: f32) -> f32 {
    -0.5 * (log_variance + (x - mean).powi(2) / variance)
}
