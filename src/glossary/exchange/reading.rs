//! What reading a file of any format comes to: concepts, or everything that is wrong.

use std::collections::BTreeMap;

use crate::{
    glossary::{Case, Concept, SourceTerm, TargetTerm, identifier::identifier},
    model::{Diagnostic, LineIndex, Message, Position, Problem, RepoPath, Span},
};

/// So many problems of a kind are shown one by one.
const SHOWN: usize = 10;

/// The concepts of a file, none without a name.
#[derive(Debug, Clone, PartialEq)]
pub struct Import {
    /// In the order of the file; their places are in it.
    pub concepts: Vec<Concept>,
    /// What was left out, and why.
    pub warnings: Vec<Diagnostic>,
}

/// A file while it is read.
pub(super) struct Reading<'a> {
    pub(super) text: &'a str,
    pub(super) errors: Vec<Problem>,
    pub(super) warnings: Vec<Problem>,
    path: &'a RepoPath,
    lines: LineIndex,
    /// The last place that was asked for: from there the next one in a long line is near.
    reached: (usize, Position),
    entries: Vec<Entry>,
}

/// A concept that is not yet known to be whole. Its name may be empty.
pub(super) struct Entry {
    pub(super) concept: Concept,
    /// What its capitals mean, where the file says so.
    pub(super) case: Option<Case>,
    /// Where it stands.
    pub(super) span: Span,
}

impl<'a> Reading<'a> {
    pub(super) fn new(path: &'a RepoPath, text: &'a str) -> Self {
        let lines = LineIndex::new(text);
        let reached = (0, Position { line: 0, column: 0 });
        let (errors, warnings, entries) = (Vec::new(), Vec::new(), Vec::new());
        Self { text, errors, warnings, path, lines, reached, entries }
    }

    pub(super) fn error(&mut self, span: Span, message: Message) {
        self.errors.push(Problem { span, message });
    }

    pub(super) fn warning(&mut self, span: Span, message: Message) {
        self.warnings.push(Problem { span, message });
    }

    /// Begins a concept that stands at `span`; gives its number.
    pub(super) fn begin(&mut self, id: &str, span: Span) -> usize {
        let place = (self.path.clone(), self.position(span.start));
        let concept = Concept::named(id.to_owned(), place);
        self.entries.push(Entry { concept, case: None, span });
        self.entries.len() - 1
    }

    /// The position of an offset. A file may be a single line, so nothing is counted twice.
    fn position(&mut self, offset: usize) -> Position {
        let line = self.lines.line(offset);
        let (start, Position { line: last, column }) = self.reached;
        let position = if line == last && start <= offset {
            Position { line, column: column + self.text[start..offset].chars().count() }
        } else {
            self.lines.position(self.text, offset)
        };
        self.reached = (offset, position);
        position
    }

    /// A concept begun before.
    pub(super) fn entry(&mut self, number: usize) -> &mut Entry {
        &mut self.entries[number]
    }

    /// The concepts, unless anything is wrong.
    pub(super) fn finish(mut self) -> Result<Import, Vec<Diagnostic>> {
        self.leave_out_the_useless();
        self.name_the_nameless();
        if self.entries.is_empty() && self.errors.is_empty() {
            self.errors.append(&mut self.warnings);
            self.error(Span::at(0), Message::new("exchange-empty"));
        }
        if !self.errors.is_empty() {
            return Err(Diagnostic::in_text(self.path, self.text, first_of_each(self.errors)));
        }
        let warnings = Diagnostic::in_text(self.path, self.text, first_of_each(self.warnings));
        Ok(Import { concepts: self.entries.into_iter().map(Entry::finish).collect(), warnings })
    }

    /// Without a rendering there is nothing to check, and without a term only what is forbidden.
    fn leave_out_the_useless(&mut self) {
        let warnings = &mut self.warnings;
        self.entries.retain(|entry| {
            let lack = entry.lack();
            warnings.extend(lack.clone().map(|message| Problem { span: entry.span, message }));
            lack.is_none()
        });
    }

    /// Names are unique in a file: given ones by its author, others by a number.
    fn name_the_nameless(&mut self) {
        let mut lines: BTreeMap<String, usize> = BTreeMap::new();
        for entry in self.entries.iter().filter(|entry| !entry.concept.id.is_empty()) {
            let (id, line) = (&entry.concept.id, entry.concept.place.1.line);
            if let Some(line) = lines.get(id) {
                let message = Message::new("exchange-id-twice");
                let message = message.with("concept", id.as_str()).with("line", *line);
                self.errors.push(Problem { span: entry.span, message });
                continue;
            }
            lines.insert(id.clone(), line);
        }
        let mut counts = BTreeMap::new();
        for Entry { concept, .. } in &mut self.entries {
            if concept.id.is_empty() {
                concept.id = free(&concept.usual_id(), &lines, &mut counts);
                lines.insert(concept.id.clone(), concept.place.1.line);
            }
        }
    }
}

/// The name itself, or with the first number that makes it another than all those taken. `counts`
/// has the last number that each name was given.
fn free(
    name: &str,
    taken: &BTreeMap<String, usize>,
    counts: &mut BTreeMap<String, usize>,
) -> String {
    let count = counts.entry(name.to_owned()).or_insert(0);
    loop {
        *count += 1;
        let free = if *count == 1 { name.to_owned() } else { format!("{name}-{count}") };
        if !taken.contains_key(&free) {
            return free;
        }
    }
}

/// The problems in the order of the file, of each kind the first [`SHOWN`] and how many more.
fn first_of_each(mut problems: Vec<Problem>) -> Vec<Problem> {
    problems.sort_by_key(|problem| problem.span);
    let mut counts: BTreeMap<String, (usize, Span)> = BTreeMap::new();
    problems.retain(|problem| {
        let (count, last) =
            counts.entry(problem.message.id.to_string()).or_insert((0, problem.span));
        (*count, *last) = (*count + 1, problem.span);
        *count <= SHOWN
    });
    problems.extend(counts.into_values().filter(|(count, _)| *count > SHOWN).map(
        |(count, span)| Problem {
            span,
            message: Message::new("exchange-more").with("count", count - SHOWN),
        },
    ));
    problems
}

impl Entry {
    /// Adds a term, unless the concept has it.
    pub(super) fn add_source(&mut self, term: SourceTerm) {
        if self.concept.source.iter().all(|known| known.text != term.text) {
            self.concept.source.push(term);
        }
    }

    /// Adds a rendering, unless the concept has it with this status.
    pub(super) fn add_target(&mut self, term: TargetTerm) {
        let is_same = |known: &TargetTerm| known.text == term.text && known.status == term.status;
        if !self.concept.target.iter().any(is_same) {
            self.concept.target.push(term);
        }
    }

    /// Adds a line to the note, unless it has it or is empty.
    pub(super) fn add_note(&mut self, text: &str) {
        match &mut self.concept.note {
            _ if text.is_empty() => {}
            Some(note) if note == text || note.lines().any(|line| line == text) => {}
            Some(note) => {
                note.push('\n');
                note.push_str(text);
            }
            none => *none = Some(text.to_owned()),
        }
    }

    fn finish(self) -> Concept {
        let case = self.case.unwrap_or_else(|| self.concept.usual_case());
        Concept { case, ..self.concept }
    }

    /// What the concept lacks to be of use.
    fn lack(&self) -> Option<Message> {
        let Concept { id, source, target, .. } = &self.concept;
        if target.is_empty() {
            let name = source.first().map_or(id, |term| &term.text);
            return Some(Message::new("exchange-no-rendering").with("term", name.as_str()));
        }
        let forbids = target.iter().any(|term| !term.status.is_approved());
        let name = target.first().map_or(id, |term| &term.text);
        let message = Message::new("exchange-no-term").with("rendering", name.as_str());
        (source.is_empty() && !forbids).then_some(message)
    }
}

impl Concept {
    /// A name made of its first term, or of its first rendering.
    pub(super) fn usual_id(&self) -> String {
        let source = self.source.first().map(|term| identifier(&term.text));
        let target = || self.target.first().map(|term| identifier(&term.text));
        source.or_else(target).unwrap_or_default()
    }
}

/// A term as it stands in a cell or an element: in one line, with single spaces.
pub(super) fn term(text: &str) -> Option<String> {
    let words = text.split([' ', '\t', '\r', '\n']).filter(|word| !word.is_empty());
    let term = words.collect::<Vec<_>>().join(" ");
    term.contains(char::is_alphanumeric).then_some(term)
}
