//! The analysis that `status`, `check` and `todo` show, limited to the paths asked for.

use std::{
    borrow::Cow,
    collections::BTreeMap,
    path::{Component, Path, PathBuf},
};

use clap::ArgMatches;

use super::{Failure, context::Context, naming::Name, options};
use crate::{
    analysis::{
        Analysis, Asked, Chronicle, Known, Looked, analyse, analyse_with_chronicle, check, look,
    },
    checks,
    model::{Diagnostic, DocumentPair, Message, RepoPath},
    project::Project,
    text::memory,
};

/// Analyses the project that the command runs in. Paths limit what is shown, never how it is
/// judged.
pub(super) fn survey(matches: &ArgMatches, context: &mut Context<'_>) -> Result<Analysis, Failure> {
    let project = open(context)?;
    let names = names(&project.root, context.folder(), &options::documents(matches))?;
    limited(analyse(&project, &context.progress()), &names)
}

/// The same, and how the documents came to be what they are.
pub(super) fn survey_with_chronicle(
    matches: &ArgMatches,
    context: &mut Context<'_>,
) -> Result<(Analysis, Chronicle), Failure> {
    let project = open(context)?;
    let names = names(&project.root, context.folder(), &options::documents(matches))?;
    let (analysis, chronicle) = analyse_with_chronicle(&project, &context.progress());
    let analysis = limited(analysis, &names)?;
    let chronicle = chronicle.only(&analysis.documents);
    Ok((analysis, chronicle))
}

/// The same for whoever goes on to hold it in memory.
pub(super) fn survey_to_hold(
    matches: &ArgMatches,
    context: &mut Context<'_>,
) -> Result<Looked, Failure> {
    let project = open(context)?;
    let names = names(&project.root, context.folder(), &options::documents(matches))?;
    memory::hold();
    let looked = look(&project, &Known::default(), &context.progress());
    let analysis = limited(looked.analysis, &names)?;
    let fresh = vec![true; analysis.documents.len()];
    Ok(Looked { analysis, fresh, ..looked })
}

/// The findings of the project, of which those pairs that are wanted `whole` have their texts and
/// units; what is known from earlier runs is not found out again.
pub(super) fn survey_findings(
    project: &Project,
    matches: &ArgMatches,
    whole: &(dyn Fn(&DocumentPair) -> bool + Sync),
    context: &mut Context<'_>,
) -> Result<Analysis, Failure> {
    let names = names(&project.root, context.folder(), &options::documents(matches))?;
    let may_mean = |name: &Name, pair: &DocumentPair| name.means(pair) || name.may_mean(pair);
    let is_shown =
        |pair: &DocumentPair| names.is_empty() || names.iter().any(|name| may_mean(name, pair));
    let whole = |pair: &DocumentPair| is_shown(pair) && whole(pair);
    let asked = Asked { whole: &whole, held: None };
    limited(check(project, asked, &context.progress()), &names)
}

/// The same of the documents that are asked for.
fn limited(mut analysis: Analysis, names: &[Name]) -> Result<Analysis, Failure> {
    if analysis.documents.is_empty() {
        return Err(Failure::new(Message::new("no-documents")));
    }
    let pairs: Vec<&DocumentPair> = analysis.documents.iter().map(|report| &report.pair).collect();
    let chosen = chosen(names, &pairs)?;
    if !names.is_empty() {
        let mut chosen = chosen.into_iter();
        analysis.documents.retain(|_| chosen.next() == Some(true));
    }
    Ok(analysis)
}

/// What was typed, each name from the folder of the command.
fn names(root: &Path, folder: &Path, typed: &[PathBuf]) -> Result<Vec<Name>, Failure> {
    let paths = paths_in(root, folder, typed)?;
    Ok(typed.iter().zip(paths).map(|(typed, path)| Name::of(typed, path)).collect())
}

/// Which of `pairs` the names mean.
///
/// # Errors
/// For a name that means none, or the end of a path that several have.
fn chosen(names: &[Name], pairs: &[&DocumentPair]) -> Result<Vec<bool>, Failure> {
    let mut chosen = vec![false; pairs.len()];
    for name in names {
        let which = |means: fn(&Name, &DocumentPair) -> bool| -> Vec<usize> {
            (0..pairs.len()).filter(|&at| means(name, pairs[at])).collect()
        };
        let exact = which(Name::means);
        let found =
            if exact.is_empty() { by_end(name, which(Name::may_mean), pairs)? } else { exact };
        found.into_iter().for_each(|at| chosen[at] = true);
    }
    Ok(chosen)
}

/// The documents of which the path ends so: one, or all of a folder.
fn by_end(name: &Name, found: Vec<usize>, pairs: &[&DocumentPair]) -> Result<Vec<usize>, Failure> {
    let is_file = |at: &usize| {
        let pair = pairs[*at];
        [&pair.source, &pair.target].into_iter().flatten().any(|side| name.ends(side))
    };
    let files = found.iter().filter(|at| is_file(at)).count();
    match found.as_slice() {
        [] => {
            let message = Message::new("path-without-documents").with("path", name.typed());
            Err(Failure::new(message))
        }
        several if files > 1 => {
            let paths = several.iter().filter_map(|&at| pairs[at].path()).map(RepoPath::as_str);
            let paths: Vec<&str> = paths.take(5).collect();
            let message = Message::new("path-ambiguous").with("path", name.typed());
            Err(Failure::new(message.with("paths", paths.join(", "))))
        }
        _ => Ok(found),
    }
}

/// The project that the command runs in.
pub(super) fn open(context: &Context<'_>) -> Result<Project, Failure> {
    Ok(Project::open(context.folder(), &checks::codes())?)
}

/// Says what could not be looked at, and what is wrong with the term base; gives whether nothing
/// is.
pub(super) fn warn(analysis: &Analysis, context: &mut Context<'_>) -> bool {
    say_warnings(&analysis.diagnostics, context);
    let is_complete = say_errors(&analysis.incomplete, context);
    say_errors(&analysis.mistakes, context) && is_complete
}

/// Says what could not be looked at.
pub(super) fn say_warnings(diagnostics: &[Diagnostic], context: &mut Context<'_>) {
    for diagnostic in &bounded(diagnostics, context) {
        context.say_warning(diagnostic);
    }
}

/// What says how much more there is to say of a file.
pub(super) const MORE: &str = "diagnostics-more";

/// So much is said of one file: the rest of a thousand damaged lines says the same.
pub(super) const MOST_OF_A_FILE: usize = 50;

/// What there is to say of each file, as far as a person would read it.
pub(super) fn bounded<'d>(
    diagnostics: &'d [Diagnostic],
    context: &Context<'_>,
) -> Vec<Cow<'d, Diagnostic>> {
    if context.is_verbose() {
        return diagnostics.iter().map(Cow::Borrowed).collect();
    }
    let (mut counts, mut shown) = (BTreeMap::<&RepoPath, usize>::new(), Vec::new());
    for diagnostic in diagnostics {
        let counted = diagnostic.path.as_ref().filter(|_| diagnostic.message.id != MORE);
        let count = counted.map(|path| counts.entry(path).or_default());
        let is_more = count.is_some_and(|count| {
            *count += 1;
            *count > MOST_OF_A_FILE
        });
        shown.extend((!is_more).then_some(Cow::Borrowed(diagnostic)));
    }
    let more = counts.into_iter().filter(|(_, count)| *count > MOST_OF_A_FILE);
    shown.extend(more.map(|(path, count)| {
        let message = Message::new(MORE).with("count", count - MOST_OF_A_FILE);
        Cow::Owned(Diagnostic::about(path.clone(), message))
    }));
    shown
}

/// Says what is wrong; gives whether nothing is.
pub(super) fn say_errors(mistakes: &[Diagnostic], context: &mut Context<'_>) -> bool {
    for mistake in &bounded(mistakes, context) {
        context.say_error(mistake);
    }
    mistakes.is_empty()
}

/// Paths as the user gives them, from the folder of the command, as the project names them.
pub(super) fn paths_in(
    root: &Path,
    folder: &Path,
    paths: &[PathBuf],
) -> Result<Vec<RepoPath>, Failure> {
    let folder = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    let inside = |path: &PathBuf| {
        let full = folder.join(path);
        let full = full.canonicalize().unwrap_or_else(|_| without_dots(&full));
        let below = full.strip_prefix(root).map_err(|_| {
            let message = Message::new("path-outside-project");
            Failure::new(message.with("path", path.display().to_string()))
        })?;
        let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
        Ok(RepoPath::new(parts.join("/")))
    };
    paths.iter().map(inside).collect()
}

/// The path with `.` and `..` resolved by name: it need not exist.
fn without_dots(path: &Path) -> PathBuf {
    path.components().fold(PathBuf::new(), |mut resolved, component| {
        match component {
            Component::CurDir => {}
            Component::ParentDir => {
                resolved.pop();
            }
            other => resolved.push(other),
        }
        resolved
    })
}
