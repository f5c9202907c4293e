//! Words that say nothing of a quantity, wherever they stand: nearly all.

use std::{cell::RefCell, thread::LocalKey};

use rustc_hash::FxHashMap;

use super::{Token, calendar, clock, fraction, numerals::numeral, roman, units};
use crate::model::Language;

/// Words that a thread remembers, a few megabytes.
const MOST_REMEMBERED: usize = 1 << 16;

type Memory = RefCell<FxHashMap<String, bool>>;

thread_local! {
    static RUSSIAN: Memory = RefCell::default();
    static ENGLISH: Memory = RefCell::default();
}

/// Whether a word is none that [`super::Reader`] stops at, whatever stands beside it. Words come
/// back: each thread remembers those it was asked about.
pub(super) fn is_idle(token: &Token<'_>, language: Language) -> bool {
    let memory: &'static LocalKey<Memory> = match language {
        Language::Russian => &RUSSIAN,
        Language::English => &ENGLISH,
    };
    memory.with_borrow_mut(|known| {
        if let Some(is_idle) = known.get(token.text) {
            return *is_idle;
        }
        if known.len() >= MOST_REMEMBERED {
            known.clear();
        }
        let is_idle = !may_be_number(token, language) && !may_be_date(token, language);
        known.insert(token.text.to_owned(), is_idle);
        is_idle
    })
}

fn may_be_number(token: &Token<'_>, language: Language) -> bool {
    token.text == "I"
        || token.text.contains(|c: char| c.is_ascii_digit())
        || numeral(&token.folded, language).is_some()
        || units::duration(&token.folded, language).is_some()
        || fraction::of_sign(token.text).is_some()
        || roman::roman(token.text, language).is_some()
}

fn may_be_date(token: &Token<'_>, language: Language) -> bool {
    let (text, folded) = (token.text, &*token.folded);
    calendar::month(text, folded, language).is_some()
        || calendar::short_month(folded, language).is_some()
        || calendar::weekday(text, folded, language).is_some()
        || language == Language::Russian && calendar::adjective(folded).is_some()
        || clock::may_be_hour(folded, language)
}
