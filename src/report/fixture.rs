//! A small project as analysis would describe it, for the tests of all reports.

use serde_json::Map;

use crate::{
    formats::{self, Options, Unit},
    model::{
        Alignment, Bead, Code, Direction, Document, DocumentPair, DocumentReport, Evidence,
        Finding, Fingerprint, Language, Message, Place, RepoPath, Severity, Span, State,
        TranslationUnit,
    },
};

const SOURCE: &str = "Она пришла в восемь часов вечера.\nСнег уже сошёл.\nМобилизация началась.\n";
const TARGET: &str =
    "She came at seven in the evening.\nThe draft began.\nNobody wrote this \u{1b}[31mline.\n";

/// Three documents: one with something of every kind, one complete, one not yet translated.
pub(super) fn reports() -> Vec<DocumentReport> {
    vec![mixed(), complete(), untranslated()]
}

/// An alignment with a pair, an omission and an addition.
pub(super) fn alignment() -> (Document, Document, Alignment) {
    let (source, target) = documents("a.md", SOURCE, TARGET);
    let beads = BEADS.map(|(source, target, _)| bead(source, target)).to_vec();
    (source, target, Alignment { beads })
}

type Indices = (usize, usize);

const BEADS: [(Indices, Indices, State); 4] = [
    ((0, 1), (0, 1), State::Stale),
    ((1, 2), (1, 1), State::Untranslated),
    ((2, 3), (1, 2), State::Unconfirmed),
    ((3, 3), (2, 3), State::Extra),
];

fn bead(source: Indices, target: Indices) -> Bead {
    Bead { source: source.0..source.1, target: target.0..target.1, score: 0.9 }
}

fn documents(name: &str, source: &str, target: &str) -> (Document, Document) {
    let options = Options { unit: Unit::Line, ..Options::default() };
    let parse = |folder: &str, language, text: &str| {
        let path = RepoPath::new(format!("{folder}/{name}"));
        formats::parse(path, language, text.to_owned(), &options)
    };
    (
        parse("source-ru", Language::Russian, source),
        parse("translations", Language::English, target),
    )
}

fn pair(name: &str) -> DocumentPair {
    DocumentPair {
        source: Some(RepoPath::new(format!("source-ru/{name}"))),
        target: Some(RepoPath::new(format!("translations/{name}"))),
        expected_target: Some(RepoPath::new(format!("translations/{name}"))),
        shared: name.to_owned(),
        renamed: false,
        direction: None,
    }
}

fn unit(source: Indices, target: Indices, state: State) -> TranslationUnit {
    TranslationUnit { bead: bead(source, target), state, evidence: Evidence::default() }
}

fn mixed() -> DocumentReport {
    let name = "essays/очень длинное имя документа со словами.md";
    let (source, target) = documents(name, SOURCE, TARGET);
    let line =
        |document: &Document, index: usize| Some(document.place(document.segments[index].span));
    let within = |document: &Document, words: &str| {
        let start = document.text.find(words).unwrap_or_default();
        Some(document.place(Span::new(start, start + words.len())))
    };
    let gap = target.place(Span::at(target.segments[1].span.start));
    let stale = Finding {
        was: Some("Она пришла в семь часов вечера.".to_owned()),
        ..finding("stale", Severity::Error, "stale", line(&source, 0), line(&target, 0))
    };
    let findings = vec![
        stale,
        finding(
            "untranslated",
            Severity::Error,
            "untranslated-sentence",
            line(&source, 1),
            Some(gap),
        ),
        finding(
            "term-forbidden",
            Severity::Warn,
            "untranslated-sentence",
            within(&source, "Мобилизация"),
            within(&target, "draft"),
        ),
        finding("extra", Severity::Warn, "extra", None, line(&target, 2)),
        finding("orphan", Severity::Info, "orphan", None, line(&target, 2)),
    ];
    let units = BEADS.map(|(source, target, state)| unit(source, target, state)).to_vec();
    let segments = TranslationUnit::count_originals(&units, Direction::RuEn);
    let (pair, source, target) = (pair(name), Some(source), Some(target));
    DocumentReport { pair, source, target, units, segments, findings, shelved: None }
}

fn complete() -> DocumentReport {
    let name = "letters/01.md";
    let (source, target) = documents(name, "Мы вернулись домой.\n", "We came home.\n");
    let units = vec![unit((0, 1), (0, 1), State::Confirmed)];
    let (source, target) = (Some(source), Some(target));
    let pair = pair(name);
    DocumentReport { pair, source, target, units, segments: 1, findings: Vec::new(), shelved: None }
}

fn untranslated() -> DocumentReport {
    let name = "letters/02.md";
    let (source, target) = documents(name, "Пора домой.\n", "");
    let top = target.place(Span::at(0));
    let message = Message::new("document-untranslated")
        .with("path", source.path.as_str())
        .with("words", 2_usize);
    let place = Some(source.place(source.segments[0].span));
    let code = "document-untranslated";
    let findings = vec![Finding {
        message,
        ..finding(code, Severity::Error, "document-untranslated", place, Some(top))
    }];
    let pair = DocumentPair { target: None, ..pair(name) };
    let units = vec![unit((0, 1), (0, 0), State::Untranslated)];
    DocumentReport {
        pair,
        source: Some(source),
        target: None,
        units,
        segments: 1,
        findings,
        shelved: None,
    }
}

fn finding(
    code: &'static str,
    severity: Severity,
    message: &'static str,
    source: Option<Place>,
    target: Option<Place>,
) -> Finding {
    Finding {
        code: Code::new(code),
        severity,
        message: Message { id: message.into(), arguments: Vec::new() },
        source,
        target,
        was: None,
        direction: Direction::RuEn,
        data: Map::new(),
        fingerprint: Fingerprint::of([code]),
        fix: None,
    }
}
