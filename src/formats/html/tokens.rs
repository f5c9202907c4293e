//! The tokens of a page with their bytes, by the tokenizer of HTML5.

use html5gum::{
    Span as Range, Tokenizer,
    emitters::callback::{CallbackEmitter, CallbackEvent},
};

use crate::model::Span;

/// What a page is made of; what no token is stands between two.
#[derive(Debug)]
pub(super) enum Token {
    /// A tag that begins an element.
    Open(Tag),
    /// A tag that ends one, by its name.
    Close(String, Span),
    /// Text, raw.
    Text(Span),
    /// A comment.
    Comment(Span),
}

/// A tag with its attributes.
#[derive(Debug, Default)]
pub(super) struct Tag {
    pub(super) name: String,
    pub(super) span: Span,
    pub(super) attributes: Vec<Attribute>,
    pub(super) closes_itself: bool,
}

/// An attribute: its name, its value as read, and the bytes of that.
#[derive(Debug, Default)]
pub(super) struct Attribute {
    pub(super) name: String,
    pub(super) value: String,
    pub(super) span: Span,
}

impl Tag {
    /// The attribute of that name, unless it is empty.
    pub(super) fn attribute(&self, name: &str) -> Option<&Attribute> {
        self.attributes.iter().find(|attribute| attribute.name == name)
    }

    /// The value of an attribute, empty where there is none.
    pub(super) fn value(&self, name: &str) -> &str {
        self.attribute(name).map_or("", |attribute| &attribute.value)
    }
}

/// The tokens of `text` in order.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tag = Tag::default();
    let read = |event: CallbackEvent<'_>, span: Range<usize>| token(&mut tag, &event, span);
    let mut emitter: CallbackEmitter<_, Token, usize> = CallbackEmitter::new(read);
    emitter.naively_switch_states(true);
    let tokens = Tokenizer::new_with_emitter(text, emitter).filter_map(Result::ok);
    tokens.filter(|token| text.get(token.span().start..token.span().end).is_some()).collect()
}

impl Token {
    /// Its bytes.
    pub(super) const fn span(&self) -> Span {
        match self {
            Self::Open(Tag { span, .. })
            | Self::Close(_, span)
            | Self::Text(span)
            | Self::Comment(span) => *span,
        }
    }
}

/// The token that an event ends; `tag` is the one being read.
fn token(tag: &mut Tag, event: &CallbackEvent<'_>, at: Range<usize>) -> Option<Token> {
    let span = Span::new(at.start, at.end.max(at.start));
    match event {
        CallbackEvent::OpenStartTag { name } => {
            *tag = Tag { name: text_of(name), span, ..Tag::default() };
            None
        }
        CallbackEvent::AttributeName { name } => {
            let (name, value) = (text_of(name), String::new());
            tag.attributes.push(Attribute { name, value, span: Span::at(span.end) });
            None
        }
        CallbackEvent::AttributeValue { value } => {
            if let Some(attribute) = tag.attributes.last_mut() {
                (attribute.value, attribute.span) = (text_of(value), span);
            }
            None
        }
        CallbackEvent::CloseStartTag { self_closing } => {
            let mut tag = std::mem::take(tag);
            (tag.span.end, tag.closes_itself) = (span.end, *self_closing);
            Some(Token::Open(tag))
        }
        CallbackEvent::EndTag { name } => {
            *tag = Tag::default();
            Some(Token::Close(text_of(name), span))
        }
        CallbackEvent::String { .. } => Some(Token::Text(span)),
        CallbackEvent::Comment { .. } => Some(Token::Comment(span)),
        CallbackEvent::Doctype { .. } | CallbackEvent::Error(_) => None,
    }
}

fn text_of(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_know_their_bytes() {
        let text = "\u{feff}<!DOCTYPE html>\r\n<p title=\"Дом &amp; сад\">Дом &laquo;<b>да</b>\r\n<!-- к --></p><script>a<b</script>";
        let shown: Vec<&str> = tokens(text).iter().map(|token| token.span().of(text)).collect();
        assert_eq!(
            shown,
            [
                "\u{feff}",
                "\r\n",
                "<p title=\"Дом &amp; сад\">",
                "Дом &laquo;",
                "<b>",
                "да",
                "</b>",
                "\r\n",
                "<!-- к -->",
                "</p>",
                "<script>",
                "a<b",
                "</script>"
            ]
        );
        let tokens = tokens(text);
        let Some(Token::Open(tag)) = tokens.get(2) else { panic!() };
        let title = tag.attribute("title").unwrap();
        assert_eq!((title.value.as_str(), title.span.of(text)), ("Дом & сад", "Дом &amp; сад"));
    }
}
