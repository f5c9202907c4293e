//! Concepts of the term base, as a form says them: a new one is put at the end of its file, of one
//! that is there just what says something else is written.

use super::{COMMAND, Refused, Step};
use crate::{
    disk::{LARGEST, update},
    glossary::{
        Concept, ConceptForm, Glossary, USUAL_FILE,
        exchange::{append, concept_toml},
        rewritten,
    },
    history::hold_deciding,
    model::RepoPath,
    project::Project,
};

/// The concept that a form makes; `is_new` says whether it is one that is not there yet.
///
/// # Errors
/// When it is no concept, or there is one of its name, or none.
pub fn formed(
    form: &ConceptForm,
    is_new: bool,
    glossary: &Glossary,
) -> Result<(Concept, Option<Concept>), Refused> {
    if let Some(fault) = form.fault() {
        return Err(Refused::Fault(fault));
    }
    let known = if is_new { None } else { glossary.concept(&form.id).cloned() };
    if known.is_none() && !is_new {
        return Err(Refused::Unsuitable);
    }
    let concept = form.concept(known.as_ref());
    match glossary.concept(&concept.id).filter(|_| is_new) {
        Some(there) => Err(Refused::Fault(there.duplicate())),
        None => Ok((concept, known)),
    }
}

/// Writes the concept that a form makes.
///
/// # Errors
/// As [`formed`], and when the file cannot be written, or more of it would change.
pub fn write_concept(project: &Project, form: &ConceptForm, is_new: bool) -> Result<Step, Refused> {
    let held = hold_deciding(&project.root, COMMAND)?;
    // Read while it is held: somebody else may write the same concept.
    let (glossary, _) = Glossary::read(&project.root, &project.config.glossary);
    let (concept, known) = formed(form, is_new, &glossary)?;
    match known {
        None => {
            let path = RepoPath::new(format!("{}/{USUAL_FILE}", project.config.glossary));
            append(&held, &path, &concept_toml(&concept))?;
        }
        Some(known) => {
            update(&held, &known.place.0, LARGEST, |now| {
                let text = std::str::from_utf8(now.unwrap_or_default()).ok();
                let new = text.and_then(|text| rewritten(text, &known, &concept));
                let new = new.ok_or(Refused::Placeless)?;
                Ok::<_, Refused>((Some(new.as_str()) != text).then(|| new.into_bytes()))
            })?;
        }
    }
    Step::of(held)
}
