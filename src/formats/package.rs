//! Packages: files that are an archive of parts. They are bounded before anything is unpacked.

use std::{
    collections::BTreeMap,
    io::{Cursor, Read, Write},
};

use zip::{ZipArchive, ZipWriter, write::SimpleFileOptions};

/// All parts of a package together have no more bytes than this.
const LARGEST: u64 = 256 * 1024 * 1024;

/// Nor more than so many times those of the file,
const RATIO: u64 = 100;

/// unless they are so few that it does not matter.
const SMALL: u64 = 1024 * 1024;

/// Nor are there more parts than this.
const MOST_PARTS: usize = 10_000;

/// An archive whose bounds were looked at.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// How many bytes may still be unpacked, whatever the archive says of itself.
    left: u64,
}

/// Why a package is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Refused {
    /// It is no archive, or a part of it cannot be unpacked.
    Damaged,
    /// It would unpack to more than anybody wrote.
    TooLarge,
    /// It has a password.
    Encrypted,
}

impl Refused {
    /// The message that says so.
    pub(super) const fn id(self) -> &'static str {
        match self {
            Self::Damaged => "package-damaged",
            Self::TooLarge => "package-too-large",
            Self::Encrypted => "package-encrypted",
        }
    }
}

impl<'a> Package<'a> {
    /// Opens an archive and looks at its bounds.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Refused> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refused::Damaged)?;
        if archive.len() > MOST_PARTS {
            return Err(Refused::TooLarge);
        }
        let allowed = LARGEST.min((bytes.len() as u64).saturating_mul(RATIO).max(SMALL));
        let mut package = Self { archive, left: allowed };
        let mut total = 0_u64;
        for index in 0..package.archive.len() {
            let part = package.archive.by_index_raw(index).map_err(|_| Refused::Damaged)?;
            if part.encrypted() {
                return Err(Refused::Encrypted);
            }
            total = total.saturating_add(part.size());
        }
        if total > allowed { Err(Refused::TooLarge) } else { Ok(package) }
    }

    /// The text of a part; none where there is no such part.
    pub(super) fn text(&mut self, name: &str) -> Result<Option<String>, Refused> {
        let Some(index) = self.archive.index_for_name(name) else { return Ok(None) };
        let part = self.archive.by_index(index).map_err(|_| Refused::Damaged)?;
        let mut bytes = Vec::new();
        part.take(self.left + 1).read_to_end(&mut bytes).map_err(|_| Refused::Damaged)?;
        let length = bytes.len() as u64;
        self.left = self.left.checked_sub(length).ok_or(Refused::TooLarge)?;
        String::from_utf8(bytes).map(Some).map_err(|_| Refused::Damaged)
    }
}

/// The archive with the texts of some parts replaced; the others are copied as they are packed.
pub(super) fn repack(bytes: &[u8], changed: &BTreeMap<&str, String>) -> Option<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut writer = ZipWriter::new(Cursor::new(Vec::with_capacity(bytes.len())));
    for index in 0..archive.len() {
        let part = archive.by_index_raw(index).ok()?;
        let name = part.name().ok()?.into_owned();
        match changed.get(name.as_str()) {
            None => writer.raw_copy_file(part).ok()?,
            Some(text) => {
                let mut options =
                    SimpleFileOptions::default().compression_method(part.compression());
                if let Some(time) = part.last_modified() {
                    options = options.last_modified_time(time);
                }
                writer.start_file(name, options).ok()?;
                writer.write_all(text.as_bytes()).ok()?;
            }
        }
    }
    Some(writer.finish().ok()?.into_inner())
}
