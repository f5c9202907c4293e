//! The dictionary of `rumorph`, read without being checked as a whole.
//!
//! The crate checks its twenty megabytes whenever it opens them, which costs more than all that is
//! found out about a document. What a word of the dictionary may be is therefore read here, with a
//! guard at every step: where the bytes are not as expected, or a word is not in the dictionary,
//! there is no answer, and the crate is asked. A test holds that both answer alike.

mod abbreviations;
mod sections;
mod weigh;

use std::sync::LazyLock;

use fst::Map;

use self::sections::{List, Section, sections};
use super::Reading;

/// Words have no more letters, and no more spellings that differ in `ё` alone.
const LONGEST_WORD: usize = 64;
const MOST_SPELLINGS: usize = 8;

/// What `word` may be, the likeliest first; none where only the crate can tell.
pub(super) fn readings(word: &str) -> Option<Vec<Reading>> {
    static BOOK: LazyLock<Option<Book>> = LazyLock::new(|| Book::open(rumorph_dict_ru::DICTIONARY));
    BOOK.as_ref()?.readings(word)
}

struct Book {
    /// The letters of the keys: that of a byte is one place before it.
    letters: Vec<char>,
    /// The bytes of `а` to `я`.
    codes: Vec<u8>,
    words: Map<&'static [u8]>,
    tags: Section,
    feature_names: Section,
    features: Section,
    /// Where the features of each kind of form begin.
    feature_starts: Vec<u32>,
    prefixes: Section,
    suffixes: Section,
    paradigm_starts: Section,
    paradigms: Section,
    tables: Section,
    /// Where each table begins.
    table_starts: Vec<u32>,
    records: Section,
    variants: Section,
    shares: Section,
}

/// A spelling of a word: which of its letters are `ё`, a bit for each, and where its records and
/// the shares of its readings stand.
#[derive(Debug, Clone, Copy)]
struct Spelling {
    yo: u64,
    records: usize,
    shares: Option<usize>,
}

/// Which letters are `ё`, with where something stands.
type Places = Vec<(u64, usize)>;

/// A form of a word, as a record names it.
#[derive(Debug, Clone)]
struct Candidate {
    /// Which spelling it has.
    spelling: usize,
    record: u32,
    tag: u16,
    /// Its part of speech and features, as they stand in the section.
    core: &'static [u8],
    reading: Reading,
}

/// A word as it is looked up: its bytes, and which of its letters are `ё`.
struct Key {
    bytes: Vec<u8>,
    yo: u64,
}

impl Book {
    fn open(data: &'static [u8]) -> Option<Self> {
        let [_, tags, feature_names, features, alphabet, prefixes, suffixes, rest @ ..] =
            sections(data)?;
        let [paradigm_starts, paradigms, tables, words, records, variants, shares, ..] = rest;
        let letters: Vec<char> = str::from_utf8(alphabet.0).ok()?.chars().collect();
        let code = |letter| {
            letters.iter().position(|own| *own == letter).and_then(|at| u8::try_from(at + 1).ok())
        };
        Some(Self {
            codes: ('а'..='я').map(code).collect::<Option<_>>()?,
            letters,
            words: Map::new(words.0).ok()?,
            tags,
            feature_names,
            features,
            feature_starts: feature_starts(features)?,
            prefixes,
            suffixes,
            paradigm_starts,
            paradigms,
            tables,
            table_starts: table_starts(tables, paradigm_starts)?,
            records,
            variants,
            shares,
        })
    }

    fn readings(&self, word: &str) -> Option<Vec<Reading>> {
        let key = self.key(word)?;
        let (spellings, shares) = self.spellings(&key)?;
        let mut found = Vec::new();
        for (index, spelling) in spellings.iter().enumerate() {
            self.candidates(&key, (index, spelling), &mut found)?;
        }
        self.share_out(&spellings, shares, &mut found)?;
        let mut merged = weigh::merged(found);
        let may_be_unknown_name = || weigh::may_be_name(word) && !merged.iter().any(is_name);
        if merged.is_empty() || may_be_unknown_name() && self.are_rare(&spellings) {
            return None;
        }
        weigh::by_case(word, &mut merged);
        Some(merged)
    }

    /// The key of a word of Russian letters.
    fn key(&self, word: &str) -> Option<Key> {
        let mut key = Key { bytes: Vec::with_capacity(word.len() / 2), yo: 0 };
        for letter in word.chars() {
            let small = match letter {
                'А'..='Я' => char::from_u32(letter as u32 + 0x20)?,
                'Ё' | 'ё' => {
                    key.yo |= 1_u64.checked_shl(key.bytes.len().try_into().ok()?)?;
                    'е'
                }
                other => other,
            };
            let place = (small as usize).checked_sub('а' as usize)?;
            key.bytes.push(*self.codes.get(place)?);
        }
        (key.bytes.len() <= LONGEST_WORD).then_some(key)
    }

    /// The spellings that have every `ё` of a word, and where the shares of its own stand.
    fn spellings(&self, key: &Key) -> Option<(Vec<Spelling>, Option<usize>)> {
        let (all, shares) = self.all_spellings(self.words.get(&key.bytes)?)?;
        let share = |yo: u64| shares.iter().find(|(own, _)| *own == yo).map(|(_, at)| *at);
        let fitting = all.into_iter().filter(|(yo, _)| yo & key.yo == key.yo);
        let fitting = fitting.take(MOST_SPELLINGS);
        let spelling = |(yo, records)| Spelling { yo, records, shares: share(yo) };
        let fitting: Vec<Spelling> = fitting.map(spelling).collect();
        // Several of a word that has some `ё` go in an order of their own.
        (key.yo == 0 || fitting.len() == 1).then(|| (fitting, share(key.yo)))
    }

    /// The spellings of a key by its value: which letters are `ё`, with where the records and where
    /// the shares stand.
    fn all_spellings(&self, value: u64) -> Option<(Places, Places)> {
        const MANY: u64 = 1 << 63;
        let field = |shift: u32, bits: u32| (value >> shift) & ((1 << bits) - 1);
        if value & MANY == 0 {
            let (records, shares, yo) = (field(0, 24) as usize, field(24, 20), field(44, 19));
            let shares = shares.checked_sub(1).map(|at| (yo, at as usize));
            return Some((vec![(yo, records)], shares.into_iter().collect()));
        }
        let spellings = self.variants.list((value & 0xffff_ffff) as usize)?;
        let shares = self.variants.list(spellings.start + 3 * spellings.length)?;
        Some((self.places(spellings)?, self.places(shares)?))
    }

    /// The items of a list of spellings.
    fn places(&self, list: List) -> Option<Places> {
        let place = |index: usize| {
            let number = |at| self.variants.long(list.start + 3 * index + at);
            let yo = u64::from(number(0)?) | u64::from(number(1)?) << 32;
            Some((yo, number(2)? as usize))
        };
        (0..list.length).map(place).collect()
    }

    /// Adds the forms that have this spelling.
    fn candidates(
        &self,
        key: &Key,
        (index, spelling): (usize, &Spelling),
        found: &mut Vec<Candidate>,
    ) -> Option<()> {
        let written = self.written(key, spelling.yo)?;
        let list = self.records.list(spelling.records)?;
        for at in 0..list.length {
            let record = self.records.long(list.start + at)?;
            let Some((lemma, tag, kind)) = self.lemma(record, &written)? else { continue };
            let core = self.core(kind)?;
            let is_name = self.is_name(kind)?;
            let full = (!is_name).then(|| self.full(&lemma, tag)).flatten();
            let lemma = full.map_or(lemma, str::to_owned);
            let reading = Reading { lemma, probability: 0.0, is_name };
            found.push(Candidate { spelling: index, record, tag, core, reading });
        }
        Some(())
    }

    fn written(&self, key: &Key, yo: u64) -> Option<String> {
        let letter = |(at, code): (usize, &u8)| {
            let letter = self.letters.get(usize::from(*code).checked_sub(1)?)?;
            Some(if *letter == 'е' && yo >> at & 1 == 1 { 'ё' } else { *letter })
        };
        key.bytes.iter().enumerate().map(letter).collect()
    }

    /// The lemma of a form, its tag and its kind; within, none where the word has not its endings.
    fn lemma(&self, record: u32, written: &str) -> Option<Option<(String, u16, usize)>> {
        let (table, form) = ((record >> 16) as usize, (record & 0xffff) as usize);
        let start = *self.table_starts.get(table)? as usize;
        let paradigm = self.tables.long(start)? as usize;
        let forms = self.paradigm_starts.long(paradigm)? as usize;
        let count = (self.paradigm_starts.long(paradigm + 1)? as usize).checked_sub(forms)? / 3;
        let affixes = |form: usize| {
            let prefix = self.paradigms.short(forms + 2 * count + form)?;
            let suffix = self.paradigms.short(forms + form)?;
            Some((self.prefixes.string(prefix.into())?, self.suffixes.string(suffix.into())?))
        };
        if form >= count {
            return None;
        }
        let (prefix, suffix) = affixes(form)?;
        let stem = written.strip_prefix(prefix).and_then(|rest| rest.strip_suffix(suffix));
        let Some(stem) = stem else { return Some(None) };
        let cell = self.tables.long(start + 1 + form)?;
        let (prefix, suffix) = affixes((cell >> 16) as usize)?;
        let tag = self.paradigms.short(forms + count + form)?;
        Some(Some((format!("{prefix}{stem}{suffix}"), tag, (cell & 0xffff) as usize)))
    }

    /// The part of speech and the features of a kind of form, as they stand in the section.
    fn core(&self, kind: usize) -> Option<&'static [u8]> {
        let start = *self.feature_starts.get(kind)? as usize;
        let count = usize::from(self.features.short(start + 1)?);
        self.features.0.get(2 * start..2 * (start + 2 + 2 * count))
    }

    fn is_name(&self, kind: usize) -> Option<bool> {
        let part_of_speech = self.features.short(*self.feature_starts.get(kind)? as usize)?;
        Some(self.feature_names.string(part_of_speech.into())? == "PROPN")
    }

    /// The word that an abbreviation stands for; the longest has four letters.
    fn full(&self, lemma: &str, tag: u16) -> Option<&'static str> {
        const LONGEST: usize = "проф".len();
        if lemma.len() > LONGEST {
            return None;
        }
        abbreviations::full(lemma, self.tags.string(tag.into())?)
    }

    /// Whether all that a word may be comes of a dictionary of rare words.
    fn are_rare(&self, spellings: &[Spelling]) -> bool {
        let is_rare = |spelling: &Spelling| {
            self.records.list(spelling.records).is_some_and(|list| list.is_marked)
        };
        spellings.iter().all(is_rare)
    }
}

fn is_name(reading: &Reading) -> bool {
    reading.is_name
}

/// Where the features of each kind of form begin: a part of speech, the number of features, each
/// two numbers, the number of labels, the labels.
fn feature_starts(features: Section) -> Option<Vec<u32>> {
    let (mut starts, mut at) = (Vec::new(), 0);
    while 2 * at < features.0.len() {
        starts.push(u32::try_from(at).ok()?);
        let labels = at + 2 + 2 * usize::from(features.short(at + 1)?);
        at = labels + 1 + usize::from(features.short(labels)?);
    }
    Some(starts)
}

/// Where each table begins: a paradigm, then a cell for each of its forms.
fn table_starts(tables: Section, paradigm_starts: Section) -> Option<Vec<u32>> {
    let (mut starts, mut at) = (Vec::new(), 0);
    while 4 * at < tables.0.len() {
        starts.push(u32::try_from(at).ok()?);
        let paradigm = tables.long(at)? as usize;
        let (start, end) = (paradigm_starts.long(paradigm)?, paradigm_starts.long(paradigm + 1)?);
        at += 1 + end.checked_sub(start)? as usize / 3;
    }
    Some(starts)
}

#[cfg(test)]
mod tests {
    use super::{
        super::{analysed, paradigms},
        *,
    };

    /// Every fiftieth word of a part of the lexicon in all its forms, and with a capital.
    fn words() -> impl Iterator<Item = String> {
        let lines = include_str!("../../lexicon/ru-en/p.tsv").lines().step_by(50);
        let lemmas = lines.filter_map(|line| line.split('\t').next()).chain(NAMES);
        let forms = |lemma: &str| paradigms(lemma).into_iter().flat_map(|found| found.forms());
        let words = lemmas.flat_map(forms).map(|form| form.text);
        words.flat_map(|word| {
            let mut letters = word.chars();
            let first = letters.next().map(|first| first.to_uppercase().to_string());
            [first.unwrap_or_default() + letters.as_str(), word.replace('ё', "е"), word]
        })
    }

    const NAMES: [&str; 15] = [
        "Вера",
        "Иванов",
        "Псков",
        "Алёна",
        "Робинзон",
        "лев",
        "роман",
        "тыс",
        "в",
        "и",
        "г",
        "с",
        "млн",
        "проф",
        "долл",
    ];

    #[test]
    fn the_book_says_what_the_crate_says() {
        let (mut asked, mut known) = (0, 0);
        for word in words() {
            asked += 1;
            let Some(readings) = readings(&word) else { continue };
            known += 1;
            assert_eq!(Some(readings), analysed(&word), "{word}");
        }
        assert!(asked > 5_000 && known * 20 > asked * 19, "{known} of {asked}");
    }

    #[test]
    fn what_the_dictionary_lacks_is_left_to_the_crate() {
        for word in ["сверкопись", "по-бурятски", "1,5", "hello", "-", ""] {
            assert_eq!(readings(word), None, "{word}");
        }
    }
}
