//! HTML inside Markdown: tags are verbatim, the text between them is prose.

use std::collections::HashSet;

use crate::model::Span;

/// A piece of HTML.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::formats) enum Piece {
    /// A tag.
    Tag(Span),
    /// A comment.
    Comment(Span),
    /// Text between tags.
    Text(Span),
    /// Code in a line of text.
    Code(Span),
}

/// Elements whose contents are no prose.
const RAW: [&str; 5] = ["script", "style", "pre", "code", "svg"];

/// Elements that stand inside a line of text.
const INLINE: [&str; 22] = [
    "a", "abbr", "b", "bdi", "cite", "del", "em", "i", "img", "ins", "kbd", "mark", "q", "s",
    "small", "span", "strong", "sub", "sup", "time", "u", "wbr",
];

/// Attributes of components that are shown as text.
const SHOWN: [&str; 6] = ["title", "description", "label", "caption", "summary", "heading"];

/// The pieces of a block, each with whether it stands inside a line of text. Code by itself is no
/// text.
pub(in crate::formats) fn pieces_of_block(text: &str, span: Span) -> Vec<(Piece, bool)> {
    let mut pieces = pieces(text, span);
    let is_text = |piece: Option<&Piece>| matches!(piece, Some(Piece::Text(words)) if words.of(text).contains(char::is_alphanumeric));
    let is_in_text = |at: usize| {
        let before = at.checked_sub(2).and_then(|before| pieces.get(before));
        is_text(before) || is_text(pieces.get(at + 2))
    };
    let codes: Vec<(usize, bool)> = (0..pieces.len())
        .filter(|&at| matches!(pieces.get(at), Some(Piece::Code(_))))
        .map(|at| (at, is_in_text(at)))
        .collect();
    let mut tags = HashSet::new();
    for (at, is_in_text) in codes {
        match pieces.get_mut(at) {
            Some(_) if is_in_text => tags.extend([at.saturating_sub(1), at + 1]),
            Some(piece) => {
                if let Piece::Code(code) = *piece {
                    *piece = Piece::Tag(code);
                }
            }
            None => {}
        }
    }
    let is_inside = |(at, piece): (usize, Piece)| match piece {
        Piece::Tag(tag) => (piece, is_inline(tag.of(text)) || tags.contains(&at)),
        _ => (piece, true),
    };
    pieces.into_iter().enumerate().map(is_inside).collect()
}

/// The texts that a component shows: `<Card title="…">`.
pub(in crate::formats) fn shown(text: &str, tag: Span) -> Vec<Span> {
    let written = tag.of(text);
    let is_component = written.chars().nth(1).is_some_and(|c| c.is_ascii_uppercase());
    let values =
        written.match_indices("=\"").filter(|_| is_component).filter_map(|(at, equals)| {
            let name = written.get(..at)?.rsplit(char::is_whitespace).next()?;
            let start = at + equals.len();
            let length = written.get(start..)?.find('"')?;
            let is_text = SHOWN.contains(&name) && length > 0;
            is_text.then(|| Span::new(tag.start + start, tag.start + start + length))
        });
    values.collect()
}

/// What stands between the tags of code in a line, the opening one of which is `tag`.
fn code_in_line(text: &str, tag: Span, end: usize) -> Option<Span> {
    if name(tag.of(text)) != "code" || tag.of(text).starts_with("</") {
        return None;
    }
    let rest = text.get(tag.end..end)?;
    let code = rest.get(..rest.find("</code>")?)?;
    let is_in_line = !code.trim().is_empty() && !code.contains(['\n', '<']);
    is_in_line.then(|| Span::new(tag.end, tag.end + code.len()))
}

/// Cuts the HTML at `span` into pieces, in order; nothing is left out.
pub(in crate::formats) fn pieces(text: &str, span: Span) -> Vec<Piece> {
    let mut pieces = Vec::new();
    // What is hidden is blank byte by byte, and a block may end within that.
    let (mut at, last) = (text.floor_char_boundary(span.start), text.floor_char_boundary(span.end));
    while at < last {
        let rest = &text[at..last];
        let (length, piece): (usize, fn(Span) -> Piece) = if rest.starts_with("<!--") {
            (rest.find("-->").map_or(rest.len(), |end| end + 3), Piece::Comment)
        } else if is_tag(rest) {
            (tag_length(rest), Piece::Tag)
        } else {
            (next_tag(rest), Piece::Text)
        };
        pieces.push(piece(Span::new(at, at + length)));
        at += length;
        if let Some(Piece::Tag(tag)) = pieces.last().copied() {
            at = skip_raw(text, tag, last, &mut pieces);
        }
    }
    pieces
}

/// The name of a tag in lower case.
pub(in crate::formats) fn name(tag: &str) -> String {
    let letters =
        tag.trim_start_matches(['<', '/']).chars().take_while(|c| c.is_alphanumeric() || *c == '-');
    letters.collect::<String>().to_lowercase()
}

/// Whether a tag stands inside a line of text rather than begins a block.
pub(in crate::formats) fn is_inline(tag: &str) -> bool {
    INLINE.contains(&name(tag).as_str())
}

fn is_tag(text: &str) -> bool {
    let mut after = text.strip_prefix('<').unwrap_or("").chars();
    after.next().is_some_and(|c| c.is_alphabetic() || matches!(c, '/' | '!' | '?' | '>'))
}

/// How long the tag at the start of `text` is; a `>` inside quotes does not end it.
fn tag_length(text: &str) -> usize {
    let mut quote = None;
    for (at, c) in text.char_indices() {
        match (quote, c) {
            (None, '>') => return at + 1,
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            _ => {}
        }
    }
    // An apostrophe in broken HTML opens no quotation: take the tag up to its line's end.
    text.find(['>', '\n']).map_or(text.len(), |at| at + 1)
}

fn next_tag(text: &str) -> usize {
    let starts = text.char_indices().filter(|&(at, c)| at > 0 && c == '<');
    starts.map(|(at, _)| at).find(|&at| is_tag(&text[at..])).unwrap_or(text.len())
}

/// After an opening tag of raw text, takes its contents as one tag piece; where to go on.
fn skip_raw(text: &str, tag: Span, end: usize, pieces: &mut Vec<Piece>) -> usize {
    if let Some(code) = code_in_line(text, tag, end) {
        pieces.push(Piece::Code(code));
        return code.end;
    }
    let opening = tag.of(text);
    let name = name(opening);
    if opening.starts_with("</") || opening.ends_with("/>") || !RAW.contains(&name.as_str()) {
        return tag.end;
    }
    let close = text[tag.end..end].to_ascii_lowercase().find(&format!("</{name}"));
    let raw = Span::new(tag.end, close.map_or(end, |at| tag.end + at));
    if !raw.is_empty() {
        pieces.push(Piece::Tag(raw));
    }
    raw.end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        let show = |piece: &Piece| match piece {
            Piece::Tag(span) => format!("tag {}", span.of(text)),
            Piece::Comment(span) => format!("comment {}", span.of(text)),
            Piece::Text(span) => format!("text {}", span.of(text)),
            Piece::Code(span) => format!("code {}", span.of(text)),
        };
        pieces(text, Span::new(0, text.len())).iter().map(show).collect()
    }

    #[test]
    fn tags_comments_and_text() {
        assert_eq!(
            shown("<p title=\"a > b\">Дом<!-- нет --> 2 < 3</p>"),
            [
                "tag <p title=\"a > b\">",
                "text Дом",
                "comment <!-- нет -->",
                "text  2 < 3",
                "tag </p>"
            ]
        );
    }

    #[test]
    fn code_in_a_line_belongs_to_it() {
        assert_eq!(
            shown("по <code>id</code> и"),
            ["text по ", "tag <code>", "code id", "tag </code>", "text  и"]
        );
        assert_eq!(shown("<code>a\nb</code>"), ["tag <code>", "tag a\nb", "tag </code>"]);
    }

    #[test]
    fn components_show_texts() {
        let texts = |tag: &str| -> Vec<String> {
            let spans = super::shown(tag, Span::new(0, tag.len()));
            spans.iter().map(|span| span.of(tag).to_owned()).collect()
        };
        assert_eq!(texts("<Card title=\"Дом у реки\" icon=\"дом\" label=\"\">"), ["Дом у реки"]);
        assert_eq!(texts("<Card\n  title=\"Дом\"\n  description=\"Сад\" />"), ["Дом", "Сад"]);
        assert_eq!(texts("<Card title={дом} data-title=\"дом\">"), Vec::<String>::new());
        assert_eq!(texts("<div title=\"Дом\">"), Vec::<String>::new());
    }

    #[test]
    fn scripts_are_no_prose() {
        assert_eq!(
            shown("<script>дом < 3</script>"),
            ["tag <script>", "tag дом < 3", "tag </script>"]
        );
    }
}
