//! EPUB: a book as its pages, in the order in which they are read.

use std::collections::HashMap;

use percent_encoding::percent_decode_str;

use super::{
    Input, Options,
    builder::RawBlock,
    html,
    package::{Package, Refused},
    prose::Prose,
    view::View,
    xml::{self, Piece, attribute},
};
use crate::model::{BlockKind, Language, Span};

/// What of the description of a book is text.
const DESCRIPTION: [&str; 2] = ["title", "description"];

/// Reads the title of the book, then its pages.
pub(super) fn read(package: &mut Package<'_>, language: Language) -> Result<View, Refused> {
    let container = package.text("META-INF/container.xml")?.ok_or(Refused::Damaged)?;
    let root = xml::pieces(&container).0.iter().find_map(root_file).ok_or(Refused::Damaged)?;
    let text = package.text(&root)?.ok_or(Refused::Damaged)?;
    let book = Book::of(&text, root.rsplit_once('/').map_or("", |(folder, _)| folder));
    let mut view = View::default();
    view.add(&root, text, book.description);
    let options = Options::default();
    for name in book.pages {
        let text = package.text(&name)?.ok_or(Refused::Damaged)?;
        let parsed = html::parse(&Input { text: &text, language, options: &options });
        // What stands before the body is not shown, often the name of the file.
        let body = text.find("<body").unwrap_or_default();
        let is_shown = |block: &RawBlock| block.span.start >= body;
        view.add(&name, text, parsed.blocks.into_iter().filter(is_shown).collect());
    }
    Ok(view)
}

fn root_file(piece: &Piece) -> Option<String> {
    let Piece::Open(name, attributes, _) = piece else { return None };
    attribute(attributes, "full-path").filter(|_| name == "rootfile").map(str::to_owned)
}

/// What the package says of a book.
struct Book {
    description: Vec<RawBlock>,
    /// The parts that are pages, in order.
    pages: Vec<String>,
}

impl Book {
    fn of(text: &str, folder: &str) -> Self {
        let (mut items, mut order) = (HashMap::new(), Vec::new());
        let mut book = Self { description: Vec::new(), pages: Vec::new() };
        let mut open: Option<(String, Prose)> = None;
        for piece in xml::pieces(text).0 {
            match piece {
                Piece::Open(name, attributes, _) if name == "item" => {
                    let value = |name| attribute(&attributes, name).unwrap_or_default().to_owned();
                    if value("media-type") == "application/xhtml+xml" {
                        items.insert(value("id"), path(folder, &value("href")));
                    }
                }
                Piece::Open(name, attributes, _) if name == "itemref" => {
                    order.extend(attribute(&attributes, "idref").map(str::to_owned));
                }
                Piece::Open(name, ..) if DESCRIPTION.contains(&name.as_str()) => {
                    open = Some((name, Prose::default()));
                }
                Piece::Text(span) => {
                    if let Some((_, prose)) = &mut open {
                        xml::push_exact(text, span, prose);
                    }
                }
                Piece::Close(..) => {
                    book.description.extend(open.take().and_then(|(name, it)| value(name, it)));
                }
                _ => {}
            }
        }
        book.pages = order.iter().filter_map(|id| items.remove(id)).collect();
        book
    }
}

fn value(name: String, prose: Prose) -> Option<RawBlock> {
    let span: Span = prose.extent()?;
    let block = RawBlock::bare(BlockKind::Value, span, 0);
    Some(RawBlock { label: Some(name), prose, ..block })
}

/// The path of a part that the package names from its folder.
fn path(folder: &str, href: &str) -> String {
    let href = percent_decode_str(href).decode_utf8_lossy();
    if folder.is_empty() { href.into_owned() } else { format!("{folder}/{href}") }
}
