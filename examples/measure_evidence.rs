//! Measures how much of Russian texts the bundled lexicon finds again in their translations.
//!
//! `measure_evidence STEM…`: each stem names `STEM.ru` and `STEM.en`, a segment a line, and
//! `STEM.gold`, a bead a line (`[0, 1]:[0]`). Counted are the content words of the Russian side of
//! the beads: those that the lexicon lists, those with a rendering on the English side.
#![allow(clippy::print_stdout, reason = "an example prints its result")]

use std::{env, error::Error, fs};

use sverka::align::{Renderings, renderings};

fn main() -> Result<(), Box<dyn Error>> {
    let mut all = Renderings::default();
    for stem in env::args().skip(1) {
        let found = measure(&stem)?;
        print(&stem, found);
        all = sum(all, found);
    }
    print("all", all);
    Ok(())
}

fn measure(stem: &str) -> Result<Renderings, Box<dyn Error>> {
    let read = |extension: &str| fs::read_to_string(format!("{stem}.{extension}"));
    let (source, target, gold) = (read("ru")?, read("en")?, read("gold")?);
    let (source, target): (Vec<_>, Vec<_>) = (source.lines().collect(), target.lines().collect());
    let mut all = Renderings::default();
    for (from, to) in gold.lines().filter_map(|bead| bead.split_once(':')) {
        let (from, to) = (text(&source, from)?, text(&target, to)?);
        if !to.is_empty() {
            all = sum(all, renderings(&from, &to));
        }
    }
    Ok(all)
}

/// The lines that a list of indices, `[0, 1]`, names.
fn text(lines: &[&str], indices: &str) -> Result<String, Box<dyn Error>> {
    let indices: Vec<usize> = serde_json::from_str(indices.trim())?;
    Ok(indices.iter().filter_map(|&index| lines.get(index).copied()).collect::<Vec<_>>().join(" "))
}

fn sum(one: Renderings, two: Renderings) -> Renderings {
    Renderings {
        words: one.words + two.words,
        known: one.known + two.known,
        found: one.found + two.found,
    }
}

fn print(name: &str, found: Renderings) {
    let share = |part: usize| part as f64 / found.words.max(1) as f64;
    let (known, rendered) = (share(found.known), share(found.found));
    println!("{name}: {} words, listed {known:.3}, found again {rendered:.3}", found.words);
}
