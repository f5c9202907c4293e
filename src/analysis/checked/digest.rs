//! What a result depends on, hashed field by field.

use std::io;

use crate::{
    checks::Levels,
    formats::{Options, Unit},
    model::{Direction, DocumentPair, RepoPath},
};

/// The hash of bytes or of what a result depends on.
pub(super) type Hash = [u8; 32];

/// A hash as it is put together. Every part tells its length, so that none runs into the next.
pub(super) struct Digest(blake3::Hasher);

impl Digest {
    /// The digest of what depends on nothing but the program.
    pub(super) fn new() -> Self {
        Self(blake3::Hasher::new()).text(env!("SVERKA_BUILD"))
    }

    pub(super) fn bytes(mut self, bytes: &[u8]) -> Self {
        self.0.update(&(bytes.len() as u64).to_le_bytes());
        self.0.update(bytes);
        self
    }

    /// The same of so many bytes that come one block after the other.
    pub(super) fn long(
        mut self,
        size: usize,
        blocks: impl FnOnce(&mut dyn FnMut(&[u8])) -> io::Result<()>,
    ) -> io::Result<Self> {
        self.0.update(&(size as u64).to_le_bytes());
        blocks(&mut |block| {
            self.0.update(block);
        })?;
        Ok(self)
    }

    pub(super) fn text(self, text: &str) -> Self {
        self.bytes(text.as_bytes())
    }

    pub(super) fn number(mut self, number: usize) -> Self {
        self.0.update(&(number as u64).to_le_bytes());
        self
    }

    pub(super) fn maybe(self, text: Option<&str>) -> Self {
        let known = self.number(usize::from(text.is_some()));
        known.text(text.unwrap_or_default())
    }

    pub(super) fn all<'a>(self, texts: impl IntoIterator<Item = &'a str>) -> Self {
        let (digest, count) = texts
            .into_iter()
            .fold((self, 0), |(digest, count), text| (digest.text(text), count + 1));
        digest.number(count)
    }

    /// The two files of a pair, by their names.
    pub(super) fn pair(self, pair: &DocumentPair) -> Self {
        let path = |path: &'_ Option<RepoPath>| path.as_ref().map(|path| path.as_str().to_owned());
        let direction = match pair.direction {
            None => 0,
            Some(Direction::RuEn) => 1,
            Some(Direction::EnRu) => 2,
        };
        self.maybe(path(&pair.source).as_deref())
            .maybe(path(&pair.target).as_deref())
            .maybe(path(&pair.expected_target).as_deref())
            .text(&pair.shared)
            .number(usize::from(pair.renamed))
            .number(direction)
    }

    pub(super) fn options(self, options: &Options) -> Self {
        let Options { unit, front_matter } = options;
        let unit = match unit {
            Unit::Sentence => 0,
            Unit::Block => 1,
            Unit::Line => 2,
        };
        self.number(unit).all(front_matter.iter().map(String::as_str))
    }

    pub(super) fn levels(self, levels: &Levels) -> Self {
        levels.all().fold(self, |digest, (code, grade, severity)| {
            digest
                .text(code.as_str())
                .maybe(grade.map(|grade| grade.as_str()))
                .maybe(severity.map(|severity| severity.as_str()))
        })
    }

    pub(super) fn finish(self) -> Hash {
        *self.0.finalize().as_bytes()
    }
}
