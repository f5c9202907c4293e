//! Placeholders in plain text that a program fills in: `{count}`, `%s`, `%(user)s`, `${HOME}`.
//!
//! Those of template languages are compared with links and code; these are no markup, only text
//! that must come through a translation as it is.

use std::ops::Range;

use super::{
    Check, Findings, Rule, Scope,
    findings::Draft,
    note_marks::NoteMarks,
    pairs::{Pair, Pairs, Passage},
    verbatims::{PLACEHOLDER_CHANGED, PLACEHOLDER_LOST},
};
use crate::model::Message;

/// Reports placeholders that the translation changed or lost; the codes are those of template tags.
pub(super) const CHECK: Check = Check { rules: &[], run: Scope::Pairs(run) };

fn run(pairs: &Pairs<'_>, findings: &mut Findings<'_>) {
    let notes = NoteMarks::of(pairs);
    for pair in pairs.fresh() {
        let mut lost = placeholders(&pair.source);
        lost.retain(|range| !notes.is_left_out(&pair.source.text, range.start));
        report(pair, lost, findings);
    }
}

fn report(pair: &Pair<'_>, mut lost: Vec<Range<usize>>, findings: &mut Findings<'_>) {
    let mut others = placeholders(&pair.target);
    // The forms of a plural are as many as the language has.
    let is_plural = pair.source.text.contains('|') || pair.target.text.contains('|');
    let told: Vec<&str> = others.iter().map(|other| &pair.target.text[other.clone()]).collect();
    lost.retain(|range| {
        let text = &pair.source.text[range.clone()];
        let is_told = is_plural && told.contains(&text);
        if is_told || is_told_in_code(pair, text) {
            return false;
        }
        let same = others.iter().position(|other| &pair.target.text[other.clone()] == text);
        same.map(|at| others.remove(at)).is_none()
    });
    if lost.len() == 1 && others.is_empty() && pair.target.is_form_of_one() {
        return;
    }
    for (index, range) in lost.iter().enumerate() {
        findings.push(draft(pair, range, others.get(index)));
    }
}

/// Whether the translation has the placeholder as often, some of them in code.
fn is_told_in_code(pair: &Pair<'_>, text: &str) -> bool {
    let of = |passage: &Passage<'_>| passage.text.matches(text).count();
    of(&pair.target) >= of(&pair.source)
        && placeholders(&pair.target).len() < placeholders(&pair.source).len()
}

fn draft(pair: &Pair<'_>, lost: &Range<usize>, other: Option<&Range<usize>>) -> Draft {
    let was = &pair.source.text[lost.clone()];
    let rule: Rule = if other.is_some() { PLACEHOLDER_CHANGED } else { PLACEHOLDER_LOST };
    let is = other.map_or("", |other| &pair.target.text[other.clone()]);
    let message = Message::new(rule.code.as_str()).with("was", was).with("is", is);
    let place = other.map_or_else(|| pair.target.whole(), |other| pair.target.place(other));
    let draft = Draft::new(rule.code, message).with("was", was);
    let draft = if is.is_empty() { draft } else { draft.with("is", is) };
    draft.in_source(pair.source.place(lost)).in_target(place)
}

/// The placeholders of a passage outside of its code and tags, in order.
fn placeholders(passage: &Passage<'_>) -> Vec<Range<usize>> {
    let text = passage.text.as_str();
    if !text.contains(['{', '%']) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(['{', '%', '$']).map(|next| at + next) {
        let length = length(&text[start..], text[..start].chars().next_back());
        let range = start..start + length.unwrap_or(1);
        at = range.end;
        if length.is_some() && !is_in_formula(text, start) && !passage.is_verbatim(&range) {
            found.push(range);
        }
    }
    found
}

/// Whether the brace at `start` holds a part of a formula: it stands behind a command, an index, a
/// power or another such part, in a text that has commands of TeX.
fn is_in_formula(text: &str, start: usize) -> bool {
    let is_command =
        |(at, _): (usize, &str)| text[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic());
    let before = text.get(..start).unwrap_or_default();
    let name = before.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let is_argument = name.len() < before.len() && name.ends_with('\\');
    let is_attached = before.ends_with(['_', '^', '}', ']']);
    // Markdown may have taken the mark of the index for emphasis.
    let is_symbol = ends_with_symbol(before);
    let is_index = before.strip_suffix(['_', '^']).is_some_and(ends_with_symbol);
    text[start..].starts_with('{')
        && (is_argument
            || is_index
            || (is_attached || is_symbol)
                && (text.contains('$') || text.match_indices('\\').any(is_command)))
}

/// Whether a text ends with a letter that stands alone, be it with primes.
fn ends_with_symbol(text: &str) -> bool {
    let bare = text.trim_end_matches(['\'', '’', '′']);
    let mut last = bare.chars().rev();
    last.next().is_some_and(char::is_alphabetic) && !last.next().is_some_and(char::is_alphanumeric)
}

/// How long the placeholder is with which `text` begins, after the character `before`.
fn length(text: &str, before: Option<char>) -> Option<usize> {
    let after = |opening: &str, closing: char| {
        let end = text.strip_prefix(opening)?.find(closing)?;
        let name = &text[opening.len()..opening.len() + end];
        is_name(name).then_some(opening.len() + end + closing.len_utf8())
    };
    if text.starts_with("{{") || before == Some('{') {
        return None;
    }
    after("${", '}').or_else(|| after("{", '}')).or_else(|| printf(text, before))
}

/// A name as programs have them: Latin letters, digits, `_`, `.`, `-`.
fn is_name(name: &str) -> bool {
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '-');
    let begins = name.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_');
    begins && name.chars().all(is_part)
}

/// `%s`, `%1$d`, `%(name)s`; a per cent sign after a number is none.
fn printf(text: &str, before: Option<char>) -> Option<usize> {
    const KINDS: &str = "sdiufgxX@";
    let rest = text.strip_prefix('%').filter(|_| !before.is_some_and(|c| c.is_ascii_digit()))?;
    let named = rest.strip_prefix('(').and_then(|inner| {
        let end = inner.find(')').filter(|end| is_name(&inner[..*end]))?;
        Some(end + 2)
    });
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let position = if rest[digits..].starts_with('$') { digits + 1 } else { digits };
    let at = named.unwrap_or(position);
    let mut tail = rest.get(at..)?.chars();
    let kind = tail.next().filter(|c| KINDS.contains(*c))?;
    let is_numbered = rest[digits..].starts_with('$');
    let goes_on = |c: char| c.is_ascii_alphanumeric() && !c.is_ascii_uppercase();
    let is_word = tail.next().is_some_and(goes_on);
    (is_numbered || !is_word).then_some(1 + at + kind.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_of_programs_are_known() {
        for (text, placeholder) in [
            ("{count} писем", Some("{count}")),
            ("{0}", Some("{0}")),
            ("${HOME}/письма", Some("${HOME}")),
            ("%s писем", Some("%s")),
            ("%1$s писем", Some("%1$s")),
            ("%1$sК", Some("%1$s")),
            ("%sшт.", Some("%s")),
            ("%sK", Some("%s")),
            ("%(user)s!", Some("%(user)s")),
            ("{имя}", None),
            ("{.wide}", None),
            ("{{ user }}", None),
            ("{a, b}", None),
            ("%salary", None),
            ("% d", None),
        ] {
            assert_eq!(length(text, None).map(|length| &text[..length]), placeholder, "{text}");
        }
        assert_eq!(length("%d", Some('5')), None);
    }
}
