//! Checks documents that are made to be slow and names the slowest and the largest:
//! `cargo run --example adversarial -- target/release/sverka 1000 [BYTES]`. With `737..740` in the
//! place of `1000` only documents of these numbers are made.
//!
//! Each is a project of one pair of 100 kB. GNU time says how much time of a processor it took,
//! which does not depend on what else runs, and how much memory.

mod documents;

use std::{fs, path::Path, process::Command};

use documents::{Document, KINDS, document};
use rayon::prelude::*;

/// A document with what it cost.
struct Cost {
    name: String,
    seconds: f64,
    kilobytes: f64,
    output: usize,
}

#[expect(clippy::print_stdout, reason = "it is what the example is for")]
fn show(what: &str, costs: &[Cost]) {
    println!("{what}:");
    for cost in costs.iter().take(20) {
        let megabytes = cost.kilobytes / 1000.0;
        println!(
            "  {:6.2} s {megabytes:7.1} MB {:9} bytes  {}",
            cost.seconds, cost.output, cost.name
        );
    }
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let binary = arguments.first().map_or("target/release/sverka", String::as_str);
    let seeds = arguments.get(1).map_or(0..KINDS.len(), |told| range(told));
    let length = arguments.get(2).and_then(|length| length.parse().ok()).unwrap_or(100_000);
    let binary = fs::canonicalize(binary).expect("the binary is there");
    let mut costs: Vec<Cost> =
        seeds.into_par_iter().map(|seed| cost(&binary, seed, length)).collect();
    costs.sort_by(|one, other| other.seconds.total_cmp(&one.seconds));
    show("slowest", &costs);
    costs.sort_by(|one, other| other.kilobytes.total_cmp(&one.kilobytes));
    show("largest", &costs);
}

/// `1000` is the first thousand, `737..740` three of them.
fn range(told: &str) -> std::ops::Range<usize> {
    let (first, end) = told.split_once("..").unwrap_or(("0", told));
    let number = |told: &str| told.parse().expect("a number of a document");
    number(first)..number(end)
}

/// What the document of a number costs.
fn cost(binary: &Path, seed: usize, length: usize) -> Cost {
    let Document { name, source, target } = document(seed, length);
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (side, text) in [("source-ru", source), ("translations", target)] {
        let side = folder.path().join(side);
        fs::create_dir_all(&side).expect("a folder");
        fs::write(side.join("a.md"), text).expect("a file");
    }
    let mut command = Command::new("timeout");
    command.args(["300", "time", "-f", "%U %S %M", "-q", "-o", "cost"]).arg(binary);
    let output = run_in(&mut command, folder.path());
    let told = fs::read_to_string(folder.path().join("cost")).unwrap_or_default();
    let told: Vec<f64> = told.split_whitespace().filter_map(|number| number.parse().ok()).collect();
    let (seconds, kilobytes) = match told[..] {
        [user, system, kilobytes] => (user + system, kilobytes),
        _ => (f64::INFINITY, f64::INFINITY),
    };
    Cost { name: format!("{seed}: {name}"), seconds, kilobytes, output }
}

fn run_in(command: &mut Command, folder: &Path) -> usize {
    let run = command.args(["check", "--format", "json"]).current_dir(folder).output();
    run.map_or(0, |run| run.stdout.len())
}
