//! Short sentences that the translation lost: those beside them do not carry them along.

use super::letter;
use crate::{
    align::{Evidence, align},
    formats::{Options, parse},
    model::{Document, Language, RepoPath},
};

/// A sentence of no more words is short.
const WORDS: usize = 5;

/// So many of a hundred must be seen.
const SEEN: usize = 85;

#[test]
fn short_sentences_that_were_lost_are_seen() {
    let (mut seen, mut all) = (0, 0);
    for name in ["02-moskva.md", "05-sibir.md"] {
        let (source, target) = letter(name);
        let clean = align(&source, &target, &Evidence::default());
        let alone =
            clean.beads.iter().filter(|bead| bead.source.len() == 1 && bead.target.len() == 1);
        for bead in alone {
            let text = &source.segments[bead.source.start].text;
            if text.split_whitespace().count() > WORDS {
                continue;
            }
            let cut = without(&target, bead.target.start);
            let found = align(&source, &cut, &Evidence::default());
            let is_lost = |lost: &crate::model::Bead| {
                lost.is_omission() && lost.source.contains(&bead.source.start)
            };
            all += 1;
            seen += usize::from(found.beads.iter().any(is_lost));
        }
    }
    assert!(100 * seen >= SEEN * all, "{seen} of {all}");
}

/// A pair beside a lost sentence takes it in only where that sentence is asked about, never because
/// the pair is.
#[test]
fn a_lost_sentence_is_not_taken_in_for_the_sake_of_the_pair_beside_it() {
    let (source, target) = letter("08-dalny-vostok.md");
    let clean = align(&source, &target, &Evidence::default());
    let beginning = "Когда всё началось, жена сказала";
    let lost = source.segments.iter().position(|segment| segment.text.starts_with(beginning));
    let lost = lost.unwrap();
    let bead = clean.beads.iter().find(|bead| bead.source.contains(&lost)).unwrap();
    let found = align(&source, &without(&target, bead.target.start), &Evidence::default());
    assert!(found.beads.iter().any(|bead| bead.is_omission() && bead.source.contains(&lost)));
}

/// A document without one of its segments.
fn without(document: &Document, segment: usize) -> Document {
    let span = document.segments[segment].span;
    let (before, after) = (&document.text[..span.start], &document.text[span.end..]);
    let text = format!("{before}{}", after.strip_prefix(' ').unwrap_or(after));
    parse(RepoPath::new("a.md"), Language::English, text, &Options::default())
}
