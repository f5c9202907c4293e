//! `align` for people.

use std::io;

use super::{
    super::{Page, columns, excerpt::Excerpt},
    AlignmentReport, Word,
};
use crate::{
    align::Grounds,
    model::{Bead, Document, Message},
};

/// On a page at least this wide the two texts stand side by side.
const SIDE_BY_SIDE: usize = 100;

pub(super) fn write(report: &AlignmentReport<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let is_wide = page.width() >= SIDE_BY_SIDE;
    for bead in &report.alignment.beads {
        write_heading(report, bead, page)?;
        let texts = [prose(report.source, &bead.source), prose(report.target, &bead.target)];
        if is_wide {
            write_beside(&texts, page)?;
        } else {
            for text in texts {
                Excerpt::plain(&text).write_whole(page)?;
            }
        }
    }
    write_summary(report, page)
}

/// `3–4 : 5  0.97  words 7/12, numbers 2/2`, segments counted from 1: how sure it is, and what it
/// rests on.
fn write_heading(report: &AlignmentReport<'_>, bead: &Bead, page: &mut Page<'_>) -> io::Result<()> {
    let numbers = |range: &std::ops::Range<usize>| match range.len() {
        0 => "-".to_owned(),
        1 => (range.start + 1).to_string(),
        _ => format!("{}-{}", range.start + 1, range.end),
    };
    let pair = format!("{} : {}", numbers(&bead.source), numbers(&bead.target));
    let style = if bead.is_pair() { page.palette().strong } else { page.palette().warn };
    page.styled(style, &pair)?;
    page.styled(page.palette().faint, &format!("  {:.2}", bead.score))?;
    for ground in grounds(report, bead) {
        let text = page.messages().text(&ground);
        page.styled(page.palette().faint, &format!("  {text}"))?;
    }
    page.end_line()
}

/// What a bead rests on: somebody's word, and what of its texts agrees.
fn grounds(report: &AlignmentReport<'_>, bead: &Bead) -> Vec<Message> {
    let word = report.word(bead).map(|word| match word {
        Word::Pin => Message::new("align-pin"),
        Word::Ledger => Message::new("align-ledger"),
    });
    let texts = bead.texts(report.source, report.target);
    let Grounds { words, numbers, names, .. } = Grounds::of(&texts.0, &texts.1);
    let kinds = [("align-words", words), ("align-numbers", numbers), ("align-names", names)];
    let told = kinds.into_iter().filter(|(_, agreement)| bead.is_pair() && agreement.of > 0);
    let told = told.map(|(id, agreement)| {
        Message::new(id).with("agree", agreement.agree).with("of", agreement.of)
    });
    word.into_iter().chain(told).collect()
}

fn prose(document: &Document, segments: &std::ops::Range<usize>) -> String {
    if segments.is_empty() { "-".to_owned() } else { document.prose_of(segments) }
}

fn write_beside(texts: &[String; 2], page: &mut Page<'_>) -> io::Result<()> {
    let column = (page.width() - 7) / 2;
    let [left, right] = texts.each_ref().map(|text| Excerpt::plain(text).wrapped(column));
    for row in 0..left.len().max(right.len()) {
        let cell = |lines: &[String]| lines.get(row).cloned().unwrap_or_default();
        page.styled(page.palette().faint, "  | ")?;
        page.text(&columns::left(&cell(&left), column))?;
        page.styled(page.palette().faint, " | ")?;
        page.line(&cell(&right))?;
    }
    Ok(())
}

fn write_summary(report: &AlignmentReport<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let count = |is: fn(&Bead) -> bool| report.alignment.beads.iter().filter(|b| is(b)).count();
    page.message(
        &Message::new("align-summary")
            .with("pairs", count(Bead::is_pair))
            .with("omissions", count(Bead::is_omission))
            .with("additions", count(Bead::is_addition)),
    )
}
