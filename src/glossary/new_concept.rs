//! A concept that is to be written into a term file.

use std::{fs, io, io::Write, path::Path};

use tempfile::NamedTempFile;

use super::concept::{Case, Concept, SourceTerm, Status, TargetTerm};
use crate::model::{Position, RepoPath};

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
        let position = Position { line: 1, column: 1 };
        let rendering = |(text, status): &(String, Status)| TargetTerm {
            text: text.clone(),
            status: *status,
            variants: Vec::new(),
            only_for: Vec::new(),
            except: Vec::new(),
            position,
        };
        Concept {
            id: self.id.clone(),
            definition: None,
            domain: None,
            level: None,
            scope: None,
            exclude: None,
            source: vec![SourceTerm::plain(&self.term)],
            target: self.renderings.iter().map(rendering).collect(),
            unless: Vec::new(),
            case: self.case(),
            count: false,
            note: self.note.clone(),
            origin: None,
            place: (RepoPath::new(""), position),
        }
    }

    /// A name is told from a common noun by its capital.
    fn case(&self) -> Case {
        let is_capital = self.term.chars().next().is_some_and(char::is_uppercase);
        if is_capital { Case::Initial } else { Case::Any }
    }

    /// The concept as TOML.
    #[must_use]
    pub fn toml(&self) -> String {
        let quoted = |text: &str| toml_edit::Value::from(text).to_string().trim().to_owned();
        let mut toml = format!("[[concept]]\nid = {}\n", quoted(&self.id));
        toml.push_str(&format!("ru = [{{ term = {} }}]\nen = [\n", quoted(&self.term)));
        for (text, status) in &self.renderings {
            let status = match status {
                Status::Preferred => String::new(),
                other => format!(", status = {}", quoted(other.as_str())),
            };
            toml.push_str(&format!("  {{ term = {}{status} }},\n", quoted(text)));
        }
        toml.push_str("]\n");
        if self.case() == Case::Initial {
            toml.push_str("case = \"initial\"\n");
        }
        if let Some(note) = &self.note {
            toml.push_str(&format!("note = {}\n", quoted(note)));
        }
        toml
    }

    /// Puts the concept at the end of the file at `path`, which is made where there is none. All
    /// that stands in it stays as it is; the file is replaced in one step.
    ///
    /// # Errors
    /// When the file cannot be read or written.
    pub fn append_to(&self, path: &Path) -> io::Result<()> {
        let before = match fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
            Err(error) => return Err(error),
        };
        let folder = path.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(folder)?;
        let mut file = NamedTempFile::new_in(folder)?;
        let gap = match before.as_str() {
            "" => "",
            text if text.ends_with("\n\n") => "",
            text if text.ends_with('\n') => "\n",
            _ => "\n\n",
        };
        write!(file, "{before}{gap}{}", self.toml())?;
        file.as_file().sync_all()?;
        file.persist(path).map_err(|error| error.error)?;
        Ok(())
    }
}

/// A name for a concept, made of its rendering: `partial-mobilization`.
#[must_use]
fn identifier(rendering: &str) -> String {
    let plain = |c: char| if c.is_alphanumeric() { c } else { ' ' };
    let lower: String = rendering.to_lowercase().chars().map(plain).collect();
    lower.split_whitespace().collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_the_file_stays() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("terms.toml");
        let before = "# Names.\r\n\r\n[[concept]] # the first\r\nid = \"a\"\r\n";
        fs::write(&path, before).unwrap();
        let renderings = vec![("St. Petersburg".to_owned(), Status::Preferred)];
        let concept = NewConcept::new(None, "Санкт-Петербург".to_owned(), renderings, None);
        concept.append_to(&path).unwrap();
        let after = fs::read_to_string(&path).unwrap();
        assert!(after.starts_with(before));
        assert!(after.ends_with("id = \"st-petersburg\"\nru = [{ term = \"Санкт-Петербург\" }]\nen = [\n  { term = \"St. Petersburg\" },\n]\ncase = \"initial\"\n"), "{after}");
    }
}
