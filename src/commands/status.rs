//! `sverka status [PATH…]`: how far each document is.

use clap::{Arg, ArgMatches, builder::PossibleValuesParser};

use super::{
    Command, Exit, Failure,
    context::Context,
    options,
    survey::{open, survey},
};
use crate::{
    model::{Diagnostic, DocumentPair, DocumentReport},
    report::{
        languages,
        status::{self, Order, Rows, StatusReport},
    },
    ui::Messages,
};

pub(super) const COMMAND: Command = Command { name: "status", arguments, run };

fn arguments(command: clap::Command) -> clap::Command {
    let choice = |name: &'static str, values: &[&'static str]| {
        let values = PossibleValuesParser::new(values.to_vec());
        Arg::new(name).long(name).value_name(name.to_uppercase()).value_parser(values)
    };
    command
        .arg(options::paths())
        .arg(options::format(status::FORMATS))
        .arg(choice("sort", &["path", "worst"]).default_value("path"))
        .arg(choice("by", &["document", "folder", "state"]))
}

fn run(matches: &ArgMatches, context: &mut Context<'_>) -> Result<Exit, Failure> {
    let required = open(context)?.config.required();
    let analysis = survey(matches, context)?;
    let (notes, is_whole) = (analysis.notes(), analysis.incomplete.is_empty());
    let (unread, documents): (Vec<_>, Vec<_>) =
        analysis.documents.into_iter().partition(DocumentReport::is_unread);
    let unread: Vec<DocumentPair> = unread.into_iter().map(|report| report.pair).collect();
    let left = languages::left_alone(&analysis.others, &unread).into_iter().map(Diagnostic::new);
    let diagnostics: Vec<Diagnostic> = left.chain(notes).collect();
    let report = StatusReport { documents: &documents, diagnostics: &diagnostics, required };
    if options::chosen_format(matches) == "json" {
        context.write(|output| status::write_json(&report, &Messages::english(), output))?;
    } else {
        let (order, rows) = (order(matches), rows(matches));
        context.write_page(|page| status::write_page(&report, order, rows, page))?;
    }
    Ok(if is_whole { Exit::Clean } else { Exit::Failed })
}

fn order(matches: &ArgMatches) -> Order {
    match matches.get_one::<String>("sort").map(String::as_str) {
        Some("worst") => Order::Worst,
        _ => Order::Path,
    }
}

fn rows(matches: &ArgMatches) -> Option<Rows> {
    match matches.get_one::<String>("by").map(String::as_str) {
        Some("document") => Some(Rows::Documents),
        Some("folder") => Some(Rows::Folders),
        Some("state") => Some(Rows::States),
        _ => None,
    }
}
