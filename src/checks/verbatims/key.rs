//! By what two verbatim pieces are compared.

use super::{address::Address, skeleton::Skeleton};
use crate::model::{Severity, Verbatim, VerbatimKind};

/// What must be alike.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Key {
    /// Where a link leads, or an image lies.
    Address(Address),
    /// Code and template tags.
    Code(Skeleton),
    /// The name of a tag.
    Tag(String),
    /// The piece itself.
    Plain(String),
}

impl Key {
    /// What `verbatim` is compared by.
    pub(super) fn of(verbatim: &Verbatim) -> Self {
        let text = verbatim.text.as_str();
        match verbatim.kind {
            VerbatimKind::Link | VerbatimKind::Image => Self::Address(Address::of(text)),
            VerbatimKind::Html => match address_alone(text) {
                Some(address) => Self::Address(Address::of(address)),
                None => Self::Tag(tag(text)),
            },
            VerbatimKind::Template => Self::Code(Skeleton::of_template(text)),
            VerbatimKind::Code => Self::Code(Skeleton::of_code(text)),
            VerbatimKind::FootnoteReference => Self::Plain(text.to_owned()),
        }
    }

    /// Whether `other`, of the translation, may stand for it.
    pub(super) fn agrees(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Address(one), Self::Address(other)) => one.agrees(other),
            (Self::Code(one), Self::Code(other)) => one.agrees(other),
            _ => self == other,
        }
    }

    /// How much it matters that the two do not agree.
    pub(super) fn severity(&self, other: &Self) -> Severity {
        match (self, other) {
            (Self::Address(one), Self::Address(other)) => one.severity(other),
            _ => Severity::Error,
        }
    }

    /// How likely it is that the one was made of the other, from 0 to 1. Of code and addresses that
    /// can be told; another tag was not, anything else may be.
    pub(super) fn likeness(&self, other: &Self) -> f64 {
        match (self, other) {
            (Self::Code(one), Self::Code(other)) => one.likeness(other),
            (Self::Address(one), Self::Address(other)) => one.likeness(other),
            (Self::Tag(_), Self::Tag(_)) => 0.0,
            _ => 1.0,
        }
    }

    /// Whether it is a closing tag.
    pub(super) fn closes(&self) -> bool {
        matches!(self, Self::Tag(tag) if tag.starts_with('/'))
    }

    /// Whether anything of its kind agrees with it.
    pub(super) fn is_free(&self) -> bool {
        matches!(self, Self::Code(skeleton) if skeleton.is_free())
    }
}

/// The address that stands between the brackets of a tag, where it is none: `<https://example.org>`.
fn address_alone(tag: &str) -> Option<&str> {
    let inner = tag.strip_prefix('<')?.strip_suffix('>')?;
    ["http://", "https://", "mailto:"]
        .iter()
        .any(|scheme| inner.starts_with(scheme))
        .then_some(inner)
}

/// The name of a tag, with its slash; attributes may hold text.
pub(super) fn tag(tag: &str) -> String {
    let inner = tag.trim_start_matches('<');
    let (slash, name) = inner.strip_prefix('/').map_or(("", inner), |name| ("/", name));
    let end = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
    format!("{slash}{}", name[..end].to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_between_brackets_is_no_tag() {
        let key = |text: &str| {
            let (kind, text) = (VerbatimKind::Html, text.to_owned());
            Key::of(&Verbatim { kind, span: crate::model::Span::at(0), text })
        };
        assert!(key("<http://example.org>").agrees(&key("<https://example.org>")));
        assert!(!key("<http://example.org>").agrees(&key("<http://example.net/a>")));
    }

    #[test]
    fn tags_are_known_by_name() {
        assert_eq!(tag("<a href=\"x/y\">"), "a");
        assert_eq!(tag("</b>"), "/b");
        assert_eq!(tag("<hr/>"), "hr");
    }
}
