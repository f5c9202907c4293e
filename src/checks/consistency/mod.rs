//! A document at odds with itself: one source in two renderings, two sources in one, names and
//! words spelt in two ways.

mod names;
mod repeats;
mod spelling;

use super::{Check, Findings, Rule, Scope, pairs::Pairs};

const TRANSLATED_DIFFERENTLY: Rule = Rule::info("translated-differently");
const TRANSLATED_ALIKE: Rule = Rule::info("translated-alike");
const SPELLING_MIXED: Rule = Rule::warn("spelling-mixed");
const NAME_SPELT_TWO_WAYS: Rule = Rule::warn("name-spelt-two-ways");

/// Reports what differs from the rest of its document.
pub(super) const CHECK: Check = Check {
    rules: &[TRANSLATED_DIFFERENTLY, TRANSLATED_ALIKE, SPELLING_MIXED, NAME_SPELT_TWO_WAYS],
    run: Scope::Pairs(run),
};

fn run(pairs: &Pairs<'_>, findings: &mut Findings<'_>) {
    // A pair by itself is at odds with no other.
    let has_others = pairs.all.len() > 1;
    // One word of a program is rendered by what it does where it stands.
    if has_others && !pairs.source.keyed {
        repeats::report(pairs, findings);
    }
    spelling::report(pairs, findings);
    if has_others {
        names::report(pairs, findings);
    }
}
