//! Pieces that differ, or are not there, and are right all the same.

use std::collections::HashSet;

use super::pieces::{Home, Piece};
use crate::{
    align::{is_common_english, likeness},
    checks::pairs::Pairs,
    model::{BlockKind, Document, RepoPath, Verbatim, VerbatimKind},
    text::{normalize::is_cyrillic, words::words},
};

/// Whether two references lead to one note under another label: its text in the translation has
/// that label.
pub(super) fn is_same_note(pairs: &Pairs<'_>, was: &Piece<'_>, is: &Piece<'_>) -> bool {
    if was.verbatim.kind != VerbatimKind::FootnoteReference {
        return false;
    }
    let has_label = |document: &Document, block: usize, label: &str| {
        let block = &document.blocks[block];
        block.kind == BlockKind::Footnote && block.label.as_deref() == Some(label)
    };
    pairs.all.iter().any(|pair| {
        has_label(pairs.source, pair.source.block(), &was.verbatim.text)
            && has_label(pairs.target, pair.target.block(), &is.verbatim.text)
    })
}

/// Whether two template tags name one file by paths from different folders.
pub(super) fn is_same_file(pairs: &Pairs<'_>, was: &Piece<'_>, is: &Piece<'_>) -> bool {
    if was.verbatim.kind != VerbatimKind::Template {
        return false;
    }
    let (old, new) = (was.verbatim.text.as_str(), is.verbatim.text.as_str());
    let files = |text: &str, path: &RepoPath| -> Vec<String> {
        quoted(text).map(|quoted| resolved(quoted, path)).collect()
    };
    let bare = |text: &str| quoted(text).fold(text.to_owned(), |text, part| text.replace(part, ""));
    files(old, &pairs.source.path) == files(new, &pairs.target.path) && bare(old) == bare(new)
}

/// Whether two paths in code differ in nothing but the folder of a language, which English may have
/// where Russian has none: `docs/a` and `docs/en/a`.
pub(super) fn is_same_path(was: &Piece<'_>, is: &Piece<'_>) -> bool {
    let parts = |piece: &Piece<'_>| -> Option<Vec<String>> {
        let text = piece.verbatim.text.as_str();
        let is_path = text.contains('/') && !text.contains(char::is_whitespace);
        let is_language = |part: &&str| matches!(*part, "ru" | "en");
        // A folder may be written with a slash at its end or without.
        let text = text.strip_suffix('/').unwrap_or(text);
        let parts = text.split('/').filter(|part| !is_language(part)).map(str::to_owned);
        (is_path && piece.verbatim.kind == VerbatimKind::Code).then(|| parts.collect())
    };
    parts(was).is_some_and(|was| parts(is) == Some(was))
}

/// Whether code names one variable of the environment, by its name or by what it holds: `PATH` and
/// `$PATH`.
pub(super) fn is_same_variable(was: &Piece<'_>, is: &Piece<'_>) -> bool {
    let name = |piece: &'_ Piece<'_>| -> Option<String> {
        let name = piece.verbatim.text.trim_start_matches('$').trim_matches(['{', '}']);
        let is_name = !name.is_empty()
            && name.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_');
        (is_name && piece.verbatim.kind == VerbatimKind::Code).then(|| name.to_owned())
    };
    name(was).is_some_and(|was| name(is) == Some(was))
}

/// Whether two sums in code differ in nothing but the marks in their numbers, which each language
/// has its own of: `4,8 × 100 000` and `4.8 × 100,000`.
pub(super) fn is_same_sum(was: &Piece<'_>, is: &Piece<'_>) -> bool {
    // A range is written with dots of its own.
    let is_sum = |text: &str| !text.contains(char::is_alphabetic) && !text.contains("..");
    let bare = |text: &str| text.replace(|c: char| c.is_whitespace() || matches!(c, ',' | '.'), "");
    let (was, is) = (&was.verbatim, &is.verbatim);
    was.kind == VerbatimKind::Code
        && is_sum(&was.text)
        && is_sum(&is.text)
        && bare(&was.text) == bare(&is.text)
}

/// Whether an import of named parts brings nothing that the translation uses and does not import.
pub(super) fn is_import_enough(pairs: &Pairs<'_>, was: &Piece<'_>) -> bool {
    let Some(names) = imported(was) else { return false };
    let target = &pairs.target.text;
    let is_imported = |name: &str| {
        target.lines().any(|line| line.trim_start().starts_with("import") && line.contains(name))
    };
    names
        .split(',')
        .map(str::trim)
        .all(|name| name.is_empty() || !target.contains(&format!("<{name}")) || is_imported(name))
}

/// The names between the braces of an import: `import { Tabs, Note } from 'x';`.
fn imported<'p>(piece: &'p Piece<'_>) -> Option<&'p str> {
    let text = piece.verbatim.text.trim_start().strip_prefix("import")?;
    let (names, _) = text.trim_start().strip_prefix('{')?.split_once('}')?;
    (piece.verbatim.kind == VerbatimKind::Template).then_some(names)
}

/// Whether two links to different sites say by their words that they lead to two things of different
/// names: `[Telegram](…)` and `[Discord](…)`.
pub(super) fn is_of_other_name(pairs: &Pairs<'_>, was: &Piece<'_>, is: &Piece<'_>) -> bool {
    let (one, other) = (&was.verbatim, &is.verbatim);
    if one.kind != VerbatimKind::Link || !was.leads_out() || !is.leads_out() {
        return false;
    }
    let (Some(one), Some(other)) = (shown(pairs.source, one), shown(pairs.target, other)) else {
        return false;
    };
    let is_name = |text: &str| {
        text.starts_with(|c: char| c.is_ascii_uppercase()) && !text.contains(is_cyrillic)
    };
    let has = |name: &str| other.split_whitespace().any(|word| word.eq_ignore_ascii_case(name));
    is_name(one) && is_name(other) && !one.split_whitespace().any(has)
}

/// The words of a link of Markdown.
fn shown<'a>(document: &'a Document, link: &Verbatim) -> Option<&'a str> {
    let (words, _) = link.span.of(&document.text).strip_prefix('[')?.split_once("](")?;
    Some(words)
}

/// The parts of a text in quotation marks.
pub(super) fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split(['"', '\'']).skip(1).step_by(2)
}

/// A path from the root where it is one from the folder of the file at `from`.
fn resolved(path: &str, from: &RepoPath) -> String {
    if !path.starts_with('.') {
        return path.trim_start_matches('/').to_owned();
    }
    let mut parts: Vec<&str> = from.folder().split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// Whether a closing tag goes with an opening one among `others`, which says as much.
pub(super) fn is_closed_with(piece: &Piece<'_>, others: &[&Piece<'_>]) -> bool {
    let Some(name) = closed(piece) else { return false };
    let at = others.partition_point(|other| other.verbatim.span < piece.verbatim.span);
    let before = others.get(..at).unwrap_or_default().iter().rev();
    let mut before = before.take_while(|other| is_near(other, piece));
    before.any(|other| opened(other) == Some(name))
}

fn is_near(one: &Piece<'_>, other: &Piece<'_>) -> bool {
    match (one.home, other.home) {
        (Home::Pair { pair: one, .. }, Home::Pair { pair: other, .. }) => one.abs_diff(other) <= 1,
        (one, other) => one == other,
    }
}

fn closed<'p>(piece: &'p Piece<'_>) -> Option<&'p str> {
    let tag = piece.verbatim.text.strip_prefix("</")?;
    (piece.verbatim.kind == VerbatimKind::Html).then(|| name(tag))
}

fn opened<'p>(piece: &'p Piece<'_>) -> Option<&'p str> {
    let tag = piece.verbatim.text.strip_prefix('<')?;
    (piece.verbatim.kind == VerbatimKind::Html).then(|| name(tag))
}

/// The name that a tag begins with, behind its first mark.
pub(super) fn name(tag: &str) -> &str {
    tag.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default()
}

/// Whether a piece that is lost stands in the translation as plain text: code with spaces or
/// hyphens between its words, the reference to a note that is missing. A Russian word in code is
/// translated like any other.
pub(super) fn is_told(pairs: &Pairs<'_>, piece: &Piece<'_>) -> bool {
    if is_import_enough(pairs, piece) {
        return true;
    }
    if piece.verbatim.kind == VerbatimKind::Code
        && is_in_another(pairs.target, &piece.verbatim.text)
    {
        return true;
    }
    let Home::Pair { pair, .. } = piece.home else { return is_written_out(pairs.target, piece) };
    let (text, target) = (&piece.verbatim.text, &pairs.all[pair].target.text);
    let joined =
        |text: &str| text.replace(|c: char| c == '-' || c.is_whitespace(), "").to_lowercase();
    let letters = |of: fn(char) -> bool| text.chars().filter(|&c| of(c)).count();
    let is_russian = letters(is_cyrillic) > letters(|c| c.is_alphanumeric() && !is_cyrillic(c));
    match piece.verbatim.kind {
        VerbatimKind::Code if !text.contains(char::is_alphanumeric) => true,
        VerbatimKind::Code => is_russian || joined(target).contains(&joined(text)),
        VerbatimKind::FootnoteReference => {
            target.contains(&format!("[^{text}]")) || !is_note_paired(pairs, text)
        }
        VerbatimKind::Template if pairs.all[pair].target.is_form_of_one() => true,
        // In code it is no tag and no placeholder, and stands there all the same.
        VerbatimKind::Html | VerbatimKind::Template => target.contains(text.as_str()),
        // `https://` alone leads nowhere.
        VerbatimKind::Link => text.ends_with("://"),
        VerbatimKind::Image => false,
    }
}

/// Whether code that names one thing is joined with others that the original names beside it:
/// `msgid` and `msgstr` as `msgid/msgstr`.
pub(super) fn is_joined(pairs: &Pairs<'_>, was: &Piece<'_>, is: &Piece<'_>) -> bool {
    let (old, new) = (was.verbatim.text.as_str(), is.verbatim.text.as_str());
    let named = |part: &str| {
        let mut all = pairs.source.verbatims.iter();
        all.any(|other| other.kind == VerbatimKind::Code && other.text == part)
    };
    let parts: Vec<&str> = new.split('/').collect();
    was.verbatim.kind == VerbatimKind::Code
        && parts.len() > 1
        && parts.contains(&old)
        && parts.iter().all(|part| named(part))
}

/// Whether a link leads to a heading of its own page by its Russian name: an entry of a table of
/// contents, which a translation may make otherwise.
pub(super) fn is_entry(piece: &Piece<'_>) -> bool {
    let anchor = piece.verbatim.text.strip_prefix('#');
    piece.verbatim.kind == VerbatimKind::Link
        && anchor.is_some_and(|anchor| anchor.contains(is_cyrillic) || anchor.contains("%D0"))
}

/// Whether code stands for all names that begin so, `POST_*`, and the translation writes some out.
pub(super) fn is_covered(pairs: &Pairs<'_>, was: &Piece<'_>) -> bool {
    let Some(beginning) = was.verbatim.text.strip_suffix('*') else { return false };
    let mut all = pairs.target.verbatims.iter();
    was.verbatim.kind == VerbatimKind::Code
        && beginning.len() >= SHORTEST_BEGINNING
        && beginning.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '-'))
        && all.any(|other| other.text.len() > beginning.len() && other.text.starts_with(beginning))
}

/// Characters of a beginning that tells one group of names from others.
const SHORTEST_BEGINNING: usize = 4;

/// Whether two links lead to a file that has a name in each language, beside one another: the words
/// of the one sound like words of the original, and the other has none of them.
pub(super) fn is_file_of_language(pairs: &Pairs<'_>, was: &Piece<'_>, is: &Piece<'_>) -> bool {
    const FILES: [&str; 9] = ["pdf", "doc", "docx", "odt", "epub", "zip", "png", "jpg", "svg"];
    let named = |piece: &Piece<'_>| -> Option<(String, String, String)> {
        let (folder, file) = piece.verbatim.text.rsplit_once('/')?;
        let (name, ending) = file.rsplit_once('.')?;
        let is_file = FILES.contains(&ending.to_lowercase().as_str());
        is_file.then(|| (folder.to_owned(), name.to_lowercase(), ending.to_lowercase()))
    };
    let (Some(was), Some(is)) = (named(was), named(is)) else { return false };
    if (&was.0, &was.2) != (&is.0, &is.2) {
        return false;
    }
    let russian = longer_words(pairs.source);
    sounds_russian(&was.1, &russian) && !sounds_russian(&is.1, &russian)
}

/// Letters of a word, at least, that is listened to.
const AUDIBLE: usize = 4;

/// The longer Russian words of a text.
fn longer_words(document: &Document) -> HashSet<&str> {
    words(&document.text)
        .map(|word| word.text)
        .filter(|word| word.chars().count() >= AUDIBLE && word.contains(is_cyrillic))
        .collect()
}

/// Whether each longer word of a name in Latin letters sounds like one of some Russian words, and is
/// no word of English.
fn sounds_russian(name: &str, russian: &HashSet<&str>) -> bool {
    const ALIKE: f64 = 0.8;
    let parts = name.split(|c: char| !c.is_alphabetic());
    let longer: Vec<&str> = parts.filter(|part| part.len() >= AUDIBLE).collect();
    let sounds = |part: &&str| {
        !is_common_english(part) && russian.iter().any(|word| likeness(word, part) >= ALIKE)
    };
    !longer.is_empty() && longer.iter().all(sounds)
}

/// Whether two blocks of code hold the same lines, cut into blocks otherwise: all lines of the one
/// stand together in the other, and what the other has beyond them stands in a block of its own.
pub(super) fn is_cut_otherwise(pairs: &Pairs<'_>, was: &Piece<'_>, is: &Piece<'_>) -> bool {
    let (was, is) = (lines_of_block(&was.verbatim.text), lines_of_block(&is.verbatim.text));
    let (Some(was), Some(is)) = (was, is) else { return false };
    let is_whole = |long: &[&str], short: &[&str], other: &Document| {
        let Some(at) = place_of(long, short) else { return false };
        let blocks: Vec<Vec<&str>> = blocks_of(other).collect();
        let rest = [&long[..at], &long[at + short.len()..]];
        rest.iter().all(|rest| blocks.iter().any(|block| holds(block, rest)))
    };
    (was.len() < is.len() && is_whole(&is, &was, pairs.source))
        || (is.len() < was.len() && is_whole(&was, &is, pairs.target))
}

/// Whether the lines of a block that is lost stand together in another block of the translation,
/// or its code in an element of HTML.
fn is_in_another(target: &Document, text: &str) -> bool {
    match lines_of_block(text) {
        Some(lines) => blocks_of(target).any(|block| holds(&block, &lines)),
        None => target.text.contains(&format!("<code>{text}</code>")),
    }
}

/// The lines of a fenced block without those that are empty; none of what is no block.
fn lines_of_block(text: &str) -> Option<Vec<&str>> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !is_fence(line));
    is_fence(text).then(|| lines.collect())
}

pub(super) fn is_fence(line: &str) -> bool {
    line.starts_with("```") || line.starts_with("~~~")
}

fn blocks_of(document: &Document) -> impl Iterator<Item = Vec<&str>> {
    let code = document.verbatims.iter().filter(|verbatim| verbatim.kind == VerbatimKind::Code);
    code.filter_map(|verbatim| lines_of_block(&verbatim.text))
}

/// Where the lines `short` stand together in `long`.
fn place_of(long: &[&str], short: &[&str]) -> Option<usize> {
    long.windows(short.len().max(1)).position(|lines| lines == short)
}

fn holds(block: &[&str], lines: &[&str]) -> bool {
    lines.is_empty() || place_of(block, lines).is_some()
}

/// Whether the note of that label has a counterpart: where it has none, its loss is reported.
fn is_note_paired(pairs: &Pairs<'_>, label: &str) -> bool {
    let blocks = &pairs.source.blocks;
    let is_note = |block: usize| {
        blocks.get(block).is_some_and(|block| {
            block.kind == BlockKind::Footnote && block.label.as_deref() == Some(label)
        })
    };
    let has_note = (0..blocks.len()).any(is_note);
    !has_note || pairs.all.iter().any(|pair| is_note(pair.source.block()))
}

/// Whether the lines of a block of code stand in the translation outside of code.
fn is_written_out(target: &Document, piece: &Piece<'_>) -> bool {
    let lines = piece.verbatim.text.lines().map(str::trim).filter(|line| !is_fence(line));
    let inner = lines.collect::<Vec<_>>().join("\n");
    let Some(at) = target.text.find(inner.trim()).filter(|_| !inner.trim().is_empty()) else {
        return false;
    };
    let after = target.verbatims.partition_point(|verbatim| verbatim.span.end <= at);
    let is_code =
        |verbatim: &Verbatim| verbatim.kind == VerbatimKind::Code && verbatim.span.start <= at;
    piece.verbatim.kind == VerbatimKind::Code && !target.verbatims.get(after).is_some_and(is_code)
}
