//! Putting a file in the place of another, wherever it lies: one that a person names, or one that
//! may be lost. Files of the project are written by [`super::update`].

use std::{
    fs::{self, File},
    io::{self, BufWriter, Write},
    path::Path,
};

use tempfile::NamedTempFile;

use super::update::UNFINISHED;

/// Writes the file at `path` anew so that at any moment either the old or the new is there, even
/// after a crash. Who may use it stays as it was.
///
/// # Errors
/// When it cannot be written, or `write` fails; the old file is then still there.
pub(super) fn replace(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    let (file, folder) = written(path, write)?;
    if let Ok(metadata) = fs::metadata(path) {
        file.as_file().set_permissions(metadata.permissions())?;
    }
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    sync_folder(folder)
}

/// The same for a file that may as well be lost in a crash: nobody waits for the disk.
///
/// # Errors
/// When it cannot be written, or `write` fails.
pub(crate) fn replace_lightly(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    let (file, _) = written(path, write)?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

/// A temporary file beside `path`, written, and the folder of both.
fn written(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<(NamedTempFile, &Path)> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(UNFINISHED);
    allow_others_to_read(&mut builder);
    let mut file = builder.tempfile_in(folder)?;
    let mut buffered = BufWriter::new(file.as_file_mut());
    write(&mut buffered)?;
    buffered.flush()?;
    drop(buffered);
    Ok((file, folder))
}

/// As any new file is made, within what the user's mask allows.
#[cfg(unix)]
fn allow_others_to_read(builder: &mut tempfile::Builder<'_, '_>) {
    use std::os::unix::fs::PermissionsExt;
    builder.permissions(fs::Permissions::from_mode(0o666));
}

#[cfg(not(unix))]
fn allow_others_to_read(_builder: &mut tempfile::Builder<'_, '_>) {}

/// Makes the new name as durable as the file; only some systems can.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}
