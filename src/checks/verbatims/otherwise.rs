//! Pieces that are lost, and that the translation writes in another way: code in words or in the
//! sentences beside it, tags by the marks of Markdown, links as tags.

use super::{
    address::Address,
    excuses::{name, quoted},
    pieces::{Home, Piece},
};
use crate::{
    checks::pairs::Pairs,
    model::{Document, Verbatim, VerbatimKind},
};

/// Whether a piece that is lost is written in another way.
pub(super) fn is_written_otherwise(pairs: &Pairs<'_>, piece: &Piece<'_>) -> bool {
    is_named_near(pairs, piece)
        || is_marked_up(pairs, piece)
        || is_linked_otherwise(pairs, piece)
        || is_shown_otherwise(pairs, piece)
        || is_closed_at_once(pairs, piece)
        || is_anchor(piece)
}

/// Whether a tag is but a name for a place, `<a id="start">`, as pages have for headings that links
/// cannot name by their letters.
fn is_anchor(piece: &Piece<'_>) -> bool {
    let tag = piece.verbatim.text.as_str();
    let leads = |address: &str| !address.starts_with('#');
    piece.verbatim.kind == VerbatimKind::Html
        && tag.starts_with("<a ")
        && [" id=", " name="].iter().any(|name| tag.contains(name))
        && !address_in(tag).is_some_and(leads)
}

/// Whether a closing tag is lost because its element closes at once: `<a name="x"/>` for
/// `<a name="x"></a>`.
fn is_closed_at_once(pairs: &Pairs<'_>, piece: &Piece<'_>) -> bool {
    let Some(named) = piece.verbatim.text.strip_prefix("</").map(name) else { return false };
    let count = |document: &Document| {
        let tags = document.verbatims.iter().filter(|other| other.kind == VerbatimKind::Html);
        tags.filter(|tag| {
            tag.text.ends_with("/>") && name(tag.text.trim_start_matches('<')) == named
        })
        .count()
    };
    piece.verbatim.kind == VerbatimKind::Html && count(pairs.target) > count(pairs.source)
}

/// Whether the translation shows by other markup the picture that a tag of a template shows:
/// `{% figure "img/bridge" %}` as `<img src="/img/bridge.png">`.
fn is_shown_otherwise(pairs: &Pairs<'_>, piece: &Piece<'_>) -> bool {
    const SHORTEST: usize = 6;
    let is_path = |part: &&str| {
        part.len() >= SHORTEST && part.contains('/') && !part.contains(char::is_whitespace)
    };
    let path = quoted(&piece.verbatim.text).find(is_path);
    let shows = |verbatim: &Verbatim, path: &str| {
        verbatim.kind != VerbatimKind::Link && verbatim.text.contains(path)
    };
    piece.verbatim.kind == VerbatimKind::Template
        && path.is_some_and(|path| pairs.target.verbatims.iter().any(|other| shows(other, path)))
}

/// Whether code that is lost is named in the sentences beside it, or in words: as a name without its
/// ending or its marks, in the plural, or by the name that the page has in the other language.
fn is_named_near(pairs: &Pairs<'_>, piece: &Piece<'_>) -> bool {
    const SHORTEST: usize = 5;
    let Home::Pair { pair, .. } = piece.home else { return false };
    if piece.verbatim.kind != VerbatimKind::Code {
        return false;
    }
    let bare = |text: &str| -> String {
        text.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase()
    };
    let text = piece.verbatim.text.as_str();
    let stem = text.rsplit_once('.').map_or(text, |(stem, _)| stem);
    let forms = [bare(text), bare(&without_russian(text)), bare(stem)];
    let target = &pairs.all[pair].target;
    let window = format!("{}\n{}", target.text, target.around());
    let words: Vec<String> = window.split_whitespace().map(bare).collect();
    let names = |form: &&String| {
        let plural = format!("{form}s");
        let is_long = form.len() >= SHORTEST;
        words.iter().any(|word| word == *form || *word == plural || is_long && word.contains(*form))
            || window.split(|c: char| !c.is_alphanumeric()).any(|word| bare(word) == **form)
    };
    forms.iter().filter(|form| !form.is_empty()).any(|form| names(&form))
}

/// A path without the mark of the Russian side.
fn without_russian(text: &str) -> String {
    text.replace(".ru.", ".").replace("_ru.", ".").replace("-ru.", ".").replace("/ru/", "/")
}

/// Whether a tag that is lost makes what Markdown writes with marks of its own: a paragraph, an item
/// of a list, a link that the translation has.
fn is_marked_up(pairs: &Pairs<'_>, piece: &Piece<'_>) -> bool {
    const BLOCKS: [&str; 15] = [
        "p",
        "ul",
        "ol",
        "li",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "pre",
        "table",
        "tr",
        "td",
        "blockquote",
    ];
    if piece.verbatim.kind != VerbatimKind::Html {
        return false;
    }
    let tag = piece.verbatim.text.as_str();
    let named = name(tag.trim_start_matches(['<', '/']));
    let has_none = || !pairs.target.text.contains(&format!("<{named}"));
    let leads = |address: &str| pairs.target.verbatims.iter().any(|other| leads_to(other, address));
    match address_in(tag) {
        Some(address) => leads(address),
        None => (BLOCKS.contains(&named) || tag == "</a>") && has_none(),
    }
}

/// Whether a link of the original that is lost is a tag in the translation, or the other way round.
fn is_linked_otherwise(pairs: &Pairs<'_>, piece: &Piece<'_>) -> bool {
    piece.verbatim.kind == VerbatimKind::Link
        && pairs
            .target
            .verbatims
            .iter()
            .any(|other| other.kind == VerbatimKind::Html && leads_to(other, &piece.verbatim.text))
}

fn leads_to(verbatim: &Verbatim, address: &str) -> bool {
    let other = match verbatim.kind {
        VerbatimKind::Link => Some(verbatim.text.as_str()),
        VerbatimKind::Html => address_in(&verbatim.text),
        _ => None,
    };
    other.is_some_and(|other| Address::of(address).agrees(&Address::of(other)))
}

/// The address in the tag of a link.
fn address_in(tag: &str) -> Option<&str> {
    let (_, value) = tag.strip_prefix("<a ")?.split_once("href=")?;
    let mark = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    value.get(1..)?.split(mark).next()
}
