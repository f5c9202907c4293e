//! Concepts put at the end of a term file.

use std::{fs, io, path::Path};

use crate::replacement::replace;

/// Puts concepts, written as TOML, at the end of the file at `path`, which is made where there is
/// none. All that stands in it stays as it is; the file is replaced in one step.
///
/// # Errors
/// When the file cannot be read or written, or would be no TOML any more: no table can follow
/// concepts that stand in an inline array.
pub fn append(path: &Path, concepts: &str) -> io::Result<()> {
    let before = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(error),
    };
    let after = format!("{before}{}{concepts}", gap(&before));
    check(&before, &after)?;
    path.parent().map_or(Ok(()), fs::create_dir_all)?;
    replace(path, |file| file.write_all(after.as_bytes()))
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
    use super::*;

    #[test]
    fn what_stands_in_the_file_stays() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("terms.toml");
        let before = "# Names.\r\n\r\n[[concept]] # the first\r\nid = \"a\"\r\n";
        fs::write(&path, before).unwrap();
        append(&path, "[[concept]]\nid = \"b\"\n").unwrap();
        let after = fs::read_to_string(&path).unwrap();
        assert_eq!(after, format!("{before}\n[[concept]]\nid = \"b\"\n"));
    }

    #[test]
    fn a_file_is_not_broken() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("terms.toml");
        let before = "concept = [{ id = \"a\" }]\n";
        fs::write(&path, before).unwrap();
        assert!(append(&path, "[[concept]]\nid = \"b\"\n").is_err());
        assert_eq!(fs::read_to_string(&path).unwrap(), before);
    }
}
