//! `docs/checks`: made of the registry, of what `explain` says, and of the first case of each kind,
//! in both languages.

use std::{
    collections::BTreeMap,
    fmt::Write,
    path::{Path, PathBuf},
};

use super::*;
use crate::{
    model::Message,
    pages_in_docs::{docs, keep},
    ui::{Locale, Messages},
};

const ENGLISH: &str = r#"# Checks

What `sverka check` finds. `sverka explain CODE` says the same in your language.

To change the level of a kind, write it in `sverka.toml`; `[[policy]]` does so for a part of the files:

```toml
[check]
number-lost = "error"    # or "warn", "info", "off"
```

To silence one finding, say so before its block, in the original or in the translation, and why:

```markdown
<!-- sverka: allow number-lost reason="the dozen is a figure of speech" -->
```

What is right as it is can also be recorded beside the texts (`sverka accept`, `omit`, `add`), and the debt of today be put aside (`sverka baseline`). `sverka check --fix` mends what needs no person: spaces, quotation marks, invisible characters, look-alike letters.

| code | level | what |
| --- | --- | --- |
"#;

const RUSSIAN: &str = r#"# Проверки

Что находит `sverka check`. То же самое говорит `sverka explain КОД`.

Чтобы изменить уровень вида, запишите его в `sverka.toml`; `[[policy]]` делает это для части файлов:

```toml
[check]
number-lost = "error"    # или "warn", "info", "off"
```

Чтобы отвести одно замечание, скажите об этом перед его блоком, в оригинале или в переводе, и объясните почему:

```markdown
<!-- sverka: allow number-lost reason="дюжина здесь — оборот речи" -->
```

То, что верно как есть, можно и записать рядом с текстами (`sverka accept`, `omit`, `add`), а накопленное до сегодняшнего дня — отложить (`sverka baseline`). `sverka check --fix` исправляет то, для чего не нужен человек: пробелы, кавычки, невидимые знаки, буквы-двойники.

| код | уровень | что |
| --- | --- | --- |
"#;

/// Run with `UPDATE_DOCS=1` to write them anew.
#[test]
fn the_pages_in_docs_say_what_explain_says() {
    for (locale, below, introduction) in
        [(Locale::English, "", ENGLISH), (Locale::Russian, "ru", RUSSIAN)]
    {
        let folder = docs(below);
        keep(&folder.join("checks"), &pages(&folder, introduction, &Messages::new(locale)));
    }
}

/// The list of all checks, then a page for each.
fn pages(folder: &Path, introduction: &str, messages: &Messages) -> Vec<(PathBuf, String)> {
    let examples = examples();
    let mut list = introduction.to_owned();
    let mut pages = Vec::new();
    for rule in rules() {
        let (code, level) = (rule.code, level(rule));
        let title = part(messages, rule, ".title");
        writeln!(list, "| [`{code}`](checks/{code}.md) | {level} | {title} |").unwrap();
        let page = page(messages, rule, examples.get(rule.code.as_str()));
        pages.push((folder.join(format!("checks/{code}.md")), page));
    }
    pages.push((folder.join("checks.md"), list));
    pages
}

fn page(messages: &Messages, rule: &Rule, example: Option<&Case>) -> String {
    let (code, level) = (rule.code, level(rule));
    let mut page = format!("# {code}\n\n`{level}`\n\n{}\n", part(messages, rule, ""));
    if let Some(Case { russian, english, .. }) = example {
        let sides = [russian.trim_end(), english.trim_end()].join("\n----\n");
        write!(page, "\n````text\n{sides}\n````\n").unwrap();
    }
    let cure = part(messages, rule, ".cure");
    writeln!(page, "\n{}: {cure}", messages.phrase("label-cure")).unwrap();
    page
}

/// The first case in which each kind is found, and no other.
fn examples() -> BTreeMap<String, Case> {
    let mut examples = BTreeMap::new();
    for case in FILES.iter().chain(WHOLE).flat_map(|(_, file)| cases(file)) {
        if let [code] = case.expected.as_slice() {
            examples.entry(code.clone()).or_insert(case);
        }
    }
    examples
}

fn level(rule: &Rule) -> &'static str {
    rule.severity.map_or("off", Severity::as_str)
}

fn part(messages: &Messages, rule: &Rule, part: &str) -> String {
    messages.text(&Message::new(format!("explain-{}{part}", rule.code)))
}
