//! `glossary suggest`: candidate terms as TOML ready to paste.

use std::io::{self, Write};

use schemars::JsonSchema;
use serde::Serialize;

use crate::{
    glossary::Suggestion,
    model::Message,
    report::{Page, VERSION},
};

/// The candidate terms of a project.
#[derive(Debug, Clone)]
pub struct SuggestReport {
    /// The best first.
    pub suggestions: Vec<Suggestion>,
}

/// `glossary suggest --format json`.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::report) struct SuggestDocument<'a> {
    version: u32,
    suggestions: Vec<SuggestionRecord<'a>>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct SuggestionRecord<'a> {
    term: &'a str,
    /// In how many segments it occurs.
    count: usize,
    /// The likeliest first.
    renderings: Vec<RenderingRecord<'a>>,
    /// Whether it is a name rendered in several ways.
    inconsistent: bool,
}

#[derive(Debug, Serialize, JsonSchema)]
struct RenderingRecord<'a> {
    text: &'a str,
    /// In how many segments it goes with the term.
    count: usize,
}

impl SuggestReport {
    /// For programs.
    pub fn write_json(&self, output: &mut dyn Write) -> io::Result<()> {
        let suggestions = self.suggestions.iter().map(|suggestion| SuggestionRecord {
            term: &suggestion.term,
            count: suggestion.count,
            renderings: suggestion
                .renderings
                .iter()
                .map(|(text, count)| RenderingRecord { text, count: *count })
                .collect(),
            inconsistent: suggestion.is_inconsistent,
        });
        let suggestions = suggestions.collect();
        let document = SuggestDocument { version: VERSION, suggestions };
        crate::report::json_text::write(&mut *output, &document)?;
        writeln!(output)
    }

    /// For people: a concept each, with what was counted as a remark.
    pub fn write_page(&self, page: &mut Page<'_>) -> io::Result<()> {
        for suggestion in &self.suggestions {
            let counts = suggestion.renderings.iter().map(|(text, n)| format!("{text} ({n})"));
            let id = if suggestion.is_inconsistent {
                "glossary-suggest-inconsistent"
            } else {
                "glossary-suggest-counts"
            };
            let message = Message::new(id)
                .with("count", suggestion.count)
                .with("renderings", counts.collect::<Vec<_>>().join(", "));
            page.line(&format!("# {}", page.messages().text(&message)))?;
            page.line(&suggestion.concept().toml())?;
        }
        Ok(())
    }
}
