//! Concepts put at the end of a term file.

use std::io;

use crate::{
    disk::{Held, LARGEST, Refusal, update},
    model::RepoPath,
};

/// Puts concepts, written as TOML, at the end of the file at `path`, which is made where there is
/// none. All that stands in it stays as it is; the file is replaced in one step.
///
/// # Errors
/// When the file cannot be read or written, or would be no TOML any more: no table can follow
/// concepts that stand in an inline array.
pub fn append(held: &Held, path: &RepoPath, concepts: &str) -> Result<(), Refusal> {
    let written = update(held, path, LARGEST, |before| {
        let before = std::str::from_utf8(before.unwrap_or_default())
            .map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))?;
        let after = format!("{before}{}{concepts}", gap(before));
        check(before, &after)?;
        Ok::<_, Refusal>(Some(after.into_bytes()))
    });
    written.map(drop)
}

/// Refuses to make a sound file unsound.
fn check(before: &str, after: &str) -> io::Result<()> {
    match after.parse::<toml::Table>() {
        Err(error) if before.parse::<toml::Table>().is_ok() => {
            Err(io::Error::new(io::ErrorKind::InvalidData, error.message().to_owned()))
        }
        _ => Ok(()),
    }
}

/// What an empty line before more concepts takes.
fn gap(before: &str) -> &'static str {
    match before {
        "" => "",
        text if text.ends_with("\n\n") => "",
        text if text.ends_with('\n') => "\n",
        _ => "\n\n",
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::disk::hold;

    #[test]
    fn what_stands_in_the_file_stays() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("terms.toml");
        let before = "# Names.\r\n\r\n[[concept]] # the first\r\nid = \"a\"\r\n";
        fs::write(&path, before).unwrap();
        let held = hold(folder.path(), None).unwrap();
        append(&held, &RepoPath::new("terms.toml"), "[[concept]]\nid = \"b\"\n").unwrap();
        let after = fs::read_to_string(&path).unwrap();
        assert_eq!(after, format!("{before}\n[[concept]]\nid = \"b\"\n"));
    }

    #[test]
    fn a_file_is_not_broken() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("terms.toml");
        let before = "concept = [{ id = \"a\" }]\n";
        fs::write(&path, before).unwrap();
        let held = hold(folder.path(), None).unwrap();
        let refused = append(&held, &RepoPath::new("terms.toml"), "[[concept]]\nid = \"b\"\n");
        assert!(refused.is_err());
        assert_eq!(fs::read_to_string(&path).unwrap(), before);
    }
}
