//! Typography of the English text: what Russian habits and slips of the hand leave in it.

mod balance;
mod doubled;
mod ending;
mod habits;
mod spaces;

use std::ops::Range;

use super::{
    Check, Findings, Rule, Scope,
    findings::Draft,
    pairs::{Pair, Pairs},
};
use crate::model::{BlockKind, Edit, Message, Span};

use habits::Habits;

const GUILLEMETS: Rule = Rule::error("guillemets");
const NUMERO_SIGN: Rule = Rule::error("numero-sign");
const UNBALANCED: Rule = Rule::warn("unbalanced");
const DASH_DIALOGUE: Rule = Rule::warn("dash-dialogue");
const DOUBLE_SPACE: Rule = Rule::warn("double-space");
const SPACE_BEFORE: Rule = Rule::warn("space-before-punctuation");
const DOUBLED_WORD: Rule = Rule::warn("doubled-word");
const SENTENCE_END: Rule = Rule::warn("sentence-end");

/// Reports slips of typography in the translation.
pub(super) const CHECK: Check = Check {
    rules: &[
        GUILLEMETS,
        NUMERO_SIGN,
        UNBALANCED,
        DASH_DIALOGUE,
        DOUBLE_SPACE,
        SPACE_BEFORE,
        DOUBLED_WORD,
        SENTENCE_END,
    ],
    run: Scope::Pairs(run),
};

fn run(pairs: &Pairs<'_>, findings: &mut Findings<'_>) {
    let style = quotation_style(&pairs.target.text);
    let mut habits = Habits::default();
    for pair in &pairs.all {
        let mut report = |rule: Rule, range: Option<Range<usize>>| {
            if let Some(range) = range.filter(|range| !pair.target.is_verbatim(range)) {
                habits.push(rule, draft(pair, rule, &range));
            }
        };
        report(NUMERO_SIGN, found(&pair.target.text, "№"));
        report(DASH_DIALOGUE, dash_dialogue(pair));
        if let Some(range) = doubled(pairs, pair) {
            findings.push(draft(pair, DOUBLED_WORD, &range));
        }
        find_mendable(pair, style, &mut habits);
    }
    habits.report(findings);
    ending::report(pairs, SENTENCE_END, findings);
    for (pair, range) in balance::unbalanced(pairs) {
        findings.push(draft(pair, UNBALANCED, &range));
    }
}

/// A doubled word that stands in running text, in one piece of it.
fn doubled(pairs: &Pairs<'_>, pair: &Pair<'_>) -> Option<Range<usize>> {
    if pairs.is_settled(pair, &doubled::NONE) {
        return None;
    }
    let doubled = doubled::word(&pair.target.text, &pair.source.text)?;
    let is_slip = !pair.target.is_verbatim(&doubled) && !pair.target.is_parted(&doubled);
    is_slip.then_some(doubled)
}

/// What can be mended without a person: spaces and quotation marks.
fn find_mendable(pair: &Pair<'_>, style: [char; 2], habits: &mut Habits) {
    let target = &pair.target;
    let guillemet = guillemet(&target.text, &pair.source.text);
    if let Some(range) = guillemet.filter(|range| !target.is_verbatim(range)) {
        let edits = target.edits(quotation_marks(&target.text, style));
        habits.push(GUILLEMETS, draft(pair, GUILLEMETS, &range).fixed_by(target.path(), edits));
    }
    let spaces = spaces::before_punctuation(pair);
    if let Some(first) = spaces.first() {
        let bare =
            spaces.iter().map(|range| (range.clone(), spaces::closed_up(&target.text, range)));
        let draft = draft(pair, SPACE_BEFORE, first);
        habits.push(SPACE_BEFORE, draft.fixed_by(target.path(), target.edits(bare)));
    }
    let doubled = spaces::doubled(pair);
    if let Some(first) = doubled.first() {
        let edit = |span: &Span| Edit { span: *span, replacement: " ".to_owned() };
        let draft = Draft::new(DOUBLE_SPACE.code, Message::new(DOUBLE_SPACE.code.as_str()))
            .in_source(pair.source.whole())
            .in_target(target.place_of(*first));
        let edits = doubled.iter().map(edit).collect();
        habits.push(DOUBLE_SPACE, draft.fixed_by(target.path(), edits));
    }
}

/// The quotation marks that a translation uses: straight ones where it has any and no others.
fn quotation_style(text: &str) -> [char; 2] {
    if text.contains('"') && !text.contains('“') { ['"', '"'] } else { ['“', '”'] }
}

/// English marks for the guillemets of a text; none where one is quoted inside another, which
/// would need others, or where they do not pair.
fn quotation_marks(text: &str, [opening, closing]: [char; 2]) -> Vec<(Range<usize>, String)> {
    let marks: Vec<(usize, char)> =
        text.char_indices().filter(|(_, c)| matches!(c, '«' | '»' | '„')).collect();
    let is_paired = |pair: &[(usize, char)]| matches!(pair, [(_, '«'), (_, '»')]);
    if !marks.chunks(2).all(is_paired) {
        return Vec::new();
    }
    let english = |(at, mark): (usize, char)| {
        let replacement = if mark == '«' { opening } else { closing };
        (at..at + mark.len_utf8(), replacement.to_string())
    };
    marks.into_iter().map(english).collect()
}

fn draft(pair: &Pair<'_>, rule: Rule, range: &Range<usize>) -> Draft {
    let text = &pair.target.text[range.clone()];
    Draft::new(rule.code, Message::new(rule.code.as_str()).with("text", text))
        .in_source(pair.source.whole())
        .in_target(pair.target.place(range))
        .with("text", text)
}

fn found(text: &str, wanted: &str) -> Option<Range<usize>> {
    text.find(wanted).map(|at| at..at + wanted.len())
}

/// A Russian quotation mark; around Russian words it quotes on purpose, and in a sentence of a third
/// language, which stands in both texts, it is of that language.
fn guillemet(target: &str, source: &str) -> Option<Range<usize>> {
    // Nearly no translation has another quotation mark than English ones.
    if target.is_ascii() || is_of_third_language(source) {
        return None;
    }
    let mut marks = target.match_indices(['«', '»', '„']);
    let is_meant = |at: usize| !is_arrow(target, at, source) && !is_shown(target, at);
    let (at, mark) = marks.find(|(at, _)| is_meant(*at))?;
    let quoted = &target[at + mark.len()..];
    let is_russian = quoted.starts_with(crate::text::normalize::is_cyrillic);
    (!is_russian && !source.is_empty()).then_some(at..at + mark.len())
}

/// Whether a mark is shown as a mark: `«…»`, `« »`, or alone in a cell or between other marks, with
/// no word that it would quote.
fn is_shown(text: &str, at: usize) -> bool {
    if !text.contains(char::is_alphanumeric) {
        return true;
    }
    let (before, rest) = text.split_at(at);
    let Some(mark) = rest.chars().next() else { return false };
    let after = rest.get(mark.len_utf8()..).unwrap_or_default();
    let is_empty = |part: &str| !part.contains(char::is_alphanumeric);
    match mark {
        '»' => before.rsplit_once('«').is_some_and(|(_, inside)| is_empty(inside)),
        _ => after.split_once(['»', '“', '”']).is_some_and(|(inside, _)| is_empty(inside)),
    }
}

/// Words of a sentence that is one of a third language and no name in Latin letters.
const THIRD_LANGUAGE: usize = 4;

fn is_of_third_language(source: &str) -> bool {
    let has_words = source.split_whitespace().nth(THIRD_LANGUAGE - 1).is_some();
    has_words && !source.contains(crate::text::normalize::is_cyrillic)
}

/// Whether a mark points on or back: `View all »`, `« Back`. It stands by itself, or as in the
/// original, apart from the words that a quotation mark would touch.
fn is_arrow(text: &str, at: usize, source: &str) -> bool {
    let (before, rest) = text.split_at(at);
    let is_alone = text.matches(['«', '»']).count() == 1;
    let is_end = rest.trim_end() == "»";
    let points_on = rest.starts_with('»') && before.ends_with(char::is_whitespace);
    let points_back =
        rest.strip_prefix('«').is_some_and(|after| after.starts_with(char::is_whitespace));
    let is_apart = is_alone && (points_on && is_end || points_back && before.trim().is_empty());
    is_apart || (points_on || points_back) && points(source, points_back)
}

/// Whether an original has a mark that points back, or on.
fn points(source: &str, back: bool) -> bool {
    let mut marks = source.match_indices(if back { '«' } else { '»' });
    marks.any(|(at, mark)| match back {
        true => source[at + mark.len()..].starts_with(char::is_whitespace),
        false => source[..at].ends_with(char::is_whitespace),
    })
}

/// Words of the line that says whose words they are.
const LONGEST_SIGNATURE: usize = 6;

/// Whether a line names the work that it quotes: `— Dunbar, 1996. Grooming`.
fn is_reference(text: &str) -> bool {
    let name = text.trim_start_matches(['—', '–', '-', ' ', '\u{a0}']);
    let Some((author, rest)) = name.split_once([',', '(']) else { return false };
    let year: String = rest.trim_start().chars().take_while(char::is_ascii_digit).collect();
    let is_year = year.len() == 4 && year.starts_with(['1', '2']);
    is_year && author.split_whitespace().count() <= LONGEST_SIGNATURE
}

/// Whether a line says whose words stand before it: `— Anna`, `— T.`, `— A. Orlova, a teacher`.
fn is_signature(pair: &Pair<'_>) -> bool {
    let signs = |text: &str| {
        let name = text.trim_start_matches(['—', '–', '-', ' ', '\u{a0}']);
        let first = name.split([' ', ',']).next().unwrap_or_default();
        let is_initial = first.chars().count() == 2 && first.ends_with('.');
        let is_short = name.split_whitespace().count() <= LONGEST_SIGNATURE;
        is_short && (is_initial || !name.contains(['.', '!', '?', '…', ':']))
    };
    let is_alone =
        pair.source.begins_block() && pair.source.ends_block() && pair.target.ends_block();
    is_alone && signs(&pair.source.text) && signs(&pair.target.text)
}

/// A dash before a speech, where the original has one. Hyphens on both sides begin the items of a
/// list, a small letter goes on with what stands before.
fn dash_dialogue(pair: &Pair<'_>) -> Option<Range<usize>> {
    let dash = |text: &str| {
        let mark = text.chars().next().filter(|c| matches!(c, '—' | '–' | '-'))?;
        let speech = text[mark.len_utf8()..].strip_prefix([' ', '\u{a0}'])?;
        let begins = |c: char| c.is_uppercase() || "\"“«‘…[".contains(c);
        speech.trim_start().starts_with(begins).then_some(mark)
    };
    let (source, target) = (dash(&pair.source.text)?, dash(&pair.target.text)?);
    let is_speech = pair.target.kind() == BlockKind::Paragraph
        && pair.target.begins_block()
        && !is_signature(pair)
        && !(is_reference(&pair.source.text) && is_reference(&pair.target.text));
    (is_speech && (source, target) != ('-', '-')).then_some(0..target.len_utf8())
}
