//! That everything Sverka can say is there, in both languages, and fits together.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Pattern, PatternElement},
    parser,
};

use super::*;

/// Ids, attributes as `id.attribute`, each with the variables that it uses.
type Inventory = BTreeMap<String, BTreeSet<String>>;

fn inventory(locale: Locale) -> Inventory {
    let mut inventory = Inventory::new();
    for text in sources(locale) {
        let resource = parser::parse(text).unwrap_or_else(|(_, errors)| {
            panic!("{}: {errors:?} in\n{}", locale.code(), &text[..text.len().min(200)])
        });
        for entry in resource.body {
            let Entry::Message(message) = entry else { continue };
            let own = message.value.iter().map(|value| (message.id.name.to_owned(), value));
            let attributes = message.attributes.iter().map(|attribute| {
                (format!("{}.{}", message.id.name, attribute.id.name), &attribute.value)
            });
            for (id, pattern) in own.chain(attributes) {
                let twice = inventory.insert(id.clone(), variables(pattern));
                assert!(twice.is_none(), "{}: `{id}` stands twice", locale.code());
            }
        }
    }
    inventory
}

fn variables(pattern: &Pattern<&str>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    collect(pattern, &mut found);
    found
}

fn collect(pattern: &Pattern<&str>, found: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        let inline = match expression {
            Expression::Inline(inline) => inline,
            Expression::Select { selector, variants } => {
                variants.iter().for_each(|variant| collect(&variant.value, found));
                selector
            }
        };
        if let InlineExpression::VariableReference { id } = inline {
            found.insert(id.name.to_owned());
        }
        let is_elsewhere = matches!(
            inline,
            InlineExpression::MessageReference { .. } | InlineExpression::TermReference { .. }
        );
        assert!(!is_elsewhere, "each file is read by itself");
    }
}

fn files_below(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            files.extend(files_below(&path, extension));
        } else if path.extension().is_some_and(|found| found == extension) {
            files.push(path);
        }
    }
    files.sort();
    files
}

fn source_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

#[test]
fn every_file_is_loaded() {
    for locale in Locale::ALL {
        let on_disk = files_below(&source_folder().join("ui/locales").join(locale.code()), "ftl");
        let texts: Vec<String> =
            on_disk.iter().map(|path| fs::read_to_string(path).unwrap()).collect();
        let loaded: BTreeSet<&str> = sources(locale).collect();
        assert_eq!(texts.iter().map(String::as_str).collect::<BTreeSet<_>>(), loaded);
    }
}

#[test]
fn both_languages_say_the_same() {
    let (english, russian) = (inventory(Locale::English), inventory(Locale::Russian));
    for (id, variables) in &english {
        let counterpart = russian.get(id);
        assert!(counterpart.is_some(), "`{id}` is missing in Russian");
        assert_eq!(Some(variables), counterpart, "the variables of `{id}`");
    }
    let beyond: Vec<&String> = russian.keys().filter(|id| !english.contains_key(*id)).collect();
    assert!(beyond.is_empty(), "missing in English: {beyond:?}");
}

/// How an id is named in the code, up to its first letter.
const NAMED_BY: [&str; 4] =
    ["Message::new(\"", ".phrase(\"", "refusal(\"", "Message::new(format!(\""];

/// Ids that begin so are recognised wherever they stand in the code.
const TOPICS: [&str; 9] =
    ["config", "explain", "failure", "file", "init", "label", "severity", "status", "usage"];

#[test]
fn every_message_named_in_the_code_exists() {
    let english = inventory(Locale::English);
    let exists = |id: &str| match id.split_once('{') {
        Some((stem, _)) => stem.is_empty() || english.keys().any(|known| known.starts_with(stem)),
        None => english.contains_key(id),
    };
    let topics = TOPICS.map(|topic| format!("{topic}-"));
    for path in files_below(&source_folder(), "rs") {
        let code = fs::read_to_string(&path).unwrap();
        let until_quote = |rest: &str| rest.split('"').next().unwrap_or_default().to_owned();
        let named = NAMED_BY.iter().flat_map(|opening| code.split(opening).skip(1));
        let of_topic = code.split('"').filter(|text| {
            let is_id = |c: char| c.is_ascii_lowercase() || c == '-';
            text.chars().all(is_id) && topics.iter().any(|topic| text.starts_with(topic.as_str()))
        });
        let named = named.map(until_quote).chain(of_topic.map(str::to_owned));
        for id in named.filter(|id| !topics.contains(id) && !id.contains('\\')) {
            assert!(exists(&id), "{}: no message `{id}`", path.display());
        }
    }
}

#[test]
fn every_kind_of_finding_is_explained() {
    let messages = Messages::english();
    for rule in crate::checks::rules() {
        for part in ["", ".title", ".cure"] {
            let id = format!("explain-{}{part}", rule.code);
            assert!(messages.find(&Message::new(id.clone())).is_some(), "no message `{id}`");
        }
    }
}

#[test]
fn russian_counts_in_its_own_way() {
    let russian = Messages::new(Locale::Russian);
    let documents =
        |count: usize| russian.text(&Message::new("count-documents").with("count", count));
    let counted: Vec<String> = [1, 2, 5, 11, 21, 104].into_iter().map(documents).collect();
    assert_eq!(
        counted,
        [
            "1 документ",
            "2 документа",
            "5 документов",
            "11 документов",
            "21 документ",
            "104 документа"
        ]
    );
}

#[test]
fn an_unknown_message_shows_its_id() {
    assert_eq!(Messages::english().phrase(&["no", "such"].join("-")), "no-such");
}

/// Words that one thing is called by, each with those that it is not called by.
const SETTLED: [(&str, &[&str]); 3] = [
    ("журнал", &["реестр", "гроссбух"]),
    ("замечание", &["ремарк"]),
    ("оригинал", &["исходник", "первоисточник"]),
];

#[test]
fn one_thing_has_one_name_in_russian() {
    for text in sources(Locale::Russian) {
        for line in text.to_lowercase().lines() {
            for (name, others) in SETTLED {
                let other = others.iter().find(|other| line.contains(*other));
                assert!(other.is_none(), "say “{name}”: {line}");
            }
        }
    }
}
