//! `--watch`: the answer again whenever a file that it depends on changed.

use std::thread;

use clap::{Arg, ArgAction, ArgMatches};

use super::{Exit, Failure, context::Context, survey::open};
use crate::{
    analysis::{PAUSE, Watched},
    model::Message,
    project::Documents,
    text::memory,
};

pub(super) const WATCH: &str = "watch";

pub(super) fn argument() -> Arg {
    Arg::new(WATCH).long(WATCH).action(ArgAction::SetTrue)
}

/// Answers until nobody reads any more. A mistake, such as a configuration half written, is said
/// and waited out.
pub(super) fn watch(
    matches: &ArgMatches,
    context: &mut Context<'_>,
    answer: impl Fn(&ArgMatches, &mut Context<'_>) -> Result<Exit, Failure>,
) -> Result<Exit, Failure> {
    memory::hold();
    loop {
        // Before the answer, so that what changes meanwhile is not missed.
        let watched = watched(context);
        let seen = watched.look();
        context.clear()?;
        let exit = answer(matches, context).unwrap_or_else(|failure| failure.report(context));
        context.flush()?;
        if context.is_closed() {
            return Ok(exit);
        }
        context.say_note(&Message::new("watch-waiting"));
        while watched.look() == seen {
            thread::sleep(PAUSE);
        }
    }
}

fn watched(context: &Context<'_>) -> Watched {
    let Ok(project) = open(context) else { return Watched::configuration(context.folder()) };
    let Documents { pairs, strays, unread, .. } = project.documents();
    Watched::of(&project, pairs.iter().chain(&strays).chain(&unread))
}
