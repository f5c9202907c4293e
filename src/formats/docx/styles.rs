//! What the styles of a document make of its paragraphs.

use std::collections::HashMap;

use super::super::xml::{Piece, attribute, pieces};

/// No style is based on more than so many others.
const DEEPEST: usize = 20;

/// The styles by their id.
#[derive(Debug, Default)]
pub(super) struct Styles(HashMap<String, Style>);

#[derive(Debug, Default, Clone)]
struct Style {
    name: String,
    based_on: Option<String>,
    outline: Option<u8>,
    /// The level of the list that it makes.
    list: Option<u8>,
}

/// What a style says a paragraph is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Text,
    Heading(u8),
    List(u8),
    Quote,
    Code,
    /// Made by a program from other paragraphs.
    Derived,
}

impl Styles {
    /// Reads `styles.xml`.
    pub(super) fn read(text: &str) -> Self {
        let mut styles = HashMap::new();
        let mut current: Option<(String, Style)> = None;
        for piece in pieces(text).0 {
            match piece {
                Piece::Open(name, attributes, _) if name == "style" => {
                    let id = attribute(&attributes, "styleId").unwrap_or_default().to_owned();
                    current = Some((id, Style::default()));
                }
                Piece::Open(name, attributes, _) => {
                    if let Some((_, style)) = &mut current {
                        style.take(&name, attribute(&attributes, "val"));
                    }
                }
                Piece::Close(name, _) if name == "style" => styles.extend(current.take()),
                _ => {}
            }
        }
        Self(styles)
    }

    /// What paragraphs of a style are.
    pub(super) fn role(&self, id: &str) -> Role {
        let mut list = None;
        for style in self.chain(id) {
            if let Some(role) = style.role() {
                return role;
            }
            list = list.or(style.list);
        }
        list.map_or(Role::Text, Role::List)
    }

    /// Whether runs of a style are code.
    pub(super) fn is_code(&self, id: &str) -> bool {
        const NAMES: [&str; 6] = [
            "verbatim char",
            "html code",
            "source text",
            "html keyboard",
            "html typewriter",
            "code",
        ];
        self.chain(id).any(|style| NAMES.contains(&style.name.as_str()))
    }

    /// A style and those that it is based on.
    fn chain(&self, id: &str) -> impl Iterator<Item = &Style> {
        let first = self.0.get(id);
        let next = |style: &&Style| style.based_on.as_ref().and_then(|id| self.0.get(id));
        std::iter::successors(first, next).take(DEEPEST)
    }
}

impl Style {
    fn take(&mut self, element: &str, value: Option<&str>) {
        let Some(value) = value else { return };
        match element {
            "name" => self.name = value.to_lowercase(),
            "basedOn" => self.based_on = Some(value.to_owned()),
            "outlineLvl" => self.outline = value.parse().ok().filter(|level| *level < 9),
            "numId" if value != "0" => self.list = self.list.or(Some(0)),
            "ilvl" => self.list = value.parse().ok(),
            _ => {}
        }
    }

    fn role(&self) -> Option<Role> {
        let name = self.name.as_str();
        let level = name.strip_prefix("heading ").and_then(|level| level.parse().ok());
        let heading = level.or_else(|| self.outline.map(|level| level + 1));
        if let Some(level) = heading {
            return Some(Role::Heading(level));
        }
        match name {
            "title" => Some(Role::Heading(1)),
            "source code" | "html preformatted" | "preformatted text" | "macro text" => {
                Some(Role::Code)
            }
            "table of figures" => Some(Role::Derived),
            _ if name.starts_with("toc ") => Some(Role::Derived),
            _ if name.contains("quot") || name == "block text" => Some(Role::Quote),
            _ => None,
        }
    }
}
