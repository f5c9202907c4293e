//! `sverka undo [-n N]`: takes back what the last decisions wrote.

use clap::{Arg, ArgAction, ArgMatches, value_parser};

use super::{
    Command, Exit, Failure,
    context::Context,
    fix::unified,
    survey::open,
    writing::{hold, journal},
};
use crate::{
    decisions::{Refused, Reverted, reverted, take_back},
    model::Message,
};

pub(super) const COMMAND: Command = Command { name: "undo", arguments, run };

const COUNT: &str = "count";
const DRY_RUN: &str = "dry-run";

fn arguments(command: clap::Command) -> clap::Command {
    command
        .arg(
            Arg::new(COUNT)
                .short('n')
                .value_name("N")
                .default_value("1")
                .value_parser(value_parser!(u16).range(1..)),
        )
        .arg(Arg::new(DRY_RUN).long(DRY_RUN).action(ArgAction::SetTrue))
}

fn run(matches: &ArgMatches, context: &mut Context<'_>) -> Result<Exit, Failure> {
    let root = open(context)?.root;
    let held = hold(&root)?;
    let journal = journal(&root).ok_or_else(|| Failure::new(Message::new("undo-no-repository")))?;
    let count = matches.get_one::<u16>(COUNT).copied().unwrap_or(1);
    let is_dry = matches.get_flag(DRY_RUN);
    for done in 0..if is_dry { 1 } else { count } {
        let Some((name, written)) = journal.last() else {
            if done == 0 {
                return Err(Failure::new(Message::new("undo-nothing")));
            }
            break;
        };
        let path = written.files.first().map(|splice| splice.path.clone());
        let refused = |refused: Refused| Failure::new(refused.message(path.as_ref()));
        if is_dry {
            let files = reverted(&held, &written).map_err(refused)?;
            let shown: String = files.iter().map(|file| shown(file, context)).collect();
            context.write_text(&shown)?;
            break;
        }
        let files = take_back(&held, &written, Some((&journal, &name))).map_err(refused)?;
        let message = Message::new("undone").with("command", written.command.as_str());
        context.write_page(|page| page.message(&message.with("count", files)))?;
    }
    Ok(Exit::Clean)
}

/// What changes in a file, as a diff where it is a text.
fn shown(file: &Reverted<'_>, context: &Context<'_>) -> String {
    match (str::from_utf8(&file.before), str::from_utf8(&file.after)) {
        (Ok(before), Ok(after)) => unified(file.path(), before, after),
        _ => {
            let message = Message::new("undo-bytes").with("path", file.path().as_str());
            format!("{}\n", context.messages().text(&message))
        }
    }
}
