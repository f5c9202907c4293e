//! Why work could not be done, and how the user is told.

use std::{io, path::Path};

use super::{Exit, context::Context, survey::bounded};
use crate::{
    disk::Refusal,
    model::{Argument, Diagnostic, Message, RepoPath},
    ui::{Messages, Palette, printable, printable_line},
};

/// Work that could not be done, with all its reasons. It ends a run with [`Exit::Failed`].
#[derive(Debug, Clone)]
pub(super) struct Failure(Vec<Diagnostic>);

impl Failure {
    pub(super) fn new(message: Message) -> Self {
        Self(vec![Diagnostic::new(message)])
    }

    /// A file that cannot be read.
    pub(super) fn unreadable(path: &Path, error: &io::Error) -> Self {
        Self::file(Message::new("file-unreadable"), path, error)
    }

    /// A file that cannot be written.
    pub(super) fn unwritable(path: &Path, error: &io::Error) -> Self {
        Self::file(Message::new("file-unwritable"), path, error)
    }

    /// A file of the project that cannot be written.
    pub(super) fn refused(path: &RepoPath, refusal: &Refusal) -> Self {
        match refusal {
            Refusal::System(error) => Self::unwritable(Path::new(path.as_str()), error),
            other => vec![other.about(path)].into(),
        }
    }

    /// A file that a person names and that cannot be read.
    pub(super) fn unread(path: &Path, refusal: &Refusal) -> Self {
        vec![refusal.about(&RepoPath::new(path.display().to_string()))].into()
    }

    fn file(message: Message, path: &Path, error: &io::Error) -> Self {
        let path = path.display().to_string();
        let message = message.with("path", path.as_str()).with("detail", error.to_string());
        Self(vec![Diagnostic::about(RepoPath::new(path), message)])
    }

    /// Says what went wrong on the diagnostics stream.
    pub(super) fn report(&self, context: &mut Context<'_>) -> Exit {
        for diagnostic in &bounded(&self.0, context) {
            context.say_error(diagnostic);
        }
        Exit::Failed
    }
}

impl From<Vec<Diagnostic>> for Failure {
    fn from(diagnostics: Vec<Diagnostic>) -> Self {
        Self(diagnostics)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::new(Message::new("failure-output").with("detail", error.to_string()))
    }
}

/// The message with the paths in it on one line each, whatever they are called.
fn on_one_line(message: &Message) -> Message {
    let mut shown = message.clone();
    for (name, value) in &mut shown.arguments {
        if let Argument::Text(text) = value
            && name == "path"
        {
            *text = printable_line(text).into_owned();
        }
    }
    shown
}

/// A diagnostic on one line, without its cure.
pub(super) fn in_a_line(diagnostic: &Diagnostic, messages: &Messages) -> String {
    let text = messages.text(&on_one_line(&diagnostic.message));
    match &diagnostic.path {
        Some(path) => format!("{}: {text}", printable_line(path.as_str())),
        None => text,
    }
}

/// A diagnostic as lines of text: `path:line:column: error: what`, and below it the cure, which is
/// the attribute `cure` of the message.
pub(super) fn shown(
    diagnostic: &Diagnostic,
    label: &str,
    messages: &Messages,
    palette: Palette,
) -> String {
    let Palette { path, strong, .. } = palette;
    let at = diagnostic.path.as_ref().map_or_else(String::new, |at| {
        let position = diagnostic
            .position
            .map_or_else(String::new, |position| format!(":{}:{}", position.line, position.column));
        format!("{path}{}{position}{path:#}: ", printable_line(at.as_str()))
    });
    let message = &on_one_line(&diagnostic.message);
    let what = messages.text(message);
    let mut text = format!("{at}{label} {}\n", printable(&what));
    let cure = Message { id: format!("{}.cure", message.id).into(), ..message.clone() };
    if let Some(cure) = messages.find(&cure) {
        let label = messages.phrase("label-cure");
        text.push_str(&format!("  {strong}{label}:{strong:#} {}\n", printable(&cure)));
    }
    text
}
