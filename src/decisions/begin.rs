//! Beginning a translation: the original, copied to where the translation belongs. A segment that
//! still says what the original says counts as untranslated, so the work shows at once and goes
//! away segment by segment.

use super::{COMMAND, Refused, Step};
use crate::{
    disk::{self, update},
    formats::MAX_BYTES,
    history::hold_deciding,
    model::DocumentReport,
    project::Project,
};

/// Makes the file of a translation that is not there yet.
///
/// # Errors
/// When it is there, its place is not known, or it cannot be written.
pub fn begin(project: &Project, report: &DocumentReport) -> Result<Step, Refused> {
    let source = report.pair.source.as_ref().ok_or(Refused::Unsuitable)?;
    let path = report.pair.expected_target.as_ref().ok_or(Refused::Placeless)?;
    if report.pair.target.is_some() {
        return Err(Refused::Unsuitable);
    }
    let held = hold_deciding(&project.root, COMMAND)?;
    let text = disk::read(held.root(), source, MAX_BYTES as u64)?;
    update(&held, path, MAX_BYTES as u64, |now| {
        Ok::<_, Refused>(now.is_none().then(|| text.clone()))
    })?;
    Step::of(held)
}
