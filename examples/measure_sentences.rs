//! Measures sentence boundaries on texts whose sentences are known.
//!
//! `measure_sentences ru|en FILE…`: each file has a sentence a line. The lines are joined by
//! spaces and split again; counted are the boundaries between lines of which the first ends in
//! `.`, `!`, `?` or `…`, with or without closing marks: others no rule can see.
#![allow(clippy::print_stdout, reason = "an example prints its result")]

use std::{collections::BTreeSet, env, error::Error, fs};

use sverka::{model::Language, text::sentences::split};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let language = if arguments.next().as_deref() == Some("ru") {
        Language::Russian
    } else {
        Language::English
    };
    let (mut right, mut found, mut expected) = (0, 0, 0);
    for path in arguments {
        let file = fs::read_to_string(&path)?;
        let lines: Vec<&str> =
            file.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        let (mut ends, mut unmarked, mut at) = (BTreeSet::new(), BTreeSet::new(), 0);
        for line in &lines[..lines.len().saturating_sub(1)] {
            at += line.len();
            let closed = line.trim_end_matches(|c: char| "»”“’\"')]".contains(c));
            if closed.ends_with(['.', '!', '?', '…']) {
                ends.insert(at)
            } else {
                unmarked.insert(at)
            };
            at += 1;
        }
        let text = lines.join(" ");
        let split: BTreeSet<usize> =
            split(&text, language, &[]).iter().map(|range| range.end).collect();
        let split: BTreeSet<usize> =
            split.into_iter().filter(|end| *end < text.len() && !unmarked.contains(end)).collect();
        right += ends.intersection(&split).count();
        found += split.len();
        expected += ends.len();
        if env::var_os("SHOW").is_some() {
            let around = |end: usize| -> String {
                let (before, after) = text.split_at(end);
                let tail: String =
                    before.chars().rev().take(50).collect::<Vec<_>>().into_iter().rev().collect();
                format!("{tail}|{}", after.chars().take(40).collect::<String>())
            };
            ends.difference(&split).for_each(|end| println!("missed {}", around(*end)));
            split.difference(&ends).for_each(|end| println!("false  {}", around(*end)));
        }
    }
    let (precision, recall) = (right as f64 / found as f64, right as f64 / expected as f64);
    println!(
        "recall {recall:.4} ({right} of {expected}), precision {precision:.4} ({} false of {found})",
        found - right
    );
    Ok(())
}
