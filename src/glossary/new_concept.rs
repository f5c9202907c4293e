//! A concept that is to be written into a term file.

use super::{
    concept::{Case, Concept, SourceTerm, Status, TargetTerm},
    exchange::{append, concept_toml},
    identifier::identifier,
};
use crate::{
    disk::{Held, Refusal},
    model::{Position, RepoPath},
};

/// A concept with what a person says of it at once; the rest is added in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewConcept {
    /// Its name.
    pub id: String,
    term: String,
    renderings: Vec<(String, Status)>,
    note: Option<String>,
}

impl NewConcept {
    /// A concept; without a name it gets one made of its first rendering.
    #[must_use]
    pub fn new(
        id: Option<String>,
        term: String,
        renderings: Vec<(String, Status)>,
        note: Option<String>,
    ) -> Self {
        let named = || identifier(renderings.first().map_or("", |(text, _)| text));
        Self { id: id.unwrap_or_else(named), term, renderings, note }
    }

    /// The concept as the term base would have it.
    #[must_use]
    pub fn concept(&self) -> Concept {
        let place = (RepoPath::new(""), Position { line: 1, column: 1 });
        let rendering = |(text, status): &(String, Status)| TargetTerm::plain(text, *status);
        Concept {
            source: vec![SourceTerm::plain(&self.term)],
            target: self.renderings.iter().map(rendering).collect(),
            case: Case::suggested_by(&self.term),
            note: self.note.clone(),
            ..Concept::named(self.id.clone(), place)
        }
    }

    /// The concept as TOML.
    #[must_use]
    pub fn toml(&self) -> String {
        concept_toml(&self.concept())
    }

    /// Puts the concept at the end of the file at `path`, see [`append`].
    ///
    /// # Errors
    /// When the file cannot be read or written.
    pub fn append_to(&self, held: &Held, path: &RepoPath) -> Result<(), Refusal> {
        append(held, path, &self.toml())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_begins_with_a_capital() {
        let renderings = vec![("St. Petersburg".to_owned(), Status::Preferred)];
        let concept = NewConcept::new(None, "Санкт-Петербург".to_owned(), renderings, None);
        assert_eq!(
            concept.toml(),
            "[[concept]]\nid = \"st-petersburg\"\nru = [{ term = \"Санкт-Петербург\" }]\nen = [{ term = \"St. Petersburg\" }]\ncase = \"initial\"\n"
        );
    }
}
