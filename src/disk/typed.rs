//! Files that a person names on the command line: they may lie anywhere and are what they are.

use std::{
    fs::{self, File},
    io::{self, Read, Write},
    path::{Path, PathBuf},
};

use super::{place, refusal::Refusal, replacement::replace};

/// The bytes of a file that a person names. A device or a pipe is read only where systems keep
/// them, as in `<(…)` of a shell; one that lies among other files is not waited for.
pub(crate) fn read_typed(path: &Path, most: u64) -> Result<Vec<u8>, Refusal> {
    let metadata = fs::metadata(path)?;
    if !metadata.is_file() && !is_of_the_system(path) {
        return Err(Refusal::NoPlainFile);
    }
    let file = File::open(path)?;
    if metadata.is_file() {
        return place::read_all(file, &metadata, most);
    }
    let mut bytes = Vec::new();
    file.take(most + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most { Err(Refusal::TooLarge(most)) } else { Ok(bytes) }
}

/// Writes the file that a person names: a plain one is replaced in one step, the one that a link
/// leads to as well; what is no plain file is opened and written.
///
/// # Errors
/// When it cannot be written, or `write` fails.
pub(crate) fn write_typed(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    let is_special = fs::metadata(path).is_ok_and(|metadata| !metadata.is_file());
    if is_special || is_of_the_system(path) {
        let mut file = io::BufWriter::new(File::options().append(true).open(path)?);
        write(&mut file)?;
        return file.flush();
    }
    replace(&end_of_links(path), write)
}

/// Whether the system itself keeps its devices and open files there.
fn is_of_the_system(path: &Path) -> bool {
    ["/dev", "/proc"].iter().any(|folder| path.starts_with(folder))
}

/// What a path leads to, be it there or not.
fn end_of_links(path: &Path) -> PathBuf {
    /// More links in a row than this no system follows.
    const MOST: usize = 40;
    if let Ok(full) = fs::canonicalize(path) {
        return full;
    }
    let mut end = path.to_owned();
    for _ in 0..MOST {
        let Ok(next) = fs::read_link(&end) else { break };
        end = end.parent().map_or_else(|| next.clone(), |folder| folder.join(&next));
    }
    end
}
