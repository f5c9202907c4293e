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

/// Whether the file of the translation is as good as missing, which is said once: nothing stands in
/// it, nothing but its front matter, or a word that it is yet to be written, while the original has
/// more.
pub(super) fn is_empty(view: &View<'_>) -> bool {
    const FEWEST: usize = 3;
    let (original, translation) = view.pair.direction().roles((view.source, view.target));
    let (Some(original), Some(translation)) = (original, translation) else { return false };
    let is_more = || body(original).nth(FEWEST - 1).is_some();
    let is_nothing = || body(translation).next().is_none();
    let is_placeholder = || {
        is_stub(translation)
            && translation.blocks.iter().filter(|block| is_read(block)).count() <= FEWEST
            && words(body(translation)) * TIMES <= words(body(original))
    };
    (is_nothing() || is_placeholder()) && is_more() && wants_translation(view)
}

/// A page that has so many times the words of another is no stub beside it.
const TIMES: usize = 4;

/// The segments behind the front matter.
fn body(document: &Document) -> impl Iterator<Item = &Segment> {
    let is_settings = |block: &Block| block.kind == BlockKind::FrontMatter;
    let segments = document.segments.iter();
    segments.filter(move |segment| !document.blocks.get(segment.block).is_some_and(is_settings))
}

fn words<'a>(segments: impl Iterator<Item = &'a Segment>) -> usize {
    segments.map(Segment::words).sum()
}

fn is_read(block: &Block) -> bool {
    !block.segments.is_empty()
}

/// Whether a page has titles and nothing to read: one of a menu, one that is yet to be written. A
/// description is read.
fn has_titles_alone(document: &Document) -> bool {
    let is_title =
        |block: &Block| matches!(block.kind, BlockKind::FrontMatter | BlockKind::Heading(_));
    let mut read = document.blocks.iter().filter(|block| is_read(block));
    !document.keyed && !is_described(document) && read.all(is_title)
}

/// Whether its front matter describes a page for its readers.
fn is_described(document: &Document) -> bool {
    head::value(&document.text, &["description", "summary", "excerpt"]).is_some()
}

/// Whether a page has titles alone and not so many that they tell a story, or says no more than that
/// it is yet to be written.
fn is_stub(document: &Document) -> bool {
    let is_unwritten = has_titles_alone(document) || is_yet_to_be_written(document);
    is_unwritten && words(body(document)) <= MOST_IN_TITLES
}

/// Words in the titles of a page that has nothing else, at most.
const MOST_IN_TITLES: usize = 40;

/// Whether the text of a page, apart from its titles, is one short sentence that says so.
fn is_yet_to_be_written(document: &Document) -> bool {
    const LONGEST: usize = 12;
    let is_title = |segment: &&Segment| {
        let block = document.blocks.get(segment.block);
        block.is_some_and(|block| matches!(block.kind, BlockKind::Heading(_)))
    };
    let mut said = body(document).filter(|segment| !is_title(segment));
    let (Some(first), None) = (said.next(), said.next()) else { return false };
    if document.keyed || first.words() > LONGEST {
        return false;
    }
    let text = first.text.to_lowercase();
    let text = text.trim_matches(|c: char| !c.is_alphanumeric());
    UNWRITTEN.contains(&text) || LATER.iter().any(|beginning| text.starts_with(beginning))
}

/// All that a page says that is yet to be written or translated.
const UNWRITTEN: [&str; 10] = [
    "todo",
    "tbd",
    "wip",
    "скоро",
    "coming soon",
    "в разработке",
    "under construction",
    "work in progress",
    "not implemented",
    "not translated",
];

/// How it begins to say so.
const LATER: [&str; 20] = [
    "здесь будет",
    "тут будет",
    "скоро здесь",
    "скоро тут",
    "страница в разработке",
    "раздел в разработке",
    "страница находится в разработке",
    "раздел находится в разработке",
    "ещё не перев",
    "еще не перев",
    "пока не перев",
    "перевод в процессе",
    "перевод скоро",
    "coming soon",
    "not translated yet",
    "not yet translated",
    "this page is not translated",
    "this page is not yet",
    "this page is under construction",
    "translation coming soon",
];

/// Whether a page says that readers are led elsewhere, are not shown it, or have it in one language.
fn is_set_aside(document: &Document) -> bool {
    const UNSHOWN: [(&str, &str); 7] = [
        ("hidden", "true"),
        ("draft", "true"),
        ("published", "false"),
        ("publish-status", "unpublished"),
        ("robotsNoIndex", "true"),
        ("noindex", "true"),
        // The page has no counterpart to switch to.
        ("hideLangSwitch", "true"),
    ];
    let says = |&(key, value): &(&str, &str)| head::value(&document.text, &[key]) == Some(value);
    let robots = head::value(&document.text, &["robots"]);
    head::leads_on(&document.text)
        || head::value(&document.text, &["redirect"]).is_some()
        || robots.is_some_and(|robots| robots.contains("noindex"))
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
    let words = document.map_or(0, Document::words);
    let message =
        Message::new(UNTRANSLATED.code.as_str()).with("path", path.as_str()).with("words", words);
    let sides = [view.source, view.target];
    let level = match () {
        () if sides.into_iter().flatten().any(is_set_aside) => Severity::Info,
        () if document.is_some_and(notices::is_for_own_readers) => Severity::Info,
        () if document.is_some_and(is_stub) => Severity::Info,
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
    fn titles_alone_are_no_text() {
        for (text, expected) in [
            ("---\ntitle: Вкладка\n---\n\n# Вкладка\n", true),
            ("# Парник\n\n```mdx-code-block\n<NotImplemented />\n```\n\n## Как поливать\n", true),
            ("---\ntitle: Вкладка\n---\n\nЗдесь будет интересно…\n", true),
            ("# Парник\n\nСкоро!\n", true),
            ("# Парник\n\nTODO\n", true),
            ("# Вкладка\n\nЗдесь меняют настройки.\n", false),
            ("# Парник\n\nСкоро весна.\n", false),
            ("# Парник\n\nЗдесь будет интересно…\n\nПолив утром.\n", false),
            ("---\ntitle: Карта\ndescription: Где и когда задерживали людей\n---\n", false),
        ] {
            assert_eq!(is_stub(&document(text)), expected, "{text}");
        }
    }

    #[test]
    fn pages_that_lead_elsewhere_are_set_aside() {
        assert!(is_set_aside(&document("---\nredirect_to: /ru/a/\n---\n")));
        assert!(is_set_aside(&document("---\ntitle: Вкладка\ndraft: true\n---\n")));
        assert!(is_set_aside(&document("---\nrobots: noindex, follow\n---\n\nТекст.\n")));
        assert!(is_set_aside(&document("---\nhideLangSwitch: true\n---\n\nТекст.\n")));
        assert!(!is_set_aside(&document("---\nhideLangSwitch: false\n---\n\nТекст.\n")));
        assert!(!is_set_aside(&document("---\nredirect_from: /ru/a/\n---\n\nТекст.\n")));
        assert!(!is_set_aside(&document("---\ntitle: Вкладка\n---\n\nredirect: нет\n")));
    }
}
