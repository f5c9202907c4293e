//! Text cut into runs, each with what is to be seen of it besides its words.

use std::{collections::BTreeSet, ops::Range};

use schemars::JsonSchema;
use serde::Serialize;

use crate::comparison::FactKind;

/// What is to be seen of a stretch of text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Mark {
    /// A finding about it, as an index into those of its unit.
    Finding(usize),
    /// A term of the term base, by the name of its concept.
    Term(String),
    /// A number, a date or a name.
    Fact(FactMark),
    /// The text of a link.
    Link,
    /// Strong emphasis.
    Strong,
    /// Emphasis.
    Emphasis,
    /// Struck out.
    Struck,
    /// Code.
    Code,
}

/// A number, a date or a name, and what stands for it on the other side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct FactMark {
    /// What kind of fact it is.
    pub kind: FactKind,
    /// The number that it has in common with what stands for it, from 1 in each unit; null where the
    /// other side has nothing like it.
    pub number: Option<usize>,
}

/// A stretch of text of which all is marked alike.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Run {
    /// The words.
    pub text: String,
    /// What is to be seen of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<Mark>,
}

/// A mark and the bytes of the text that carry it.
pub(super) type Marked = (Range<usize>, Mark);

/// Cuts `text` where a mark begins or ends. A mark that splits a character is left out.
pub(super) fn runs(text: &str, marks: &[Marked]) -> Vec<Run> {
    let marks: Vec<&Marked> =
        marks.iter().filter(|(range, _)| text.get(range.clone()).is_some()).collect();
    let mut cuts: BTreeSet<usize> = BTreeSet::from([0, text.len()]);
    cuts.extend(marks.iter().flat_map(|(range, _)| [range.start, range.end]));
    let cuts: Vec<usize> = cuts.into_iter().collect();
    let run = |cut: &[usize]| {
        let (start, end) = (*cut.first()?, *cut.last()?);
        let covering = marks.iter().filter(|(range, _)| range.start <= start && end <= range.end);
        let marks: BTreeSet<Mark> = covering.map(|(_, mark)| mark.clone()).collect();
        Some(Run { text: text.get(start..end)?.to_owned(), marks: marks.into_iter().collect() })
    };
    cuts.windows(2).filter_map(run).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_may_overlap_and_never_split_a_letter() {
        let text = "Да, дом стоит.";
        let dom = text.find("дом").unwrap();
        let marks = [(0..dom + 6, Mark::Strong), (dom..text.len(), Mark::Finding(0))];
        let found: Vec<(String, usize)> =
            runs(text, &marks).into_iter().map(|run| (run.text, run.marks.len())).collect();
        let expected = [("Да, ", 1), ("дом", 2), (" стоит.", 1)];
        assert_eq!(found, expected.map(|(text, marks)| (text.to_owned(), marks)));
        assert_eq!(runs(text, &[(1..4, Mark::Code)]).len(), 1);
        assert!(runs("", &[]).is_empty());
    }
}
