//! The whole command line, with its help in the user's language.
//!
//! Clap has no translations: what it says by itself (headings, usage, possible values) is replaced
//! here, and its errors in [`super::usage`].

use clap::{Arg, ArgAction, Command as Clap};

use super::{COMMANDS, Failure, licenses::LICENSES, options};
use crate::{model::Message, ui::Messages};

/// The command line without any words: what can be typed.
pub(super) fn bare() -> Clap {
    let root = Clap::new("sverka")
        .version(env!("CARGO_PKG_VERSION"))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .args(options::global())
        .arg(Arg::new("version").long("version").short('V').action(ArgAction::Version))
        .arg(Arg::new(LICENSES).long(LICENSES).action(ArgAction::SetTrue).exclusive(true));
    COMMANDS
        .iter()
        .fold(root, |root, command| root.subcommand((command.arguments)(Clap::new(command.name))))
}

/// The command line with its help in words.
pub(super) fn localised(messages: &Messages) -> Clap {
    let mut root = bare().about(messages.phrase("about"));
    root = in_words(root, "option", messages)
        .subcommand_help_heading(messages.phrase("heading-commands"))
        .subcommand_value_name(messages.phrase("value-command"));
    let names: Vec<String> = root.get_subcommands().map(|c| c.get_name().to_owned()).collect();
    for name in names {
        root = root.mut_subcommand(&name, |command| {
            let id = format!("command-{name}");
            command_in_words(command, &id, messages)
        });
    }
    root.build();
    with_usage(root, messages)
}

/// The command of that name below `command`.
pub(super) fn find<'a>(command: &'a Clap, name: &str) -> Result<&'a Clap, Failure> {
    command.find_subcommand(name).ok_or_else(|| {
        let message = Message::new("usage-unknown-command").with("command", name.to_owned());
        Failure::new(message)
    })
}

/// A command of [`COMMANDS`] and the commands below it.
fn command_in_words(command: Clap, id: &str, messages: &Messages) -> Clap {
    let mut command = command.about(messages.phrase(id)).disable_help_subcommand(true);
    if let Some(more) = messages.find(&Message::new(format!("{id}.more"))) {
        command = command.after_help(more);
    }
    command = in_words(command, id, messages)
        .subcommand_help_heading(messages.phrase("heading-commands"))
        .subcommand_value_name(messages.phrase("value-command"));
    let names: Vec<String> = command.get_subcommands().map(|c| c.get_name().to_owned()).collect();
    names.iter().fold(command, |command, name| {
        command.mut_subcommand(name, |below| {
            command_in_words(below, &format!("{id}-{name}"), messages)
        })
    })
}

/// The arguments of one command in words; `id` begins the ids of their messages.
fn in_words(command: Clap, id: &str, messages: &Messages) -> Clap {
    command.mut_args(|arg| {
        let own = Message::new(format!("{id}-{}", arg.get_id()));
        let shared = || messages.find(&Message::new(format!("option-{}", arg.get_id())));
        let help = messages.find(&own).or_else(shared).unwrap_or_else(|| own.id.to_string());
        let heading = messages.phrase(heading(&arg));
        if !arg.get_action().takes_values() {
            return arg.help(help).help_heading(heading);
        }
        let help = format!("{help}{}", choices(&arg, messages));
        arg.help(help).help_heading(heading).hide_possible_values(true).hide_default_value(true)
    })
}

fn heading(arg: &Arg) -> &'static str {
    if arg.is_global_set() || matches!(arg.get_action(), ArgAction::Version) {
        "heading-global-options"
    } else if arg.is_positional() {
        "heading-arguments"
    } else {
        "heading-options"
    }
}

/// The values to choose from and the usual one, as clap would show them.
fn choices(arg: &Arg, messages: &Messages) -> String {
    let values: Vec<String> =
        arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
    let usual: Vec<_> =
        arg.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
    let mut notes = String::new();
    if !values.is_empty() {
        let message = Message::new("choices").with("values", values.join(", "));
        notes.push_str(&format!(" [{}]", messages.text(&message)));
    }
    if !usual.is_empty() {
        let message = Message::new("choice-default").with("value", usual.join(", "));
        notes.push_str(&format!(" [{}]", messages.text(&message)));
    }
    notes
}

/// Replaces the words that clap puts into usage lines, in this command and those below.
fn with_usage(command: Clap, messages: &Messages) -> Clap {
    let usage = command.clone().render_usage().to_string();
    let usage = usage.strip_prefix("Usage: ").unwrap_or(&usage);
    let usage = usage.replace("[OPTIONS]", &format!("[{}]", messages.phrase("value-options")));
    let header = clap::builder::Styles::styled().get_header().to_owned();
    let template = format!(
        "{{about-with-newline}}\n{header}{}{header:#} {{usage}}\n\n{{all-args}}{{after-help}}",
        messages.phrase("heading-usage"),
    );
    let mut command = command.override_usage(usage).help_template(template);
    for below in command.get_subcommands_mut() {
        *below = with_usage(std::mem::take(below), messages);
    }
    command
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::Locale;

    #[test]
    fn the_definition_is_sound() {
        bare().debug_assert();
    }

    #[test]
    fn everything_has_help_in_both_languages() {
        for locale in Locale::ALL {
            let root = localised(&Messages::new(locale));
            for command in std::iter::once(&root).chain(root.get_subcommands()) {
                let about = command.get_about().map(ToString::to_string).unwrap_or_default();
                assert!(!about.starts_with("command-"), "{locale:?}: no message `{about}`");
                for arg in command.get_arguments() {
                    let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
                    let lacks = help.starts_with("command-") || help.starts_with("option-");
                    assert!(!lacks, "{locale:?}: no message `{help}`");
                }
            }
        }
    }
}
