//! Languages that a script tells by itself.

use super::Tongue;

/// The share of letters that a script must have.
const SHARE: usize = 4;

/// A letter of a script in which one writes a syllable or a word counts as so many.
const SYLLABLE: usize = 3;

/// The language of a text in neither Cyrillic nor Latin letters; where many have the script, the
/// one with most readers.
pub(super) fn by_script(text: &str) -> Option<Tongue> {
    let mut counts = [0_usize; SCRIPTS.len()];
    let mut total = 0;
    for c in text.chars().filter(|c| c.is_alphabetic()).take(4_000) {
        let script = (c >= FIRST)
            .then(|| SCRIPTS.iter().position(|script| (script.first..=script.last).contains(&c)));
        let weight =
            script.flatten().map_or(1, |at| if SCRIPTS[at].syllables { SYLLABLE } else { 1 });
        if let Some(count) = script.flatten().and_then(|at| counts.get_mut(at)) {
            *count += weight;
        }
        total += weight;
    }
    let written: usize = counts.iter().sum();
    let most = SCRIPTS.iter().zip(counts).max_by_key(|(_, count)| *count)?;
    (written > 0 && written * SHARE >= total).then(|| told_apart(most.0.code, text))
}

/// Languages of one script, told by the letters that only one has.
fn told_apart(code: &'static str, text: &str) -> Tongue {
    let has = |letters: &str| text.chars().any(|c| letters.contains(c));
    match code {
        "zh" if text.chars().any(|c| ('\u{3040}'..='\u{30ff}').contains(&c)) => Tongue("ja"),
        "ar" if has("ٹڈڑے") => Tongue("ur"),
        "ar" if has("پچژگ") => Tongue("fa"),
        other => Tongue(other),
    }
}

/// The first letter of all these scripts.
const FIRST: char = '\u{370}';

struct Script {
    code: &'static str,
    first: char,
    last: char,
    syllables: bool,
}

const fn script(code: &'static str, first: char, last: char, syllables: bool) -> Script {
    Script { code, first, last, syllables }
}

const SCRIPTS: [Script; 22] = [
    script("el", '\u{370}', '\u{3ff}', false),
    script("hy", '\u{530}', '\u{58f}', false),
    script("he", '\u{590}', '\u{5ff}', false),
    script("ar", '\u{600}', '\u{6ff}', false),
    script("hi", '\u{900}', '\u{97f}', false),
    script("bn", '\u{980}', '\u{9ff}', false),
    script("pa", '\u{a00}', '\u{a7f}', false),
    script("gu", '\u{a80}', '\u{aff}', false),
    script("ta", '\u{b80}', '\u{bff}', false),
    script("te", '\u{c00}', '\u{c7f}', false),
    script("kn", '\u{c80}', '\u{cff}', false),
    script("ml", '\u{d00}', '\u{d7f}', false),
    script("si", '\u{d80}', '\u{dff}', false),
    script("th", '\u{e00}', '\u{e7f}', false),
    script("lo", '\u{e80}', '\u{eff}', false),
    script("my", '\u{1000}', '\u{109f}', false),
    script("ka", '\u{10a0}', '\u{10ff}', false),
    script("am", '\u{1200}', '\u{137f}', true),
    script("km", '\u{1780}', '\u{17ff}', false),
    script("ja", '\u{3040}', '\u{30ff}', true),
    script("zh", '\u{3400}', '\u{9fff}', true),
    script("ko", '\u{ac00}', '\u{d7a3}', true),
];
