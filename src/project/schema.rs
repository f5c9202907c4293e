//! What may stand in the configuration, as a schema for editors that complete and check TOML.
//!
//! [`super::Config`] is read by hand, for the sake of its error messages; a test holds that it
//! accepts what the schema describes.

use std::collections::BTreeMap;

use schemars::JsonSchema;

/// The settings of a project, `sverka.toml`. All of them are optional.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, rename_all = "kebab-case")]
#[expect(dead_code, reason = "it is only described")]
pub struct Settings {
    /// Where originals and translations live; without one, the layout is found out.
    pair: Option<Vec<Pair>>,
    /// How documents are cut into segments.
    segment: Option<Segment>,
    /// Where confirmed pairs are kept.
    ledger: Option<Folder>,
    /// Where the term base is.
    glossary: Option<Folder>,
    /// The level of each kind of finding.
    check: Option<Levels>,
    /// What differs by place; the last that covers a document wins.
    policy: Option<Vec<Policy>>,
    /// Files apart from the documents.
    files: Option<Files>,
}

/// A level, or `off`.
#[derive(JsonSchema)]
#[schemars(rename_all = "lowercase")]
#[expect(dead_code, reason = "it is only described")]
enum Level {
    Error,
    Warn,
    Info,
    Off,
}

/// Levels by the codes that `sverka explain` lists; that of `stale` may depend on the grade of the
/// change.
type Levels = BTreeMap<String, LevelOrGrades>;

#[derive(JsonSchema)]
#[schemars(untagged)]
#[expect(dead_code, reason = "it is only described")]
enum LevelOrGrades {
    Level(Level),
    Grades(Grades),
}

/// Levels by the grade of a change.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "it is only described")]
struct Grades {
    /// Typography or punctuation only.
    typography: Option<Level>,
    /// A typo was mended.
    spelling: Option<Level>,
    /// Other words; nothing shows that they say something else.
    rewording: Option<Level>,
    /// Other words.
    wording: Option<Level>,
    /// A sentence was added or cut.
    extent: Option<Level>,
    /// Another name.
    name: Option<Level>,
    /// Another date.
    date: Option<Level>,
    /// A negation came or went.
    negation: Option<Level>,
    /// Another number.
    number: Option<Level>,
}

/// A path rule.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "it is only described")]
struct Pair {
    /// The paths of originals; `{path}` stands for what both sides share. Without it the pair is of
    /// two files.
    source: String,
    /// The paths of translations.
    target: String,
    /// Path patterns of files to leave out.
    exclude: Option<Vec<String>>,
    /// Whose change makes the other side stale; `auto`, the default, asks history.
    direction: Option<DirectionName>,
}

#[derive(JsonSchema)]
#[expect(dead_code, reason = "it is only described")]
enum DirectionName {
    #[schemars(rename = "auto")]
    Auto,
    #[schemars(rename = "ru-en")]
    RuEn,
    #[schemars(rename = "en-ru")]
    EnRu,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "it is only described")]
struct Files {
    /// Path patterns of files that are no documents.
    ignore: Option<Vec<String>>,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, rename_all = "kebab-case")]
#[expect(dead_code, reason = "it is only described")]
struct Segment {
    /// The unit of translation.
    unit: Option<UnitName>,
    /// Keys of the front matter that are text to translate.
    front_matter: Option<Vec<String>>,
}

#[derive(JsonSchema)]
#[schemars(rename_all = "lowercase")]
#[expect(dead_code, reason = "it is only described")]
enum UnitName {
    Sentence,
    Line,
    Block,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "it is only described")]
struct Folder {
    /// A folder relative to the configuration.
    path: Option<String>,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "it is only described")]
struct Policy {
    /// The documents it covers, as a path pattern.
    path: String,
    /// The share of source words that must be translated and not stale.
    #[schemars(regex(pattern = r"^(100|\d{1,2})\s*%$"))]
    minimum: Option<String>,
    /// What somebody must have decided about every translation: `confirmed` or `approved`.
    #[schemars(extend("enum" = ["confirmed", "approved"]))]
    require: Option<String>,
    /// The level of each kind of finding here.
    check: Option<Levels>,
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::{model::Code, project::Config};

    const EVERYTHING: &str = r#"
[[pair]]
source = "ru/{path}"
target = "en/{path}"
exclude = ["**/drafts/**"]
direction = "en-ru"

[files]
ignore = ["**/*.pdf"]

[segment]
unit = "block"
front-matter = ["title"]

[ledger]
path = "en/.sverka"

[glossary]
path = "glossary"

[check]
stale = "warn"

[[policy]]
path = "drafts/**"
minimum = "0%"
require = "approved"
check = { stale = { typography = "off", number = "error" } }
"#;

    #[test]
    fn what_the_schema_describes_is_read() {
        let schema = schemars::schema_for!(Settings);
        let validator = jsonschema::validator_for(schema.as_value()).unwrap();
        let settings: serde_json::Value = toml::from_str(EVERYTHING).unwrap();
        assert!(validator.is_valid(&settings), "{settings}");
        let mut problems = Vec::new();
        Config::read(EVERYTHING, &[Code::new("stale")], &mut problems);
        assert!(problems.is_empty(), "{problems:?}");
    }

    /// The names of all properties in a schema, whatever they belong to.
    fn properties(schema: &serde_json::Value, found: &mut Vec<String>) {
        if let Some(properties) = schema["properties"].as_object() {
            found.extend(properties.keys().cloned());
        }
        let parts = schema.as_object().into_iter().flat_map(serde_json::Map::values);
        parts.for_each(|part| properties(part, found));
    }

    #[test]
    fn the_page_in_docs_has_every_key() {
        let page = include_str!("../../docs/configuration.md");
        let mut keys = Vec::new();
        properties(schemars::schema_for!(Settings).as_value(), &mut keys);
        for key in keys {
            let marked = [format!("`{key}`"), format!("{key} = "), format!("[{key}]")];
            assert!(marked.iter().any(|marked| page.contains(marked)), "{key}");
        }
    }

    #[test]
    fn what_the_schema_refuses_is_refused() {
        let schema = schemars::schema_for!(Settings);
        let validator = jsonschema::validator_for(schema.as_value()).unwrap();
        for wrong in [
            json!({"pairs": []}),
            json!({"segment": {"unit": "word"}}),
            json!({"check": {"stale": "loud"}}),
            json!({"check": {"stale": {"number": "loud"}}}),
            json!({"check": {"stale": {"numbers": "info"}}}),
            json!({"policy": [{"path": "a/**", "minimum": "101%"}]}),
        ] {
            let text = toml::to_string(&wrong).unwrap();
            let mut problems = Vec::new();
            Config::read(&text, &[Code::new("stale")], &mut problems);
            assert!(!validator.is_valid(&wrong) && !problems.is_empty(), "{wrong}");
        }
    }
}
