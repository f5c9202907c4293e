//! The words of an original by what may be known of their renderings, and those of a translation
//! as what renders them.

use crate::{
    align::{EnglishWords, is_function_word, is_listed, word_stems},
    model::Language,
    text::{change::is_negation, normalize::is_cyrillic, words::words},
};

/// A word of the leading side.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Term {
    pub(super) text: String,
    pub(super) stems: Vec<String>,
    /// Too common to say what the translation should have.
    pub(super) is_weak: bool,
    /// In the letters of the other language: the same on both sides.
    pub(super) is_literal: bool,
}

/// What is known of the renderings of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Trust {
    /// It stands in a translation as it is.
    Fact,
    /// The lexicon lists it.
    Known,
    None,
}

/// The distinct words of a text of the leading side.
pub(super) struct Terms(pub(super) Vec<Term>);

impl Terms {
    /// The distinct words of `text`; numbers and negations are looked at apart.
    pub(super) fn of(text: &str, language: Language) -> Self {
        let mut terms: Vec<Term> = Vec::new();
        for word in words(text).flat_map(|word| parts(&word.folded())) {
            let is_number = word.starts_with(|c: char| c.is_ascii_digit());
            if is_number || is_negation(&word) || terms.iter().any(|term| term.text == word) {
                continue;
            }
            let is_literal = word.chars().any(is_cyrillic) != (language == Language::Russian);
            let stems = if is_literal { Vec::new() } else { word_stems(&word, language) };
            let is_weak = is_function_word(&word) && !is_literal;
            terms.push(Term { text: word, stems, is_weak, is_literal });
        }
        Self(terms)
    }

    /// The words that a lexicon may render.
    pub(super) fn telling(&self) -> impl Iterator<Item = &str> {
        self.0
            .iter()
            .filter(|term| !term.is_weak && !term.is_literal)
            .map(|term| term.text.as_str())
    }

    /// The words that are no form of a word of `other`.
    pub(super) fn without<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = &'a Term> {
        self.0.iter().filter(|term| !other.0.iter().any(|one| one.is_form_of(term)))
    }
}

/// The parts of a word of two scripts, which stand as well without their hyphen (`Linux-системы`).
fn parts(word: &str) -> Vec<String> {
    let is_russian = |part: &str| part.chars().any(is_cyrillic);
    let is_mixed = is_russian(word) && word.split('-').any(|part| !is_russian(part));
    if !is_mixed {
        return vec![word.to_owned()];
    }
    word.split('-').filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

impl Term {
    pub(super) fn trust(&self, language: Language) -> Trust {
        match self {
            Self { is_literal: true, .. } => Trust::Fact,
            Self { is_weak: false, text, .. } if is_listed(text, language) => Trust::Known,
            _ => Trust::None,
        }
    }

    /// Whether it stands in small letters in `text`, and is no name, code or number.
    pub(super) fn is_small_word_of(&self, text: &str) -> bool {
        let is_word = self.text.chars().all(|c| c.is_alphabetic() || c == '-');
        is_word && text.contains(self.text.as_str())
    }

    /// Common words are told apart by their forms: `он` is not `она`.
    pub(super) fn is_form_of(&self, other: &Self) -> bool {
        let is_weak = self.is_weak || other.is_weak;
        self.text == other.text
            || !is_weak && self.stems.iter().any(|stem| other.stems.contains(stem))
    }
}

/// The words of a translation, each by itself: what the leading side renders is looked up in it.
pub(super) struct Rendering {
    leading: Language,
    words: Vec<(String, EnglishWords)>,
}

impl Rendering {
    pub(super) fn of(translation: &str, leading: Language) -> Self {
        let words = words(translation).map(|word| word.folded());
        let words = words.map(|word| {
            let english = EnglishWords::of(&word);
            (word, english)
        });
        Self { leading, words: words.collect() }
    }

    /// Its words, folded.
    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(|(word, _)| word.as_str())
    }

    /// Which of its words render a word of `terms`.
    pub(super) fn explained(&self, terms: &Terms) -> Vec<bool> {
        let renders =
            |at| terms.0.iter().any(|term| !term.is_weak && self.is_rendered_by(term, at));
        (0..self.words.len()).map(renders).collect()
    }

    pub(super) fn renders(&self, term: &Term) -> bool {
        (0..self.words.len()).any(|at| self.is_rendered_by(term, at))
    }

    /// Whether a word of the translation renders `term` and none of `others`.
    pub(super) fn renders_apart(&self, term: &Term, others: &Terms) -> bool {
        (0..self.words.len())
            .filter(|&at| self.is_rendered_by(term, at))
            .any(|at| !others.0.iter().any(|other| self.is_rendered_by(other, at)))
    }

    fn is_rendered_by(&self, term: &Term, at: usize) -> bool {
        let Some((word, english)) = self.words.get(at) else { return false };
        if *word == term.text {
            return true;
        }
        match self.leading {
            Language::Russian if term.is_literal => english.has_stem_of(&term.text),
            Language::Russian => english.render(&term.text),
            Language::English => EnglishWords::of(&term.text).render(word),
        }
    }
}
