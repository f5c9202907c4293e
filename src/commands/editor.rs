//! Letting the user change a text in the editor of their choice.

use std::{
    fs,
    io::{self, Write},
    process::Command,
};

use super::environment::Environment;

/// Variables that name an editor, in the order in which git asks them.
const VARIABLES: [&str; 3] = ["GIT_EDITOR", "VISUAL", "EDITOR"];

/// What the user makes of `text`; none where the editor was left with an error, or there is none.
/// The line end that editors put at the end is taken off again.
///
/// # Errors
/// When the editor cannot be started, or the text cannot be handed over.
pub(super) fn edited(text: &str, environment: &Environment) -> io::Result<Option<String>> {
    let mut names = VARIABLES.iter().filter_map(|name| environment.variable(name));
    let Some(editor) = names.find(|editor| !editor.trim().is_empty()) else {
        return Err(io::Error::new(io::ErrorKind::NotFound, "$EDITOR"));
    };
    let mut file = tempfile::Builder::new().prefix("sverka-").suffix(".md").tempfile()?;
    file.write_all(text.as_bytes())?;
    file.flush()?;
    let status = command(&editor).arg(file.path()).current_dir(&environment.folder).status()?;
    if !status.success() {
        return Ok(None);
    }
    let changed = fs::read_to_string(file.path())?;
    let ends_line = |text: &str| text.ends_with('\n');
    let stripped = changed.strip_suffix('\n').map(|text| text.strip_suffix('\r').unwrap_or(text));
    Ok(Some(match stripped {
        Some(stripped) if !ends_line(text) => stripped.to_owned(),
        _ => changed,
    }))
}

/// The editor as git runs it: by the shell, for it may have arguments.
#[cfg(unix)]
fn command(editor: &str) -> Command {
    let mut command = Command::new("sh");
    command.args(["-c", &format!("{editor} \"$@\""), editor]);
    command
}

#[cfg(not(unix))]
fn command(editor: &str) -> Command {
    let mut words = editor.split_whitespace();
    let mut command = Command::new(words.next().unwrap_or(editor));
    command.args(words);
    command
}
