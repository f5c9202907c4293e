//! What stands in a project and was left alone: other languages, formats that are not read.

use std::collections::BTreeMap;

use crate::{
    model::{DocumentPair, Message},
    text::language::Tongue,
};

/// So many paths are named.
const NAMED: usize = 3;

/// What is said of files in other languages and of files that are not read.
pub(crate) fn left_alone(
    others: &BTreeMap<Tongue, usize>,
    unread: &[DocumentPair],
) -> Vec<Message> {
    let mut messages = Vec::new();
    if !others.is_empty() {
        let listed = others.iter().map(|(tongue, count)| format!("{} ({count})", tongue.code()));
        let listed: Vec<String> = listed.collect();
        messages.push(Message::new("left-alone-languages").with("languages", listed.join(", ")));
    }
    let paths: Vec<&str> = unread
        .iter()
        .flat_map(|pair| [&pair.source, &pair.target])
        .flatten()
        .map(|path| path.as_str())
        .collect();
    if !paths.is_empty() {
        let named = paths.iter().take(NAMED).copied().collect::<Vec<_>>().join(", ");
        let dots = if paths.len() > NAMED { ", …" } else { "" };
        messages.push(
            Message::new("left-alone-formats")
                .with("count", paths.len())
                .with("paths", format!("{named}{dots}")),
        );
    }
    messages
}
