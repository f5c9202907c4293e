//! Phrases that may be terms: a noun, with the adjectives that agree with it before it and a noun in
//! the genitive after it; and names of several words.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    rc::Rc,
};

use crate::{
    align::is_function_word,
    morphology::{Features, Paradigm, PartOfSpeech, paradigms},
    text::{
        normalize::{fold, is_cyrillic},
        words::{Word, words},
    },
};

/// A term has no more words.
const LONGEST: usize = 4;

/// Nouns shorter than this are abbreviations or noise unless they are capitals.
const SHORTEST: usize = 3;

/// A phrase that may be a term.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::glossary) struct Candidate {
    /// In its dictionary form.
    pub term: String,
    /// The segments it occurs in, each once.
    pub segments: Vec<usize>,
    /// How many words it has.
    pub words: usize,
    /// Whether it is a name.
    pub is_name: bool,
    /// How likely it is a term.
    pub c_value: f64,
}

/// The phrases that occur in `rarest` segments or more.
pub(super) fn candidates(pairs: &[(&str, &str)], rarest: usize) -> Vec<Candidate> {
    let mut readings = Readings::default();
    let mut found: BTreeMap<Vec<String>, Uses> = BTreeMap::new();
    for (segment, (source, _)) in pairs.iter().enumerate() {
        let words: Vec<Word<'_>> = words(source).collect();
        let read: Vec<Option<Rc<Reading>>> =
            words.iter().map(|word| readings.of(word.text)).collect();
        for start in 0..words.len() {
            for phrase in phrases(source, &words[start..], &read[start..]) {
                let last = &words[start + phrase.len() - 1];
                let key = phrase.iter().map(|reading| reading.lemma.clone()).collect();
                let surface = &source[words[start].start..last.range().end];
                let is_inside = start > 0 && !ends_sentence(&source[..words[start].start]);
                found.entry(key).or_default().add(segment, surface, is_inside, &phrase);
            }
        }
    }
    found.retain(|_, uses| uses.segments.len() >= rarest);
    with_c_values(found)
}

fn ends_sentence(before: &str) -> bool {
    let before = before.trim_end_matches(|c: char| c.is_whitespace() || "«\"„“(—–-".contains(c));
    before.is_empty() || before.ends_with(['.', '!', '?', '…', ':'])
}

/// What a word is, if it can be part of a term.
#[derive(Debug)]
struct Reading {
    lemma: String,
    part: PartOfSpeech,
    features: Vec<Features>,
    is_name: bool,
    /// None of an abbreviation.
    paradigm: Option<Paradigm>,
}

/// The readings of word forms, each looked up once.
#[derive(Default)]
struct Readings(HashMap<String, Option<Rc<Reading>>>);

impl Readings {
    fn of(&mut self, word: &str) -> Option<Rc<Reading>> {
        let known = self.0.entry(word.to_owned()).or_insert_with(|| read(word).map(Rc::new));
        known.clone()
    }
}

fn read(word: &str) -> Option<Reading> {
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    if !word.chars().all(|c| is_cyrillic(c) || c == '-') {
        return None;
    }
    if letters > 1 && word.chars().all(char::is_uppercase) {
        return Some(Reading {
            lemma: fold(word),
            part: PartOfSpeech::Noun,
            features: vec![Features::default()],
            is_name: true,
            paradigm: None,
        });
    }
    let is_capital = word.chars().next().is_some_and(char::is_uppercase);
    let all = paradigms(word);
    let best: &Paradigm = all.first().filter(|_| letters >= SHORTEST)?;
    let is_nominal = matches!(best.part_of_speech, PartOfSpeech::Noun | PartOfSpeech::Adjective);
    // A form that is usually a verb or a particle is no part of a term unless it is a name.
    let chosen = if is_nominal { best } else { all.iter().find(|p| is_capital && p.is_name)? };
    Some(Reading {
        lemma: chosen.lemma.clone(),
        part: chosen.part_of_speech,
        features: chosen.readings.clone(),
        is_name: is_capital && (chosen.is_name || !chosen.is_known),
        paradigm: Some(chosen.clone()),
    })
}

/// The phrases that begin with the first word.
fn phrases(
    source: &str,
    words: &[Word<'_>],
    read: &[Option<Rc<Reading>>],
) -> Vec<Vec<Rc<Reading>>> {
    let mut phrases = Vec::new();
    let mut phrase: Vec<Rc<Reading>> = Vec::new();
    let mut end = words.first().map_or(0, |word| word.start);
    for (word, reading) in words.iter().zip(read).take(LONGEST) {
        let Some(reading) = reading else { break };
        if !source[end..word.start].chars().all(char::is_whitespace) {
            break;
        }
        phrase.push(reading.clone());
        end = word.range().end;
        if is_term(&phrase) {
            phrases.push(phrase.clone());
        }
    }
    phrases
}

/// Words that agree with a noun and only say which or how many of its kind.
const DETERMINERS: [&str; 12] = [
    "каждый",
    "любой",
    "другой",
    "иной",
    "сей",
    "один",
    "многий",
    "некоторый",
    "первый",
    "последний",
    "следующий",
    "целый",
];

fn is_determiner(reading: &Reading) -> bool {
    is_function_word(&reading.lemma) || DETERMINERS.contains(&reading.lemma.as_str())
}

/// Whether the parts of speech make a term: `A* N`, `A* N N(gen)`, `N A(gen) N(gen)`, names in a
/// row.
fn is_term(phrase: &[Rc<Reading>]) -> bool {
    let is_noun = |reading: &Rc<Reading>| reading.part == PartOfSpeech::Noun;
    if phrase.iter().any(|reading| is_determiner(reading)) {
        return false;
    }
    let Some(head) = phrase.iter().position(is_noun) else { return false };
    let agree = phrase[..head].iter().all(|adjective| agree(adjective, &phrase[head]));
    let rest = &phrase[head + 1..];
    let genitive = |reading: &Rc<Reading>| {
        reading.features.iter().any(|features| features.case == Some("Gen"))
    };
    let all_names = phrase.iter().all(|reading| reading.is_name && is_noun(reading));
    let depends = match rest {
        [] => true,
        [noun] => (is_noun(noun) && genitive(noun)) || all_names,
        [adjective, noun] => {
            (!is_noun(adjective) && genitive(adjective) && is_noun(noun) && genitive(noun))
                || all_names
        }
        _ => false,
    };
    agree && depends
}

fn agree(adjective: &Reading, noun: &Reading) -> bool {
    adjective.features.iter().any(|own| {
        noun.features.iter().any(|head| own.case == head.case && own.number == head.number)
    })
}

/// How a candidate is used.
#[derive(Debug, Default)]
struct Uses {
    segments: Vec<usize>,
    count: usize,
    /// How often it begins with a capital, where no sentence begins.
    capitals: usize,
    inside: usize,
    /// How often it may be a plural, and how often it can be nothing else.
    plurals: usize,
    sure_plurals: usize,
    surfaces: BTreeMap<String, usize>,
    example: Vec<Rc<Reading>>,
}

impl Uses {
    fn add(&mut self, segment: usize, surface: &str, is_inside: bool, phrase: &[Rc<Reading>]) {
        if self.segments.last() != Some(&segment) {
            self.segments.push(segment);
        }
        let is_capital = surface.chars().next().is_some_and(char::is_uppercase);
        self.count += 1;
        self.inside += usize::from(is_inside);
        self.capitals += usize::from(is_inside && is_capital);
        let head = phrase.iter().find(|reading| reading.part == PartOfSpeech::Noun);
        let mut numbers = head.iter().flat_map(|head| &head.features).map(|f| f.number);
        let is_plural = |number| number == Some("Plur");
        self.plurals += usize::from(numbers.clone().any(is_plural));
        self.sure_plurals += usize::from(head.is_some() && numbers.all(is_plural));
        *self.surfaces.entry(surface.to_owned()).or_default() += 1;
        if self.example.is_empty() {
            self.example = phrase.to_vec();
        }
    }

    fn is_name(&self) -> bool {
        self.inside > 0 && self.capitals * 2 > self.inside
    }
}

/// C-value: the longer and the more frequent the better, less what is only part of longer ones;
/// of single words as of two, halved.
fn with_c_values(found: BTreeMap<Vec<String>, Uses>) -> Vec<Candidate> {
    let mut inside: HashMap<&[String], (usize, usize)> = HashMap::new();
    for (longer, uses) in &found {
        let parts: BTreeSet<&[String]> =
            (1..longer.len()).flat_map(|length| longer.windows(length)).collect();
        for part in parts {
            let (total, terms) = inside.entry(part).or_default();
            *total += uses.count;
            *terms += 1;
        }
    }
    let value = |key: &[String], uses: &Uses| {
        let length = (key.len() as f64 + 1.0).log2();
        let nested = inside.get(key).map_or(0.0, |(total, terms)| *total as f64 / *terms as f64);
        length * (uses.count as f64 - nested)
    };
    found
        .iter()
        .map(|(key, uses)| Candidate {
            term: dictionary_form(uses),
            segments: uses.segments.clone(),
            words: key.len(),
            is_name: uses.is_name(),
            c_value: value(key, uses),
        })
        .collect()
}

/// The phrase as a dictionary has it: its main noun and what agrees with it in the nominative,
/// singular unless it never is; capitals as it usually has them. A name that never changes
/// its form is taken as it stands.
fn dictionary_form(uses: &Uses) -> String {
    let phrase = &uses.example;
    let usual = uses.surfaces.iter().max_by_key(|(_, count)| **count);
    let surface = usual.map_or("", |(surface, _)| surface);
    let is_fixed = uses.is_name() && uses.surfaces.len() == 1 && phrase.len() == 1;
    let head = phrase.iter().position(|reading| reading.part == PartOfSpeech::Noun);
    let Some(head) = head.filter(|_| !is_fixed) else { return surface.to_owned() };
    let written: Vec<&str> = surface.split_whitespace().collect();
    let is_plural = uses.plurals == uses.count && uses.sure_plurals > 0;
    let number = if is_plural { "Plur" } else { "Sing" };
    let gender = phrase[head].gender();
    let all_names = phrase.iter().all(|r| r.is_name && r.part == PartOfSpeech::Noun);
    let words = phrase.iter().enumerate().map(|(index, reading)| {
        let as_written = written.get(index).copied().unwrap_or_default();
        let plain = match index.cmp(&head) {
            std::cmp::Ordering::Less => reading.nominative(number, gender, as_written),
            std::cmp::Ordering::Equal => reading.nominative(number, None, as_written),
            std::cmp::Ordering::Greater if all_names => reading.lemma.clone(),
            std::cmp::Ordering::Greater => fold(as_written),
        };
        let is_name = uses.is_name() && (index == 0 || reading.is_name);
        capitalised(uses.with_yo(index, plain), is_name, as_written)
    });
    words.collect::<Vec<_>>().join(" ")
}

impl Uses {
    /// The word at `index` of the phrase, with every ё that all texts write in its place.
    fn with_yo(&self, index: usize, word: String) -> String {
        let written = || self.surfaces.keys().filter_map(|s| s.split_whitespace().nth(index));
        let is_yo =
            |at: usize| written().all(|written| matches!(written.chars().nth(at), Some('ё' | 'Ё')));
        let letters = word.chars().enumerate();
        letters.map(|(at, letter)| if letter == 'е' && is_yo(at) { 'ё' } else { letter }).collect()
    }
}

impl Reading {
    fn gender(&self) -> Option<&'static str> {
        self.paradigm.as_ref()?.forms().iter().find_map(|form| form.features.gender)
    }

    /// The nominative, of a gender where the word agrees with one; of several participles of a verb
    /// the one that begins most like `written`.
    fn nominative(&self, number: &str, gender: Option<&'static str>, written: &str) -> String {
        let forms = self.paradigm.as_ref().map_or_else(Vec::new, Paradigm::forms);
        let fits = |features: &Features| {
            features.case == Some("Nom")
                && features.number == Some(number)
                && (gender.is_none() || features.gender.is_none() || features.gender == gender)
        };
        let written = fold(written);
        let shared =
            |text: &str| text.chars().zip(written.chars()).take_while(|(a, b)| a == b).count();
        let fitting = forms.into_iter().filter(|form| fits(&form.features)).rev();
        let form = fitting.max_by_key(|form| shared(&form.text));
        form.map_or_else(|| self.lemma.clone(), |form| form.text)
    }
}

fn capitalised(word: String, is_name: bool, written: &str) -> String {
    let is_abbreviation = written.chars().count() > 1 && written.chars().all(char::is_uppercase);
    if is_abbreviation {
        return word.to_uppercase();
    }
    let mut letters = word.chars();
    match letters.next() {
        Some(first) if is_name => first.to_uppercase().chain(letters).collect(),
        _ => word,
    }
}
