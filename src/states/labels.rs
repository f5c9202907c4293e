//! Titles of notes that say no more than the kind of the note: `:::info[Инфо]` beside `:::info`,
//! which the site titles by itself, `!!! warning "Внимание"` beside `!!! warning`.

use crate::model::{Document, Segment};

/// Kinds of notes, as they are written, and the titles that render nothing but the kind.
const LABELS: [(&[&str], &[&str]); 6] = [
    (
        &["note", "info", "abstract", "seealso", "remark"],
        &[
            "инфо",
            "информация",
            "заметка",
            "примечание",
            "замечание",
            "к сведению",
            "на заметку",
            "справка",
            "пометка",
            "note",
            "notes",
            "info",
            "information",
        ],
    ),
    (&["tip", "hint"], &["совет", "советы", "подсказка", "рекомендация", "tip", "tips", "hint"]),
    (
        &["warning", "caution", "danger", "important", "attention", "alert", "error"],
        &[
            "внимание",
            "предупреждение",
            "осторожно",
            "важно",
            "опасно",
            "опасность",
            "warning",
            "caution",
            "danger",
            "important",
            "attention",
        ],
    ),
    (
        &["details", "spoiler", "cut", "collapse"],
        &["подробнее", "подробности", "детали", "спойлер", "details", "more", "spoiler"],
    ),
    (&["example"], &["пример", "примеры", "example", "examples"]),
    (&["question", "faq", "help"], &["вопрос", "вопросы", "question", "questions"]),
];

/// What a line begins with that opens a note.
const OPENINGS: [&str; 5] = [":::", "!!!", "???", "{%", "[!"];

/// Whether a segment is the title of a note and names nothing but its kind.
pub(super) fn is_label_of_kind(segment: &Segment, document: &Document) -> bool {
    let before = document.text.get(..segment.span.start).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    let title = segment.text.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    kind(line).is_some_and(|kind| {
        LABELS
            .iter()
            .any(|(kinds, titles)| kinds.contains(&kind) && titles.contains(&title.as_str()))
    })
}

/// The kind of the note that a line opens before its title: its last word.
fn kind(line: &str) -> Option<&str> {
    let content = line.trim_start_matches([' ', '\t', '>']);
    let is_opened = OPENINGS.iter().any(|opening| content.starts_with(opening));
    let word = content.trim_end_matches(|c: char| !c.is_ascii_alphabetic());
    let word = word.rsplit(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
    is_opened.then_some(word).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        formats::{Options, parse},
        model::{Language, RepoPath},
    };

    fn has_label(text: &str) -> bool {
        let path = RepoPath::new("a.md");
        let document = parse(path, Language::Russian, text.to_owned(), &Options::default());
        document.segments.iter().any(|segment| is_label_of_kind(segment, &document))
    }

    #[test]
    fn a_title_that_names_the_kind_of_its_note_is_a_label() {
        for text in [
            ":::info[Инфо]\nКот спит.\n:::\n",
            ":::warning[⚠️ Внимание!]\nКот спит.\n:::\n",
            "::: tip Совет:\nКот спит.\n:::\n",
            "  :::danger[Осторожно]\n  Кот спит.\n  :::\n",
            "!!! note \"Примечание\"\n    Кот спит.\n",
            "??? example \"Пример\"\n    Кот спит.\n",
            "{% note warning \"Внимание\" %}\n\nКот спит.\n\n{% endnote %}\n",
        ] {
            assert!(has_label(text), "{text}");
        }
    }

    #[test]
    fn a_title_that_says_more_or_something_else_is_none() {
        for text in [
            ":::info[Только для Linux]\nКот спит.\n:::\n",
            ":::note[Внимание]\nКот спит.\n:::\n",
            ":::tip[Осторожно]\nКот спит.\n:::\n",
            "!!! note \"Примечание редактора\"\n    Кот спит.\n",
            "Примечание\n\nКот спит.\n",
            "## Внимание\n\nКот спит.\n",
            "- warning: Внимание\n",
        ] {
            assert!(!has_label(text), "{text}");
        }
    }
}
