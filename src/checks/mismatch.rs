//! A translation that is another text: another file, another chapter, another language.

use super::{Check, Findings, Rule, Scope, View, documents::whole, findings::Draft};
use crate::{
    align::EnglishWords,
    model::{Block, BlockKind, Document, Message, Severity, Stranger},
};

const MISMATCH: Rule = Rule::error("document-mismatch");

/// Reports it once; the two texts are then not compared.
pub(super) const CHECK: Check = Check { rules: &[MISMATCH], run: Scope::Files(run) };

fn run(view: &View<'_>, findings: &mut Findings<'_>) {
    let (Some(stranger), Some((source, target))) = (of(view), view.documents()) else { return };
    let id = match stranger {
        Stranger::Language => "document-mismatch-language",
        Stranger::Text => "document-mismatch-text",
    };
    let message = Message::new(id).with("path", source.path.as_str());
    let draft = Draft::new(MISMATCH.code, message)
        .in_source(whole(Some(source), &source.path))
        .in_target(whole(Some(target), &target.path));
    let is_outdated = stranger == Stranger::Text && have_one_title(source, target);
    findings.push(draft.at_most(if is_outdated { Severity::Warn } else { Severity::Error }));
}

/// Whether the title of the translation renders that of the original, or is the same number: one of
/// them may have been written anew since, or the translation be as free as verse is.
fn have_one_title(source: &Document, target: &Document) -> bool {
    let (Some(was), Some(is)) = (title(source), title(target)) else { return false };
    if was == is && was.contains(char::is_alphanumeric) {
        return true;
    }
    let (rendered, all) = EnglishWords::of(&is).rendered_of(&was);
    rendered > 0 && 2 * rendered >= all
}

fn title(document: &Document) -> Option<String> {
    let is_title = |block: &&Block| matches!(block.kind, BlockKind::Heading(_));
    let block = document.blocks.iter().find(is_title)?;
    Some(document.prose_of(&block.segments))
}

/// Why the translation as a whole is none; nothing where a part of it is one.
pub(super) fn of(view: &View<'_>) -> Option<Stranger> {
    let first = view.units.first()?.evidence.stranger?;
    view.units.iter().all(|unit| unit.evidence.stranger == Some(first)).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        formats::{Options, parse},
        model::{Language, RepoPath},
    };

    #[test]
    fn a_title_tells_a_page_written_anew_from_another() {
        let document = |language, title: &str| {
            let text = format!("# {title}\n\nТекст.\n");
            parse(RepoPath::new("a.md"), language, text, &Options::default())
        };
        let source = document(Language::Russian, "Заправка в пути");
        let is_title = |title| have_one_title(&source, &document(Language::English, title));
        assert!(is_title("A petrol station on the way"));
        assert!(!is_title("White sauce for potatoes"));
        let numbered = |number| {
            have_one_title(&document(Language::Russian, "51"), &document(Language::English, number))
        };
        assert!(numbered("51"));
        assert!(!numbered("52"));
    }
}
