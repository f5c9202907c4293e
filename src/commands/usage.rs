//! What clap has to say, in the user's language: help, version, and what is wrong with the
//! arguments.

use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

use super::{context::Context, exit::Exit, failure::Failure};
use crate::model::Message;

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
        ErrorKind::MissingSubcommand => Message::new("usage-missing-command"),
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

/// The message that also names what the user may have meant, where clap has an idea.
fn nearest(error: &Error, message: Message) -> Message {
    use ContextKind::{SuggestedArg, SuggestedSubcommand};
    let meant = [SuggestedArg, SuggestedSubcommand]
        .into_iter()
        .find_map(|kind| strings(error.get(kind)).into_iter().next());
    match meant {
        Some(meant) => Message { id: format!("{}-nearest", message.id).into(), ..message }
            .with("nearest", meant),
        None => message,
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
