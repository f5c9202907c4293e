//! A word or phrase to look up, in any of its forms and in either language.

use std::{collections::BTreeSet, ops::Range};

use super::{
    concept::{Case, SourceTerm},
    english,
    matcher::{Matcher, longest},
    patterns::{Capitals, Patterns, TermIndex},
    russian,
    tokens::tokens,
};
use crate::{
    model::Language,
    morphology::paradigms,
    text::normalize::{fold, is_cyrillic},
};

/// A reading of a word less likely than this is not looked for.
const UNLIKELY: f64 = 0.02;

/// What to look up.
#[derive(Debug)]
pub struct Query {
    /// The language of the words, by their script.
    pub language: Language,
    matcher: Matcher,
}

impl Query {
    /// A query for `words`, given in any form.
    #[must_use]
    pub fn of(words: &str) -> Self {
        let is_russian = words.chars().any(is_cyrillic);
        let forms = if is_russian { russian_forms(words) } else { english::forms(words, false) };
        let term = TermIndex { concept: 0, term: Some(0) };
        let mut patterns = Patterns::default();
        forms.iter().for_each(|form| patterns.push(form, Capitals::Any, term));
        Self {
            language: if is_russian { Language::Russian } else { Language::English },
            matcher: Matcher::new(vec![patterns]),
        }
    }

    /// Where the words stand in `text`, as bytes.
    #[must_use]
    pub fn find_in(&self, text: &str) -> Vec<Range<usize>> {
        let mut words = Vec::new();
        tokens(text, &mut words);
        longest(self.matcher.find(text, &words)).into_iter().map(|found| found.range).collect()
    }
}

/// The forms of all words that `words` may be a form of; of a phrase, as a term.
fn russian_forms(words: &str) -> BTreeSet<String> {
    let mut forms = russian::forms(&SourceTerm::plain(words), Case::Any).texts;
    if !words.trim().contains(char::is_whitespace) {
        let likely = paradigms(words.trim()).into_iter().filter(|word| word.likelihood >= UNLIKELY);
        forms.extend(likely.flat_map(|word| word.forms()).map(|form| form.text));
    }
    forms.insert(fold(words));
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_form_finds_any_form() {
        let query = Query::of("мобилизацией");
        let text = "О мобилизации говорили все; Мобилизация шла.";
        let found: Vec<&str> = query.find_in(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, ["мобилизации", "Мобилизация"]);
        assert_eq!(Query::of("ship").find_in("Ships and a ship's crew").len(), 2);
    }
}
