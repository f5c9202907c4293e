//! Sentence boundaries: cases as files, and what must hold for any text at all.

use std::{fs, path::Path};

use proptest::prelude::*;
use sverka::{model::Language, text::sentences::split};

fn check_cases(name: &str, language: Language) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/sentences").join(name);
    let file = fs::read_to_string(path).unwrap();
    let wrong: Vec<String> = file
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|case| {
            let case = case
                .replace("\\u00ad", "\u{ad}")
                .replace("\\u0301", "\u{301}")
                .replace("\\u00a0", "\u{a0}");
            let text = case.replace('|', " ");
            let found: Vec<&str> =
                split(&text, language, &[]).into_iter().map(|range| &text[range]).collect();
            let found = found.join("|");
            (found != case).then(|| format!("expected {case}\n   found {found}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn russian_cases() {
    check_cases("ru.txt", Language::Russian);
}

#[test]
fn english_cases() {
    check_cases("en.txt", Language::English);
}

#[test]
fn a_dash_without_a_space_before_it_begins_a_sentence() {
    let text = "— Шумят,— говорил он, словно объясняя.— Ни на что не похоже!—Да ну?";
    let found: Vec<&str> =
        split(text, Language::Russian, &[]).into_iter().map(|range| &text[range]).collect();
    let expected = ["— Шумят,— говорил он, словно объясняя.", "— Ни на что не похоже!", "—Да ну?"];
    assert_eq!(found, expected);
}

#[test]
fn nothing_ends_inside_what_is_atomic() {
    let text = "Откройте А. Б. В. сейчас. Потом закройте.";
    let atomic: Vec<_> = text
        .match_indices("А. Б. В. сейчас.")
        .map(|(at, found)| at..at + found.len() + 3)
        .collect();
    assert_eq!(split(text, Language::Russian, &atomic).len(), 1);
}

proptest! {
    #[test]
    fn sentences_cover_the_text(text in "(\\PC|[.!?…«»\"() \n—А-яA-z0-9]){0,200}") {
        for language in [Language::Russian, Language::English] {
            let sentences = split(&text, language, &[]);
            let kept: String = sentences.iter().map(|range| &text[range.clone()]).collect();
            let bare = |text: &str| text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\u{feff}' | '\u{200b}')).collect::<String>();
            prop_assert_eq!(bare(&kept), bare(&text));
            prop_assert!(sentences.windows(2).all(|pair| pair[0].end <= pair[1].start));
        }
    }
}
