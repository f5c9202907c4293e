//! Letters and characters that are not what they seem: Cyrillic among Latin letters and the
//! reverse, Russian words left in English, controls that nobody sees.

use std::{collections::BTreeMap, ops::Range};

use super::{
    Check, Findings, Rule, Scope,
    findings::Draft,
    pairs::{Pair, Pairs, Passage},
};
use crate::{
    model::{Language, Message},
    text::{
        addresses::is_domain_of_country,
        language_names::{is_language_name, names_languages_alone},
        normalize::is_cyrillic,
        words::words,
    },
};

mod hidden;

const LOOK_ALIKE: Rule = Rule::error("look-alike");
const CYRILLIC_LEFT: Rule = Rule::warn("cyrillic-left");
const INVISIBLE: Rule = Rule::warn("invisible-character");
const NO_BREAK_SPACE: Rule = Rule::info("no-break-space");

/// Reports look-alike letters on either side; in the translation Russian words and invisible
/// characters, too.
pub(super) const CHECK: Check = Check {
    rules: &[LOOK_ALIKE, CYRILLIC_LEFT, INVISIBLE, NO_BREAK_SPACE],
    run: Scope::Pairs(run),
};

/// Where a word may be divided.
const SOFT_HYPHEN: char = '\u{ad}';

/// Latin letters and the Cyrillic ones that are drawn the same.
const LATIN: &str = "AaBCcEeHIiJjKMOoPpSsTXxYy";
const CYRILLIC: &str = "АаВСсЕеНІіЈјКМОоРрЅѕТХхУу";

fn run(pairs: &Pairs<'_>, findings: &mut Findings<'_>) {
    hidden::report(pairs, findings);
    for pair in &pairs.all {
        for range in look_alikes(&pair.source, Language::Russian) {
            let draft = look_alike(&pair.source, &range, (LATIN, CYRILLIC));
            findings.push(draft.in_source(pair.source.place(&range)));
        }
        for range in look_alikes(&pair.target, Language::English) {
            let draft = look_alike(&pair.target, &range, (CYRILLIC, LATIN));
            findings.push(draft.in_target(pair.target.place(&range)));
        }
        if let Some(range) = cyrillic_left(pair) {
            findings.push(in_target(pair, &range, CYRILLIC_LEFT));
        }
        for (c, mut ranges) in invisible(&pair.target.text) {
            ranges.retain(|range| c != SOFT_HYPHEN || !pair.target.is_set(range));
            if let Some(first) = ranges.first() {
                findings.push(invisible_character(pair, first, &ranges, c));
            }
        }
        let spaces = no_break_spaces(&pair.target.text);
        if let Some(first) = spaces.first() {
            let draft = in_target(pair, first, NO_BREAK_SPACE);
            let plain = spaces.iter().map(|range| (range.clone(), " ".to_owned()));
            findings.push(draft.fixed_by(pair.target.path(), pair.target.edits(plain)));
        }
    }
}

/// A word with letters of the wrong script, to be replaced by those of the right one where each
/// has one that is drawn the same.
fn look_alike(passage: &Passage<'_>, range: &Range<usize>, (wrong, right): (&str, &str)) -> Draft {
    let word = &passage.text[range.clone()];
    let message = Message::new(LOOK_ALIKE.code.as_str()).with("word", word);
    let righted = |c: char| wrong.chars().position(|w| w == c).and_then(|at| right.chars().nth(at));
    let mended: String = word.chars().map(|c| righted(c).unwrap_or(c)).collect();
    let is_whole = mended.is_ascii() || mended.chars().all(is_cyrillic);
    let edits = if is_whole { passage.edits([(range.clone(), mended)]) } else { Vec::new() };
    Draft::new(LOOK_ALIKE.code, message).with("word", word).fixed_by(passage.path(), edits)
}

fn in_target(pair: &Pair<'_>, range: &Range<usize>, rule: Rule) -> Draft {
    let text = &pair.target.text[range.clone()];
    let message = Message::new(rule.code.as_str()).with("text", text);
    Draft::new(rule.code, message)
        .in_source(pair.source.whole())
        .in_target(pair.target.place(range))
        .with("text", text)
}

/// One that stands for nothing can go; the others may join letters or turn the direction of text.
fn invisible_character(
    pair: &Pair<'_>,
    first: &Range<usize>,
    all: &[Range<usize>],
    c: char,
) -> Draft {
    const NEEDLESS: [char; 4] = ['\u{ad}', '\u{200b}', '\u{2060}', '\u{feff}'];
    let name = format!("U+{:04X}", u32::from(c));
    let message = Message::new(INVISIBLE.code.as_str()).with("character", name.as_str());
    let needless = if NEEDLESS.contains(&c) { all } else { &[] };
    let gone = needless.iter().map(|range| (range.clone(), String::new()));
    Draft::new(INVISIBLE.code, message)
        .in_source(pair.source.whole())
        .in_target(pair.target.place(first))
        .with("character", name)
        .fixed_by(pair.target.path(), pair.target.edits(gone))
}

/// Runs of letters of both scripts in which those of the one could all be of the other; in English
/// also short words wholly of such letters, like a Cyrillic `а`.
fn look_alikes(passage: &Passage<'_>, language: Language) -> Vec<Range<usize>> {
    let text = passage.text.as_str();
    let has_latin = || text.contains(|c: char| c.is_ascii_alphabetic());
    let may_mix = !text.is_ascii()
        && text.contains(is_cyrillic)
        && (language == Language::English || has_latin());
    if !may_mix {
        return Vec::new();
    }
    let is_suspect = |range: &Range<usize>| is_look_alike(&text[range.clone()], language);
    let quotes_russian =
        |range: &Range<usize>| language == Language::English && is_between_cyrillic(text, range);
    // A Cyrillic letter in code is one that the code is about.
    let is_meant = |range: &Range<usize>| {
        !text[range.clone()].chars().any(|c| c.is_ascii_alphabetic()) && passage.is_verbatim(range)
    };
    // Two ranges of letters that touch in a pattern: `[a-zа-я]`.
    let is_in_pattern = |range: &Range<usize>| {
        let run = &text[range.clone()];
        run.chars().count() == 2
            && run.starts_with(['z', 'Z', 'я', 'Я'])
            && text[..range.start].ends_with('-')
            && text[range.end..].starts_with('-')
    };
    letter_runs(text)
        .filter(|range| is_suspect(range) && !quotes_russian(range))
        .filter(|range| !is_meant(range) && !is_in_pattern(range))
        .filter(|range| !passage.is_cut_by_markup(range))
        .collect()
}

fn is_look_alike(run: &str, language: Language) -> bool {
    let cyrillic = run.chars().filter(|&c| is_cyrillic(c));
    let latin = run.chars().filter(char::is_ascii_alphabetic);
    match (cyrillic.clone().count(), latin.clone().count()) {
        (0, _) => false,
        (_, 0) => {
            language == Language::English
                && run.chars().count() <= 2
                && run.chars().all(|c| CYRILLIC.contains(c))
        }
        _ if is_compound(run) => false,
        _ if language == Language::Russian && is_declined(run) => false,
        _ => {
            cyrillic.clone().all(|c| CYRILLIC.contains(c))
                || latin.clone().all(|c| LATIN.contains(c))
        }
    }
}

/// Whether two words of two scripts are written as one, as names in code are: `КодHTTP`. Each is
/// of two letters or more, or of one that the other script has none like, and begins with a capital where the other one ends.
fn is_compound(run: &str) -> bool {
    let Some(first) = run.chars().next().map(is_cyrillic) else { return false };
    let Some(at) = run.find(|c: char| is_cyrillic(c) != first) else { return false };
    let (before, after) = run.split_at(at);
    let is_one = after.chars().all(|c| is_cyrillic(c) != first);
    // A letter that only one script has is no slip: `ЮPay`.
    let is_own = |c: char| !CYRILLIC.contains(c) && !LATIN.contains(c);
    let is_word = |part: &str| part.chars().count() > 1 || part.chars().all(is_own);
    let is_acronym = |part: &str| part.chars().all(char::is_uppercase);
    let begins = after.chars().next().is_some_and(char::is_uppercase);
    let turns = match (is_acronym(before), is_acronym(after)) {
        (true, true) => false,
        (true, false) | (false, true) => true,
        (false, false) => begins,
    };
    is_one && is_word(before) && is_word(after) && turns
}

/// Whether an abbreviation in Latin letters, one of which no Cyrillic letter is drawn like, has the
/// ending of a Russian case: `DOMе`, `PDFы`.
fn is_declined(run: &str) -> bool {
    const ENDINGS: [&str; 12] =
        ["а", "у", "е", "ы", "и", "ом", "ем", "ов", "ам", "ами", "ах", "ой"];
    let Some(at) = run.find(is_cyrillic) else { return false };
    let (name, ending) = run.split_at(at);
    let is_own = |c: char| !LATIN.contains(c);
    name.len() > 1
        && name.chars().all(|c| c.is_ascii_uppercase())
        && name.chars().any(is_own)
        && ENDINGS.contains(&ending)
}

/// Runs of letters, as byte ranges.
fn letter_runs(text: &str) -> impl Iterator<Item = Range<usize>> {
    text.split(|c: char| !c.is_alphabetic()).filter(|run| !run.is_empty()).map(|run| {
        let start = run.as_ptr() as usize - text.as_ptr() as usize;
        start + kind_length(&text[..start], run)..start + run.len()
    })
}

/// How much of a run of letters is the kind of a placeholder that it stands behind: the `s` of `%1$sК`.
fn kind_length(before: &str, run: &str) -> usize {
    let sign = before.strip_suffix('$').unwrap_or(before);
    let is_placeholder = sign.trim_end_matches(|c: char| c.is_ascii_digit()).ends_with('%');
    let goes_on = run.chars().nth(1).is_some_and(is_cyrillic);
    usize::from(is_placeholder && goes_on && run.starts_with(|c: char| c.is_ascii_alphabetic()))
}

/// Whether a short word stands in quoted Russian: beside it is a longer Cyrillic word, or quotes.
fn is_between_cyrillic(text: &str, range: &Range<usize>) -> bool {
    let run = &text[range.clone()];
    if run.chars().any(|c| c.is_ascii_alphabetic()) {
        return false;
    }
    let before = text[..range.start].chars().rev().find(|c| !c.is_whitespace());
    let after = text[range.end..].chars().find(|c| !c.is_whitespace());
    let sets_apart = |c: Option<char>| {
        c.is_some_and(|c| is_cyrillic(c) || (!c.is_alphanumeric() && !matches!(c, '.' | ',' | '-')))
    };
    // Between the points of an abbreviation: «Б.р.с.»
    let joins = |c: char| matches!(c, '.' | '-');
    let behind = text[..range.start].strip_suffix(joins).unwrap_or_default();
    let ahead = text[range.end..].strip_prefix(joins).unwrap_or_default();
    let is_inside = behind.ends_with(is_cyrillic) || ahead.starts_with(is_cyrillic);
    sets_apart(before) || sets_apart(after) || is_inside || is_in_russian_quotation(text, range)
}

/// Whether the quotation that `range` stands in has words of Russian: «Это не X, а Y».
fn is_in_russian_quotation(text: &str, range: &Range<usize>) -> bool {
    let quoted = |opening: char, closing: char| {
        let before = text[..range.start].rsplit_once(opening).map(|(_, quoted)| quoted)?;
        let after = text[range.end..].split_once(closing).map(|(quoted, _)| quoted)?;
        (!before.contains(closing) && !after.contains(opening)).then_some([before, after])
    };
    let is_russian = |part: &str| {
        words(part).any(|word| word.text.chars().filter(|&c| is_cyrillic(c)).count() > 2)
    };
    let marks = [('«', '»'), ('“', '”'), ('„', '“')];
    marks
        .iter()
        .filter_map(|&(opening, closing)| quoted(opening, closing))
        .flatten()
        .any(is_russian)
}

/// The first Cyrillic word that is neither quoted nor in brackets, emphasis, code or an address.
/// A single letter is a letter spoken of.
fn cyrillic_left(pair: &Pair<'_>) -> Option<Range<usize>> {
    let passage = &pair.target;
    let text = &passage.text;
    if text.is_ascii() || gives_both(&pair.source.text, text) || names_languages_alone(text) {
        return None;
    }
    let is_russian = |word: &str| {
        word.chars().count() > 1
            && word.chars().all(|c| is_cyrillic(c) || !c.is_alphabetic())
            && word.chars().any(is_cyrillic)
            && !letter_runs(word).any(|run| is_look_alike(&word[run], Language::English))
    };
    let verbatim = passage.verbatim_ranges();
    let on_purpose = |range: &Range<usize>| {
        verbatim.iter().any(|other| other.start <= range.start && range.end <= other.end)
            || is_enclosed(text, range)
            || is_name_in_code(text, range)
            || is_address(text, range)
            || (is_language_name(&text[range.clone()]) && passage.is_set_apart(range))
            || passage.is_emphasised(range)
            || is_spoken_of(text, range)
            || is_title_of_russian(passage, range)
    };
    words(text)
        .filter(|word| is_russian(word.text))
        .map(|word| word.range())
        .find(|range| !on_purpose(range))
}

/// Whether a word stands in the title of a page in Russian, which a link gives as it is:
/// `[Заметки](ru/notes.md)`.
fn is_title_of_russian(passage: &Passage<'_>, range: &Range<usize>) -> bool {
    let Some(span) = passage.locate(range) else { return false };
    let (before, after) = passage.beside(span);
    let Some((_, opened)) = before.rsplit_once('[') else { return false };
    let Some((closed, address)) = after.split_once("](") else { return false };
    let address = address.split([')', ' ']).next().unwrap_or_default().to_lowercase();
    let mut parts = address.split(|c: char| !c.is_alphanumeric());
    let is_russian = |part: &str| !part.contains(|c: char| c.is_ascii_alphabetic() || c == ']');
    is_russian(opened) && is_russian(closed) && parts.any(|part| matches!(part, "ru" | "rus"))
}

/// Whether a word is named as one of Russian: `the Russian деепричастие`, `the word тоска`.
fn is_spoken_of(text: &str, range: &Range<usize>) -> bool {
    let before = text[..range.start].trim_end();
    ["Russian", "word", "letter", "words", "letters", "suffix", "prefix", "ending"].iter().any(
        |name| before.strip_suffix(name).is_some_and(|rest| !rest.ends_with(char::is_alphanumeric)),
    )
}

/// Whether a translation gives the original and renders it beside: `И вот / And so`.
fn gives_both(source: &str, target: &str) -> bool {
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let (source, target) = (plain(source), plain(target));
    let rest = target
        .split_once(source.trim_end_matches(['.', ',', ';', ':']))
        .map(|(before, after)| [before.to_owned(), after.to_owned()]);
    let latin = |part: &String| part.chars().filter(char::is_ascii_alphabetic).count();
    rest.is_some_and(|rest| 2 * rest.iter().map(latin).sum::<usize>() >= source.chars().count())
}

/// Whether a word is a name of a program in Russian letters, as in 1C: it is called, or has a
/// capital inside.
fn is_name_in_code(text: &str, range: &Range<usize>) -> bool {
    let word = &text[range.clone()];
    let mut letters = word.chars();
    letters.next();
    let has_capital = letters.any(char::is_uppercase) && word.chars().any(char::is_lowercase);
    has_capital || text[range.end..].starts_with("()")
}

/// Whether a word is part of an address in Cyrillic letters: `сайт.рф`.
fn is_address(text: &str, range: &Range<usize>) -> bool {
    const DOMAINS: [&str; 14] = [
        "рф",
        "рус",
        "москва",
        "дети",
        "онлайн",
        "сайт",
        "орг",
        "ком",
        "бел",
        "укр",
        "срб",
        "мкд",
        "бг",
        "қаз",
    ];
    let is_end = |c: char| c.is_whitespace() || "«»“”\"'()<>[],;".contains(c);
    let start = text[..range.start].rfind(is_end).map_or(0, |at| at + 1);
    let start = (start..=range.start).find(|at| text.is_char_boundary(*at)).unwrap_or(range.start);
    let end = text[range.end..].find(is_end).map_or(text.len(), |at| range.end + at);
    let token = text[start..end].trim_end_matches(['.', ':', '!', '?', '…']);
    let host = token.split_once("://").map_or(token, |(_, rest)| rest);
    let host = host.split(['/', ':', '?', '#']).next().unwrap_or_default().to_lowercase();
    host.rsplit_once('.').is_some_and(|(name, domain)| {
        let is_bare = name.is_empty() && is_domain_of_country(domain);
        DOMAINS.contains(&domain) && (!name.is_empty() || is_bare)
    })
}

/// Whether quotation marks or brackets are open at `range`.
fn is_enclosed(text: &str, range: &Range<usize>) -> bool {
    let before = &text[..range.start];
    let open = |opening: char, closing: char| {
        before.matches(opening).count() > before.matches(closing).count()
    };
    let straight = |mark: char| before.matches(mark).count() % 2 == 1;
    open('(', ')')
        || open('[', ']')
        || open('«', '»')
        || open('“', '”')
        || open('„', '“')
        || straight('"')
        || (before.trim_end().ends_with(['\'', '‘', '/', '=']))
}

/// Controls of direction, zero-width characters and others that are not seen and do not belong in
/// English; a joiner between pictures makes one picture of them.
fn invisible(text: &str) -> BTreeMap<char, Vec<Range<usize>>> {
    let mut found: BTreeMap<char, Vec<Range<usize>>> = BTreeMap::new();
    if text.is_ascii() && !text.bytes().any(|byte| byte.is_ascii_control()) {
        return found;
    }
    let joins_pictures = |at: usize| {
        text[..at].chars().next_back().is_some_and(|c| !c.is_alphanumeric() && !c.is_whitespace())
    };
    // Other scripts are spelt with them.
    let joins_letters = |at: usize| text[..at].chars().next_back().is_some_and(is_of_joined_script);
    for (at, c) in text.char_indices() {
        let is_joiner = matches!(c, '\u{200c}' | '\u{200d}') && joins_letters(at);
        if is_invisible(c) && !is_joiner && !(c == '\u{200d}' && joins_pictures(at)) {
            found.entry(c).or_default().push(at..at + c.len_utf8());
        }
    }
    found
}

/// Whether a letter is of Arabic or of a script of India or its neighbours, which part and join
/// letters by zero-width characters (The Unicode Standard, chapters 9, 12 and 23).
const fn is_of_joined_script(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{8ff}' | '\u{900}'..='\u{109f}' | '\u{1780}'..='\u{18af}')
}

const fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{7f}'..='\u{9f}'
        | '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{fff9}'..='\u{fffd}'
    )
}

/// The no-break spaces that stand between two words. Before or after a number, a sign or an
/// abbreviation it keeps a line from breaking there.
fn no_break_spaces(text: &str) -> Vec<Range<usize>> {
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    let is_between_words = |range: &Range<usize>| {
        is_word(text[..range.start].chars().next_back())
            && is_word(text[range.end..].chars().next())
    };
    let all = text.match_indices('\u{a0}').map(|(at, space)| at..at + space.len());
    all.filter(is_between_words).collect()
}
