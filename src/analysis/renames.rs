//! Documents of different names that belong together: found by content, and said.
//!
//! What an original and its translation have in common, rare words and names and numbers, finds a
//! few candidates for each; only those that find each other are aligned, and files of one name that
//! nobody else has, whatever number it begins with. The work grows with the number of documents, not
//! with its square.

use std::ops::Range;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::{contents, load::Loaded};
use crate::{
    align::{Evidence, align, traits},
    breakdown::{Breakdown, guard},
    model::{Alignment, Document, RepoPath, Segment},
};

/// The share of source segments that must have a sure counterpart.
const ENOUGH: f64 = 0.6;

/// The same of files of one name, of which most must have a counterpart at all.
const ENOUGH_OF_NAMESAKES: f64 = 0.25;
const MOST: f64 = 0.75;

/// Each document is asked of so many that are like it.
const CANDIDATES: usize = 2;

/// What a sure counterpart is.
const SURE: f64 = 0.95;

/// A trait of more documents than this tells none of them apart.
const RARE: usize = 40;

/// Files of different names with fewer words than this may be alike by chance.
const FEW_WORDS: usize = 12;

/// Joins an original without a translation to a translation without an original when each is the
/// other's best match and most of the one is surely in the other. Of `strays`, files that no rule
/// is for, only those are kept that are joined.
pub(super) fn join(pairs: Vec<Loaded>, strays: Vec<Loaded>) -> Vec<Loaded> {
    let ruled = pairs.len();
    let mut all: Vec<Loaded> = pairs.into_iter().chain(strays).collect();
    let mut gone = vec![false; all.len()];
    for Mutual { original, translation, corresponds } in mutual(&all, ruled) {
        let is_free = |at: usize, gone: &[bool]| gone.get(at) == Some(&false);
        match corresponds {
            Ok(true) if is_free(translation, &gone) && is_alone(&all, original) => {}
            Ok(_) => continue,
            Err(broken) => {
                all.get_mut(original)
                    .into_iter()
                    .for_each(|loaded| loaded.broken = Some(broken.clone()));
                continue;
            }
        }
        move_target(&mut all, original, translation);
        gone.get_mut(translation).into_iter().for_each(|gone| *gone = true);
    }
    for (original, translation) in contents::joined(&all) {
        move_target(&mut all, original, translation);
        gone.get_mut(translation).into_iter().for_each(|gone| *gone = true);
    }
    let kept = all.into_iter().zip(gone).enumerate();
    let kept =
        kept.filter(|(index, (loaded, gone))| !gone && (*index < ruled || loaded.pair.renamed));
    let mut kept: Vec<Loaded> = kept.map(|(_, (loaded, _))| loaded).collect();
    kept.sort_by(|a, b| a.pair.path().cmp(&b.pair.path()));
    kept
}

/// Gives an original the translation that stands by itself.
fn move_target(all: &mut [Loaded], original: usize, translation: usize) {
    let Some(other) = all.get_mut(translation) else { return };
    let (target, path) = (other.target.take(), other.pair.target.take());
    if let Some(loaded) = all.get_mut(original) {
        (loaded.target, loaded.pair.target) = (target, path);
        loaded.pair.renamed = true;
    }
}

/// How many originals are more like the translation that stands beside them than like any other.
pub(super) fn like_their_own(both: &[(&Document, &Document)]) -> usize {
    let originals: Vec<(usize, &Document)> = both.iter().map(|two| two.0).enumerate().collect();
    let translations: Vec<(usize, &Document)> = both.iter().map(|two| two.1).enumerate().collect();
    let there = traits_of(&translations);
    let best = best(&traits_of(&originals), &Index::of(&there));
    best.iter().enumerate().filter(|(own, candidates)| candidates.first() == Some(own)).count()
}

/// Whether a document has no counterpart yet.
fn is_alone(all: &[Loaded], original: usize) -> bool {
    all.get(original).is_some_and(|loaded| loaded.pair.target.is_none())
}

/// An original and a translation, as indices, each among those most like the other, with whether
/// they belong together.
struct Mutual {
    original: usize,
    translation: usize,
    corresponds: Result<bool, Breakdown>,
}

/// Which originals and translations may belong together; from `ruled` on they are strays.
fn mutual(all: &[Loaded], ruled: usize) -> Vec<Mutual> {
    let alone = |is: fn(&Loaded) -> Option<&Document>| -> Vec<(usize, &Document)> {
        all.iter().enumerate().filter_map(|(index, loaded)| Some((index, is(loaded)?))).collect()
    };
    let originals = alone(|loaded| loaded.source.as_ref().filter(|_| loaded.pair.target.is_none()));
    let translations =
        alone(|loaded| loaded.target.as_ref().filter(|_| loaded.pair.source.is_none()));
    if originals.is_empty() || translations.is_empty() {
        return Vec::new();
    }
    let by_content = mutual_best(&traits_of(&originals), &traits_of(&translations));
    let namesakes = namesakes(&originals, &translations);
    let candidates: Vec<(usize, usize)> = by_content.into_iter().chain(namesakes).collect();
    let asked = candidates.into_par_iter().filter_map(|(from, to)| {
        let ((original, source), (translation, target)) =
            (*originals.get(from)?, *translations.get(to)?);
        let is_stray = original >= ruled || translation >= ruled;
        let corresponds = guard(|| corresponds(source, target, is_stray));
        Some(Mutual { original, translation, corresponds })
    });
    asked.collect()
}

/// Files of one name in different folders, which no other file has; then those of one slug.
fn namesakes(
    originals: &[(usize, &Document)],
    translations: &[(usize, &Document)],
) -> Vec<(usize, usize)> {
    let of = |called: Called| {
        let there = by_name(translations, called);
        let found = by_name(originals, called).into_iter().filter_map(|(name, original)| {
            let translation = *there.get(&name)?;
            Some((original?, translation?))
        });
        let mut found: Vec<(usize, usize)> = found.collect();
        found.sort_unstable();
        found
    };
    [of(|path| Some(name(path).to_owned())), of(slug)].concat()
}

/// What a file is called by.
type Called = fn(&RepoPath) -> Option<String>;

/// The file of each name; none where several have it.
fn by_name(documents: &[(usize, &Document)], called: Called) -> FxHashMap<String, Option<usize>> {
    let mut found: FxHashMap<String, Option<usize>> = FxHashMap::default();
    for (index, (_, document)) in documents.iter().enumerate() {
        if let Some(name) = called(&document.path) {
            let of_name = found.entry(name);
            of_name.and_modify(|index| *index = None).or_insert(Some(index));
        }
    }
    found
}

fn name(path: &RepoPath) -> &str {
    path.as_str().rsplit('/').next().unwrap_or_default()
}

/// The name of a page without the number of its place, `02-roses.md`, and that of its folder where
/// it stands for it, `roses/README.md`.
fn slug(path: &RepoPath) -> Option<String> {
    let (page, ending) = page(path)?;
    let stem = page.rsplit('/').next().unwrap_or(page);
    let words = stem.trim_start_matches(|c: char| c.is_ascii_digit());
    let words = match words.strip_prefix(['-', '_', '.', ' ']) {
        Some(words) if words.chars().any(char::is_alphanumeric) => words,
        _ => stem,
    };
    Some(format!("{}.{ending}", words.to_lowercase()))
}

/// What a page is called, with its folders: its path without its ending, or the folder that it stands
/// for; and the ending.
pub(super) fn page(path: &RepoPath) -> Option<(&str, &str)> {
    const INDEXES: [&str; 3] = ["readme", "index", "_index"];
    let (stem, ending) = name(path).rsplit_once('.')?;
    let page = match INDEXES.contains(&stem.to_lowercase().as_str()) {
        true => path.folder(),
        false => path.as_str().strip_suffix(ending)?.strip_suffix('.')?,
    };
    (!page.is_empty()).then_some((page, ending))
}

fn are_called_alike(one: &RepoPath, other: &RepoPath) -> bool {
    name(one) == name(other) || slug(one).is_some_and(|slug_of| slug(other) == Some(slug_of))
}

/// The traits of documents; none of one on which we break down, as the alignment will, too.
fn traits_of(documents: &[(usize, &Document)]) -> Vec<Vec<String>> {
    let traits = |(_, document): &(usize, &Document)| guard(|| traits(document));
    documents.par_iter().map(|document| traits(document).unwrap_or_default()).collect()
}

/// Pairs of which each is among those most like the other, the most alike first.
fn mutual_best(originals: &[Vec<String>], translations: &[Vec<String>]) -> Vec<(usize, usize)> {
    let there = best(originals, &Index::of(translations));
    let back = best(translations, &Index::of(originals));
    let mut mutual: Vec<(usize, usize, usize)> = Vec::new();
    for (original, candidates) in there.iter().enumerate() {
        for (rank, &translation) in candidates.iter().enumerate() {
            let answers = back.get(translation).map(Vec::as_slice).unwrap_or_default();
            let answer = answers.iter().position(|other| *other == original);
            mutual.extend(answer.map(|answer| (rank + answer, original, translation)));
        }
    }
    mutual.sort_unstable();
    mutual.into_iter().map(|(_, original, translation)| (original, translation)).collect()
}

/// For each document those of the index that are most like it.
fn best(documents: &[Vec<String>], index: &Index<'_>) -> Vec<Vec<usize>> {
    documents.par_iter().map(|traits| index.best(traits)).collect()
}

/// Documents by their traits.
struct Index<'a> {
    by_trait: FxHashMap<&'a str, Vec<usize>>,
    /// How many traits each has.
    lengths: Vec<usize>,
}

impl<'a> Index<'a> {
    fn of(documents: &'a [Vec<String>]) -> Self {
        let mut by_trait: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
        for (index, traits) in documents.iter().enumerate() {
            traits.iter().for_each(|name| by_trait.entry(name).or_default().push(index));
        }
        by_trait.retain(|_, documents| documents.len() <= RARE);
        Self { by_trait, lengths: documents.iter().map(Vec::len).collect() }
    }

    fn best(&self, traits: &[String]) -> Vec<usize> {
        let mut scores: FxHashMap<usize, f64> = FxHashMap::default();
        for documents in traits.iter().filter_map(|name| self.by_trait.get(name.as_str())) {
            // One more than there are: where there is but one document, a trait tells as well.
            let weight = ((self.lengths.len() + 1) as f64 / documents.len() as f64).ln();
            documents.iter().for_each(|index| *scores.entry(*index).or_default() += weight);
        }
        let fair = |(index, score): (usize, f64)| {
            let length = self.lengths.get(index).copied().unwrap_or(1).max(1);
            (score / (length as f64).sqrt(), index)
        };
        let mut best: Vec<(f64, usize)> = scores.into_iter().map(fair).collect();
        best.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        best.into_iter().take(CANDIDATES).map(|(_, index)| index).collect()
    }
}

/// Whether most of the original is surely in the translation, and the translation is made of it in
/// part at least; of strays most of that, and with enough to tell.
fn corresponds(source: &Document, target: &Document, is_stray: bool) -> bool {
    let is_named_alike = are_called_alike(&source.path, &target.path);
    if (is_stray || !is_named_alike) && source.words().min(target.words()) < FEW_WORDS {
        return false;
    }
    let alignment = align(source, target, &Evidence::default());
    let Sure { source: from, target: to, translated } = sure(&alignment, source, target);
    let is =
        |share: f64, found: usize, of: &Document| found as f64 >= share * of.segments.len() as f64;
    let is_namesake = || {
        let paired = alignment.beads.iter().filter(|bead| bead.is_pair());
        is_named_alike
            && is(ENOUGH_OF_NAMESAKES, from, source)
            && is(MOST, paired.map(|bead| bead.source.len()).sum(), source)
    };
    (is(ENOUGH, from, source) || is_namesake())
        && is(if is_stray { ENOUGH } else { ENOUGH_OF_NAMESAKES }, to, target)
        && (is_named_alike || translated >= FEW_WORDS)
}

/// What is in sure pairs: segments of either side, and words that stand there in another form.
/// What both have letter by letter, names and code and what is not translated, shows no kinship.
#[derive(Debug, Default)]
struct Sure {
    source: usize,
    target: usize,
    translated: usize,
}

fn sure(alignment: &Alignment, source: &Document, target: &Document) -> Sure {
    let mut sure = Sure::default();
    for bead in alignment.beads.iter().filter(|bead| bead.is_pair() && bead.score >= SURE) {
        let (ours, theirs) = (within(source, &bead.source), within(target, &bead.target));
        sure.source += ours.len();
        sure.target += theirs.len();
        let is_copied = ours.iter().map(|it| &it.text).eq(theirs.iter().map(|it| &it.text));
        if !is_copied {
            sure.translated += ours.iter().map(Segment::words).sum::<usize>();
        }
    }
    sure
}

fn within<'a>(document: &'a Document, range: &Range<usize>) -> &'a [Segment] {
    document.segments.get(range.clone()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn traits(words: &[&str]) -> Vec<String> {
        words.iter().map(|word| (*word).to_owned()).collect()
    }

    #[test]
    fn slugs_of_names() {
        for (path, expected) in [
            ("en/02-roses.md", "roses.md"),
            ("ru/11_Roses.md", "roses.md"),
            ("ru/roses/README.md", "roses.md"),
            ("ru/4.md", "4.md"),
            ("ru/2star22.md", "2star22.md"),
            ("ru/06-2star22.md", "2star22.md"),
        ] {
            assert_eq!(slug(&RepoPath::new(path)).as_deref(), Some(expected), "{path}");
        }
        assert_eq!(slug(&RepoPath::new("README.md")), None);
    }

    #[test]
    fn each_finds_the_other_by_what_is_rare() {
        let originals = [traits(&["bank", "house", "letter"]), traits(&["dog", "house", "letter"])];
        let translations = [
            traits(&["dog", "house", "letter", "cat"]),
            traits(&["bank", "house", "letter"]),
            traits(&["house"]),
        ];
        assert_eq!(mutual_best(&originals, &translations)[..2], [(0, 1), (1, 0)]);
        assert_eq!(mutual_best(&originals, &[]), []);
    }
}
