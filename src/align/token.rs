//! What the aligner sees of a text: tokens of a few classes, each with the key it is compared by.

use std::{borrow::Cow, sync::Arc};

use super::{function_words::is_abbreviation, number};
use crate::{
    model::Language,
    text::{
        memory::Memory,
        normalize::{fold, is_cyrillic},
        words::{Word, words},
    },
};

/// What kind of evidence a token can give.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Class {
    /// A word of the text's own language.
    Word,
    /// A number, by its value.
    Number,
    /// In a Russian text a word in Latin letters; in an English one, in Cyrillic.
    Foreign,
    /// Code, a URL, a tag: the same on both sides.
    Verbatim,
    /// A mark that translators keep.
    Mark,
}

impl Class {
    /// How many there are.
    pub(super) const COUNT: usize = 5;
}

/// A token: its class, its folded text, and whether it is likely a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) class: Class,
    pub(super) key: String,
    /// A capital where no sentence begins.
    pub(super) name: bool,
}

impl Token {
    fn new(class: Class, key: impl Into<String>) -> Self {
        Self { class, key: key.into(), name: false }
    }
}

/// The tokens of `text`, in order.
pub(super) fn tokens(text: &str, language: Language) -> Arc<Vec<Token>> {
    static KNOWN: [Memory<Arc<Vec<Token>>>; Language::COUNT] =
        [const { Memory::new() }; Language::COUNT];
    KNOWN[language as usize].of(text, || Arc::new(find(text, language)))
}

fn find(text: &str, language: Language) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let mut words = words(text).peekable();
    let mut first = true;
    while let Some(word) = words.next() {
        let mut whole = Cow::Borrowed(word.text);
        let mut end = word.range().end;
        // `U.S.` and `А. С.` differ in the space: initials of a name stay apart.
        while is_initial(&whole, text, end) {
            let Some(next) =
                words.next_if(|next| next.start == end + 1 && next.text.chars().count() == 1)
            else {
                break;
            };
            whole.to_mut().push_str(next.text);
            end = next.range().end;
        }
        while let Some(next) =
            words.next_if(|next| number::continues(&whole, &text[end..next.start], next.text))
        {
            whole.to_mut().push_str(next.text);
            end = next.range().end;
        }
        let before = found.len();
        add_word(&whole, language, first, &mut found);
        first = false;
        let own = found.get(before..).unwrap_or_default();
        let scaled = words.peek().and_then(|next| in_scale(own, text, end, next));
        if let Some(value) = scaled {
            words.next();
            found.truncate(before);
            found.push(Token::new(Class::Number, value));
        }
    }
    found.extend(marks(text));
    found
}

/// The value of a number with the power of ten that follows it, or of two words that say one.
fn in_scale(own: &[Token], text: &str, end: usize, next: &Word<'_>) -> Option<String> {
    let [Token { class, key, .. }] = own else { return None };
    let between = text.get(end..next.start)?;
    let is_apart = !between.is_empty() && between.chars().all(char::is_whitespace);
    let whole = match class {
        Class::Number => number::scaled,
        Class::Word if number::may_go_on(key) => number::in_two_words,
        _ => return None,
    };
    is_apart.then(|| whole(key, &fold(next.text))).flatten()
}

fn is_initial(letters: &str, text: &str, end: usize) -> bool {
    letters.chars().all(char::is_uppercase) && text[end..].starts_with('.')
}

/// Adds the tokens of a word.
fn add_word(word: &str, language: Language, first: bool, found: &mut Vec<Token>) {
    let folded = fold(word);
    if folded.starts_with(|c: char| c.is_ascii_digit()) {
        return found.push(Token::new(Class::Number, number::value(&folded, language)));
    }
    let cyrillic = folded.chars().any(is_cyrillic);
    if cyrillic != (language == Language::Russian) {
        return found.push(Token::new(Class::Foreign, folded));
    }
    if is_abbreviation(word) {
        return found.push(Token { name: true, ..Token::new(Class::Word, word) });
    }
    let name = word.starts_with(char::is_uppercase) && !first;
    // A Russian compound may be listed as a whole; whether it is, its look-up finds out.
    if language == Language::Russian || !folded.contains('-') {
        return found.push(Token { name, ..Token::new(Class::Word, folded) });
    }
    let parts = folded.split('-').filter(|part| !part.is_empty());
    found.extend(parts.map(|part| Token { name, ..Token::new(Class::Word, part) }));
}

/// Question and exclamation marks, brackets and quotation marks, each kind once.
fn marks(text: &str) -> Vec<Token> {
    const KINDS: [&str; 5] = ["?", "!", "(", "\"", ":"];
    let mut present = [false; KINDS.len()];
    for c in text.chars() {
        let kind = match c {
            '?' => 0,
            '!' => 1,
            '(' => 2,
            '"' | '«' | '„' | '\u{201c}' | '\u{201d}' => 3,
            ':' => 4,
            _ => continue,
        };
        present[kind] = true;
    }
    let present = KINDS.into_iter().zip(present).filter(|(_, is_present)| *is_present);
    present.map(|(key, _)| Token::new(Class::Mark, key)).collect()
}

/// The key of a verbatim piece.
pub(super) fn verbatim(text: &str) -> Token {
    Token::new(Class::Verbatim, fold(text))
}
