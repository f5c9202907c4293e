//! Documents without a counterpart.

use super::{Check, Findings, Rule, Scope, View, findings::Draft, notices};
use crate::{
    formats::{self, head},
    model::{
        Around, Block, BlockKind, Document, Message, Place, Position, RepoPath, Segment, Severity,
        Span,
    },
    states,
};

const UNTRANSLATED: Rule = Rule::error("document-untranslated").unfinished();
const ORPHAN: Rule = Rule::warn("document-orphan");

/// Reports an original that has no translation, and a translation that has no original.
pub(super) const CHECK: Check = Check { rules: &[UNTRANSLATED, ORPHAN], run: Scope::Files(run) };

fn run(view: &View<'_>, findings: &mut Findings<'_>) {
    let direction = view.pair.direction();
    match direction.roles((&view.pair.source, &view.pair.target)) {
        (Some(path), None) if wants_translation(view) => findings.push(untranslated(view, path)),
        (Some(path), Some(_)) if is_empty(view) => findings.push(untranslated(view, path)),
        (None, Some(path)) if !formats::is_unread(path) => findings.push(orphan(view, path)),
        _ => {}
    }
}

/// Whether nothing stands in the file of the translation, or nothing but its front matter, while the
/// original has more: it is as good as missing, which is said once.
pub(super) fn is_empty(view: &View<'_>) -> bool {
    const FEWEST: usize = 3;
    let (original, translation) = view.pair.direction().roles((view.source, view.target));
    let (Some(original), Some(translation)) = (original, translation) else { return false };
    body(translation).next().is_none()
        && body(original).nth(FEWEST - 1).is_some()
        && wants_translation(view)
}

/// The segments behind the front matter.
fn body(document: &Document) -> impl Iterator<Item = &Segment> {
    let is_settings = |block: &Block| block.kind == BlockKind::FrontMatter;
    let segments = document.segments.iter();
    segments.filter(move |segment| !document.blocks.get(segment.block).is_some_and(is_settings))
}

/// Whether a page has its title and nothing to read: one of a menu, one that is yet to be written.
fn has_title_alone(document: &Document) -> bool {
    let is_title =
        |block: &Block| matches!(block.kind, BlockKind::FrontMatter | BlockKind::Heading(_));
    let mut read = document.blocks.iter().filter(|block| !block.segments.is_empty());
    let words: usize = document.segments.iter().map(|segment| segment.words()).sum();
    !document.keyed && words <= LONGEST_TITLE && read.all(is_title)
}

/// Words of a page that has a title alone, at most: more are a description, which is read.
const LONGEST_TITLE: usize = 12;

/// Whether a page says that readers are led elsewhere, or are not shown it.
fn is_set_aside(document: &Document) -> bool {
    const UNSHOWN: [(&str, &str); 4] = [
        ("hidden", "true"),
        ("draft", "true"),
        ("published", "false"),
        ("publish-status", "unpublished"),
    ];
    let says = |&(key, value): &(&str, &str)| head::value(&document.text, &[key]) == Some(value);
    head::leads_on(&document.text)
        || head::value(&document.text, &["redirect"]).is_some()
        || UNSHOWN.iter().any(says)
}

fn original<'a>(view: &View<'a>) -> Option<&'a Document> {
    view.pair.direction().roles((view.source, view.target)).0
}

/// Not a file of numbers, code or names only, which reads the same in every language.
fn wants_translation(view: &View<'_>) -> bool {
    original(view).is_some_and(|document| {
        let mut segments = document.segments.iter();
        segments.any(|segment| states::is_translatable(segment, document.language))
    })
}

fn untranslated(view: &View<'_>, path: &RepoPath) -> Draft {
    let document = original(view);
    let words: usize =
        document.map_or(0, |document| document.segments.iter().map(|s| s.words()).sum());
    let message =
        Message::new(UNTRANSLATED.code.as_str()).with("path", path.as_str()).with("words", words);
    let sides = [view.source, view.target];
    let level = match () {
        () if sides.into_iter().flatten().any(is_set_aside) => Severity::Info,
        () if document.is_some_and(notices::is_for_own_readers) => Severity::Info,
        () if document.is_some_and(has_title_alone) => Severity::Warn,
        () => Severity::Error,
    };
    // The rules name the place of an English translation alone.
    let translation = view.pair.direction().roles((&view.pair.source, &view.pair.target)).1;
    let missing = view.pair.expected_target.as_ref().filter(|_| view.pair.target.is_none());
    let expected = translation.as_ref().or(missing);
    Draft::new(UNTRANSLATED.code, message)
        .between(view.pair.direction(), Some(whole(document, path)), expected.map(nowhere))
        .noting("words", words)
        .at_most(level)
}

fn orphan(view: &View<'_>, path: &RepoPath) -> Draft {
    let message = Message::new(ORPHAN.code.as_str()).with("path", path.as_str());
    let direction = view.pair.direction();
    let document = direction.roles((view.source, view.target)).1;
    // Where history says that this side leads, it is an original that nobody translated yet.
    let is_needless =
        view.leading != direction || document.is_some_and(notices::is_for_own_readers);
    let level = if is_needless { Severity::Info } else { Severity::Error };
    Draft::new(ORPHAN.code, message)
        .between(direction, None, Some(whole(document, path)))
        .at_most(level)
}

/// The top of a document: its first block, so that a report has something to show.
pub(super) fn whole(document: Option<&Document>, path: &RepoPath) -> Place {
    let first = document.and_then(|document| Some((document, document.segments.first()?)));
    first.map_or_else(|| nowhere(path), |(document, segment)| document.place(segment.span))
}

/// The very top of a file that has nothing to show.
pub(super) fn nowhere(path: &RepoPath) -> Place {
    let top = Position { line: 1, column: 1 };
    let (span, text, around) = (Span::at(0), String::new(), Around::default());
    Place { path: path.clone(), span, start: top, end: top, text, inside: None, around }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        formats::{Options, parse},
        model::Language,
    };

    fn document(text: &str) -> Document {
        parse(RepoPath::new("a.md"), Language::Russian, text.to_owned(), &Options::default())
    }

    #[test]
    fn a_title_alone_is_no_text() {
        assert!(has_title_alone(&document("---\ntitle: Вкладка\n---\n\n# Вкладка\n")));
        assert!(!has_title_alone(&document("# Вкладка\n\nЗдесь меняют настройки.\n")));
        let described = "---\ntitle: Карта\ndescription: Где и когда задерживали людей на улицах \
                         города за весь этот год и за год до него\n---\n";
        assert!(!has_title_alone(&document(described)));
    }

    #[test]
    fn pages_that_lead_elsewhere_are_set_aside() {
        assert!(is_set_aside(&document("---\nredirect_to: /ru/a/\n---\n")));
        assert!(is_set_aside(&document("---\ntitle: Вкладка\ndraft: true\n---\n")));
        assert!(!is_set_aside(&document("---\nredirect_from: /ru/a/\n---\n\nТекст.\n")));
        assert!(!is_set_aside(&document("---\ntitle: Вкладка\n---\n\nredirect: нет\n")));
    }
}
