//! What `check --fix` does: mends what is safe to mend, or shows what it would.

use std::{fs, path::Path};

use clap::{Arg, ArgAction, ArgMatches};
use similar::TextDiff;

use super::{Failure, context::Context};
use crate::{
    gate::{FixedFile, fixed_files},
    ledger,
    model::{Diagnostic, DocumentReport, Message},
    replacement::replace,
};

const FIX: &str = "fix";
const DRY_RUN: &str = "dry-run";

/// Lines around a change that a diff shows; git's own measure.
const CONTEXT: usize = 3;

pub(super) fn arguments() -> [Arg; 2] {
    let flag = |name: &'static str| Arg::new(name).long(name).action(ArgAction::SetTrue);
    [flag(FIX), flag(DRY_RUN).short('n').requires(FIX)]
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
    if matches.get_flag(DRY_RUN) {
        show(&files, context)?;
        return Ok(Fixed::Shown);
    }
    let written = write(&files, root, context)?;
    Ok(if written { Fixed::Written } else { Fixed::Nothing })
}

fn show(files: &[FixedFile], context: &mut Context<'_>) -> Result<(), Failure> {
    context.write(|output| {
        for file in files {
            let diff = TextDiff::from_lines(&file.before, &file.after);
            let names = (format!("a/{}", file.path), format!("b/{}", file.path));
            diff.unified_diff()
                .context_radius(CONTEXT)
                .header(&names.0, &names.1)
                .to_writer(&mut *output)?;
        }
        Ok(())
    })
}

/// Writes each file that is still as it was read, one run at a time; gives whether any was.
fn write(files: &[FixedFile], root: &Path, context: &mut Context<'_>) -> Result<bool, Failure> {
    let _held = ledger::hold(root).map_err(|error| Failure::unwritable(root, &error))?;
    let (mut findings, mut count) = (0, 0);
    for file in files {
        let full = file.path.below(root);
        let unwritable = |error| Failure::unwritable(&full, &error);
        // A link stays a link: what it leads to is written.
        let full = fs::canonicalize(&full).map_err(unwritable)?;
        if fs::read(&full).map_err(unwritable)? != file.before.as_bytes() {
            let message = Message::new("fix-changed-meanwhile");
            context.say_warning(&Diagnostic::about(file.path.clone(), message));
            continue;
        }
        replace(&full, |new| new.write_all(file.after.as_bytes())).map_err(unwritable)?;
        findings += file.findings;
        count += 1;
    }
    if count > 0 {
        let done = Message::new("fix-done").with("findings", findings).with("files", count);
        context.say_note(&done);
    }
    Ok(count > 0)
}
