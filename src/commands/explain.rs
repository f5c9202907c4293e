//! `sverka explain [CODE]`: what a finding means, why it matters, how to cure or silence it.

use clap::{Arg, ArgMatches};

use super::{Command, Exit, Failure, context::Context};
use crate::{checks, model::Message, report::explanation, toml_source};

pub(super) const COMMAND: Command = Command { name: "explain", arguments, run };

fn arguments(command: clap::Command) -> clap::Command {
    command.arg(Arg::new("code").value_name("CODE"))
}

fn run(matches: &ArgMatches, context: &mut Context<'_>) -> Result<Exit, Failure> {
    match matches.get_one::<String>("code") {
        None => context.write_page(explanation::list)?,
        Some(name) => {
            let rule = checks::rules()
                .find(|rule| rule.code.as_str().eq_ignore_ascii_case(name))
                .ok_or_else(|| unknown(name))?;
            context.write_page(|page| explanation::of(rule, page))?;
        }
    }
    Ok(Exit::Clean)
}

/// Says that there is no such kind of finding, and which was perhaps meant.
pub(super) fn unknown(name: &str) -> Failure {
    let codes = checks::rules().map(|rule| rule.code.as_str());
    Failure::new(match toml_source::nearest(name, codes) {
        Some(nearest) => {
            Message::new("unknown-code-nearest").with("code", name).with("nearest", nearest)
        }
        None => Message::new("unknown-code").with("code", name),
    })
}
