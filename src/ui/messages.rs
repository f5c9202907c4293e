//! Messages put into words, with Fluent.
//!
//! Every `.ftl` file below `locales/<language>/` is part of the program; a topic is a file of the
//! same name in each language. Tests hold that both have the same messages with the same
//! variables, and that every message the code names exists.

use std::{borrow::Cow, sync::OnceLock};

use fluent::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use include_dir::{Dir, include_dir};
use rustc_hash::{FxBuildHasher, FxHashMap};
use unic_langid::LanguageIdentifier;

use super::Locale;
use crate::model::{Argument, Finding, Message};

static LOCALES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/ui/locales");

type Bundle = FluentBundle<FluentResource>;

/// Everything that Sverka can say, in one language.
pub struct Messages {
    locale: Locale,
    files: Vec<Topic>,
    /// In which file each message stands.
    places: FxHashMap<&'static str, usize>,
}

/// There are about as many messages.
const MESSAGES: usize = 1000;

/// A file of messages, read when the first of them is said. None names a message of another file.
struct Topic {
    text: &'static str,
    bundle: OnceLock<Bundle>,
}

impl Messages {
    /// The messages of a language.
    #[must_use]
    pub fn new(locale: Locale) -> Self {
        let files: Vec<Topic> =
            sources(locale).map(|text| Topic { text, bundle: OnceLock::new() }).collect();
        let mut places = FxHashMap::with_capacity_and_hasher(MESSAGES, FxBuildHasher);
        for (at, file) in files.iter().enumerate() {
            places.extend(ids(file.text).map(|id| (id, at)));
        }
        Self { locale, files, places }
    }

    /// The messages of the machine formats, which are the same for everybody.
    #[must_use]
    pub fn english() -> Self {
        Self::new(Locale::English)
    }

    /// The language.
    #[must_use]
    pub const fn locale(&self) -> Locale {
        self.locale
    }

    /// The message in words; its id where it has none.
    #[must_use]
    pub fn text(&self, message: &Message) -> String {
        self.find(message).unwrap_or_else(|| message.id.to_string())
    }

    /// The words of a message without arguments.
    #[must_use]
    pub fn phrase(&self, id: &str) -> String {
        self.text(&Message::new(id.to_owned()))
    }

    /// How to cure a finding: as its very message says, or as its kind does.
    #[must_use]
    pub fn cure(&self, finding: &Finding) -> Option<String> {
        let ids =
            [format!("{}.cure", finding.message.id), format!("explain-{}.cure", finding.code)];
        let mut messages =
            ids.into_iter().map(|id| Message { id: id.into(), ..finding.message.clone() });
        messages.find_map(|message| self.find(&message))
    }

    /// The message in words, if there is one. An id may name an attribute: `explain-stale.cure`.
    #[must_use]
    pub fn find(&self, message: &Message) -> Option<String> {
        let (id, attribute) = match message.id.split_once('.') {
            Some((id, attribute)) => (id, Some(attribute)),
            None => (message.id.as_ref(), None),
        };
        let file = self.files.get(*self.places.get(id)?)?;
        let bundle = file.bundle.get_or_init(|| bundle(self.locale, file.text));
        let found = bundle.get_message(id)?;
        let pattern = match attribute {
            Some(name) => found.get_attribute(name)?.value(),
            None => found.value()?,
        };
        let arguments = fluent_arguments(&message.arguments);
        // What Fluent cannot resolve it shows by name, which is the best there is to show.
        let text = bundle.format_pattern(pattern, Some(&arguments), &mut Vec::new());
        Some(text.into_owned())
    }
}

impl std::fmt::Debug for Messages {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Messages").finish_non_exhaustive()
    }
}

/// The files of a language.
fn sources(locale: Locale) -> impl Iterator<Item = &'static str> {
    let folder = LOCALES.get_dir(locale.code());
    folder.into_iter().flat_map(Dir::files).filter_map(include_dir::File::contents_utf8)
}

/// The ids of the messages of a file: each begins a line.
fn ids(text: &'static str) -> impl Iterator<Item = &'static str> {
    let named = text.split('\n').filter(|line| line.starts_with(|c: char| c.is_ascii_alphabetic()));
    named.filter_map(|line| {
        let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        let end = line.bytes().position(|byte| !is_part(&byte))?;
        let (id, rest) = line.split_at_checked(end)?;
        rest.starts_with(" =").then_some(id)
    })
}

fn bundle(locale: Locale, text: &str) -> Bundle {
    let mut bundle = Bundle::new_concurrent(vec![identifier(locale)]);
    bundle.set_use_isolating(false);
    bundle.add_resource_overriding(resource(text));
    bundle
}

/// A file's messages; those with a mistake are left out, and a test fails.
fn resource(text: &str) -> FluentResource {
    FluentResource::try_new(text.to_owned()).unwrap_or_else(|(resource, _)| resource)
}

/// Fluent's name of the language, by which it chooses plural forms.
fn identifier(locale: Locale) -> LanguageIdentifier {
    locale.code().parse().unwrap_or_default()
}

fn fluent_arguments(arguments: &[(Cow<'static, str>, Argument)]) -> FluentArgs<'static> {
    let value = |argument: &Argument| match argument {
        Argument::Text(text) => FluentValue::from(text.clone()),
        Argument::Number(number) => FluentValue::from(*number),
    };
    arguments.iter().map(|(name, argument)| (name.clone(), value(argument))).collect()
}

#[cfg(test)]
mod tests;
