//! One line of the ledger.

use std::fmt;

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error, MapAccess, Visitor},
    ser::{Error as _, SerializeMap},
};
use serde_json::value::RawValue;

/// What a person decided; ordered by weight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Decision {
    /// Nothing is decided: somebody left a note or asks a question.
    Noted,
    /// The two are no translations of each other, though the alignment may see it so.
    Apart,
    /// The source segment is left out on purpose.
    Omitted,
    /// The target segment is the translator's own.
    Added,
    /// The translation is right for this source.
    Confirmed,
    /// An editor says so too.
    Approved,
}

/// A pair of texts and what was decided about it.
///
/// On disk a JSON object on one line, its keys in this order; fields that are not known here are
/// kept behind them, each as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The source text as it stood; empty for an addition.
    pub source: String,
    /// The target text as it stood; empty for an omission.
    pub target: String,
    /// What was decided.
    pub state: Decision,
    /// Who decided.
    pub who: Option<String>,
    /// Why.
    pub note: Option<String>,
    /// Kinds of findings that are right about the pair and not to be reported.
    pub waives: Vec<String>,
    /// Whether somebody paired the two though the alignment saw it otherwise.
    pub pinned: bool,
    /// Fields of other programs: names and the JSON of their values.
    pub other: Vec<(String, String)>,
}

impl Entry {
    /// An entry without who and why.
    #[must_use]
    pub fn new(source: impl Into<String>, target: impl Into<String>, state: Decision) -> Self {
        let (source, target) = (source.into(), target.into());
        Self {
            source,
            target,
            state,
            who: None,
            note: None,
            waives: Vec::new(),
            pinned: false,
            other: Vec::new(),
        }
    }

    /// Whether it says what to make of its pair. A note does not, nor what only takes two apart.
    #[must_use]
    pub fn is_decision(&self) -> bool {
        self.state > Decision::Apart
    }

    /// The entry as its line, without the line end.
    #[must_use]
    pub fn to_line(&self) -> String {
        // Strings and JSON that was read always serialise.
        serde_json::to_string(self).unwrap_or_default()
    }
}

impl Serialize for Entry {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("source", &self.source)?;
        map.serialize_entry("target", &self.target)?;
        map.serialize_entry("state", &self.state)?;
        if let Some(who) = &self.who {
            map.serialize_entry("who", who)?;
        }
        if let Some(note) = &self.note {
            map.serialize_entry("note", note)?;
        }
        if !self.waives.is_empty() {
            map.serialize_entry("waives", &self.waives)?;
        }
        if self.pinned {
            map.serialize_entry("pinned", &self.pinned)?;
        }
        for (name, value) in &self.other {
            let value = RawValue::from_string(value.clone()).map_err(S::Error::custom)?;
            map.serialize_entry(name, &value)?;
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for Entry {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Fields)
    }
}

/// Reads the fields of an entry.
struct Fields;

impl<'de> Visitor<'de> for Fields {
    type Value = Entry;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an entry of the ledger")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Entry, A::Error> {
        let (mut source, mut target, mut state) = (None, None, None);
        let (mut who, mut note, mut waives, mut pinned) = (None, None, None, None);
        let mut other = Vec::new();
        while let Some(name) = map.next_key::<String>()? {
            match name.as_str() {
                "source" => once(&mut source, "source", map.next_value()?)?,
                "target" => once(&mut target, "target", map.next_value()?)?,
                "state" => once(&mut state, "state", map.next_value()?)?,
                "who" => once(&mut who, "who", map.next_value::<Option<String>>()?)?,
                "note" => once(&mut note, "note", map.next_value::<Option<String>>()?)?,
                "waives" => once(&mut waives, "waives", map.next_value()?)?,
                "pinned" => once(&mut pinned, "pinned", map.next_value()?)?,
                _ => other.push((name, map.next_value::<Box<RawValue>>()?.get().to_owned())),
            }
        }
        Ok(Entry {
            source: source.ok_or_else(|| A::Error::missing_field("source"))?,
            target: target.ok_or_else(|| A::Error::missing_field("target"))?,
            state: state.ok_or_else(|| A::Error::missing_field("state"))?,
            who: who.flatten(),
            note: note.flatten(),
            waives: waives.unwrap_or_default(),
            pinned: pinned.unwrap_or_default(),
            other,
        })
    }
}

/// Takes a field that may stand there once.
fn once<T, E: Error>(field: &mut Option<T>, name: &'static str, value: T) -> Result<(), E> {
    if field.is_some() {
        return Err(E::duplicate_field(name));
    }
    *field = Some(value);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unknown_fields_survive_as_they_are_written() {
        let line = r#"{"source":"Да.","target":"Yes.","state":"confirmed","who":"Анна","when":[1,  2],"id":12345678901234567890123,"share":0.30000000000000000001,"a":1,"a":2}"#;
        let entry: Entry = serde_json::from_str(line).unwrap();
        assert_eq!(entry.who.as_deref(), Some("Анна"));
        assert_eq!(entry.to_line(), line);
    }

    #[test]
    fn what_is_no_entry_is_refused() {
        for line in [
            r#"{"source":"Да.","target":"Yes."}"#,
            r#"{"source":"Да.","source":"Да.","target":"Yes.","state":"confirmed"}"#,
            r#"{"source":"Да.","target":"Yes.","state":"perhaps"}"#,
            r#"["Да.","Yes.","confirmed"]"#,
        ] {
            assert!(serde_json::from_str::<Entry>(line).is_err(), "{line}");
        }
    }
}
