//! The cases of all quality checks: data files that a translator can read and extend.

mod page;

use super::*;
use crate::{
    align::{Evidence, align},
    formats::{Options, parse},
    glossary::Glossary,
    model::{Direction, Finding, Language, RepoPath},
    states,
    text::settled::{Kept, Settled},
};

/// A file a topic. A case is lines of Russian and of English Markdown and the codes expected of
/// them, with `info` behind one that must be a remark; codes that are off are turned on where a case
/// of the file expects them.
const FILES: &[(&str, &str)] = &[
    ("structure", include_str!("../../../tests/cases/checks/structure.txt")),
    ("numbers", include_str!("../../../tests/cases/checks/numbers.txt")),
    ("names", include_str!("../../../tests/cases/checks/names.txt")),
    ("sentences", include_str!("../../../tests/cases/checks/sentences.txt")),
    ("consistency", include_str!("../../../tests/cases/checks/consistency.txt")),
    ("script", include_str!("../../../tests/cases/checks/script.txt")),
    ("typography", include_str!("../../../tests/cases/checks/typography.txt")),
    ("leftovers", include_str!("../../../tests/cases/checks/leftovers.txt")),
    ("verbatims", include_str!("../../../tests/cases/checks/verbatims.txt")),
];

/// The same for all checks, those of what is lost, moved or foreign among them.
const WHOLE: &[(&str, &str)] = &[
    ("completeness", include_str!("../../../tests/cases/checks/completeness.txt")),
    ("moved", include_str!("../../../tests/cases/checks/moved.txt")),
    ("mismatch", include_str!("../../../tests/cases/checks/mismatch.txt")),
];

struct Case {
    russian: String,
    english: String,
    expected: Vec<String>,
}

fn cases(file: &str) -> Vec<Case> {
    let mut cases = Vec::new();
    let (mut russian, mut english) = (String::new(), String::new());
    for line in file.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(text) = line.strip_prefix("ru |") {
            russian.push_str(text.strip_prefix(' ').unwrap_or(text));
            russian.push('\n');
        } else if let Some(text) = line.strip_prefix("en |") {
            english.push_str(text.strip_prefix(' ').unwrap_or(text));
            english.push('\n');
        } else if let Some(codes) = line.strip_prefix("=>") {
            let codes = codes.split(',').map(str::trim).filter(|code| !code.is_empty());
            let mut expected: Vec<String> = codes.map(str::to_owned).collect();
            expected.sort();
            cases.push(Case {
                russian: std::mem::take(&mut russian),
                english: std::mem::take(&mut english),
                expected,
            });
        } else {
            panic!("neither `ru |`, `en |` nor `=>`: {line}");
        }
    }
    cases
}

fn document(language: Language, text: &str) -> Document {
    parse(RepoPath::new("a.md"), language, text.replace('␣', "\u{a0}"), &Options::default())
}

/// The findings of the checks that look at pairs.
pub(super) fn findings(russian: &str, english: &str, levels: &Levels) -> Vec<Finding> {
    judged(russian, english, levels, |view, findings| {
        let pairs = Pairs::of(view).unwrap();
        let is_leftover =
            |check: &Check| check.rules.iter().any(|rule| rule.code.as_str() == "leftover");
        for check in CHECKS {
            match check.run {
                Scope::Pairs(run) => run(&pairs, findings),
                Scope::View(run) if is_leftover(check) => run(view, findings),
                Scope::View(_) | Scope::Files(_) => {}
            }
        }
    })
}

/// The findings of some checks on two texts that have no history: the same, whatever was asked of the
/// texts before.
fn judged(
    russian: &str,
    english: &str,
    levels: &Levels,
    run: impl Fn(&View<'_>, &mut Findings<'_>),
) -> Vec<Finding> {
    let judged = |settled: &Settled| judged_again(russian, english, levels, settled, &run);
    let found = judged(&Settled::default());
    let first = Settled::of(Kept::default());
    assert_eq!(judged(&first), found);
    let next = Settled::of(first.into_kept().unwrap_or_default());
    assert_eq!(judged(&next), found);
    assert!(next.into_kept().is_none());
    found
}

/// The same for texts of which something is `settled`.
fn judged_again(
    russian: &str,
    english: &str,
    levels: &Levels,
    settled: &Settled,
    run: &impl Fn(&View<'_>, &mut Findings<'_>),
) -> Vec<Finding> {
    let source = document(Language::Russian, russian);
    let target = document(Language::English, english);
    let alignment = align(&source, &target, &Evidence::default());
    let mut units = states::from_texts(alignment, (&source, &target), Direction::RuEn);
    states::mark_strangers(&mut units, (&source, &target), settled);
    let pair = DocumentPair {
        source: Some(source.path.clone()),
        target: Some(target.path.clone()),
        expected_target: None,
        shared: "a.md".to_owned(),
        renamed: false,
        direction: None,
    };
    let glossary = Glossary::default();
    let view = View {
        settled,
        notes: &[],
        pair: &pair,
        source: Some(&source),
        target: Some(&target),
        units: &units,
        stale_passages: &[],
        words: Words::default(),
        minimum: None,
        required: None,
        glossary: &glossary,
        pages: &Pages::default(),
        unreadable: &[],
        leading: Direction::RuEn,
    };
    let mut findings = Findings::new(levels);
    run(&view, &mut findings);
    findings.into_sorted()
}

#[test]
fn cases_are_found_as_expected() {
    compare(FILES, findings);
}

#[test]
fn cases_of_whole_documents_are_found_as_expected() {
    compare(WHOLE, |russian, english, levels| {
        judged(russian, english, levels, |view, findings| {
            assert!(super::run(view, findings).is_empty());
        })
    });
}

/// What stands behind the code of a remark.
const REMARK: &str = " info";

/// The code of a finding; that of a remark as a case expects it.
fn said(finding: &Finding, expected: &[String]) -> String {
    let remark = format!("{}{REMARK}", finding.code.as_str());
    let is_remark = finding.severity == Severity::Info && expected.contains(&remark);
    if is_remark { remark } else { finding.code.as_str().to_owned() }
}

fn compare(files: &[(&str, &str)], findings: impl Fn(&str, &str, &Levels) -> Vec<Finding>) {
    let mut failures = Vec::new();
    for (topic, file) in files {
        let cases = cases(file);
        let mut levels = Levels::defaults();
        for expected in cases.iter().flat_map(|case| &case.expected) {
            let name = expected.strip_suffix(REMARK).unwrap_or(expected);
            let code = code(name).unwrap_or_else(|| panic!("{topic}: no such code: {name}"));
            levels.set(code, Some(Severity::Warn));
        }
        for case in cases {
            let found = findings(&case.russian, &case.english, &levels);
            let mut codes: Vec<String> =
                found.iter().map(|finding| said(finding, &case.expected)).collect();
            codes.sort_unstable();
            if codes != case.expected {
                let says: Vec<_> = found.iter().map(|finding| &finding.message.arguments).collect();
                failures.push(format!(
                    "{topic}: {}{}found {codes:?}, expected {:?} {says:?}\n",
                    case.russian, case.english, case.expected
                ));
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// A document of like steps, the last of them with `ending` in its translation.
fn steps(ending: &str) -> Vec<Finding> {
    let text = |first: &str, rest: &str, last: &str| -> String {
        let step = |step| {
            let last = if step == 40 { last } else { "" };
            format!("{first} {step}: {rest}{last}.\n\n")
        };
        (1..=40).map(step).collect()
    };
    let russian = text("Шаг", "запустите команду на своей машине и дождитесь ответа", "");
    let english = text("Step", "run the command on your machine and wait for the answer", ending);
    let found = findings(&russian, &english, &Levels::defaults());
    found.into_iter().filter(|finding| finding.code.as_str() == "length").collect()
}

#[test]
fn a_length_is_far_from_the_usual_of_its_document() {
    assert!(steps("").is_empty());
    assert!(steps(" Be patient").is_empty());
    let long =
        " while the machine, which has much to do, goes through all that you have ever asked of it";
    assert_eq!(steps(long).len(), 1);
}

/// What is lost of a list of talks of which the translation has these, with the usual levels.
fn lost_of_a_list(translated: &[&str]) -> Vec<Severity> {
    const TALKS: [&str; 10] = [
        "Как привить яблоню, Псков",
        "Почему болеет груша, Тверь",
        "Старые сорта крыжовника, Калуга",
        "Полив без насоса, Рязань",
        "Забор из ивы, Вологда",
        "Компост за одно лето, Елец",
        "Обрезка в мороз, Тула",
        "Как хранить морковь, Орёл",
        "Пчёлы и сирень, Кострома",
        "Снег на грядках, Казань",
    ];
    let list =
        |talks: &[&str]| -> String { talks.iter().map(|talk| format!("- {talk}\n")).collect() };
    let found = judged(&list(&TALKS), &list(translated), &Levels::defaults(), |view, findings| {
        assert!(super::run(view, findings).is_empty());
    });
    let lost = found.iter().filter(|finding| finding.code.as_str() == "untranslated");
    lost.map(|finding| finding.severity).collect()
}

#[test]
fn a_translation_may_make_a_selection_of_a_long_list() {
    let few = ["How to graft an apple tree, Pskov", "Watering without a pump, Ryazan"];
    assert_eq!(lost_of_a_list(&few), [Severity::Warn; 8]);
    let most = [
        "How to graft an apple tree, Pskov",
        "Why the pear tree falls ill, Tver",
        "Old kinds of gooseberry, Kaluga",
        "Watering without a pump, Ryazan",
        "A fence of willow, Vologda",
        "Compost in one summer, Yelets",
        "Pruning in the frost, Tula",
        "Bees and lilac, Kostroma",
        "Snow on the beds, Kazan",
    ];
    assert_eq!(lost_of_a_list(&most), [Severity::Error]);
}
