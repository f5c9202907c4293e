//! File formats: bytes in, blocks and segments with exact spans out.
//!
//! To add a format, write its file and name it in `FORMATS`.

mod addresses;
mod admonitions;
mod asciidoc;
mod builder;
mod catalogue;
mod docx;
mod encoding;
mod epub;
mod fb2;
pub mod head;
mod html;
mod markdown;
mod near;
mod odt;
mod package;
mod parts;
mod plain_text;
mod prose;
mod rst;
mod splice;
mod subtitles;
mod verse;
mod view;
mod xml;

pub use catalogue::{both_in_one, is_untouched, may_be_both_in_one, plural_form};
pub use encoding::{MAX_BYTES, likely_encoding};
pub use parts::{Part, PartKind};
pub use splice::{splice, spliced};
pub use view::TRACKED_CHANGES;

use builder::Parsed;
use package::{Package, Refused};
use view::View;

use crate::model::{Document, Edit, Language, Message, RepoPath};

/// How documents are cut into segments.
#[derive(Debug, Clone)]
pub struct Options {
    /// The unit of translation.
    pub unit: Unit,
    /// Front matter keys that are text to translate.
    pub front_matter: Vec<String>,
}

/// The unit of translation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// A sentence.
    Sentence,
    /// A whole block.
    Block,
    /// Each line that is not empty. A file of no known format is lines and has no blocks.
    Line,
}

impl Default for Options {
    fn default() -> Self {
        Self { unit: Unit::Sentence, front_matter: vec!["title".into(), "description".into()] }
    }
}

/// What a format reads.
struct Input<'a> {
    text: &'a str,
    language: Language,
    options: &'a Options,
}

/// A format: the extensions of its files, in lower case, and how it is read.
struct Format {
    extensions: &'static [&'static str],
    reader: Reader,
    /// Whether its files are catalogues: taken for texts only where that is plain.
    is_catalogue: bool,
    /// What changes of a text take with them, where they do.
    fit: Option<Fit>,
}

/// Gives changes with those that they take with them, or says why they cannot be made.
type Fit = fn(&Document, &[Edit]) -> Result<Vec<Edit>, Message>;

/// Reads a package for a language.
type Unpack = fn(&mut Package<'_>, Language) -> Result<View, Refused>;

/// How a format is read.
#[derive(Clone, Copy)]
enum Reader {
    /// The file is text.
    Text(fn(&Input<'_>) -> Parsed),
    /// The file is a package.
    Package(Unpack),
}

/// A format of packages.
const fn package(extensions: &'static [&'static str], read: Unpack) -> Format {
    Format { extensions, reader: Reader::Package(read), is_catalogue: false, fit: None }
}

/// A format of documents.
const fn texts(extensions: &'static [&'static str], parse: fn(&Input<'_>) -> Parsed) -> Format {
    Format { extensions, reader: Reader::Text(parse), is_catalogue: false, fit: None }
}

/// A format of catalogues.
const fn keys(extensions: &'static [&'static str], parse: fn(&Input<'_>) -> Parsed) -> Format {
    Format { extensions, reader: Reader::Text(parse), is_catalogue: true, fit: None }
}

/// The formats that are read.
const FORMATS: &[Format] = &[
    // Quarto and R Markdown are Markdown with blocks of code that run.
    texts(&["md", "markdown", "mdown", "mkd", "liquid", "qmd", "rmd"], markdown::parse),
    texts(&["mdx"], markdown::parse_mdx),
    texts(&["html", "htm", "xhtml"], html::parse),
    texts(&["txt", "text"], |input| plain_text::parse(input.text)),
    Format { fit: Some(rst::fitted), ..texts(&["rst"], rst::parse) },
    texts(&["adoc", "asciidoc", "asc"], asciidoc::parse),
    texts(&["fb2"], fb2::parse),
    texts(&["srt", "vtt"], subtitles::parse),
    package(&["docx", "docm"], docx::read),
    package(&["odt", "ott"], odt::read),
    package(&["epub"], epub::read),
    keys(&["json", "arb"], catalogue::json::parse),
    keys(&["yaml", "yml"], catalogue::yaml::parse),
    keys(&["toml"], catalogue::toml::parse),
    keys(&["properties"], catalogue::properties::parse),
    keys(&["strings"], catalogue::apple::parse),
    keys(&["po"], catalogue::po::parse),
    keys(&["ftl"], catalogue::fluent::parse),
    keys(&["xml"], catalogue::android::parse),
    keys(&["resx"], catalogue::resx::parse),
    keys(&["xliff", "xlf"], catalogue::xliff::parse),
];

/// The usual extension of each format that is read, in lower case.
pub fn usual_extensions() -> impl Iterator<Item = &'static str> {
    FORMATS.iter().filter_map(|format| format.extensions.first()).copied()
}

/// Whether the file is in a format of documents that is read, by its extension.
#[must_use]
pub fn is_document(path: &RepoPath) -> bool {
    format_of(path).is_some_and(|format| !format.is_catalogue)
}

/// Whether the file may be a catalogue of texts by key, by its extension; far more such files are
/// settings.
#[must_use]
pub fn may_be_catalogue(path: &RepoPath) -> bool {
    format_of(path).is_some_and(|format| format.is_catalogue)
}

/// Extensions of formats that hold text for people and are not read: no pictures, code or data.
const UNREAD: [&str; 21] = [
    "doc",
    "rtf",
    "pages",
    "wpd",
    "pdf",
    "djvu",
    "mobi",
    "azw3",
    "pptx",
    "ppt",
    "odp",
    "xlsx",
    "xls",
    "ods",
    "tex",
    "typ",
    "textile",
    "mediawiki",
    "wiki",
    "ass",
    "org",
];

/// Whether the file holds text in a format that is not read, by its extension.
#[must_use]
pub fn is_unread(path: &RepoPath) -> bool {
    let extension = path.extension().map(str::to_lowercase).unwrap_or_default();
    UNREAD.contains(&extension.as_str()) && !is_document(path)
}

fn format_of(path: &RepoPath) -> Option<&'static Format> {
    let extension = path.extension()?.to_lowercase();
    FORMATS.iter().find(|format| format.extensions.contains(&extension.as_str()))
}

/// Whether a file of its kind is a package, whose text is not its bytes.
#[must_use]
pub fn is_package(path: &RepoPath) -> bool {
    matches!(format_of(path), Some(Format { reader: Reader::Package(_), .. }))
}

/// Parses `text`, the format chosen by the extension of `path`; of a file without a known one, or
/// of the text of a package, it is taken for plain text.
#[must_use]
pub fn parse(path: RepoPath, language: Language, text: String, options: &Options) -> Document {
    let parsed = match (options.unit, format_of(&path).map(|format| format.reader)) {
        (_, Some(Reader::Text(parse))) => parse(&Input { text: &text, language, options }),
        (Unit::Line, _) => plain_text::parse_lines(&text),
        _ => plain_text::parse(&text),
    };
    parsed.into_document(path, language, text, options)
}

/// Parses the bytes of an earlier version of a file, as [`read`] does; what stood there in a wrong
/// encoding and was mended since is read as it is meant.
///
/// # Errors
/// As [`read`].
pub fn read_version(
    path: RepoPath,
    language: Language,
    bytes: Vec<u8>,
    options: &Options,
) -> Result<Document, Message> {
    if is_package(&path) {
        return read(path, language, bytes, options);
    }
    let text = encoding::reread(&encoding::decode(&path, bytes)?);
    Ok(parse(path, language, text, options))
}

/// Whether [`read_version`] reads from the bytes of a file at `path` what `document` says, so that
/// they need not be read.
#[must_use]
pub fn is_version(document: &Document, path: &RepoPath, bytes: &[u8]) -> bool {
    let is_read_alike = || document.path.extension() == path.extension();
    document.origin.is_none()
        && document.text.as_bytes() == bytes
        && is_read_alike()
        && encoding::is_reread_alike(&document.text)
}

/// Parses the bytes of a file.
///
/// # Errors
/// When they are no UTF-8 text, or too many, or a package that cannot be read; the message says how
/// to mend that.
pub fn read(
    path: RepoPath,
    language: Language,
    bytes: Vec<u8>,
    options: &Options,
) -> Result<Document, Message> {
    if let Some(Format { reader: Reader::Package(read), .. }) = format_of(&path) {
        return unpacked(*read, path, language, bytes, options);
    }
    let text = encoding::decode(&path, bytes)?;
    Ok(parse(path, language, text, options))
}

/// Parses a package.
fn unpacked(
    read: Unpack,
    path: RepoPath,
    language: Language,
    bytes: Vec<u8>,
    options: &Options,
) -> Result<Document, Message> {
    encoding::bounded(&path, &bytes)?;
    let view = Package::open(&bytes).and_then(|mut package| read(&mut package, language));
    let view = view.map_err(|refused| Message::new(refused.id()).with("path", path.as_str()))?;
    let (text, parsed, origin) = view.finish(bytes);
    let document = parsed.into_document(path, language, text, options);
    Ok(Document { origin: Some(origin), ..document })
}
