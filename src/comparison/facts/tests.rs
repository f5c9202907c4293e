//! Facts as an editor would mark them.

use super::*;

/// Pairs of lines in which each fact is marked with its number, `[40=1]`, or with none where the
/// other side has nothing like it, `[40=]`.
const CASES: &str = include_str!("../../../tests/cases/facts/pairs.txt");

/// A line without its marks.
fn plain(line: &str) -> String {
    let mut text = String::new();
    for part in line.split('[') {
        match part.split_once(']') {
            Some((fact, rest)) => {
                text.push_str(fact.rsplit_once('=').unwrap().0);
                text.push_str(rest);
            }
            None => text.push_str(part),
        }
    }
    text
}

/// A text with its facts marked.
fn marked(text: &str, facts: &[Fact]) -> String {
    let (mut line, mut end) = (String::new(), 0);
    for fact in facts {
        let number = fact.number.map(|number| number.to_string()).unwrap_or_default();
        line.push_str(&text[end..fact.range.start]);
        line.push_str(&format!("[{}={number}]", &text[fact.range.clone()]));
        end = fact.range.end;
    }
    line + &text[end..]
}

#[test]
fn facts_are_paired_as_the_cases_say() {
    let mut failures = Vec::new();
    let lines: Vec<&str> = CASES.lines().filter(|line| line.contains(" | ")).collect();
    assert!(lines.len() > 10);
    for pair in lines.chunks(2) {
        let [(_, russian), (_, english)] = [0, 1].map(|at| pair[at].split_once(" | ").unwrap());
        let texts = [plain(russian), plain(english)];
        let found = facts([&texts[0], &texts[1]], Direction::RuEn, &Glossary::default());
        let shown = [marked(&texts[0], &found[0]), marked(&texts[1], &found[1])];
        if shown != [russian, english] {
            failures.push(format!("{russian}\n{english}\n  {}\n  {}", shown[0], shown[1]));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn numbers_count_through_the_original() {
    let texts = ["В мае Анна купила 7 книг.", "Anna bought 7 books in May."];
    let [_, english] = facts(texts, Direction::EnRu, &Glossary::default());
    let numbers: Vec<Option<usize>> = english.iter().map(|fact| fact.number).collect();
    assert_eq!(numbers, [Some(1), Some(2), Some(3)]);
    assert_eq!(english[2].kind, FactKind::Date);
}

#[test]
fn many_facts_are_paired_in_time() {
    let russian = "5 и Анна, 6 мая 1999 года; ".repeat(1_000);
    let english = "5 and Anna, May 6, 1999; ".repeat(1_000);
    let [source, target] = facts([&russian, &english], Direction::RuEn, &Glossary::default());
    assert_eq!((source.len(), target.len()), (3_000, 3_000));
    assert!(source.iter().all(|fact| fact.number.is_some()));
}
