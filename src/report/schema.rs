//! JSON schemas of the machine formats, as `sverka schema NAME` prints them and `docs/schema/`
//! keeps them.

use schemars::{JsonSchema, generate::SchemaSettings};

use super::{
    alignment::AlignmentDocument,
    check::CheckDocument,
    diff::DiffDocument,
    glossary::{ExplainDocument, FindDocument, LintDocument, ListDocument, SuggestDocument},
    pages::{DocumentView, Overview},
    record::FindingRecord,
    status::StatusDocument,
    todo::TodoDocument,
};
use crate::project::Settings;

type MakeSchema = fn() -> schemars::Schema;

/// The formats that have a schema. To add one, name it here and write it to `docs/schema/`.
const SCHEMAS: &[(&str, MakeSchema)] = &[
    ("align", of::<AlignmentDocument<'_>>),
    ("check", of::<CheckDocument<'_>>),
    ("config", settings),
    ("diff", of::<DiffDocument<'_>>),
    ("finding", of::<FindingRecord<'_>>),
    ("glossary-explain", of::<ExplainDocument<'_>>),
    ("glossary-find", of::<FindDocument<'_>>),
    ("glossary-lint", of::<LintDocument<'_>>),
    ("glossary-list", of::<ListDocument<'_>>),
    ("glossary-suggest", of::<SuggestDocument<'_>>),
    ("report", of::<Overview>),
    ("report-document", of::<DocumentView<'_>>),
    ("status", of::<StatusDocument<'_>>),
    ("todo", of::<TodoDocument<'_>>),
];

fn of<T: JsonSchema>() -> schemars::Schema {
    // What is written, not what could be read: keys are there even where their value is null.
    SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<T>()
}

/// What can be read: a key that is optional may be left out.
fn settings() -> schemars::Schema {
    SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<Settings>()
}

/// The names of the formats that have a schema.
pub fn names() -> impl Iterator<Item = &'static str> {
    SCHEMAS.iter().map(|(name, _)| *name)
}

/// The schema of a format as JSON.
#[must_use]
pub fn text(name: &str) -> Option<String> {
    let (_, schema) = SCHEMAS.iter().find(|(known, _)| *known == name)?;
    serde_json::to_string_pretty(&schema()).ok().map(|text| text + "\n")
}

#[cfg(test)]
mod tests {
    use std::{env, fs, path::Path};

    use super::*;

    #[test]
    fn a_configuration_may_be_empty() {
        let schema = serde_json::from_str(&text("config").unwrap()).unwrap();
        assert!(jsonschema::is_valid(&schema, &serde_json::json!({"segment": {}})));
    }

    /// Run with `UPDATE_SCHEMAS=1` to write them anew.
    #[test]
    fn the_schemas_in_docs_are_those_printed() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/schema");
        for name in names() {
            let (path, schema) = (folder.join(format!("{name}.json")), text(name).unwrap());
            if env::var_os("UPDATE_SCHEMAS").is_some() {
                fs::create_dir_all(&folder).unwrap();
                fs::write(&path, &schema).unwrap();
            }
            assert_eq!(fs::read_to_string(&path).unwrap_or_default(), schema, "{}", path.display());
        }
    }
}
