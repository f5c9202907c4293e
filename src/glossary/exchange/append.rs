//! Concepts put at the end of a term file.

use std::{fs, io, io::Write, path::Path};

use tempfile::NamedTempFile;

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
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let mut file = file_in(folder)?;
    file.write_all(after.as_bytes())?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
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

/// A temporary file that others may read as any new file.
fn file_in(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
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
