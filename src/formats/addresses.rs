//! Addresses that stand in text without markup of their own.

use std::ops::Range;

use super::{builder::RawBlock, prose::Prose};
use crate::model::{Verbatim, VerbatimKind};

/// Addresses in a text; closing punctuation is not theirs.
pub(super) fn addresses(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let found =
            ["https://", "http://"].iter().filter_map(|scheme| text[at..].find(scheme)).min()?;
        let start = at + found;
        let is_end =
            |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '«' | '»' | ')' | ']');
        let length = text[start..].find(is_end).unwrap_or(text.len() - start);
        let url = text[start..start + length]
            .trim_end_matches(['.', ',', ';', ':', '!', '?', '…', '*', '_']);
        at = start + length.max(1);
        Some(start..start + url.len())
    })
}

/// Takes the addresses of a block for what is compared, unless its markup says where they lead.
pub(super) fn note(block: &mut RawBlock) {
    if !block.prose.text().contains("://") {
        return;
    }
    let found: Vec<Range<usize>> = addresses(block.prose.text()).collect();
    for range in found {
        let text = block.prose.text().get(range.clone()).unwrap_or_default().to_owned();
        if !is_known(block, &range, &text) {
            let span = block.prose.span(&range);
            block.verbatims.push(Verbatim { kind: VerbatimKind::Link, span, text });
            block.prose.hold_range(range);
        }
    }
    block.verbatims.sort_by_key(|verbatim| verbatim.span);
}

fn is_known(block: &RawBlock, range: &Range<usize>, text: &str) -> bool {
    let span = block.prose.span(range);
    let is_it = |verbatim: &Verbatim| verbatim.text == text || verbatim.span.overlaps(span);
    is_open(&block.prose, range) || block.verbatims.iter().any(is_it)
}

/// Whether the address goes on with what a program fills in.
fn is_open(prose: &Prose, range: &Range<usize>) -> bool {
    prose.text().get(range.clone()).is_some_and(|text| text.contains(['{', '}', '%']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_punctuation_is_no_part_of_an_address() {
        let text = "Пишите (https://a.b/в?г=1) или на http://c.d.";
        let found: Vec<&str> = addresses(text).map(|range| &text[range]).collect();
        assert_eq!(found, ["https://a.b/в?г=1", "http://c.d"]);
    }
}
