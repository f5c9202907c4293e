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
    disk::{Decision, Held, LARGEST, Refusal, Splice, read, remove, update},
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
        let Some((name, decision)) = journal.last() else {
            if done == 0 {
                return Err(Failure::new(Message::new("undo-nothing")));
            }
            break;
        };
        let changes = changes(&held, &decision)?;
        let shown: String = changes.iter().map(Reverted::shown).collect();
        if is_dry {
            context.write_text(&shown)?;
            break;
        }
        changes.iter().try_for_each(|change| change.write(&held))?;
        journal.forget(&name).map_err(|error| Failure::unwritable(&root, &error))?;
        let files = decision.files.len();
        let message = Message::new("undone").with("command", decision.command);
        context.write_page(|page| page.message(&message.with("count", files)))?;
    }
    Ok(Exit::Clean)
}

/// A file as it is and as it is without a decision.
struct Reverted<'a> {
    splice: &'a Splice,
    before: String,
    after: String,
}

/// What undoing `decision` makes of its files.
///
/// # Errors
/// When one of them no longer has what the decision wrote: nothing is undone then.
fn changes<'a>(held: &Held, decision: &'a Decision) -> Result<Vec<Reverted<'a>>, Failure> {
    let mut reverted: Vec<Reverted<'a>> = Vec::new();
    for splice in decision.files.iter().rev() {
        let earlier = reverted.iter().rev().find(|other| other.splice.path == splice.path);
        let before = match earlier {
            Some(other) => other.after.clone(),
            None => text(held, splice)?,
        };
        let after = splice.undone(&before).ok_or_else(|| changed_since(splice, &before))?;
        reverted.push(Reverted { splice, before, after });
    }
    Ok(reverted)
}

fn text(held: &Held, splice: &Splice) -> Result<String, Failure> {
    let bytes = read(held.root(), &splice.path, LARGEST);
    let bytes = bytes.map_err(|refusal| Failure::refused(&splice.path, &refusal))?;
    String::from_utf8(bytes).map_err(|_| changed_since(splice, ""))
}

/// Both texts: what the decision wrote, and what stands in its place.
fn changed_since(splice: &Splice, now: &str) -> Failure {
    let start = now.floor_char_boundary(splice.at);
    let end = now.floor_char_boundary(start.saturating_add(splice.now.len()));
    Failure::new(
        Message::new("undo-changed")
            .with("path", splice.path.as_str())
            .with("written", splice.now.trim_end())
            .with("now", now.get(start..end).unwrap_or_default().trim_end()),
    )
}

impl Reverted<'_> {
    /// What changes, as a diff.
    fn shown(&self) -> String {
        unified(&self.splice.path, &self.before, &self.after)
    }

    fn write(&self, held: &Held) -> Result<(), Failure> {
        let path = &self.splice.path;
        let written = if self.splice.is_new && self.after.is_empty() {
            remove(held, path).map(|()| true)
        } else {
            update::<Refusal>(held, path, LARGEST, |now| {
                let is_same = now == Some(self.before.as_bytes());
                Ok(is_same.then(|| self.after.clone().into_bytes()))
            })
        };
        match written {
            Ok(true) => Ok(()),
            Ok(false) => Err(changed_since(self.splice, "")),
            Err(refusal) => Err(Failure::refused(path, &refusal)),
        }
    }
}
