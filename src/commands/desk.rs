//! `sverka desk`: the pages of a project in a browser, live.

use std::{
    process::{Command as Process, Stdio},
    sync::Arc,
};

use clap::{Arg, ArgAction, ArgMatches, value_parser};

use super::{
    Command, Exit, Failure,
    context::Context,
    options,
    survey::{open, paths_in, survey_to_hold, warn},
    today::today,
};
use crate::{
    desk::{Address, Desk, Terms, serve},
    model::Message,
};

pub(super) const COMMAND: Command = Command { name: "desk", arguments, run };

fn arguments(command: clap::Command) -> clap::Command {
    let flag = |name| Arg::new(name).long(name).action(ArgAction::SetTrue);
    command.arg(options::paths()).arg(flag("read-only")).arg(flag("no-open")).arg(
        Arg::new("port")
            .long("port")
            .value_name("PORT")
            .default_value("0")
            .value_parser(value_parser!(u16)),
    )
}

fn run(matches: &ArgMatches, context: &mut Context<'_>) -> Result<Exit, Failure> {
    let project = open(context)?;
    let paths = paths_in(&project.root, context.folder(), &options::chosen_paths(matches))?;
    let looked = survey_to_hold(matches, context)?;
    warn(&looked.analysis, context);
    let terms = Terms {
        read_only: matches.get_flag("read-only"),
        locale: context.messages().locale(),
        paths,
        today,
    };
    let port = matches.get_one::<u16>("port").copied().unwrap_or_default();
    let desk = Arc::new(Desk::new(project, looked, terms));
    let mut said = Ok(());
    let served = serve(desk, port, |Address(address)| {
        said = context.write_page(|page| page.line(&address));
        context.say_note(&Message::new("desk-opened"));
        if !matches.get_flag("no-open") {
            open_browser(&address);
        }
    });
    said?;
    served.map_err(|error| {
        let message = Message::new("desk-unserved").with("port", port.to_string());
        Failure::new(message.with("detail", error.to_string()))
    })?;
    Ok(Exit::Clean)
}

/// Asks the system to open an address. Where it has no browser, the address stands in the terminal.
fn open_browser(address: &str) {
    let (program, arguments): (&str, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(windows) {
        ("rundll32", &["url.dll,FileProtocolHandler"])
    } else {
        ("xdg-open", &[])
    };
    let _ = Process::new(program)
        .args(arguments)
        .arg(address)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
}
