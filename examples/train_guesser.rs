//! Compiles the table of endings by which unknown words are inflected.
//!
//! `train_guesser LEMMAS >src/morphology/endings.txt`: the file has a word a line in its dictionary
//! form, a tab, and `noun`, `name` or `adjective`. With `HELD_OUT` in the environment the table is
//! made of four fifths of the words only, and printed is how well it inflects the others.
#![allow(clippy::print_stdout, reason = "an example prints its result")]

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    env,
    error::Error,
    fs,
    hash::{DefaultHasher, Hash, Hasher},
};

use rayon::prelude::*;
use sverka::morphology::{Endings, LONGEST_ENDING, Paradigm, WordKind};

/// What the table begins with.
const HEADER: &str = "\
# The ending of a kind of word, and a word that it inflects as.
# Compiled by examples/train_guesser from the lemmas of OpenCorpora (https://opencorpora.org),
# which are licensed under CC BY-SA 3.0; so is this table.
";

/// Words that an ending needs to be trusted.
const ENOUGH: usize = 3;

/// A word with all its forms.
struct Lemma<'t> {
    word: &'t str,
    kind: WordKind,
    forms: BTreeSet<String>,
    /// Its endings: those of the dictionary form, then of all forms.
    class: Class,
}

type Class = (String, BTreeSet<String>);

/// The words with an ending that inflect alike: how many, and the shortest of them.
type Models<'t> = HashMap<&'t Class, (usize, &'t str)>;

fn main() -> Result<(), Box<dyn Error>> {
    let path = env::args().nth(1).ok_or("no file of lemmas")?;
    let text = fs::read_to_string(path)?;
    let lines: Vec<&str> = text.lines().collect();
    let lemmas: Vec<Lemma<'_>> = lines.par_iter().filter_map(|line| lemma(line)).collect();
    if env::var_os("HELD_OUT").is_none() {
        print!("{HEADER}{}", table(&lemmas, |_| true));
        return Ok(());
    }
    let is_held_out = |lemma: &Lemma<'_>| hash(lemma.word).is_multiple_of(5);
    let endings = Endings::parse(&table(&lemmas, |lemma| !is_held_out(lemma)));
    for (name, kind) in WordKind::ALL {
        let of_kind: Vec<&Lemma<'_>> =
            lemmas.iter().filter(|lemma| lemma.kind == kind && is_held_out(lemma)).collect();
        measure(name, &of_kind, &endings);
    }
    Ok(())
}

fn lemma(line: &str) -> Option<Lemma<'_>> {
    let (word, kind) = line.split_once('\t')?;
    let (_, kind) = WordKind::ALL.into_iter().find(|(name, _)| *name == kind)?;
    let paradigm = kind.paradigm_of(word).filter(|paradigm| paradigm.is_known)?;
    let forms = texts(&paradigm);
    let stem = paradigm.stem_length();
    let endings = forms.iter().map(|form| form[stem..].to_owned()).collect();
    let word_ending = word.get(stem..)?.to_owned();
    Some(Lemma { word, kind, forms, class: (word_ending, endings) })
}

fn texts(paradigm: &Paradigm) -> BTreeSet<String> {
    paradigm.forms().into_iter().map(|form| form.text).collect()
}

fn hash(word: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    word.hash(&mut hasher);
    hasher.finish()
}

/// The table made of the lemmas that `is_used` lets pass, a line an ending.
fn table(lemmas: &[Lemma<'_>], is_used: impl Fn(&Lemma<'_>) -> bool) -> String {
    let mut by_ending: BTreeMap<(usize, WordKind, &str), Models<'_>> = BTreeMap::new();
    for lemma in lemmas.iter().filter(|lemma| is_used(lemma)) {
        let starts = lemma.word.char_indices().map(|(at, _)| at).rev();
        for (length, start) in starts.take(LONGEST_ENDING).enumerate() {
            let models =
                by_ending.entry((length + 1, lemma.kind, &lemma.word[start..])).or_default();
            let (count, model) = models.entry(&lemma.class).or_insert((0, lemma.word));
            *count += 1;
            if (lemma.word.len(), lemma.word) < (model.len(), *model) {
                *model = lemma.word;
            }
        }
    }
    let mut chosen: BTreeMap<(WordKind, &str), (&Class, &str)> = BTreeMap::new();
    for ((_, kind, ending), models) in by_ending {
        let fits = |class: &Class| ending.len() >= class.0.len();
        let all: usize = models.values().map(|(count, _)| count).sum();
        let best = models
            .iter()
            .filter(|(class, _)| fits(class))
            .max_by_key(|(class, (count, _))| (*count, **class));
        let Some((class, (count, model))) = best else { continue };
        let shorter =
            ending.char_indices().skip(1).find_map(|(at, _)| chosen.get(&(kind, &ending[at..])));
        let is_news = shorter.is_none_or(|(shorter, _)| shorter != class);
        if all >= ENOUGH && count * 2 > all && is_news {
            chosen.insert((kind, ending), (class, model));
        }
    }
    let name = |kind| {
        WordKind::ALL.into_iter().find(|(_, other)| *other == kind).map_or("", |(name, _)| name)
    };
    chosen
        .iter()
        .map(|((kind, ending), (_, model))| format!("{} {ending} {model}\n", name(*kind)))
        .collect()
}

/// Prints how many of the forms guessed are real, and how many of the real ones are guessed.
fn measure(name: &str, lemmas: &[&Lemma<'_>], endings: &Endings) {
    let (mut right, mut guessed, mut real) = (0, 0, 0);
    for lemma in lemmas {
        let forms = endings
            .guess(lemma.word, lemma.kind)
            .map(|paradigm| texts(&paradigm))
            .unwrap_or_default();
        right += forms.intersection(&lemma.forms).count();
        guessed += forms.len();
        real += lemma.forms.len();
        if env::var_os("SHOW").is_some() && forms != lemma.forms {
            println!("{}: {:?} guessed {forms:?}", lemma.word, lemma.forms);
        }
    }
    println!(
        "{name:<10} {:>6} words: form precision {:.3}, recall {:.3}",
        lemmas.len(),
        right as f64 / guessed.max(1) as f64,
        right as f64 / real.max(1) as f64
    );
}
