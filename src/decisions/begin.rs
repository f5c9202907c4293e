//! Beginning a translation: the original, copied to where the translation belongs. A segment that
//! still says what the original says counts as untranslated, so the work shows at once and goes
//! away segment by segment.

use super::{COMMAND, Refused, Step};
use crate::{
    disk::{self, update},
    formats::MAX_BYTES,
    history::hold_deciding,
    model::{Direction, DocumentPair, DocumentReport, RepoPath},
    project::{PathRule, Project},
};

/// Makes the file of a translation that is not there yet.
///
/// # Errors
/// When it is there, its place is not known, or it cannot be written.
pub fn begin(project: &Project, report: &DocumentReport) -> Result<Step, Refused> {
    let pair = &report.pair;
    let (original, translation) = pair.direction().roles((&pair.source, &pair.target));
    let original = original.as_ref().ok_or(Refused::Unsuitable)?;
    if translation.is_some() {
        return Err(Refused::Unsuitable);
    }
    let path = place_of_translation(project, pair).ok_or(Refused::Placeless)?;
    let held = hold_deciding(&project.root, COMMAND)?;
    let text = disk::read(held.root(), original, MAX_BYTES as u64)?;
    update(&held, &path, MAX_BYTES as u64, |now| {
        Ok::<_, Refused>(now.is_none().then(|| text.clone()))
    })?;
    Step::of(held)
}

/// Where the translation belongs, as the path rules name it.
fn place_of_translation(project: &Project, pair: &DocumentPair) -> Option<RepoPath> {
    match pair.direction() {
        Direction::RuEn => pair.expected_target.clone(),
        Direction::EnRu => {
            let english = pair.target.as_ref()?;
            let russian = |rule: &PathRule| Some(rule.source.path(&rule.target_shared(english)?));
            project.rules.iter().find_map(russian)
        }
    }
}
