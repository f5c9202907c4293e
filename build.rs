//! Makes the table of the lexicon, so that no run stems its 27,000 words, and names the program by
//! its sources, so that what another one kept is not taken for its own.
//!
//! `lexicon.txt` is all stems one after the other, `lexicon.index` numbers of four bytes: how many
//! places the hash tables of Russian and of English stems have, the tables themselves, which say
//! where an entry stands (0 is none), and the entries. An entry begins with its stem, as two places
//! in the text; a Russian one goes on with the number of its equivalents, each a stem and two
//! weights. `src/align/lexicon.rs` reads it. `names.txt` is the English names that it has, sorted.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap, HashSet},
    env, fs, io,
    path::{Path, PathBuf},
};

#[path = "src/text"]
mod text {
    #[allow(dead_code, unreachable_pub)]
    pub(crate) mod normalize;
}

#[path = "src/align"]
mod align {
    pub(crate) mod function_words;
    pub(crate) mod phrases;
    pub(crate) mod stem;

    pub(crate) fn words_of(phrase: &str) -> impl Iterator<Item = String> {
        phrases::content_words(phrase)
    }

    pub(crate) fn russian_stem(word: &str) -> String {
        stem::russian(word)
    }
}

const TABLES: &str = "src/lexicon/ru-en";

/// For each Russian stem its English ones with the share of each.
type Shares = BTreeMap<String, BTreeMap<String, f32>>;

fn main() -> io::Result<()> {
    for path in ["build.rs", "src", "Cargo.toml", "Cargo.lock"] {
        println!("cargo::rerun-if-changed={path}");
    }
    println!("cargo::rustc-env=SVERKA_BUILD={:016x}", build(Path::new("src"))?);
    let mut files: Vec<PathBuf> =
        fs::read_dir(TABLES)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    files.sort();
    let texts = files.iter().map(fs::read_to_string).collect::<io::Result<Vec<String>>>()?;
    let lines = || texts.iter().flat_map(|text| text.lines());
    let (stems, index) = written(&shares(lines()));
    let out = env::var_os("OUT_DIR").unwrap_or_default();
    fs::write(Path::new(&out).join("names.txt"), names(lines()))?;
    fs::write(Path::new(&out).join("lexicon.txt"), stems)?;
    fs::write(Path::new(&out).join("lexicon.index"), index)
}

/// A hash of all sources and of what they are built with.
fn build(folder: &Path) -> io::Result<u64> {
    let mut paths: Vec<PathBuf> = vec!["Cargo.toml".into(), "Cargo.lock".into()];
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() { folders.push(path) } else { paths.push(path) }
        }
    }
    paths.sort();
    let add = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    let start = env!("CARGO_PKG_VERSION")
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| add(hash, &byte));
    paths.iter().try_fold(start, |hash, path| {
        let named = path.to_string_lossy().bytes().fold(hash, |hash, byte| add(hash, &byte));
        let text = fs::read(path).or_else(|_| io::Result::Ok(Vec::new()))?;
        Ok(text.iter().fold(named, add))
    })
}

fn shares<'a>(lines: impl Iterator<Item = &'a str>) -> Shares {
    let mut ranked = Shares::new();
    // The same English words stand in many entries.
    let mut stems: HashMap<String, String> = HashMap::new();
    for (lemma, english) in lines.filter_map(|line| line.split_once('\t')) {
        let equivalents = ranked.entry(align::russian_stem(&lemma.replace('ё', "е"))).or_default();
        for (rank, phrase) in english.split(',').enumerate() {
            for word in align::words_of(phrase) {
                let share = rank_share(rank);
                let stem = stems.entry(word).or_insert_with_key(|word| align::stem::english(word));
                let best = equivalents.entry(stem.clone()).or_insert(share);
                *best = best.max(share);
            }
        }
    }
    ranked
}

/// The single words that no entry has in small letters, folded, a word a line.
fn names<'a>(lines: impl Iterator<Item = &'a str>) -> String {
    let equivalents = lines.filter_map(|line| line.split_once('\t'));
    let single: BTreeSet<&str> = equivalents
        .flat_map(|(_, english)| english.split(','))
        .map(str::trim)
        .filter(|word| word.chars().all(char::is_alphabetic))
        .collect();
    let (capital, small): (Vec<&str>, Vec<&str>) =
        single.into_iter().partition(|word| word.starts_with(char::is_uppercase));
    let small: HashSet<&str> = small.into_iter().collect();
    let folded = capital.into_iter().map(str::to_lowercase);
    let names: BTreeSet<String> = folded.filter(|word| !small.contains(word.as_str())).collect();
    names.into_iter().collect::<Vec<String>>().join("\n")
}

/// The first equivalents are the usual ones; the tail is long.
fn rank_share(rank: usize) -> f32 {
    1.0 / (1.0 + rank as f32 * 0.5)
}

/// How much of all Russian words each English stem serves.
fn served_by(ranked: &Shares) -> HashMap<&str, f32> {
    let mut served: HashMap<&str, f32> = HashMap::new();
    for (english, share) in ranked.values().flatten() {
        *served.entry(english).or_default() += share;
    }
    served
}

/// The text and the index.
fn written(ranked: &Shares) -> (String, Vec<u8>) {
    let served = served_by(ranked);
    let mut english: Vec<&str> = served.keys().copied().collect();
    english.sort_unstable();
    let mut index = Index::new(ranked.len(), english.len());
    for (russian, equivalents) in ranked {
        let total: f32 = equivalents.values().sum();
        index.enter(Index::HEAD, index.places[0], russian);
        index.numbers.push(equivalents.len() as u32);
        for (stem, share) in equivalents {
            index.stem(stem);
            let weights = [share / total.max(1.0), share / served[stem.as_str()].max(1.0)];
            index.numbers.extend(weights.map(f32::to_bits));
        }
    }
    for stem in english {
        index.enter(Index::HEAD + index.places[0], index.places[1], stem);
    }
    (index.text, index.numbers.iter().flat_map(|number| number.to_le_bytes()).collect())
}

struct Index {
    text: String,
    numbers: Vec<u32>,
    places: [usize; 2],
    /// Where each stem stands in the text.
    known: HashMap<String, [u32; 2]>,
}

impl Index {
    const HEAD: usize = 2;

    fn new(russian: usize, english: usize) -> Self {
        let places = [russian, english].map(|count| (count * 2).next_power_of_two());
        let mut numbers = places.map(|count| count as u32).to_vec();
        numbers.resize(Self::HEAD + places[0] + places[1], 0);
        Self { text: String::new(), numbers, places, known: HashMap::new() }
    }

    /// Begins an entry of the hash table of so many places that begins at `table`.
    fn enter(&mut self, table: usize, places: usize, stem: &str) {
        let mut place = hash(stem) as usize & (places - 1);
        while self.numbers[table + place] != 0 {
            place = (place + 1) & (places - 1);
        }
        self.numbers[table + place] = self.numbers.len() as u32;
        self.stem(stem);
    }

    fn stem(&mut self, stem: &str) {
        let text = &mut self.text;
        let range = self.known.entry(stem.to_owned()).or_insert_with(|| {
            let start = text.len() as u32;
            text.push_str(stem);
            [start, text.len() as u32]
        });
        self.numbers.extend(*range);
    }
}

/// FNV-1a.
fn hash(key: &str) -> u32 {
    key.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}
