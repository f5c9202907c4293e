//! A summary in Markdown, for a pull request or the page of a job.

use super::{
    html::words_message,
    overview::{DocumentSummary, Overview},
};
use crate::{
    model::Message,
    ui::{Messages, printable_line},
};

/// So many documents are listed, those with the most work first.
const LISTED: usize = 40;

/// The summary; `url` is where the report will stand, empty beside it.
pub(super) fn summary(view: &Overview, url: &str, messages: &Messages) -> String {
    let words = &view.total.words;
    let say = |id: &'static str| messages.phrase(id);
    let mut text = format!(
        "### {}: {} % {}\n\n{} · {} · {}\n\n",
        escaped(&view.project),
        words.percent(),
        say("page-done"),
        messages.text(&words_message(words.total, messages.locale())),
        messages.text(&Message::new("count-documents").with("count", view.documents.len())),
        findings(&view.total.findings, messages),
    );
    let columns = ["document", "progress", "words", "missing", "stale", "findings"];
    let heads = columns.map(|column| messages.phrase(&format!("page-column-{column}")));
    text.push_str(&format!("| {} |\n|---|--:|--:|--:|--:|---|\n", heads.join(" | ")));
    let mut documents: Vec<&DocumentSummary> = view.documents.iter().collect();
    documents.sort_by_key(|document| std::cmp::Reverse(work(document)));
    for document in documents.iter().take(LISTED) {
        let words = &document.tally.words;
        text.push_str(&format!(
            "| [{}]({url}documents/{}.html) | {} % | {} | {} | {} | {} |\n",
            escaped(document.path()),
            document.id,
            words.percent(),
            words.total,
            words.untranslated,
            words.stale,
            findings(&document.tally.findings, messages),
        ));
    }
    if documents.len() > LISTED {
        let more = Message::new("page-summary-more").with("count", documents.len() - LISTED);
        text.push_str(&format!("\n{}\n", messages.text(&more)));
    }
    text
}

fn work(document: &DocumentSummary) -> (usize, usize, usize) {
    let tally = &document.tally;
    (tally.findings.error, tally.words.untranslated + tally.words.stale, tally.findings.warn)
}

fn findings(counts: &super::super::record::Severities, messages: &Messages) -> String {
    let message = Message::new("page-summary-findings").with("errors", counts.error);
    messages.text(&message.with("warnings", counts.warn))
}

/// A name that is nothing but a name in a table of Markdown.
fn escaped(name: &str) -> String {
    let mut escaped = String::new();
    for c in printable_line(name).chars() {
        match c {
            '<' => escaped.push_str("&lt;"),
            '&' => escaped.push_str("&amp;"),
            '|' | '[' | ']' | '*' | '_' | '`' | '\\' | '@' | '#' | '!' => {
                escaped.extend(['\\', c]);
            }
            other => escaped.push(other),
        }
    }
    escaped
}
