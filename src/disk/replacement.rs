//! Putting a file in the place of another, wherever it lies: one that a person names, or one that
//! may be lost. Files of the project are written by [`super::update`].

use std::{
    ffi::OsStr,
    fs::{self, File},
    io::{self, BufWriter, Write},
    path::Path,
};

use tempfile::NamedTempFile;

/// How the names of files begin that stand for what a person wants written, until they are whole.
/// The project may be held by another run, which removes its own unfinished files, not these.
const OUTPUT: &str = ".sverka-output-";

/// Writes the file at `path` anew so that at any moment either the old or the new is there, even
/// after a crash. Who may use it stays as it was.
///
/// # Errors
/// When it cannot be written, or `write` fails; the old file is then still there.
pub(super) fn replace(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    remove_abandoned(folder_of(path));
    let (file, folder) = written(path, write)?;
    if let Ok(metadata) = fs::metadata(path) {
        file.as_file().set_permissions(metadata.permissions())?;
    }
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    sync_folder(folder)
}

/// The same for one of many files of a folder, or one that may as well be lost in a crash: nobody
/// waits for the disk, and [`remove_abandoned`] clears the folder once for all of them.
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

/// The folder that the file or folder at `path` lies in.
pub(super) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Removes what runs that were killed left in a folder: whoever writes such a file, or a folder of
/// them, has it locked.
pub(crate) fn remove_abandoned(folder: &Path) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let is_output = |name: &OsStr| name.as_encoded_bytes().starts_with(OUTPUT.as_bytes());
    for entry in entries.filter(|entry| is_output(&entry.file_name())) {
        let Ok(kind) = entry.file_type() else { continue };
        let is_ours = kind.is_file() || kind.is_dir();
        let file = is_ours.then(|| File::open(entry.path()).ok()).flatten();
        if file.is_some_and(|file| file.try_lock().is_ok()) {
            let remove = if kind.is_dir() { fs::remove_dir_all } else { fs::remove_file };
            let _ = remove(entry.path());
        }
    }
}

/// A temporary file beside `path`, written and locked, and the folder of both.
fn written(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<(NamedTempFile, &Path)> {
    let folder = folder_of(path);
    let mut file = named_as_output(0o666).tempfile_in(folder)?;
    // Where files cannot be locked, what is abandoned stays.
    let _ = file.as_file().try_lock();
    let mut buffered = BufWriter::new(file.as_file_mut());
    write(&mut buffered)?;
    buffered.flush()?;
    drop(buffered);
    Ok((file, folder))
}

/// Makes what stands for an output until it is whole, with `permissions` as far as the user's mask
/// allows them.
pub(super) fn named_as_output(permissions: u32) -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(OUTPUT);
    permit(&mut builder, permissions);
    builder
}

#[cfg(unix)]
fn permit(builder: &mut tempfile::Builder<'_, '_>, permissions: u32) {
    use std::os::unix::fs::PermissionsExt;
    builder.permissions(fs::Permissions::from_mode(permissions));
}

#[cfg(not(unix))]
fn permit(_builder: &mut tempfile::Builder<'_, '_>, _permissions: u32) {}

/// Makes the new name as durable as the file; only some systems can.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_killed_run_left_goes_and_what_is_being_written_stays() {
        let folder = tempfile::tempdir().unwrap();
        let (left, live) =
            (folder.path().join(".sverka-output-left"), folder.path().join(".sverka-output-live"));
        fs::write(&left, "torn").unwrap();
        let writer = File::create(&live).unwrap();
        writer.try_lock().unwrap();
        let path = folder.path().join("report.json");
        replace(&path, |file| file.write_all(b"whole")).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"whole");
        assert!(!left.exists() && live.exists());
    }
}
