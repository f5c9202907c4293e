//! A document pair as its page shows it: two texts side by side, unit by unit.

use std::{collections::HashMap, ops::Range};

use schemars::JsonSchema;
use serde::Serialize;

use super::{
    super::{VERSION, record::FindingRecord},
    overview::{DocumentSummary, language_of},
    side::Side,
    unit::{ChangeView, FindingView, UnitView},
};
use crate::{
    comparison::{Fact, facts},
    glossary::Glossary,
    model::{
        BlockKind, Change, Direction, Document, DocumentReport, Finding, Fingerprint, Place, State,
        TranslationUnit,
    },
    ui::Messages,
};

/// A document pair with all that is to be seen of it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct DocumentView<'a> {
    version: u32,
    /// Its line in the overview.
    #[serde(flatten)]
    pub summary: DocumentSummary,
    /// What stands there, in reading order.
    pub rows: Vec<Row<'a>>,
    /// Findings about no unit: about a file, a link, a block of code.
    pub elsewhere: Vec<FindingView<'a>>,
}

/// What stands side by side.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Row<'a> {
    /// A translation unit.
    Unit(UnitView<'a>),
    /// Code, which is compared and not translated.
    Code {
        /// In the original.
        source: Option<String>,
        /// In the translation.
        target: Option<String>,
    },
}

/// What the texts of all documents are looked at through.
#[derive(Debug, Clone, Copy)]
pub struct Lens<'a> {
    /// The project's terms.
    pub glossary: &'a Glossary,
    /// The words of the machine formats.
    pub english: &'a Messages,
}

/// The units of a document with their ids, in their order.
#[must_use]
pub fn unit_ids(report: &DocumentReport) -> Vec<String> {
    let mut seen: HashMap<[String; 2], usize> = HashMap::new();
    let id = |unit: &TranslationUnit| {
        let texts = texts(report, unit);
        let times = seen.entry(texts.clone()).or_default();
        *times += 1;
        Fingerprint::of([&texts[0], &texts[1], &times.to_string()].map(String::as_str))
    };
    report.units.iter().map(id).map(|id| format!("u-{}", id.as_str())).collect()
}

impl<'a> DocumentView<'a> {
    /// The view of a document pair.
    #[must_use]
    pub fn of(report: &'a DocumentReport, lens: Lens<'a>) -> Self {
        let (mut of_units, elsewhere) = placed(report);
        let covers = covers(report, lens.glossary);
        let sides = [&report.source, &report.target]
            .map(|document| document.as_ref().map(|document| Side::of(document, &covers, lens)));
        let mut rows = Vec::with_capacity(report.units.len());
        let mut at = [0, 0];
        for ((unit, id), findings) in report.units.iter().zip(unit_ids(report)).zip(&mut of_units) {
            rows.extend(code_before(report, &mut at, [&unit.bead.source, &unit.bead.target]));
            rows.push(Row::Unit(view(report, unit, id, &sides, std::mem::take(findings), lens)));
        }
        rows.extend(code_before(report, &mut at, [&(usize::MAX..usize::MAX); 2]));
        let elsewhere = elsewhere.into_iter().map(|finding| finding_view(finding, lens)).collect();
        Self { version: VERSION, summary: DocumentSummary::of(report), rows, elsewhere }
    }

    /// The units of the document.
    pub fn units(&self) -> impl Iterator<Item = &UnitView<'a>> {
        self.rows.iter().filter_map(|row| match row {
            Row::Unit(unit) => Some(unit),
            Row::Code { .. } => None,
        })
    }
}

/// Which concepts hold for a document, by their index.
fn covers(report: &DocumentReport, glossary: &Glossary) -> Vec<bool> {
    let paths = report.pair.source.iter().chain(&report.pair.target);
    glossary.concepts().iter().map(|concept| concept.covers(paths.clone())).collect()
}

fn view<'a>(
    report: &'a DocumentReport,
    unit: &TranslationUnit,
    id: String,
    [source, target]: &[Option<Side<'_>>; 2],
    findings: Vec<&'a Finding>,
    lens: Lens<'a>,
) -> UnitView<'a> {
    let (sources, targets) = (&unit.bead.source, &unit.bead.target);
    let mentioned = source.as_ref().map(|side| side.concepts(sources)).unwrap_or_default();
    let texts = texts(report, unit);
    let facts = facts_of(report, unit, &texts, lens);
    UnitView {
        id,
        state: unit.state,
        source: source.as_ref().map_or_else(Vec::new, |side| {
            let marked = (&mentioned, facts[0].as_slice());
            side.segments(sources, marked, &findings, |finding| finding.source.as_ref())
        }),
        target: target.as_ref().map_or_else(Vec::new, |side| {
            let marked = (&mentioned, facts[1].as_slice());
            side.segments(targets, marked, &findings, |finding| finding.target.as_ref())
        }),
        changes: changes(unit, texts),
        who: unit.evidence.who.clone(),
        note: unit.evidence.note.clone(),
        findings: findings.into_iter().map(|finding| finding_view(finding, lens)).collect(),
    }
}

/// What the two sides of a unit say.
fn texts(report: &DocumentReport, unit: &TranslationUnit) -> [String; 2] {
    let prose = |document: &Option<Document>, segments: &Range<usize>| {
        document.as_ref().map(|document| document.prose_of(segments)).unwrap_or_default()
    };
    [prose(&report.source, &unit.bead.source), prose(&report.target, &unit.bead.target)]
}

/// The numbers, dates and names of a unit that is translated.
fn facts_of(
    report: &DocumentReport,
    unit: &TranslationUnit,
    [source, target]: &[String; 2],
    lens: Lens<'_>,
) -> [Vec<Fact>; 2] {
    if !unit.bead.is_pair() || unit.state == State::Untranslated {
        return [Vec::new(), Vec::new()];
    }
    facts([source, target], report.pair.direction(), lens.glossary)
}

/// How the two sides changed; `now` is what they say.
fn changes(unit: &TranslationUnit, now: [String; 2]) -> Vec<ChangeView> {
    let leading = unit.change_of_original().map(|(direction, _)| direction);
    let sides =
        [(&unit.evidence.source, Direction::RuEn), (&unit.evidence.target, Direction::EnRu)];
    let view = |((change, side), now): (&(&Option<Change>, Direction), String)| {
        let language = language_of(side.original());
        Some(ChangeView::of(change.as_ref()?, &now, language, leading == Some(*side)))
    };
    sides.iter().zip(now).filter_map(view).collect()
}

fn finding_view<'a>(finding: &'a Finding, lens: Lens<'a>) -> FindingView<'a> {
    FindingView { record: FindingRecord::of(finding, lens.english), finding }
}

/// The findings of each unit, and those of none. A finding about several units belongs to the
/// first.
fn placed(report: &DocumentReport) -> (Vec<Vec<&Finding>>, Vec<&Finding>) {
    let by_source = Owners::of(report.source.as_ref(), &report.units, |unit| &unit.bead.source);
    let by_target = Owners::of(report.target.as_ref(), &report.units, |unit| &unit.bead.target);
    let (mut placed, mut elsewhere) = (vec![Vec::new(); report.units.len()], Vec::new());
    for finding in &report.findings {
        let owner = by_source
            .owner(finding.source.as_ref())
            .or_else(|| by_target.owner(finding.target.as_ref()));
        match owner.and_then(|unit| placed.get_mut(unit)) {
            Some(of_unit) => of_unit.push(finding),
            None => elsewhere.push(finding),
        }
    }
    (placed, elsewhere)
}

/// Which unit each segment of one side belongs to.
struct Owners<'a> {
    document: Option<&'a Document>,
    units: Vec<Option<usize>>,
}

impl<'a> Owners<'a> {
    fn of(
        document: Option<&'a Document>,
        units: &[TranslationUnit],
        side: impl Fn(&TranslationUnit) -> &Range<usize>,
    ) -> Self {
        let mut owners = vec![None; document.map_or(0, |document| document.segments.len())];
        for (index, unit) in units.iter().enumerate() {
            for segment in side(unit).clone() {
                if let Some(owner) = owners.get_mut(segment) {
                    *owner = Some(index);
                }
            }
        }
        Self { document, units: owners }
    }

    /// The unit that the place begins in.
    fn owner(&self, place: Option<&Place>) -> Option<usize> {
        let (document, place) = (self.document?, place?);
        if place.path != document.path || place.span.is_empty() {
            return None;
        }
        let rest = document.segments_from(place.span.start);
        rest.first().filter(|segment| segment.span.overlaps(place.span))?;
        *self.units.get(document.segments.len() - rest.len())?
    }
}

/// The blocks of code that stand before the segments at `next` on each side and were not shown
/// yet; `at` are the blocks that come next.
fn code_before<'a>(
    report: &DocumentReport,
    at: &mut [usize; 2],
    next: [&Range<usize>; 2],
) -> Vec<Row<'a>> {
    let [source, target] = [(0, &report.source), (1, &report.target)].map(|(side, document)| {
        let Some(document) = document else { return Vec::new() };
        let end = match document.segments.get(next[side].start) {
            Some(segment) => segment.block,
            None if next[side].start == usize::MAX => document.blocks.len(),
            None => at[side],
        };
        let range = at[side]..end.max(at[side]);
        at[side] = range.end;
        let blocks = document.blocks.get(range).unwrap_or_default().iter();
        let code = blocks.filter(|block| block.kind == BlockKind::Code);
        code.map(|block| within_fences(block.span.of(&document.text)).to_owned()).collect()
    });
    let (mut source, mut target) = (source.into_iter(), target.into_iter());
    std::iter::from_fn(|| match (source.next(), target.next()) {
        (None, None) => None,
        (source, target) => Some(Row::Code { source, target }),
    })
    .collect()
}

/// A block of code as a reader sees it: without the fences of Markdown around it.
fn within_fences(block: &str) -> &str {
    let is_fence = |line: &str| {
        let line = line.trim_start_matches(['>', ' ', '\t']);
        line.starts_with("```") || line.starts_with("~~~")
    };
    let Some((_, rest)) = block.split_once('\n').filter(|(first, _)| is_fence(first)) else {
        return block;
    };
    let rest = rest.trim_end();
    match rest.rsplit_once('\n') {
        Some((code, last)) if is_fence(last) => code,
        None if is_fence(rest) => "",
        _ => rest,
    }
}

#[cfg(test)]
mod tests {
    use super::within_fences;

    #[test]
    fn a_block_of_code_is_shown_without_its_fences() {
        for (block, shown) in [
            ("```sh\ncargo build\n```\n", "cargo build"),
            ("~~~\na\n\nb\n~~~", "a\n\nb"),
            ("> ```\n> a\n> ```", "> a"),
            ("```\n```", ""),
            ("```\nnever closed\n", "never closed"),
            ("    indented\n    code", "    indented\n    code"),
            ("```", "```"),
        ] {
            assert_eq!(within_fences(block), shown, "{block}");
        }
    }
}
