//! The kinds of fault, each with the codes of the checks that should find it.

/// A sentence pair as it stands in its files, markup included.
pub(crate) struct Site<'a> {
    pub(crate) source: &'a str,
    pub(crate) target: &'a str,
    /// Whether both end their blocks.
    pub(crate) ends_block: bool,
    /// Whether both are the whole of their blocks.
    pub(crate) is_block: bool,
    /// Whether the block after that of the target begins with a quotation mark.
    pub(crate) before_quotation: bool,
}

/// A kind of fault.
pub(crate) struct Fault {
    pub(crate) name: &'static str,
    pub(crate) expected: &'static [&'static str],
    /// The two sentences with the fault; nothing where it cannot be planted.
    pub(crate) plant: fn(&Site<'_>) -> Option<(String, String)>,
}

const NUMBER: &[&str] =
    &["number-changed", "number-lost", "number-invented", "date-changed", "time-changed"];

/// All kinds.
pub(crate) const FAULTS: &[Fault] = &[
    Fault { name: "digit-changed", expected: NUMBER, plant: digit_changed },
    Fault { name: "zero-lost", expected: NUMBER, plant: zero_lost },
    Fault { name: "number-left-out", expected: NUMBER, plant: number_left_out },
    Fault { name: "month-moved", expected: NUMBER, plant: |site| next_of(site, &MONTHS) },
    Fault { name: "weekday-moved", expected: NUMBER, plant: |site| next_of(site, &DAYS) },
    Fault { name: "numeral-changed", expected: NUMBER, plant: |site| next_of(site, &NUMERALS) },
    Fault { name: "link-changed", expected: &["link-changed"], plant: link_changed },
    Fault { name: "link-lost", expected: &["link-lost"], plant: link_lost },
    Fault { name: "code-changed", expected: &["code-changed"], plant: code_changed },
    Fault {
        name: "placeholder-changed",
        expected: &["placeholder-changed"],
        plant: placeholder_changed,
    },
    Fault { name: "footnote-lost", expected: &["footnote-lost"], plant: footnote_lost },
    Fault { name: "heading-level", expected: &["heading-level"], plant: heading_level },
    Fault { name: "guillemets-left", expected: &["guillemets"], plant: guillemets_left },
    Fault { name: "quote-lost", expected: &["unbalanced"], plant: quote_lost },
    Fault { name: "bracket-lost", expected: &["unbalanced"], plant: bracket_lost },
    Fault { name: "look-alike", expected: &["look-alike"], plant: look_alike },
    Fault { name: "cyrillic-left", expected: &["cyrillic-left"], plant: cyrillic_left },
    Fault { name: "zero-width-space", expected: &["invisible-character"], plant: zero_width_space },
    Fault { name: "double-space", expected: &["double-space"], plant: double_space },
    Fault {
        name: "space-before-comma",
        expected: &["space-before-punctuation"],
        plant: space_before_comma,
    },
    Fault { name: "word-doubled", expected: &["doubled-word"], plant: word_doubled },
    Fault { name: "numero-sign", expected: &["numero-sign"], plant: numero_sign },
    Fault { name: "full-stop-lost", expected: &["sentence-end"], plant: full_stop_lost },
    Fault { name: "note-left", expected: &["leftover"], plant: note_left },
    Fault { name: "question-stated", expected: &["question-changed"], plant: question_stated },
    Fault { name: "negation-removed", expected: &["negation-lost"], plant: negation_removed },
    Fault { name: "name-changed", expected: &["name-changed", "name-lost"], plant: name_changed },
    Fault { name: "sentence-dropped", expected: &["untranslated"], plant: sentence_dropped },
];

/// English words and the beginnings of the Russian ones that they translate.
const MONTHS: [(&str, &str); 12] = [
    ("January", "январ"),
    ("February", "феврал"),
    ("March", "март"),
    ("April", "апрел"),
    ("May", "мая"),
    ("June", "июн"),
    ("July", "июл"),
    ("August", "август"),
    ("September", "сентябр"),
    ("October", "октябр"),
    ("November", "ноябр"),
    ("December", "декабр"),
];

const DAYS: [(&str, &str); 7] = [
    ("Monday", "понедельник"),
    ("Tuesday", "вторник"),
    ("Wednesday", "сред"),
    ("Thursday", "четверг"),
    ("Friday", "пятниц"),
    ("Saturday", "суббот"),
    ("Sunday", "воскресень"),
];

const NUMERALS: [(&str, &str); 9] = [
    ("three", "три "),
    ("five", "пять "),
    ("six", "шесть "),
    ("seven", "семь "),
    ("eight", "восемь "),
    ("nine", "девять "),
    ("twenty", "двадцать "),
    ("thirty", "тридцать "),
    ("forty", "сорок "),
];

/// The same source, another target.
fn target(site: &Site<'_>, text: String) -> Option<(String, String)> {
    (text != site.target).then(|| (site.source.to_owned(), text))
}

/// Both sides with something clean added, then the target with the fault in it.
fn added(site: &Site<'_>, clean: &str, faulty: &str) -> Option<(String, String)> {
    let marked = |text: &str, mark: &str| {
        let bare = text.trim_end_matches('.');
        (bare.len() < text.len() && !bare.ends_with('.')).then(|| format!("{bare}{mark}."))
    };
    Some((marked(site.source, clean)?, marked(site.target, faulty)?))
}

/// The runs of digits of a text, as byte ranges.
fn digits(text: &str) -> impl Iterator<Item = std::ops::Range<usize>> {
    let runs = text.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty());
    runs.map(move |run| {
        let start = run.as_ptr() as usize - text.as_ptr() as usize;
        start..start + run.len()
    })
}

/// Numbers of the target that the source has, too, in digits, and that are no part of a word.
fn shared_number(site: &Site<'_>) -> Option<std::ops::Range<usize>> {
    let is_alone = |range: &std::ops::Range<usize>| {
        let before = site.target[..range.start].chars().next_back();
        let after = site.target[range.end..].chars().next();
        !before.is_some_and(|c| c.is_alphanumeric() || ".,-–:[(/".contains(c))
            && !after.is_some_and(|c| c.is_alphanumeric() || "-–:])/".contains(c))
    };
    digits(site.target).filter(is_alone).find(|range| {
        let wanted = &site.target[range.clone()];
        digits(site.source).any(|other| site.source[other] == *wanted)
    })
}

fn digit_changed(site: &Site<'_>) -> Option<(String, String)> {
    let range = shared_number(site)?;
    let digit = site.target[range.end - 1..range.end].parse::<u8>().ok()?;
    let changed = if digit >= 8 { digit - 3 } else { digit + 1 };
    target(site, format!("{}{changed}{}", &site.target[..range.end - 1], &site.target[range.end..]))
}

fn zero_lost(site: &Site<'_>) -> Option<(String, String)> {
    let range = shared_number(site)?;
    let is_round = range.len() > 1 && site.target[range.clone()].ends_with('0');
    is_round.then_some(())?;
    target(site, format!("{}{}", &site.target[..range.end - 1], &site.target[range.end..]))
}

fn number_left_out(site: &Site<'_>) -> Option<(String, String)> {
    let range = shared_number(site)?;
    target(site, format!("{}some{}", &site.target[..range.start], &site.target[range.end..]))
}

/// The first of `words` that stands in the target once, and in the source, replaced by the next.
fn next_of(site: &Site<'_>, words: &[(&str, &str)]) -> Option<(String, String)> {
    let folded = site.source.to_lowercase();
    let index = words.iter().position(|(english, russian)| {
        site.target.matches(&format!(" {english}")).count() == 1
            && site.target.contains(&format!(" {english} "))
            && folded.matches(&format!(" {russian}")).count() == 1
    })?;
    let (word, (next, _)) = (words[index].0, words[(index + 1) % words.len()]);
    target(site, site.target.replacen(&format!(" {word} "), &format!(" {next} "), 1))
}

fn link_changed(site: &Site<'_>) -> Option<(String, String)> {
    added(site, " [см.](https://example.org/7)", " [see](https://example.org/8)")
}

fn link_lost(site: &Site<'_>) -> Option<(String, String)> {
    added(site, " [см.](https://example.org/7)", " see")
}

fn code_changed(site: &Site<'_>) -> Option<(String, String)> {
    added(site, " `sverka check`", " `sverka chek`")
}

fn placeholder_changed(site: &Site<'_>) -> Option<(String, String)> {
    added(site, " {{ page.title }}", " {{ page.tilte }}")
}

fn footnote_lost(site: &Site<'_>) -> Option<(String, String)> {
    let (source, target) = added(site, "[^planted]", "")?;
    let note = |text: &str, words: &str| format!("{text}\n\n[^planted]: {words}\n\n");
    site.ends_block.then(|| (note(&source, "Сноска."), note(&target, "A note.")))
}

fn heading_level(site: &Site<'_>) -> Option<(String, String)> {
    let is_line = |text: &str| !text.contains('\n');
    (site.is_block && is_line(site.source) && is_line(site.target))
        .then(|| (format!("## {}", site.source), format!("### {}", site.target)))
}

fn guillemets_left(site: &Site<'_>) -> Option<(String, String)> {
    let text = site.target;
    let (open, close) = if text.contains('“') { ('“', '”') } else { ('"', '"') };
    let first = text.find(open)?;
    let rest = &text[first + open.len_utf8()..];
    let second = rest.find(close)?;
    let (quoted, after) = (&rest[..second], &rest[second + close.len_utf8()..]);
    target(site, format!("{}«{quoted}»{after}", &text[..first]))
}

fn quote_lost(site: &Site<'_>) -> Option<(String, String)> {
    let marks: &[char] = &['"', '“', '”'];
    let is_simple = site.target.matches(marks).count() == 2
        && site.source.matches('«').count() == 1
        && site.source.matches('»').count() == 1;
    let at = site.target.rfind(marks).filter(|_| is_simple)?;
    // English leaves a quotation open that goes on in the next paragraph.
    let may_go_on = site.before_quotation && site.target[at..].chars().count() == 1;
    (!may_go_on).then_some(())?;
    let mark = site.target[at..].chars().next()?;
    target(site, format!("{}{}", &site.target[..at], &site.target[at + mark.len_utf8()..]))
}

fn bracket_lost(site: &Site<'_>) -> Option<(String, String)> {
    let is_simple = |text: &str| {
        !text.contains("](") && text.matches('(').count() == 1 && text.matches(')').count() == 1
    };
    (is_simple(site.source) && is_simple(site.target)).then_some(())?;
    target(site, site.target.replace(')', ""))
}

/// The plain words of the target: lower-case letters between spaces.
fn plain_words(text: &str) -> impl Iterator<Item = &str> {
    text.split(' ').filter(|word| word.len() > 3 && word.bytes().all(|b| b.is_ascii_lowercase()))
}

/// The target with its plain word number `index` replaced.
fn word_replaced(
    site: &Site<'_>,
    with: impl Fn(&str) -> Option<String>,
) -> Option<(String, String)> {
    let (word, new) = plain_words(site.target).find_map(|word| Some((word, with(word)?)))?;
    let at = site.target.find(&format!(" {word} "))? + 1;
    target(site, format!("{}{new}{}", &site.target[..at], &site.target[at + word.len()..]))
}

fn look_alike(site: &Site<'_>) -> Option<(String, String)> {
    word_replaced(site, |word| {
        let letters = [('a', "а"), ('e', "е"), ('o', "о"), ('c', "с"), ('p', "р"), ('x', "х")];
        let (latin, cyrillic) = letters.iter().find(|(latin, _)| word.contains(*latin))?;
        Some(word.replacen(*latin, cyrillic, 1))
    })
}

fn cyrillic_left(site: &Site<'_>) -> Option<(String, String)> {
    let is_free = !site.target.contains(['"', '“', '(', '[', '*', '_']);
    is_free.then_some(())?;
    word_replaced(site, |_| Some("приехал".to_owned()))
}

fn zero_width_space(site: &Site<'_>) -> Option<(String, String)> {
    word_replaced(site, |word| Some(format!("{}\u{200b}{}", &word[..2], &word[2..])))
}

fn double_space(site: &Site<'_>) -> Option<(String, String)> {
    word_replaced(site, |word| Some(format!(" {word}")))
}

fn space_before_comma(site: &Site<'_>) -> Option<(String, String)> {
    target(site, site.target.replacen(", ", " , ", 1))
}

fn word_doubled(site: &Site<'_>) -> Option<(String, String)> {
    const TWICE: [&str; 3] = ["that", "very", "really"];
    word_replaced(site, |word| (!TWICE.contains(&word)).then(|| format!("{word} {word}")))
}

fn numero_sign(site: &Site<'_>) -> Option<(String, String)> {
    let range = shared_number(site)?;
    target(site, format!("{}№ {}", &site.target[..range.start], &site.target[range.start..]))
}

fn full_stop_lost(site: &Site<'_>) -> Option<(String, String)> {
    let ends = site.ends_block && site.source.ends_with('.') && !site.target.ends_with("..");
    target(site, site.target.strip_suffix('.').filter(|_| ends)?.to_owned())
}

fn note_left(site: &Site<'_>) -> Option<(String, String)> {
    let note = match site.target.len() % 4 {
        0 => " (?)",
        1 => " [check]",
        2 => " TODO",
        _ => " XXX",
    };
    word_replaced(site, |word| Some(format!("{word}{note}")))
}

fn question_stated(site: &Site<'_>) -> Option<(String, String)> {
    let bare = site.target.strip_suffix('?').filter(|_| site.source.ends_with('?'))?;
    target(site, format!("{bare}."))
}

fn negation_removed(site: &Site<'_>) -> Option<(String, String)> {
    let is_denied =
        site.source.split(' ').filter(|word| *word == "не" || *word == "Не").count() == 1;
    is_denied.then_some(())?;
    let negations = [" not ", "n't ", "n’t ", " never "];
    let is_once = |negation: &&&str| site.target.matches(**negation).count() == 1;
    let negation = negations.iter().find(is_once)?;
    let plain = site.target.replace("can't", "can").replace("won't", "will");
    target(site, plain.replacen(negation, " ", 1))
}

fn name_changed(site: &Site<'_>) -> Option<(String, String)> {
    let is_name = |word: &&str| {
        word.len() > 4
            && word.starts_with(|c: char| c.is_ascii_uppercase())
            && word[1..].bytes().all(|b| b.is_ascii_lowercase())
    };
    let mut words = site.target.split(' ');
    words.next();
    let word = words.find(|word| is_name(word) && is_transcribed(word, site.source))?;
    let other = if word.starts_with('M') { "Gulbrandsen" } else { "Mcafferty" };
    target(site, site.target.replacen(&format!(" {word}"), &format!(" {other}"), 1))
}

/// Whether a Russian word of about that length begins with the letter that the name begins with.
fn is_transcribed(name: &str, source: &str) -> bool {
    const LETTERS: &str = "AА BБ DД FФ GГ IИ KК LЛ MМ NН OО PП RР SС TТ VВ ZЗ";
    let begins = |word: &str| {
        LETTERS.split(' ').any(|pair| {
            let mut letters = pair.chars();
            letters.next().is_some_and(|latin| name.starts_with(latin))
                && letters.next().is_some_and(|cyrillic| word.starts_with(cyrillic))
        })
    };
    let mut words = source.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    words.next();
    words.any(|word| {
        begins(word) && word.chars().count().abs_diff(name.len()) <= 3 && word.chars().count() >= 4
    })
}

fn sentence_dropped(site: &Site<'_>) -> Option<(String, String)> {
    let is_long = site.target.split(' ').count() >= 8;
    is_long.then(|| (site.source.to_owned(), String::new()))
}
