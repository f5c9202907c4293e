//! What several tests do with documents of any format.

use sverka::{
    align::{Evidence, align},
    checks::{self, Findings, Levels, Pages, View},
    formats::{is_package, usual_extensions},
    glossary::Glossary,
    model::{Direction, Document, DocumentPair, Finding, RepoPath, Words},
    states,
    text::settled::Settled,
};

/// The usual extension of each format whose files are text.
pub(crate) fn text_extensions() -> impl Iterator<Item = &'static str> {
    usual_extensions().filter(|ending| !is_package(&RepoPath::new(format!("a.{ending}"))))
}

/// All that is done with a document pair between reading it and reporting on it.
pub(crate) fn judged(source: &Document, target: &Document, glossary: &Glossary) -> Vec<Finding> {
    let alignment = align(source, target, &Evidence::default());
    let units = states::from_texts(alignment, (source, target), Direction::RuEn);
    let pair = DocumentPair {
        source: Some(source.path.clone()),
        target: Some(target.path.clone()),
        expected_target: None,
        shared: String::new(),
        renamed: false,
        direction: None,
    };
    let levels = Levels::defaults();
    let mut findings = Findings::new(&levels);
    let view = View {
        settled: &Settled::default(),
        notes: &[],
        pair: &pair,
        source: Some(source),
        target: Some(target),
        units: &units,
        stale_passages: &[],
        words: Words::of((Some(source), Some(target)), &units, Direction::RuEn),
        minimum: None,
        required: None,
        glossary,
        pages: &Pages::default(),
        unreadable: &[],
        leading: Direction::RuEn,
    };
    let broken = checks::run(&view, &mut findings);
    assert_eq!(broken, []);
    findings.into_sorted()
}
