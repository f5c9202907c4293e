//! Words as terms are looked for: a text cut at everything that is no letter or digit, each word
//! known by a hash of its folded form.
//!
//! Stress marks, soft hyphens, decomposed letters, `ё` and capitals change no hash; what stands
//! between two words is kept as a [`Gap`]. Nothing is allocated for a word.

use std::ops::Range;

use unicode_normalization::char::compose;

use crate::text::normalize::{fold_char, is_ignorable};

/// What stands between a word and the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Gap {
    /// Spaces, hyphens, quotation marks, emphasis: nothing that parts the words of a term.
    Loose,
    /// The same with a full stop: `St. Petersburg`, `U.S.`
    Stop,
    /// Anything else: the words belong to no common term.
    Apart,
}

/// A word of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token {
    /// Of its folded form.
    pub(super) hash: u64,
    /// Offset of its first byte.
    pub(super) start: usize,
    /// Offset just past its last byte.
    pub(super) end: usize,
    /// What stands before it.
    pub(super) gap: Gap,
    /// Whether its first letter is a capital.
    pub(super) is_capital: bool,
}

impl Token {
    pub(super) const fn range(&self) -> Range<usize> {
        self.start..self.end
    }
}

/// The words of `text`, in order.
pub(super) fn tokens(text: &str, tokens: &mut Vec<Token>) {
    tokens.clear();
    let mut scanner = Scanner { text, at: 0 };
    let mut gap_start = 0;
    while let Some((start, first)) = scanner.skip_to_word() {
        let gap = gap(&text[gap_start..start]);
        let hash = scanner.word_hash();
        tokens.push(Token { hash, start, end: scanner.at, gap, is_capital: is_capital(first) });
        gap_start = scanner.at;
    }
}

/// Where the words at `range` of `prose` stand in `raw`, the same text with its markup, as bytes of
/// `raw`; none where markup parts them.
#[must_use]
pub fn locate(prose: &str, range: &Range<usize>, raw: &str) -> Option<Range<usize>> {
    let (mut of_prose, mut of_raw) = (Vec::new(), Vec::new());
    tokens(prose, &mut of_prose);
    tokens(raw, &mut of_raw);
    let first = of_prose.iter().position(|word| word.start >= range.start)?;
    let count = of_prose[first..].iter().take_while(|word| word.end <= range.end).count().max(1);
    let hashes = |words: &[Token]| words.iter().map(|word| word.hash).collect::<Vec<_>>();
    let wanted = hashes(&of_prose[first..first + count]);
    let is_wanted = |words: &&[Token]| hashes(words) == wanted;
    let before = of_prose.windows(count).take(first).filter(is_wanted).count();
    let found = of_raw.windows(count).filter(is_wanted).nth(before)?;
    Some(found.first()?.start..found.last()?.end)
}

struct Scanner<'a> {
    text: &'a str,
    at: usize,
}

impl Scanner<'_> {
    fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    /// Moves to the next letter or digit, past tags (`<b>`).
    fn skip_to_word(&mut self) -> Option<(usize, char)> {
        while let Some(c) = self.peek() {
            if letter(c).is_some() {
                return Some((self.at, c));
            }
            self.at += match c {
                '<' => tag_length(&self.text[self.at..]).unwrap_or(1),
                other => other.len_utf8(),
            };
        }
        None
    }

    /// Moves past the word that begins here.
    fn word_hash(&mut self) -> u64 {
        let mut hash = Hash::default();
        let mut pending: Option<char> = None;
        let mut end = self.at;
        while let Some(c) = self.peek() {
            self.at += c.len_utf8();
            if let Some(next) = letter(c) {
                if let Some(letter) = pending.replace(next) {
                    hash.push(letter);
                }
                end = self.at;
            } else if is_mark(c) {
                pending = pending.map(|letter| compose(letter, c).map_or(letter, fold_char));
                end = self.at;
            } else if !(is_ignorable(c) || c == '*') {
                break;
            }
        }
        if let Some(letter) = pending {
            hash.push(letter);
        }
        self.at = end;
        hash.0
    }
}

/// A letter or digit as it is compared, lower case and `ё` as `е`; none for anything else. Letters
/// of Russian and English need no tables.
fn letter(c: char) -> Option<char> {
    match c {
        'a'..='z' | '0'..='9' | 'а'..='я' => Some(c),
        'A'..='Z' => Some(c.to_ascii_lowercase()),
        'А'..='Я' => char::from_u32(u32::from(c) + 32),
        'ё' | 'Ё' | 'ѐ' | 'Ѐ' => Some('е'),
        'ѝ' | 'Ѝ' => Some('и'),
        '\0'..='\x7f' => None,
        _ if c.is_alphanumeric() => Some(fold_char(c.to_lowercase().next().unwrap_or(c))),
        _ => None,
    }
}

fn is_capital(c: char) -> bool {
    matches!(c, 'A'..='Z' | 'А'..='Я' | 'Ё') || (!c.is_ascii() && c.is_uppercase())
}

/// Whether `c` is a combining mark of those that Russian and English texts have.
const fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// The length in bytes of the tag that `text` begins with.
fn tag_length(text: &str) -> Option<usize> {
    let inside = text[1..].trim_start_matches('/');
    let is_tag = inside.starts_with(|c: char| c.is_ascii_alphabetic());
    let end = text.find('>').filter(|&end| !text[1..end].contains('<'))?;
    is_tag.then_some(end + 1)
}

fn gap(text: &str) -> Gap {
    let mut gap = Gap::Loose;
    let mut spaced = false;
    let mut rest = text.char_indices();
    while let Some((at, c)) = rest.next() {
        match c {
            '.' if gap == Gap::Loose => gap = Gap::Stop,
            '<' if tag_length(&text[at..]).is_some() => {
                let end = at + tag_length(&text[at..]).unwrap_or(1);
                while rest.clone().next().is_some_and(|(next, _)| next < end) {
                    rest.next();
                }
            }
            '\u{2013}' if !spaced => {}
            _ if is_loose(c) => spaced |= c.is_whitespace(),
            _ => return Gap::Apart,
        }
    }
    gap
}

/// What may stand between the words of a term: white space, hyphens, apostrophes, quotation marks,
/// emphasis, what is invisible.
fn is_loose(c: char) -> bool {
    c.is_whitespace()
        || is_ignorable(c)
        || matches!(
            c,
            '-' | '\u{2010}' | '\u{2011}' | '\'' | '\u{2018}'
                ..='\u{201f}' | '"' | '«' | '»' | '*' | '_' | '`' | '~'
        )
}

/// The hash of a folded word: FNV-1a, 64 bits (<https://www.rfc-editor.org/rfc/rfc9923>), over
/// characters. Among a million words the odds of any two alike are one in 37 million.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hash(pub(super) u64);

impl Default for Hash {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hash {
    fn push(&mut self, letter: char) {
        self.0 = (self.0 ^ u64::from(u32::from(letter))).wrapping_mul(0x0000_0100_0000_01b3);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<Token> {
        let mut found = Vec::new();
        tokens(text, &mut found);
        found
    }

    fn hashes(text: &str) -> Vec<u64> {
        found(text).iter().map(|token| token.hash).collect()
    }

    #[test]
    fn what_does_not_matter_is_alike() {
        let plain = hashes("самолёт Мобилизация моей");
        for same in [
            "самоле\u{301}т мобилиза\u{301}ция мое\u{301}й",
            "само\u{ad}лет МОБИЛИЗАЦИЯ мое\u{438}\u{306}",
            "самоле\u{308}т моби**лиз**ация моей",
        ] {
            assert_eq!(hashes(same), plain, "{same:?}");
        }
        assert_ne!(hashes("мой"), hashes("мои"));
    }

    #[test]
    fn words_are_located_in_the_marked_up_text() {
        let (prose, raw) = ("The war and the war.", "The **war** and [the](/war) *war*.");
        assert_eq!(locate(prose, &(4..7), raw).map(|range| &raw[range]), Some("war"));
        let (prose, raw) = ("a prime minister", "a <b>prime</b> minister");
        assert_eq!(locate(prose, &(2..16), raw), Some(5..23));
    }

    #[test]
    fn gaps_part_or_do_not() {
        let gaps = |text: &str| found(text).last().unwrap().gap;
        for loose in [
            "Белый дом",
            "Белый\u{a0}дом",
            "Белый\nдом",
            "«Белый» дом",
            "Белый-дом",
            "**Белый** дом",
            "Белый <b>дом",
            "Белый\u{2011}дом",
        ] {
            assert_eq!(gaps(loose), Gap::Loose, "{loose}");
        }
        assert_eq!(gaps("St. Petersburg"), Gap::Stop);
        for apart in ["Белый, дом", "Белый — дом", "Белый (дом", "a < b"]
        {
            assert_eq!(gaps(apart), Gap::Apart, "{apart}");
        }
    }
}
