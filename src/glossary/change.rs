//! What a person says of a concept on a form: a new one, or another wording of one that is there.

use toml_edit::{DocumentMut, Item, Table};

use super::{
    concept::{Concept, SourceTerm, Status, TargetTerm},
    exchange::{source_terms, target_terms},
    lint::exchanged,
    new_concept::NewConcept,
};
use crate::model::Message;

/// A concept as a form has it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ConceptForm {
    /// Its name; empty for a new one that is to get a name.
    pub id: String,
    /// The Russian terms, the main one first.
    pub source: Vec<String>,
    /// The English renderings, the preferred ones first.
    pub target: Vec<(String, Status)>,
    /// What it is.
    pub definition: String,
    /// A remark for translators.
    pub note: String,
}

impl ConceptForm {
    /// What keeps it from being a concept.
    #[must_use]
    pub fn fault(&self) -> Option<Message> {
        let (Some(term), Some((rendering, _))) = (self.source.first(), self.target.first()) else {
            return Some(Message::new("concept-incomplete"));
        };
        exchanged(term, rendering)
    }

    /// The concept as the term base would have it. What a form does not show stays as `known` has
    /// it.
    #[must_use]
    pub fn concept(&self, known: Option<&Concept>) -> Concept {
        let text = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let base = known.cloned().unwrap_or_else(|| self.new_concept());
        Concept {
            source: self.source.iter().map(|text| source_term(text, known)).collect(),
            target: self
                .target
                .iter()
                .map(|(text, status)| target_term(text, *status, known))
                .collect(),
            definition: text(&self.definition),
            note: text(&self.note),
            ..base
        }
    }

    fn new_concept(&self) -> Concept {
        let id = Some(self.id.clone()).filter(|id| !id.is_empty());
        let term = self.source.first().cloned().unwrap_or_default();
        NewConcept::new(id, term, self.target.clone(), None).concept()
    }
}

fn source_term(text: &str, known: Option<&Concept>) -> SourceTerm {
    let terms = known.into_iter().flat_map(|concept| &concept.source);
    let same = terms.into_iter().find(|term| term.text == text);
    same.cloned().unwrap_or_else(|| SourceTerm::plain(text))
}

fn target_term(text: &str, status: Status, known: Option<&Concept>) -> TargetTerm {
    let terms = known.into_iter().flat_map(|concept| &concept.target);
    let same = terms.into_iter().find(|term| term.text == text);
    let same = same.cloned().unwrap_or_else(|| TargetTerm::plain(text, status));
    TargetTerm { status, ..same }
}

/// The text of a term file in which `concept` stands as `new` has it. Of its entry just the keys
/// change that say something else; none where the entry cannot be found, or more of the file would
/// change.
#[must_use]
pub fn rewritten(text: &str, concept: &Concept, new: &Concept) -> Option<String> {
    let mut document: DocumentMut = text.parse().ok()?;
    if document.to_string() != text {
        return None;
    }
    let tables = document.get_mut("concept")?.as_array_of_tables_mut()?;
    let is_it = |table: &Table| table.get("id").and_then(Item::as_str) == Some(concept.id.as_str());
    let table = tables.iter_mut().find(|table| is_it(table))?;
    let source = (concept.source != new.source).then(|| source_terms(&new.source));
    let target = (concept.target != new.target).then(|| target_terms(&new.target));
    let quoted = |text: &Option<String>| {
        text.as_ref().map(|text| toml_edit::Value::from(text.as_str()).to_string())
    };
    let definition = (concept.definition != new.definition).then(|| quoted(&new.definition));
    let note = (concept.note != new.note).then(|| quoted(&new.note));
    for (key, value) in [("definition", definition), ("ru", source), ("en", target), ("note", note)]
    {
        match value {
            Some(Some(value)) => set(table, key, &value)?,
            Some(None) => drop(table.remove(key)),
            None => {}
        }
    }
    Some(document.to_string())
}

/// Sets a key to a value as it is written; what surrounds the old one stays.
fn set(table: &mut Table, key: &str, value: &str) -> Option<()> {
    let parsed: DocumentMut = format!("{key} = {value}\n").parse().ok()?;
    let mut item = parsed.get(key)?.clone();
    let old = table.get(key).and_then(Item::as_value);
    if let (Some(old), Some(new)) = (old, item.as_value_mut()) {
        *new.decor_mut() = old.decor().clone();
    }
    table.insert(key, item);
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{glossary::Glossary, model::RepoPath};

    const FILE: &str = "# Names of the war.\n\n[[concept]] # by the editors\nid = \"call-up\"\ndefinition = \"Call-up\" # short\nru = [{ term = \"мобилизация\", forms = [\"мобилизации\"] }]\nen = [{ term = \"mobilization\" }]\n\n[[concept]]\nid = \"b\"\nru = [\"дом\"]\nen = [\"house\"]\n";

    fn changed(form: &ConceptForm) -> Option<String> {
        let concepts = Glossary::concepts_in(&RepoPath::new("a.toml"), FILE);
        let known = concepts.iter().find(|concept| concept.id == form.id)?;
        rewritten(FILE, known, &form.concept(Some(known)))
    }

    fn form() -> ConceptForm {
        ConceptForm {
            id: "call-up".to_owned(),
            source: vec!["мобилизация".to_owned()],
            target: vec![("mobilization".to_owned(), Status::Preferred)],
            definition: "Call-up".to_owned(),
            note: String::new(),
        }
    }

    #[test]
    fn just_what_says_something_else_is_written() {
        assert_eq!(changed(&form()).unwrap(), FILE);
        let mut more = form();
        more.target.push(("draft".to_owned(), Status::Forbidden));
        let expected = FILE.replace(
            "en = [{ term = \"mobilization\" }]",
            "en = [\n  { term = \"mobilization\" },\n  { term = \"draft\", status = \"forbidden\" },\n]",
        );
        assert_eq!(changed(&more).unwrap(), expected);
        let noted =
            ConceptForm { definition: "Duty".to_owned(), note: "With z.".to_owned(), ..form() };
        let expected = FILE
            .replace("\"Call-up\" # short", "\"Duty\" # short")
            .replace("\"mobilization\" }]\n", "\"mobilization\" }]\nnote = \"With z.\"\n");
        assert_eq!(changed(&noted).unwrap(), expected);
    }

    #[test]
    fn a_form_without_a_term_is_no_concept() {
        let none = ConceptForm { source: Vec::new(), ..form() };
        assert_eq!(none.fault(), Some(Message::new("concept-incomplete")));
        let swapped = ConceptForm {
            source: vec!["house".to_owned()],
            target: vec![("дом".to_owned(), Status::Preferred)],
            ..form()
        };
        assert!(swapped.fault().is_some() && form().fault().is_none());
    }
}
