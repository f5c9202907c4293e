//! A translation unit as a page shows it.

use schemars::JsonSchema;
use serde::Serialize;

use super::{
    super::{
        record::FindingRecord,
        word_diff::{Fate, word_diff},
    },
    runs::Run,
};
use crate::model::{Change, Commit, Finding, State};

/// What corresponds to what, and what is known of it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct UnitView<'a> {
    /// Made of both texts, and of a number where the same two stand again.
    pub id: String,
    /// What is known of it.
    pub state: State,
    /// The Russian text, segment by segment; nothing where it lacks the unit.
    pub source: Vec<SegmentView>,
    /// The English text, likewise.
    pub target: Vec<SegmentView>,
    /// How the texts changed since they were translated or confirmed.
    pub changes: Vec<ChangeView>,
    /// Who confirmed or approved it.
    pub who: Option<String>,
    /// The note that goes with it.
    pub note: Option<String>,
    /// What there is to report of it.
    pub findings: Vec<FindingView<'a>>,
}

/// A segment as a reader sees it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SegmentView {
    /// The part of the document that it stands in.
    pub block: BlockView,
    /// Whether the block begins with it.
    pub begins_block: bool,
    /// The line that it begins on, from 1.
    pub line: usize,
    /// Its words.
    pub runs: Vec<Run>,
}

/// A part of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct BlockView {
    /// What it is.
    pub kind: Kind,
    /// The level of a heading, from 1; how deep another block lies in lists and quotes.
    pub level: u8,
    /// The number of a list item, the label of a footnote, the key of front matter.
    pub label: Option<String>,
    /// Whether it is quoted.
    pub quoted: bool,
    /// Whether it is the first cell of a row of a table.
    pub begins_row: bool,
}

/// What a part of a document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A heading.
    Heading,
    /// A paragraph.
    Paragraph,
    /// An item of a list.
    ListItem,
    /// A cell of a table.
    TableCell,
    /// A footnote.
    Footnote,
    /// A value of the front matter.
    FrontMatter,
}

/// How a text changed.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ChangeView {
    /// The language of the text, `ru` or `en`.
    pub language: &'static str,
    /// Whether it is the original, which its translation does not follow yet.
    pub of_original: bool,
    /// The text before and after, word by word.
    pub diff: Vec<DiffPart>,
    /// What kind of change it is.
    pub grade: &'static str,
    /// The commit that changed it.
    pub commit: Option<CommitView>,
}

/// A stretch of words and what became of it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct DiffPart {
    /// Whether it stayed, went or came.
    pub fate: FateView,
    /// The words.
    pub text: String,
}

/// What became of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum FateView {
    /// They stayed.
    Kept,
    /// They went.
    Deleted,
    /// They came.
    Inserted,
}

/// A commit in a line.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CommitView {
    /// The full hash.
    pub id: String,
    /// Who made it.
    pub author: String,
    /// The author's date, `2026-11-02`.
    pub date: String,
}

/// A finding at its place.
#[derive(Debug, Serialize, JsonSchema)]
pub struct FindingView<'a> {
    /// As every machine format has it.
    #[serde(flatten)]
    pub(super) record: FindingRecord<'a>,
    /// The finding itself, to be put into the reader's words.
    #[serde(skip)]
    pub finding: &'a Finding,
}

impl ChangeView {
    pub(super) fn of(
        change: &Change,
        now: &str,
        language: &'static str,
        of_original: bool,
    ) -> Self {
        let part = |(fate, text)| DiffPart { fate: FateView::of(fate), text };
        Self {
            language,
            of_original,
            diff: word_diff(&change.was, now).into_iter().map(part).collect(),
            grade: change.grade.as_str(),
            commit: change.commit.as_ref().map(CommitView::of),
        }
    }
}

impl FateView {
    pub(super) const fn of(fate: Fate) -> Self {
        match fate {
            Fate::Kept => Self::Kept,
            Fate::Deleted => Self::Deleted,
            Fate::Inserted => Self::Inserted,
        }
    }
}

impl CommitView {
    fn of(commit: &Commit) -> Self {
        Self { id: commit.id.clone(), author: commit.author.clone(), date: commit.date() }
    }
}

impl UnitView<'_> {
    /// The words of the original.
    #[must_use]
    pub fn source_text(&self) -> String {
        words(&self.source)
    }

    /// The words of the translation.
    #[must_use]
    pub fn target_text(&self) -> String {
        words(&self.target)
    }
}

fn words(segments: &[SegmentView]) -> String {
    let text = |segment: &SegmentView| {
        segment.runs.iter().map(|run| run.text.as_str()).collect::<String>()
    };
    segments.iter().map(text).collect::<Vec<_>>().join(" ")
}
