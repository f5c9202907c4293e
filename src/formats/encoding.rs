//! From bytes to text: UTF-8 or a clear refusal, never a silent guess.

use encoding_rs::{Encoding, IBM866, KOI8_R, WINDOWS_1251};

use crate::{
    model::{Message, RepoPath},
    text::normalize::is_cyrillic,
};

/// Files larger than this, in bytes, are no prose that somebody wrote.
pub const MAX_BYTES: usize = 64 * 1024 * 1024;

/// How the pointer that stands for a file kept elsewhere begins (Git LFS specification).
const LFS_POINTER: &[u8] = b"version https://git-lfs.github.com/spec/";

/// Refuses a file that is too large, or only points to one that is kept elsewhere.
pub(super) fn bounded(path: &RepoPath, bytes: &[u8]) -> Result<(), Message> {
    let refusal = |id: &'static str| Message::new(id).with("path", path.as_str());
    if bytes.len() > MAX_BYTES {
        return Err(refusal("file-too-large").with("megabytes", MAX_BYTES / 1024 / 1024));
    }
    if bytes.starts_with(LFS_POINTER) { Err(refusal("file-lfs-pointer")) } else { Ok(()) }
}

/// The text of a file.
pub(super) fn decode(path: &RepoPath, bytes: Vec<u8>) -> Result<String, Message> {
    bounded(path, &bytes)?;
    let refusal = |id: &'static str| Message::new(id).with("path", path.as_str());
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(refusal("file-encoding-likely").with("encoding", "UTF-16"));
    }
    if bytes.contains(&0) {
        return Err(refusal("file-binary"));
    }
    String::from_utf8(bytes).map_err(|error| match likely_encoding(error.as_bytes()) {
        Some(encoding) => refusal("file-encoding-likely").with("encoding", encoding),
        None => refusal("file-encoding"),
    })
}

/// `text` with the lines put right that were read in CP1251 though they are UTF-8, as older versions
/// of a file are that somebody mended later (`РџСЂРёРІРµС‚`). Russian text is never taken for one:
/// its letters are no UTF-8 in CP1251.
pub(super) fn reread(text: &str) -> String {
    if is_reread_alike(text) {
        return text.to_owned();
    }
    let reread = |line: &str| {
        if is_sound(line) {
            return line.to_owned();
        }
        let (bytes, _, failed) = WINDOWS_1251.encode(line);
        let read = std::str::from_utf8(&bytes).ok().filter(|_| !failed);
        read.map_or_else(|| line.to_owned(), str::to_owned)
    };
    text.split_inclusive('\n').map(reread).collect()
}

/// Whether [`reread`] leaves a text surely as it is.
pub(super) fn is_reread_alike(text: &str) -> bool {
    text.split_inclusive('\n').all(is_sound)
}

/// Whether a line is surely none that was read in CP1251: a Russian letter, which begins a character
/// of UTF-8, would be followed by what goes on with it.
fn is_sound(line: &str) -> bool {
    let is_letter = |c: char| matches!(c, 'А'..='я');
    let ends = |c: Option<char>| c.is_none_or(|c| c.is_ascii() || is_letter(c));
    let next = line.chars().skip(1).map(Some).chain([None]);
    let mut both = line.chars().zip(next);
    line.is_ascii() || both.any(|(c, next)| is_letter(c) && ends(next))
}

/// The Cyrillic encoding in which the bytes read most like Russian.
#[must_use]
pub fn likely_encoding(bytes: &[u8]) -> Option<&'static str> {
    let sample = &bytes[..bytes.len().min(64 * 1024)];
    let candidates: [(&'static Encoding, &str); 3] =
        [(WINDOWS_1251, "CP1251"), (KOI8_R, "KOI8-R"), (IBM866, "CP866")];
    let scored = candidates
        .map(|(encoding, name)| (likeness(&encoding.decode_without_bom_handling(sample).0), name));
    let best =
        scored.into_iter().reduce(|best, other| if other.0 > best.0 { other } else { best })?;
    (best.0 > 0).then_some(best.1)
}

/// Frequent lower-case letters speak for an encoding, capitals inside words and other signs against it.
fn likeness(text: &str) -> i64 {
    let mut before = ' ';
    let mut score = 0;
    for c in text.chars().filter(|c| !c.is_ascii()) {
        score += match c {
            'о' | 'е' | 'а' | 'и' | 'н' | 'т' | 'с' | 'р' | 'в' | 'л' => 2,
            c if is_cyrillic(c) && c.is_lowercase() => 1,
            c if is_cyrillic(c) && before.is_lowercase() => -2,
            c if is_cyrillic(c) => 0,
            _ => -1,
        };
        before = c;
    }
    score
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(bytes: &[u8]) -> Message {
        decode(&RepoPath::new("a.md"), bytes.to_vec()).unwrap_err()
    }

    #[test]
    fn names_the_encoding_it_refuses() {
        let text = "Мы вернулись домой только весной, когда сошёл снег.";
        for (encoding, name) in [(WINDOWS_1251, "CP1251"), (KOI8_R, "KOI8-R"), (IBM866, "CP866")] {
            let message = refused(&encoding.encode(text).0);
            assert_eq!(
                message,
                Message::new("file-encoding-likely").with("path", "a.md").with("encoding", name)
            );
        }
        assert_eq!(refused(&[0xff, 0xfe, 0x1c, 0x04]).id, "file-encoding-likely");
    }

    #[test]
    fn reads_again_what_was_read_in_another_encoding() {
        let text = "Весной вышел снег.\nSpring — at last.\n";
        let misread: String = text
            .split_inclusive('\n')
            .map(|line| WINDOWS_1251.decode_without_bom_handling(line.as_bytes()).0.into_owned())
            .collect();
        assert_ne!(misread, text);
        assert_eq!(reread(&misread), text);
        assert_eq!(reread(text), text);
    }

    #[test]
    fn refuses_what_is_no_text() {
        assert_eq!(refused(b"PNG\0\x01").id, "file-binary");
        assert_eq!(refused(b"version https://git-lfs.github.com/spec/v1\n").id, "file-lfs-pointer");
    }
}
