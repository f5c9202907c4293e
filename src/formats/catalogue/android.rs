//! `strings.xml` of Android: `string`, `plurals` by quantity, `string-array`.

use super::{
    super::{
        Input,
        builder::Parsed,
        prose::Prose,
        xml::{Piece, attribute, comment, pieces, push_text},
    },
    Entries,
    escapes::{self, Style},
};

/// Reads resources of Android.
pub(in crate::formats) fn parse(input: &Input<'_>) -> Parsed {
    let (pieces, broken) = pieces(input.text);
    let mut reader = Reader { text: input.text, ..Reader::default() };
    pieces.iter().for_each(|piece| reader.piece(piece));
    if let Some(at) = broken {
        reader.entries.broken(input.text, at);
    }
    reader.entries.finish()
}

#[derive(Default)]
struct Reader<'a> {
    text: &'a str,
    entries: Entries,
    /// The resource of several texts that is being read, and how many there were.
    several: Option<(String, usize)>,
    /// The text that is being read.
    open: Option<(String, Prose)>,
}

impl Reader<'_> {
    fn piece(&mut self, piece: &Piece) {
        match piece {
            Piece::Open(name, attributes, span) => match (&mut self.open, name.as_str()) {
                (Some((_, prose)), "xliff:g" | "g") => prose.wrap(prose.len(), *span),
                (Some((_, prose)), _) => prose.push_markup(self.text, *span),
                (None, name) => self.begin(name, attributes),
            },
            Piece::Close(name, span) => self.end(name, *span),
            Piece::Text(span) => {
                if let Some((_, prose)) = &mut self.open {
                    push_text(self.text, *span, Style::Android, prose);
                }
            }
            Piece::Data(span) => {
                if let Some((_, prose)) = &mut self.open {
                    escapes::push(self.text, *span, Style::Android, prose);
                }
            }
            Piece::Comment(span) => {
                self.entries.comment(*span, comment(span.of(self.text)));
            }
        }
    }

    fn begin(&mut self, element: &str, attributes: &[(String, String)]) {
        let name = attribute(attributes, "name").unwrap_or_default().to_owned();
        let is_text = attribute(attributes, "translatable") != Some("false");
        match (element, &mut self.several) {
            ("string", _) if is_text => self.open = Some((name, Prose::default())),
            ("plurals" | "string-array", _) if is_text => self.several = Some((name, 0)),
            ("item", Some((several, count))) => {
                let quantity = attribute(attributes, "quantity").map(str::to_owned);
                let key = format!("{several}.{}", quantity.unwrap_or_else(|| count.to_string()));
                *count += 1;
                self.open = Some((key, Prose::default()));
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str, span: crate::model::Span) {
        match name {
            "string" | "item" => {
                if let Some((key, prose)) = self.open.take() {
                    self.entries.add(key, prose);
                }
            }
            "plurals" | "string-array" => self.several = None,
            "g" => {}
            _ => {
                if let Some((_, prose)) = &mut self.open {
                    prose.push_markup(self.text, span);
                }
            }
        }
    }
}
