//! Reading term files: TOML in which every mistake is reported and costs only its concept.

use std::ops::Range;

use rayon::prelude::*;

use super::{
    concept::{Case, Concept, Level, SourceTerm, Status, TargetTerm},
    path_patterns::PathPatterns,
    pieces::{joined, pieces},
};
use crate::{
    model::{LineIndex, Message, Position, Problem, RepoPath, Span, path_pattern},
    toml_source::{self, Fields, Item, Placed},
};

/// The keys of a concept.
const CONCEPT: [&str; 13] = [
    "id",
    "definition",
    "domain",
    "level",
    "scope",
    "exclude",
    "ru",
    "en",
    "unless",
    "case",
    "count",
    "note",
    "source",
];
const SOURCE_TERM: [&str; 4] = ["term", "derived", "forms", "not_forms"];
const TARGET_TERM: [&str; 5] = ["term", "status", "variants", "for", "except"];

/// No term has more bytes: all its forms are kept.
const LONGEST_TERM: usize = 1_000;

/// Bytes of a term file that are read at a time.
const CHUNK: usize = 16 * 1024;

/// What was read of a part of a term file.
type Read = (Vec<Concept>, Vec<Problem>);

/// The concepts of the term file `path`, whose text is `text`, in its order. What is no TOML costs
/// only the concept it stands in.
pub(super) fn read(path: &RepoPath, text: &str, problems: &mut Vec<Problem>) -> Vec<Concept> {
    let lines = LineIndex::new(text);
    let pieces = pieces(text);
    let part = |range: Range<usize>| read_part(&Source { path, text, lines: &lines }, range);
    let chunks = joined(&pieces, CHUNK).into_par_iter().map(part);
    let read = match chunks.collect::<Result<Vec<Read>, _>>() {
        Ok(read) => read,
        Err(_) => match part(0..text.len()) {
            Ok(whole) => vec![whole],
            Err(mistakes) => {
                problems.extend(mistakes);
                pieces.into_iter().filter_map(|piece| part(piece).ok()).collect()
            }
        },
    };
    let (concepts, found): (Vec<_>, Vec<_>) = read.into_iter().unzip();
    problems.extend(found.into_iter().flatten());
    concepts.into_iter().flatten().collect()
}

/// A term file.
struct Source<'a> {
    path: &'a RepoPath,
    text: &'a str,
    lines: &'a LineIndex,
}

/// The concepts in a part of a file, or what keeps it from being TOML.
fn read_part(source: &Source<'_>, range: Range<usize>) -> Result<Read, Vec<Problem>> {
    let moved = |problems: Vec<Problem>| {
        let moved = problems.into_iter().map(|Problem { span, message }| Problem {
            span: Span::new(span.start + range.start, span.end + range.start),
            message,
        });
        moved.collect()
    };
    let mut problems = Vec::new();
    let Some(document) = toml_source::parse(&source.text[range.clone()], &mut problems) else {
        return Err(moved(problems));
    };
    let mut concepts = Vec::new();
    if let Some(fields) = Fields::of(&document, &["concept"], &mut problems) {
        let mut reader = Reader { source, start: range.start, problems: &mut problems };
        let read = items(fields.get("concept")).into_iter().filter_map(|item| reader.concept(item));
        concepts = read.collect();
    }
    Ok((concepts, moved(problems)))
}

/// The elements of an array; what is no array is its own only element.
fn items<'a>(item: Option<&'a Item<'a>>) -> Vec<&'a Item<'a>> {
    match item.map(|item| (item, item.get_ref().as_array())) {
        None => Vec::new(),
        Some((_, Some(array))) => array.iter().collect(),
        Some((other, None)) => vec![other],
    }
}

/// Reads a part of a file; places within it count from its start.
struct Reader<'a> {
    source: &'a Source<'a>,
    /// Where the part begins, in bytes.
    start: usize,
    problems: &'a mut Vec<Problem>,
}

impl Reader<'_> {
    /// A concept; none where it has no name or nothing to say.
    fn concept(&mut self, item: &Item<'_>) -> Option<Concept> {
        let fields = Fields::of(item, &CONCEPT, self.problems)?;
        let Some(id) = fields.string("id", self.problems) else {
            self.report(fields.span(), Message::new("term-base-no-id"));
            return None;
        };
        let text = |key, problems: &mut Vec<Problem>| fields.string(key, problems).map(|p| p.value);
        let concept = Concept {
            definition: text("definition", self.problems),
            domain: text("domain", self.problems),
            note: text("note", self.problems),
            origin: text("source", self.problems),
            level: self.choice(&fields, "level", &Level::NAMES),
            case: self.choice(&fields, "case", &Case::NAMES).unwrap_or_default(),
            count: fields.boolean("count", self.problems).unwrap_or_default(),
            scope: self.globs(&fields, "scope"),
            exclude: self.globs(&fields, "exclude"),
            unless: self.texts(&fields, "unless"),
            source: self.terms(&fields, "ru", Self::source_term),
            target: self.terms(&fields, "en", Self::target_term),
            place: (self.source.path.clone(), self.position(id.span)),
            id: id.value,
        };
        self.check(&concept, id.span).then_some(concept)
    }

    /// Reports what makes a concept useless.
    fn check(&mut self, concept: &Concept, span: Span) -> bool {
        let forbids = concept.target.iter().any(|term| !term.status.is_approved());
        let message = if concept.id.trim().is_empty() {
            "term-base-no-id"
        } else if concept.target.is_empty() {
            "term-base-no-rendering"
        } else if concept.source.is_empty() && !forbids {
            "term-base-no-term"
        } else {
            return true;
        };
        self.report(span, Message::new(message).with("concept", concept.id.clone()));
        false
    }

    fn terms<Term>(
        &mut self,
        fields: &Fields<'_>,
        key: &str,
        read: fn(&mut Self, &Item<'_>) -> Option<Term>,
    ) -> Vec<Term> {
        items(fields.get(key)).into_iter().filter_map(|item| read(self, item)).collect()
    }

    fn source_term(&mut self, item: &Item<'_>) -> Option<SourceTerm> {
        if let Some(text) = toml_source::placed_string(item) {
            return self.named(text).map(|(text, position)| SourceTerm {
                text,
                derived: false,
                forms: Vec::new(),
                not_forms: Vec::new(),
                position,
            });
        }
        let fields = Fields::of(item, &SOURCE_TERM, self.problems)?;
        let (text, position) = self.term_text(&fields)?;
        Some(SourceTerm {
            text,
            position,
            derived: fields.boolean("derived", self.problems).unwrap_or_default(),
            forms: self.texts(&fields, "forms"),
            not_forms: self.texts(&fields, "not_forms"),
        })
    }

    fn target_term(&mut self, item: &Item<'_>) -> Option<TargetTerm> {
        if let Some(text) = toml_source::placed_string(item) {
            return self.named(text).map(|(text, position)| TargetTerm {
                text,
                status: Status::Preferred,
                variants: Vec::new(),
                only_for: Vec::new(),
                except: Vec::new(),
                position,
            });
        }
        let fields = Fields::of(item, &TARGET_TERM, self.problems)?;
        let (text, position) = self.term_text(&fields)?;
        let status = self.choice(&fields, "status", &Status::NAMES).unwrap_or(Status::Preferred);
        Some(TargetTerm {
            text,
            status,
            position,
            variants: self.texts(&fields, "variants"),
            only_for: self.texts(&fields, "for"),
            except: self.texts(&fields, "except"),
        })
    }

    fn term_text(&mut self, fields: &Fields<'_>) -> Option<(String, Position)> {
        match fields.string("term", self.problems) {
            Some(text) => self.named(text),
            None => {
                if fields.get("term").is_none() {
                    self.report(fields.span(), Message::new("term-base-no-text"));
                }
                None
            }
        }
    }

    /// A term that has at least a letter or a digit.
    fn named(&mut self, text: Placed<String>) -> Option<(String, Position)> {
        if text.value.len() > LONGEST_TERM {
            self.report(text.span, Message::new("term-base-too-long").with("bytes", LONGEST_TERM));
            return None;
        }
        if text.value.chars().any(char::is_alphanumeric) {
            let position = self.position(text.span);
            return Some((text.value.trim().to_owned(), position));
        }
        self.report(text.span, Message::new("term-base-no-text"));
        None
    }

    fn texts(&mut self, fields: &Fields<'_>, key: &str) -> Vec<String> {
        let mut texts = Vec::new();
        for text in fields.strings(key, self.problems) {
            if text.value.len() > LONGEST_TERM {
                let message = Message::new("term-base-too-long").with("bytes", LONGEST_TERM);
                self.report(text.span, message);
            } else {
                texts.push(text.value);
            }
        }
        texts
    }

    /// One of several words; another is reported with the nearest.
    fn choice<T: Copy>(
        &mut self,
        fields: &Fields<'_>,
        key: &str,
        choices: &[(&str, T)],
    ) -> Option<T> {
        let word = fields.string(key, self.problems)?;
        if let Some((_, choice)) = choices.iter().find(|(name, _)| *name == word.value) {
            return Some(*choice);
        }
        let names: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
        let message = Message::new("toml-unknown-value")
            .with("value", word.value.clone())
            .with("known", names.join(", "));
        self.report(word.span, message);
        None
    }

    fn globs(&mut self, fields: &Fields<'_>, key: &str) -> Option<PathPatterns> {
        let mut sound = Vec::new();
        for pattern in fields.strings(key, self.problems) {
            match path_pattern(&pattern.value, false) {
                Ok(_) => sound.push(pattern.value),
                Err(message) => self.report(pattern.span, message),
            }
        }
        PathPatterns::new(sound).ok().filter(|patterns| !patterns.as_written().is_empty())
    }

    fn position(&self, span: Span) -> Position {
        self.source.lines.position(self.source.text, self.start + span.start)
    }

    fn report(&mut self, span: Span, message: Message) {
        self.problems.push(Problem { span, message });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_in_docs_has_every_key() {
        let page = include_str!("../../docs/configuration.md");
        for key in CONCEPT.iter().chain(&SOURCE_TERM).chain(&TARGET_TERM) {
            assert!(page.contains(&format!("`{key}`")), "{key}");
        }
    }
}
