//! The policies that cover one document.

use super::idle;
use crate::{
    checks::{self, Levels},
    model::{DocumentPair, Severity, State},
    project::{Config, Policy},
};

/// The policies that cover one document; where they differ the last one wins.
pub(super) struct Policies<'a>(Vec<&'a Policy>);

impl<'a> Policies<'a> {
    pub(super) fn of(config: &'a Config, pair: &DocumentPair) -> Self {
        Self(config.policies.iter().filter(|policy| idle::covers(policy, pair)).collect())
    }

    /// No policy.
    pub(super) const fn none() -> Self {
        Self(Vec::new())
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The share of source words, in percent, that must be translated and not stale.
    pub(super) fn minimum(&self) -> Option<u8> {
        self.0.iter().rev().find_map(|policy| policy.minimum)
    }

    /// The state that translated units must be in.
    pub(super) fn required(&self) -> Option<State> {
        self.0.iter().rev().find_map(|policy| policy.required)
    }

    /// The checks' own levels, then the configuration's, then the policies'. Where less than all
    /// must be translated, what is not yet translated is no fault in itself.
    pub(super) fn levels(&self, config: &Config) -> Levels {
        let mut levels = Levels::defaults();
        if self.minimum().is_some_and(|minimum| minimum < 100) {
            for code in checks::incomplete() {
                levels.set(code, Some(Severity::Info));
            }
        }
        let of_places = self.0.iter().flat_map(|policy| &policy.levels);
        config.levels.iter().chain(of_places).for_each(|setting| levels.apply(setting));
        levels
    }
}
