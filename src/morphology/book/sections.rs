//! The bytes of the dictionary in sections: numbers, strings, lists.
//!
//! A file is a heading of sixteen bytes and sections, each its length in eight bytes, its bytes and
//! noughts up to a multiple of eight. All numbers have their least byte first.

use std::array;

/// What the file begins with, and the only version of it that is read here.
const MAGIC: &[u8] = b"RUMORPH\0\x08\0\0\0";
const HEADING: usize = 16;
const COUNT: usize = 17;

/// A list of the file has no more items.
const LONGEST_LIST: usize = 255;

/// The sections, in their order; empty ones where the bytes are no such file.
pub(super) fn sections(data: &'static [u8]) -> Option<[Section; COUNT]> {
    let mut rest = data.starts_with(MAGIC).then(|| data.get(HEADING..)).flatten()?;
    let mut next = || {
        let (length, after) = rest.split_first_chunk::<8>()?;
        let length = usize::try_from(u64::from_le_bytes(*length)).ok()?;
        let section = after.get(..length)?;
        rest = after.get(length.checked_next_multiple_of(8)?..)?;
        Some(Section(section))
    };
    let all: [Option<Section>; COUNT] = array::from_fn(|_| next());
    all.iter().all(Option::is_some).then(|| all.map(|section| section.unwrap_or(Section(&[]))))
}

/// The bytes of one section.
#[derive(Debug, Clone, Copy)]
pub(super) struct Section(pub(super) &'static [u8]);

impl Section {
    /// The number of two bytes at a place, counted in such numbers.
    pub(super) fn short(self, at: usize) -> Option<u16> {
        let bytes = self.0.get(at.checked_mul(2)?..)?.first_chunk::<2>()?;
        Some(u16::from_le_bytes(*bytes))
    }

    /// The number of four bytes at a place, counted in such numbers.
    pub(super) fn long(self, at: usize) -> Option<u32> {
        let bytes = self.0.get(at.checked_mul(4)?..)?.first_chunk::<4>()?;
        Some(u32::from_le_bytes(*bytes))
    }

    /// A string of a table: how many there are, where each ends, all of them.
    pub(super) fn string(self, index: usize) -> Option<&'static str> {
        let count = self.long(0)? as usize;
        let end = (index < count).then(|| self.long(index + 1)).flatten()? as usize;
        let start = if index == 0 { 0 } else { self.long(index)? as usize };
        let text = self.0.get(4 * (count + 1)..)?;
        str::from_utf8(text.get(start..end)?).ok()
    }

    /// A list of items of so many numbers: how often they come, without the highest bit, whether
    /// that is set, and where they begin.
    pub(super) fn list(self, at: usize) -> Option<List> {
        let heading = self.long(at)?;
        let length = (heading & !List::MARK) as usize;
        let is_marked = heading & List::MARK != 0;
        (length <= LONGEST_LIST).then_some(List { start: at + 1, length, is_marked })
    }
}

/// Where a list stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct List {
    pub(super) start: usize,
    pub(super) length: usize,
    pub(super) is_marked: bool,
}

impl List {
    const MARK: u32 = 1 << 31;
}
