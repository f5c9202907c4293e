//! Quantities as a translator would pair them.

use super::*;

/// A line a case: Russian, English, and whether all that is in digits or words on the one side
/// has its equal on the other.
const CASES: &str = include_str!("../../../tests/cases/quantities/pairs.txt");

fn without_equal(one: &[Quantity], other: &[Quantity], text: &str) -> Vec<String> {
    one.iter()
        .filter(|quantity| quantity.form != Form::Vague)
        .filter(|quantity| !other.iter().any(|equal| quantity.agrees(equal)))
        .map(|quantity| text[quantity.range.clone()].to_owned())
        .collect()
}

#[test]
fn quantities_agree_as_the_cases_say() {
    let mut failures = Vec::new();
    for line in CASES.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let fields: Vec<&str> = line.split('|').map(str::trim).collect();
        let &[verdict, russian, english] = fields.as_slice() else { panic!("{line}") };
        let source = quantities(russian, Language::Russian);
        let target = quantities(english, Language::English);
        let lost = without_equal(&source, &target, russian);
        let invented = without_equal(&target, &source, english);
        if (verdict == "equal") != (lost.is_empty() && invented.is_empty()) {
            failures.push(format!("{line}\n  {lost:?} {invented:?}\n  {source:?}\n  {target:?}"));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
