//! `docs/checks.md`: made of the registry, of what `explain` says, and of the first case of each
//! kind.

use std::{collections::BTreeMap, env, fmt::Write, fs, path::Path};

use super::*;
use crate::{model::Message, ui::Messages};

const INTRODUCTION: &str = r#"# Checks

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

"#;

/// Run with `UPDATE_DOCS=1` to write it anew.
#[test]
fn the_page_in_docs_says_what_explain_says() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/checks.md");
    let page = page(&Messages::english());
    if env::var_os("UPDATE_DOCS").is_some() {
        fs::write(&path, &page).unwrap();
    }
    assert!(fs::read_to_string(&path).unwrap_or_default() == page, "UPDATE_DOCS=1 cargo test page");
}

fn page(messages: &Messages) -> String {
    let examples = examples();
    let mut page = INTRODUCTION.to_owned();
    page.push_str("| code | level | what |\n| --- | --- | --- |\n");
    for rule in rules() {
        let (code, level) = (rule.code, level(rule));
        let title = part(messages, rule, ".title");
        writeln!(page, "| [`{code}`](#{code}) | {level} | {title} |").unwrap();
    }
    for rule in rules() {
        page.push_str(&section(messages, rule, examples.get(rule.code.as_str())));
    }
    page
}

fn section(messages: &Messages, rule: &Rule, example: Option<&Case>) -> String {
    let (code, level) = (rule.code, level(rule));
    let mut section = format!("\n## {code}\n\nLevel: {level}\n\n{}\n", part(messages, rule, ""));
    if let Some(Case { russian, english, .. }) = example {
        let sides = [russian.trim_end(), english.trim_end()].join("\n----\n");
        write!(section, "\n````text\n{sides}\n````\n").unwrap();
    }
    let cure = part(messages, rule, ".cure");
    writeln!(section, "\n{}: {cure}", messages.phrase("label-cure")).unwrap();
    section
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
