//! What `check --fix` does: mends what is safe to mend, or shows what it would.

use std::path::Path;

use clap::{Arg, ArgAction, ArgMatches};
use similar::TextDiff;

use super::{Failure, context::Context, writing::hold_deciding};
use crate::{
    disk::{Refusal, update},
    formats::MAX_BYTES,
    gate::{FixedFile, fixed_files},
    model::{Diagnostic, DocumentReport, Message, RepoPath},
    ui::printable_line,
};

pub(super) const FIX: &str = "fix";
const DRY_RUN: &str = "dry-run";

/// Lines around a change that a diff shows; git's own measure.
const CONTEXT: usize = 3;

pub(super) fn arguments() -> [Arg; 2] {
    let flag = |name: &'static str| Arg::new(name).long(name).action(ArgAction::SetTrue);
    [flag(FIX), flag(DRY_RUN).short('n').requires(FIX)]
}

/// Whether fixes are asked for.
pub(super) fn is_wanted(matches: &ArgMatches) -> bool {
    matches.get_flag(FIX)
}

/// What came of the fixes.
pub(super) enum Fixed {
    /// None were asked for.
    Nothing,
    /// They were shown.
    Shown,
    /// Files were changed: what was found in them is no longer true.
    Written,
}

/// Mends what the findings of `documents` offer to mend, if asked for.
pub(super) fn fix(
    matches: &ArgMatches,
    root: &Path,
    documents: &[DocumentReport],
    context: &mut Context<'_>,
) -> Result<Fixed, Failure> {
    if !matches.get_flag(FIX) {
        return Ok(Fixed::Nothing);
    }
    let files = fixed_files(documents);
    for message in files.iter().flat_map(|file| &file.refused) {
        context.say_warning(&Diagnostic::new(message.clone()));
    }
    if matches.get_flag(DRY_RUN) {
        show(&files, context)?;
        return Ok(Fixed::Shown);
    }
    let written = write(&files, root, context)?;
    Ok(if written { Fixed::Written } else { Fixed::Nothing })
}

fn show(files: &[FixedFile], context: &mut Context<'_>) -> Result<(), Failure> {
    let diff = |file: &FixedFile| unified(&file.path, &file.before, &file.after);
    let changed = files.iter().filter(|file| file.is_changed());
    context.write_text(&changed.map(diff).collect::<String>())
}

/// A change of a file as `git apply` takes it.
pub(super) fn unified(path: &RepoPath, before: &str, after: &str) -> String {
    let diff = TextDiff::from_lines(before, after);
    let path = printable_line(path.as_str());
    let names = (format!("a/{path}"), format!("b/{path}"));
    diff.unified_diff().context_radius(CONTEXT).header(&names.0, &names.1).to_string()
}

/// Writes each file that is still as it was read, one run at a time; gives whether any was.
fn write(files: &[FixedFile], root: &Path, context: &mut Context<'_>) -> Result<bool, Failure> {
    let held = hold_deciding(root, "check --fix")?;
    let (mut findings, mut count) = (0, 0);
    for file in files.iter().filter(|file| file.is_changed()) {
        let written = update(&held, &file.path, MAX_BYTES as u64, |now| {
            let is_same = now == Some(file.read.as_slice());
            Ok::<_, Refusal>(is_same.then(|| file.written.clone()))
        });
        if !written.map_err(|refusal| Failure::refused(&file.path, &refusal))? {
            let message = Message::new("fix-changed-meanwhile");
            context.say_warning(&Diagnostic::about(file.path.clone(), message));
            continue;
        }
        findings += file.findings;
        count += 1;
    }
    if count > 0 {
        let done = Message::new("fix-done").with("findings", findings).with("files", count);
        context.say_note(&done);
    }
    Ok(count > 0)
}
