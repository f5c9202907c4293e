//! PO of gettext: messages by their context and the text that they stand for.
//!
//! A file in the language that is read gives its translations; one whose messages are in that
//! language, and whose translations are in another, gives those.

use super::{
    super::{Input, builder::Parsed, prose::Prose},
    Entries,
    escapes::{self, Style},
};
use crate::{
    model::{Language, Span},
    text::normalize::is_cyrillic,
};

/// Reads PO.
pub(in crate::formats) fn parse(input: &Input<'_>) -> Parsed {
    let mut reader = Reader { text: input.text, ..Reader::default() };
    let mut at = 0;
    for line in input.text.split_inclusive('\n') {
        reader.line(at, line);
        at += line.len();
    }
    reader.end();
    let takes_ids = reader.takes_ids(input.language);
    let messages = std::mem::take(&mut reader.messages);
    for message in messages.into_iter().filter(|message| !message.key().is_empty()) {
        message.add(input.text, takes_ids, &mut reader.entries);
    }
    reader.entries.finish()
}

/// A message as it is read: strings in pieces, each the bytes between its quotation marks.
#[derive(Debug, Default)]
struct Message {
    context: String,
    id: Vec<Span>,
    plural: Vec<Span>,
    texts: Vec<Vec<Span>>,
    read: String,
}

/// Which string of a message goes on in the next line.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Part {
    #[default]
    None,
    Context,
    Id,
    Plural,
    Text(usize),
}

#[derive(Debug, Default)]
struct Reader<'a> {
    text: &'a str,
    entries: Entries,
    messages: Vec<Message>,
    current: Message,
    part: Part,
    /// The header, whose message is empty.
    header: String,
}

impl Reader<'_> {
    fn line(&mut self, at: usize, line: &str) {
        let content = line.trim();
        let start = at + line.len() - line.trim_start().len();
        if content.is_empty() {
            self.end();
        } else if let Some(comment) = content.strip_prefix('#') {
            // `#~` is what is no longer used, `#|` what was; `#,` and `#:` are for programs.
            if comment.starts_with([' ', '.']) {
                let span = Span::new(start, start + content.len());
                self.entries.comment(span, comment.trim_start_matches('.'));
            }
            self.end();
        } else {
            self.keyword(start, content);
        }
    }

    fn keyword(&mut self, start: usize, content: &str) {
        let keyword = content.split(['"', ' ', '\t']).next().unwrap_or_default();
        let part = match keyword {
            "" => self.part,
            "msgctxt" => Part::Context,
            "msgid" => Part::Id,
            "msgid_plural" => Part::Plural,
            "msgstr" => Part::Text(0),
            _ => index(keyword).map_or(Part::None, Part::Text),
        };
        let begins = part == Part::Context || (part == Part::Id && self.part != Part::Context);
        if begins && !keyword.is_empty() {
            self.end();
        }
        self.part = part;
        let quotes = content.find('"').zip(content.rfind('"')).filter(|(open, close)| open < close);
        if let Some((open, close)) = quotes {
            self.push(part, Span::new(start + open + 1, start + close));
        }
    }

    fn push(&mut self, part: Part, span: Span) {
        let message = &mut self.current;
        match part {
            Part::None => {}
            Part::Context => message.context.push_str(span.of(self.text)),
            Part::Id => {
                message.read.push_str(span.of(self.text));
                message.id.push(span);
            }
            Part::Plural => message.plural.push(span),
            Part::Text(index) => {
                while message.texts.len() <= index {
                    message.texts.push(Vec::new());
                }
                message.texts[index].push(span);
            }
        }
    }

    /// A message is at its end.
    fn end(&mut self) {
        self.part = Part::None;
        let message = std::mem::take(&mut self.current);
        if message.id.is_empty() {
            return;
        }
        if message.read.is_empty() && message.context.is_empty() {
            let spans = message.texts.iter().flatten();
            self.header = spans.map(|span| span.of(self.text)).collect();
            return;
        }
        self.messages.push(message);
    }

    /// Whether the messages themselves are the text in the language that is read.
    fn takes_ids(&self, language: Language) -> bool {
        let is_russian = |spans: &mut dyn Iterator<Item = &Span>| {
            let letters = spans.flat_map(|span| span.of(self.text).chars());
            let letters = letters.filter(|c| c.is_alphabetic());
            let (cyrillic, all) = letters.fold((0_usize, 0_usize), |(cyrillic, all), c| {
                (cyrillic + usize::from(is_cyrillic(c)), all + 1)
            });
            cyrillic * 2 > all
        };
        let ids = is_russian(&mut self.messages.iter().flat_map(|message| &message.id));
        let texts = is_russian(
            &mut self.messages.iter().flat_map(|message| message.texts.iter().flatten()),
        );
        let has_texts =
            self.messages.iter().any(|message| message.texts.iter().any(|it| !it.is_empty()));
        match language {
            Language::Russian => ids && !(texts && has_texts),
            Language::English => !ids && texts,
        }
    }
}

impl Message {
    fn key(&self) -> String {
        let context = if self.context.is_empty() { "" } else { "\u{4}" };
        format!("{}{context}{}", self.context, self.read)
    }

    fn add(self, text: &str, takes_ids: bool, entries: &mut Entries) {
        let key = self.key();
        let Self { id, plural, texts, .. } = self;
        let is_plural = !plural.is_empty();
        let forms =
            if takes_ids { if is_plural { vec![id, plural] } else { vec![id] } } else { texts };
        let count = forms.len();
        for (index, form) in forms.into_iter().enumerate() {
            let key =
                if is_plural { format!("{key}#{}", category(index, count)) } else { key.clone() };
            let mut prose = Prose::default();
            form.into_iter().for_each(|span| {
                escapes::push(text, span, Style::Backslash, &mut prose);
            });
            entries.add(key, prose);
        }
    }
}

/// The category of a plural form by its number: Russian has three or four, English two.
fn category(index: usize, count: usize) -> &'static str {
    match (index, count) {
        (0, 2..) => "one",
        (1, 3) | (1, 4) => "few",
        (2, 4) => "many",
        _ => "other",
    }
}

/// The number in `msgstr[2]`; no language has so many forms.
fn index(keyword: &str) -> Option<usize> {
    let number = keyword.strip_prefix("msgstr[")?.strip_suffix(']')?;
    number.parse().ok().filter(|index| *index < 8)
}
