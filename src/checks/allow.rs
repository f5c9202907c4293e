//! Comments that silence findings where they stand: `<!-- sverka: allow CODE reason="…" -->`.
//!
//! A comment speaks for the block that follows it, on either side, and for the whole document
//! where a finding is about that and the comment stands above the first block. The check runs
//! last, for it takes away what the others found.

use super::{Check, Findings, Rule, Scope, View, code, findings::Draft};
use crate::model::{Block, BlockKind, Code, Comment, Document, Finding, Language, Message};

const UNUSED: Rule = Rule::warn("unused-allow");
const MALFORMED: Rule = Rule::warn("malformed-allow");

/// Drops what comments allow; reports comments that silence nothing, or that are wrong.
pub(super) const CHECK: Check = Check { rules: &[UNUSED, MALFORMED], run: Scope::Files(run) };

fn run(view: &View<'_>, findings: &mut Findings<'_>) {
    for document in [view.source, view.target].into_iter().flatten() {
        for comment in &document.comments {
            if let Some(allowance) = Allowance::parse(&comment.text) {
                apply(&allowance, comment, document, findings);
            }
        }
    }
}

/// What a comment allows.
#[derive(Debug, PartialEq, Eq)]
struct Allowance<'a> {
    codes: Vec<&'a str>,
    has_reason: bool,
}

impl<'a> Allowance<'a> {
    /// Reads the text of a comment; none where it is no allowance.
    fn parse(comment: &'a str) -> Option<Self> {
        let order = comment.trim().strip_prefix("sverka:")?.trim_start();
        let rest = order.strip_prefix("allow")?;
        if !rest.is_empty() && !rest.starts_with(char::is_whitespace) {
            return None;
        }
        let (codes, reason) = rest.split_once("reason=").unwrap_or((rest, ""));
        let is_separator = |c: char| c == ',' || c.is_whitespace();
        let codes = codes.split(is_separator).filter(|code| !code.is_empty()).collect();
        let reason = reason.trim_matches(|c: char| c.is_whitespace() || "\"'“”«»".contains(c));
        Some(Self { codes, has_reason: !reason.is_empty() })
    }
}

fn apply(
    allowance: &Allowance<'_>,
    comment: &Comment,
    document: &Document,
    findings: &mut Findings<'_>,
) {
    let report = |rule: Rule, message: Message| {
        let (draft, place) = (Draft::new(rule.code, message), document.place(comment.span));
        match document.language {
            Language::Russian => draft.in_source(place),
            Language::English => draft.in_target(place),
        }
    };
    for &name in &allowance.codes {
        let Some(allowed) = code(name) else {
            findings.push(report(MALFORMED, unknown_code(name)));
            continue;
        };
        let silenced = findings
            .silence(|finding| finding.code == allowed && is_covered(finding, comment, document));
        if silenced == 0 && findings.reports(allowed) {
            let message = Message::new(UNUSED.code.as_str()).with("code", name);
            findings.push(report(UNUSED, message).with("code", name));
        }
    }
    if allowance.codes.is_empty() {
        findings.push(report(MALFORMED, Message::new("malformed-allow-no-code")));
    } else if !allowance.has_reason {
        findings.push(report(MALFORMED, Message::new("malformed-allow-no-reason")));
    }
}

fn unknown_code(name: &str) -> Message {
    Message::new("malformed-allow-unknown-code").with("code", name)
}

/// Whether the finding is about the block that follows the comment.
fn is_covered(finding: &Finding, comment: &Comment, document: &Document) -> bool {
    let place = match document.language {
        Language::Russian => finding.source.as_ref(),
        Language::English => finding.target.as_ref(),
    };
    let Some(place) = place else { return false };
    let (index, block) = next_block(comment, document);
    if is_about_document(finding.code) {
        return index == first_content(document, 0);
    }
    // A gap at the end of the block belongs to it as much as one inside.
    block.is_some_and(|block| {
        block.span.overlaps(place.span)
            || (place.span.is_empty() && block.span.contains(place.span))
    })
}

/// Kinds of findings that are about a file as a whole.
fn is_about_document(code: Code) -> bool {
    const WHOLE: [&str; 2] = ["coverage-below-minimum", "approval-missing"];
    code.as_str().starts_with("document-") || WHOLE.contains(&code.as_str())
}

/// The block that a comment speaks for; further comments between the two do not count.
fn next_block<'a>(comment: &Comment, document: &'a Document) -> (usize, Option<&'a Block>) {
    let index = first_content(document, comment.next_block);
    (index, document.blocks.get(index))
}

fn first_content(document: &Document, from: usize) -> usize {
    let is_comment = |block: &Block| {
        block.kind == BlockKind::Markup
            && document.comments.iter().any(|comment| comment.span.overlaps(block.span))
    };
    let blocks = document.blocks.get(from..).unwrap_or_default();
    from + blocks.iter().take_while(|block| is_comment(block)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_are_read() {
        for (comment, expected) in [
            ("sverka: allow stale reason=\"on purpose\"", Some((vec!["stale"], true))),
            (
                "sverka: allow stale, number-lost reason='x'",
                Some((vec!["stale", "number-lost"], true)),
            ),
            ("sverka:allow stale", Some((vec!["stale"], false))),
            ("sverka: allow stale reason=\" \"", Some((vec!["stale"], false))),
            ("sverka: allow", Some((vec![], false))),
            ("sverka: allowance", None),
            ("an essay on how to allow things", None),
        ] {
            let read = Allowance::parse(comment).map(|read| (read.codes, read.has_reason));
            assert_eq!(read, expected, "{comment}");
        }
    }
}
