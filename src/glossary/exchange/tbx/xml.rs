//! XML as far as terms need it: elements with their places, and no entity but the predefined ones.
//!
//! A document type with declarations of its own is refused, so nothing can be expanded into more
//! than was written; external ones are never fetched.

use quick_xml::{
    Error, Reader, XmlVersion,
    escape::resolve_predefined_entity,
    events::{BytesRef, BytesStart, Event},
};

use crate::model::{Message, Problem, Span};

/// Deeper nesting than any term base has.
const DEEPEST: usize = 64;

/// An element with all that is in it.
#[derive(Debug, Default)]
pub(super) struct Element {
    /// Its data category: the `type` of a general element (`<descrip type="definition">`), or else
    /// the name itself without a prefix (`<basic:definition>`).
    pub(super) category: String,
    pub(super) id: Option<String>,
    pub(super) language: Option<String>,
    /// Whether TBX has an element of this name, or another namespace may.
    pub(super) is_known: bool,
    pub(super) span: Option<Span>,
    pub(super) elements: Vec<Element>,
    /// The text of the element and those in it, as it was written.
    text: String,
}

/// The elements that say by their `type` what they are.
const GENERAL: [&str; 9] = [
    "admin",
    "adminNote",
    "descrip",
    "descripNote",
    "ref",
    "termNote",
    "transac",
    "transacNote",
    "xref",
];

/// The elements of TBX-Core, in the forms of 2008 and of 2019.
const CORE: &str = "\
    admin adminGrp adminNote back body bpt change conceptEntry date descrip descripGrp \
    descripNote ec encodingDesc ept fileDesc foreign hi item itemGrp itemSet langSec langSet \
    martif martifHeader note ntig p ph publicationStmt ref refObject refObjectGrp \
    refObjectList refObjectSec revisionDesc sc sourceDesc tbx tbxHeader term termComp \
    termCompGrp termCompList termCompSec termEntry termGrp termNote termNoteGrp termSec text \
    tig title titleStmt transac transacGrp transacNote xref";

impl Element {
    /// Where it stands.
    pub(super) fn span(&self) -> Span {
        self.span.unwrap_or(Span::at(0))
    }

    /// Its text without the line breaks and indents of a laid out file: a line that is indented
    /// goes on with the one before.
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        for line in self.text.lines() {
            let is_continued = line.starts_with([' ', '\t']) || line.is_empty();
            let words = line.split([' ', '\t']).filter(|word| !word.is_empty());
            let line = words.collect::<Vec<_>>().join(" ");
            if !text.is_empty() && !line.is_empty() {
                text.push(if is_continued { ' ' } else { '\n' });
            }
            text.push_str(&line);
        }
        text
    }
}

/// An XML file while it is read.
pub(super) struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    text: &'a str,
    /// The bytes of a byte order mark, which the reader does not see.
    mark: usize,
    /// The elements that are open.
    open: Vec<Element>,
}

impl<'a> Xml<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let content = text.trim_start_matches('\u{feff}');
        let mut reader = Reader::from_str(content);
        reader.config_mut().expand_empty_elements = true;
        Self { reader, text, mark: text.len() - content.len(), open: Vec::new() }
    }

    /// The next element that begins, without what is in it; none at the end of the file.
    pub(super) fn open(&mut self) -> Result<Option<&Element>, Problem> {
        loop {
            let start = self.position();
            match self.event()? {
                Event::Start(tag) => {
                    self.push(&tag, start)?;
                    return Ok(self.open.last());
                }
                Event::End(_) => {
                    self.open.pop();
                }
                Event::Eof => return Ok(None),
                Event::GeneralRef(reference) => {
                    self.character(&reference)?;
                }
                _ => {}
            }
        }
    }

    /// The element just opened, with all that is in it.
    pub(super) fn element(&mut self) -> Result<Element, Problem> {
        let depth = self.open.len();
        loop {
            let start = self.position();
            match self.event()? {
                Event::Start(tag) => self.push(&tag, start)?,
                Event::End(_) => {
                    let element = self.open.pop().unwrap_or_default();
                    if self.open.len() < depth {
                        return Ok(element);
                    }
                    self.add_text(&element.text);
                    if let Some(parent) = self.open.last_mut() {
                        parent.elements.push(element);
                    }
                }
                Event::Text(text) => self.add_text(&text.xml10_content()),
                Event::CData(text) => self.add_text(&text.xml10_content()),
                Event::GeneralRef(reference) => {
                    let c = self.character(&reference)?;
                    self.add_text(&c);
                }
                _ => {}
            }
        }
    }

    fn push(&mut self, tag: &BytesStart<'_>, start: usize) -> Result<(), Problem> {
        if self.open.len() == DEEPEST {
            return Err(self.problem(start, Message::new("exchange-xml-deep")));
        }
        let span = Span::new(start, self.position());
        let element = opened(tag, span).map_err(|error| self.broken(start, &error))?;
        self.open.push(element);
        Ok(())
    }

    fn add_text(&mut self, text: &str) {
        if let Some(element) = self.open.last_mut() {
            element.text.push_str(text);
        }
    }

    /// The character that a reference stands for.
    fn character(&self, reference: &BytesRef<'_>) -> Result<String, Problem> {
        let start = self.position().saturating_sub(reference.len() + 2);
        match reference.resolve_char_ref() {
            Ok(Some(c)) => return Ok(c.to_string()),
            Ok(None) => {}
            Err(error) => return Err(self.broken(start, &error)),
        }
        let name = reference.xml10_content();
        let entity = resolve_predefined_entity(&name).map(str::to_owned);
        entity.ok_or_else(|| {
            let message = Message::new("exchange-xml-entity").with("entity", name.as_ref());
            self.problem(start, message)
        })
    }

    /// The next event; a file that ends too early is broken.
    fn event(&mut self) -> Result<Event<'a>, Problem> {
        let start = self.position();
        match self.reader.read_event() {
            Ok(Event::DocType(text)) if text.contains('[') => {
                Err(self.problem(start, Message::new("exchange-xml-doctype")))
            }
            Ok(Event::Eof) => match self.open.last() {
                Some(element) => {
                    let message = Message::new("exchange-xml-open");
                    let message = message.with("element", element.category.as_str());
                    Err(Problem { span: element.span(), message })
                }
                None => Ok(Event::Eof),
            },
            Ok(event) => Ok(event),
            Err(error) => {
                let at = self.offset(self.reader.error_position());
                Err(self.broken(at, &error))
            }
        }
    }

    fn position(&self) -> usize {
        self.offset(self.reader.buffer_position())
    }

    /// The offset in the file of a position in what the reader sees, never within a character.
    fn offset(&self, position: u64) -> usize {
        let position = usize::try_from(position).unwrap_or(usize::MAX);
        let mut offset = position.saturating_add(self.mark).min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        offset
    }

    fn broken(&self, at: usize, error: &Error) -> Problem {
        let message = Message::new("exchange-xml-broken").with("detail", error.to_string());
        self.problem(at, message)
    }

    fn problem(&self, at: usize, message: Message) -> Problem {
        Problem { span: Span::at(at), message }
    }
}

/// The element of a start tag.
fn opened(tag: &BytesStart<'_>, span: Span) -> Result<Element, Error> {
    let name = tag.local_name().as_ref().to_owned();
    let is_known = tag.name().prefix().is_some() || CORE.split(' ').any(|known| known == name);
    let mut element = Element { category: name, is_known, span: Some(span), ..Element::default() };
    let is_general = GENERAL.contains(&element.category.as_str());
    for attribute in tag.attributes() {
        let attribute = attribute?;
        let value = attribute.normalized_value(XmlVersion::Explicit1_0)?.into_owned();
        match attribute.key.local_name().as_ref() {
            "xmlns" => element.is_known = true,
            "type" if is_general => element.category = value,
            "id" => element.id = Some(value),
            "lang" => element.language = Some(value),
            _ => {}
        }
    }
    Ok(element)
}
