//! What clap has to say, in the user's language: help, version, and what is wrong with the
//! arguments.

use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

use super::{context::Context, exit::Exit, failure::Failure};
use crate::{model::Message, toml_source};

/// Prints the help that was asked for, or says what is wrong with the arguments.
pub(super) fn report(error: &Error, context: &mut Context<'_>) -> Exit {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let text = error.render();
            context
                .write_page(|page| page.prerendered(&text.ansi().to_string()))
                .map_or_else(|failure| failure.report(context), |()| Exit::Clean)
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            context.say(&error.render().to_string());
            Exit::Failed
        }
        _ => Failure::new(message(error)).report(context),
    }
}

fn message(error: &Error) -> Message {
    use ContextKind::{InvalidArg, InvalidSubcommand, InvalidValue, PriorArg, ValidValue};
    let value = |kind| strings(error.get(kind)).join(", ");
    let about = |id: &'static str| Message::new(id).with("argument", value(InvalidArg));
    match error.kind() {
        ErrorKind::UnknownArgument => nearest(error, about("usage-unknown-argument")),
        ErrorKind::InvalidSubcommand => {
            let command = value(InvalidSubcommand);
            nearest(error, Message::new("usage-unknown-command").with("command", command))
        }
        ErrorKind::MissingSubcommand => {
            Message::new("usage-missing-command").with("help", help(error))
        }
        ErrorKind::MissingRequiredArgument => about("usage-missing-argument"),
        ErrorKind::InvalidValue if !value(InvalidValue).is_empty() => about("usage-invalid-value")
            .with("value", value(InvalidValue))
            .with("values", value(ValidValue)),
        ErrorKind::InvalidValue | ErrorKind::NoEquals | ErrorKind::TooFewValues => {
            about("usage-missing-value")
        }
        ErrorKind::ValueValidation => {
            about("usage-refused-value").with("value", value(InvalidValue))
        }
        ErrorKind::TooManyValues => {
            about("usage-too-many-values").with("value", value(InvalidValue))
        }
        ErrorKind::ArgumentConflict => about("usage-conflict").with("other", value(PriorArg)),
        _ => Message::new("usage-other").with("detail", error.to_string().trim_end()),
    }
}

/// The message that also names what the user may have meant, where something looks like it.
fn nearest(error: &Error, message: Message) -> Message {
    use ContextKind::{InvalidArg, InvalidSubcommand, SuggestedArg, SuggestedSubcommand};
    let kinds = [(InvalidArg, SuggestedArg), (InvalidSubcommand, SuggestedSubcommand)];
    let meant = kinds.into_iter().find_map(|(invalid, suggested)| {
        let (typed, known) = (strings(error.get(invalid)), strings(error.get(suggested)));
        let known = known.iter().map(String::as_str);
        toml_source::nearest(typed.first()?, known).map(str::to_owned)
    });
    match meant {
        Some(meant) => Message { id: format!("{}-nearest", message.id).into(), ..message }
            .with("nearest", meant),
        None => message.with("help", help(error)),
    }
}

/// The command line that helps: of the command that was understood so far.
fn help(error: &Error) -> String {
    let usage = strings(error.get(ContextKind::Usage)).join(" ");
    let words = usage.split_whitespace().skip_while(|word| *word != "sverka");
    let is_command = |word: &&str| word.starts_with(|c: char| c.is_ascii_lowercase());
    let command: Vec<&str> = words.take_while(is_command).collect();
    match command.as_slice() {
        [] => "sverka --help".to_owned(),
        words => format!("{} --help", words.join(" ")),
    }
}

fn strings(value: Option<&ContextValue>) -> Vec<String> {
    match value {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        Some(ContextValue::StyledStr(text)) => vec![text.to_string()],
        _ => Vec::new(),
    }
}
