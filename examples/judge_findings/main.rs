//! Measures how many findings are true on repositories of your own, judged by reading them.
//!
//! `judge_findings draw VERDICTS.jsonl [--most N] [--seed S] REPOSITORY…` checks each repository,
//! draws up to N findings (100 unless said) evenly over the kinds, and adds those that the file
//! lacks, a line each with `"verdict": null`. Read each against both texts and write `"true"` (an
//! editor would want to know), `"needless"` (right, but nothing needs doing), `"false"` or
//! `"undecided"`. `judge_findings precision VERDICTS.jsonl REPOSITORY…` checks the repositories
//! again and prints, by kind, how many of the findings of today are true: a verdict counts as long
//! as its finding has the same fingerprint. What two readers disagree on is undecided and counts
//! as half.
#![allow(clippy::print_stdout, reason = "an example prints its result")]

mod finding;
mod precision;
mod sample;

use std::{error::Error, path::PathBuf};

use clap::{Parser, Subcommand};
use finding::{Finding, Verdicts, findings_of};

#[derive(Parser)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Adds findings to read to the file of verdicts.
    Draw {
        verdicts: PathBuf,
        #[arg(required = true)]
        repositories: Vec<PathBuf>,
        #[arg(long, default_value_t = 100)]
        most: usize,
        #[arg(long, default_value_t = 1)]
        seed: u64,
    },
    /// Prints the share of true findings by kind.
    Precision {
        verdicts: PathBuf,
        #[arg(required = true)]
        repositories: Vec<PathBuf>,
    },
}

fn main() -> Result<(), Box<dyn Error>> {
    match Arguments::parse().task {
        Task::Draw { verdicts: path, repositories, most, seed } => {
            let mut verdicts = Verdicts::read(&path)?;
            let drawn = sample::draw(findings(&repositories)?, most, seed);
            let added = verdicts.add(drawn);
            verdicts.write(&path)?;
            println!("{added} findings to read were added to {}", path.display());
        }
        Task::Precision { verdicts, repositories } => {
            precision::print(&Verdicts::read(&verdicts)?, &findings(&repositories)?);
        }
    }
    Ok(())
}

/// The findings of all repositories, in the order in which they were named.
fn findings(repositories: &[PathBuf]) -> Result<Vec<Finding>, Box<dyn Error>> {
    let mut all = Vec::new();
    for repository in repositories {
        all.extend(findings_of(repository)?);
    }
    Ok(all)
}
