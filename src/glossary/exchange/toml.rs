//! Concepts as text for term files, ready to be pasted.

use toml_edit::Value;

use crate::glossary::{Case, Concept, SourceTerm, Status, TargetTerm};

/// A concept as a term file has it; what is as usual is left out.
#[must_use]
pub fn concept_toml(concept: &Concept) -> String {
    let mut toml = format!("[[concept]]\nid = {}\n", string(&concept.id));
    let mut line = |key: &str, value: Option<String>| {
        if let Some(value) = value {
            toml.push_str(&format!("{key} = {value}\n"));
        }
    };
    let text = |text: &Option<String>| text.as_deref().map(string);
    let scope = concept.scope.as_ref().map(|scope| scope.as_written());
    let exclude = concept.exclude.as_ref().map(|exclude| exclude.as_written());
    line("definition", text(&concept.definition));
    line("domain", text(&concept.domain));
    line("level", concept.level.map(|level| string(level.as_str())));
    line("scope", scope.and_then(strings));
    line("exclude", exclude.and_then(strings));
    line("ru", source_terms(&concept.source));
    line("en", target_terms(&concept.target));
    line("unless", strings(&concept.unless));
    line("case", (concept.case != Case::Any).then(|| string(concept.case.as_str())));
    line("count", concept.count.then(|| "true".to_owned()));
    line("note", text(&concept.note));
    line("source", text(&concept.origin));
    toml
}

/// The Russian terms of a concept, as a term file has them.
pub(in crate::glossary) fn source_terms(terms: &[SourceTerm]) -> Option<String> {
    tables(terms, source_term)
}

/// The English renderings, likewise.
pub(in crate::glossary) fn target_terms(terms: &[TargetTerm]) -> Option<String> {
    tables(terms, target_term)
}

fn source_term(term: &SourceTerm) -> String {
    let derived = term.derived.then(|| "true".to_owned());
    let fields = [
        ("derived", derived),
        ("forms", strings(&term.forms)),
        ("not_forms", strings(&term.not_forms)),
    ];
    table(&term.text, fields)
}

fn target_term(term: &TargetTerm) -> String {
    let status = (term.status != Status::Preferred).then(|| string(term.status.as_str()));
    let fields = [
        ("status", status),
        ("variants", strings(&term.variants)),
        ("for", strings(&term.only_for)),
        ("except", strings(&term.except)),
    ];
    table(&term.text, fields)
}

/// `{ term = "…", … }`.
fn table<const N: usize>(term: &str, fields: [(&str, Option<String>); N]) -> String {
    let mut table = format!("{{ term = {}", string(term));
    for (key, value) in fields {
        if let Some(value) = value {
            table.push_str(&format!(", {key} = {value}"));
        }
    }
    table + " }"
}

/// One table in its line, or several each in its own; none for no table.
fn tables<Term>(terms: &[Term], table: fn(&Term) -> String) -> Option<String> {
    match terms {
        [] => None,
        [term] => Some(format!("[{}]", table(term))),
        terms => {
            let lines: String = terms.iter().map(|term| format!("  {},\n", table(term))).collect();
            Some(format!("[\n{lines}]"))
        }
    }
}

fn strings(texts: &[String]) -> Option<String> {
    let quoted: Vec<String> = texts.iter().map(|text| string(text)).collect();
    (!quoted.is_empty()).then(|| format!("[{}]", quoted.join(", ")))
}

fn string(text: &str) -> String {
    Value::from(text).to_string()
}
