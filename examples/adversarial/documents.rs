//! Documents that are made to be slow: one sign, one word or one construct over and over, several
//! of them in turn or beside each other, and signs and words drawn at random. A number chooses all
//! of it, so that what was slow once can be made again.

/// A kind of document.
pub(crate) struct Kind {
    /// What it is.
    pub(crate) name: &'static str,
    /// What is repeated.
    unit: &'static str,
    /// Whether each repetition differs by a number.
    numbered: bool,
    /// What ends the original.
    ru: &'static str,
    /// What ends the translation.
    en: &'static str,
}

const fn kind(name: &'static str, unit: &'static str) -> Kind {
    Kind { name, unit, numbered: false, ru: "Привет, мир. ", en: "Hello, world. " }
}

const fn numbered(name: &'static str, unit: &'static str) -> Kind {
    Kind { numbered: true, ..kind(name, unit) }
}

/// All kinds.
pub(crate) const KINDS: [Kind; 64] = [
    kind("brackets", "["),
    kind("closing brackets", "]"),
    kind("images", "!["),
    kind("parentheses", "("),
    kind("smileys", ":) "),
    kind("guillemets", "«"),
    kind("quotes", "“"),
    kind("nested quotes", "„“"),
    kind("straight quotes", "\" "),
    kind("one number", "1 "),
    numbered("numbers", "{n} "),
    numbered("dates", "{n} мая 19{n} "),
    kind("times", "18:00 "),
    kind("emphasis", "_a__b "),
    kind("stars", "*a **b "),
    kind("names", "Иван Пётр "),
    numbered("many names", "Иванов{n}ский "),
    kind("latin names", "Ivan Peter "),
    kind("zero width", "\u{200b}"),
    kind("zero width in words", "а\u{200b}b\u{200c}"),
    kind("soft hyphens", "а\u{ad}"),
    kind("accents", "а\u{301}\u{302}\u{303}"),
    kind("no-break spaces", "a\u{a0}"),
    kind("spaces before commas", "a , "),
    kind("double spaces", "a  "),
    kind("one word", "ааааа"),
    kind("doubled words", "very very "),
    kind("backquotes", "`a` "),
    numbered("codes", "`a{n}` "),
    numbered("links", "[a](b{n}) "),
    numbered("footnotes", "a[^{n}] "),
    kind("table", "| a | b |\n| --- | --- |\n"),
    kind("quotes of quotes", "> "),
    kind("lists", "- a\n"),
    kind("one paragraph", "Снег шёл всю ночь.\n\n"),
    kind("tags", "<b>"),
    kind("closing tags", "</b>"),
    kind("comments", "<!-- a --> "),
    kind("entities", "&amp;"),
    kind("escapes", "\\*"),
    kind("templates", "{{ a }} "),
    numbered("addresses", "https://example.org/{n} "),
    kind("mail", "a@b.example "),
    numbered("headings", "# Глава {n}\n\n"),
    kind("same headings", "## Итог\n\n"),
    numbered("items", "{n}. Шаг\n"),
    kind("nested items", "- a\n  - b\n"),
    kind("code blocks", "```\na\n```\n"),
    numbered("definitions", "[^{n}]: а\n\n"),
    numbered("references", "[a]: b{n}\n"),
    kind("sentences in one block", "Снег шёл всю ночь. "),
    numbered("numbered sentences", "Снег шёл {n} раз. "),
    numbered("numbered paragraphs", "Снег шёл {n} раз.\n\n"),
    kind("initials", "А. Б. "),
    kind("abbreviations", "т. е. и т. д. "),
    kind("dashes", "— а "),
    kind("percents", "5 % "),
    numbered("amounts", "{n} кг, "),
    kind("roman numerals", "XIV век "),
    numbered("years", "в 19{n} году "),
    kind("questions", "Да? Нет! "),
    kind("placeholders", "TODO "),
    kind("strikes", "~~a~~ "),
    kind("lines", "Снег шёл всю ночь\n"),
];

impl Kind {
    fn text(&self, length: usize, end: &str) -> String {
        let mut text = String::with_capacity(length + 64);
        let mut number = 1;
        while text.len() < length {
            if self.numbered {
                text.push_str(&self.unit.replace("{n}", &number.to_string()));
            } else {
                text.push_str(self.unit);
            }
            number += 1;
        }
        text.push_str(end);
        text.push('\n');
        text
    }

    /// An original of about so many bytes.
    #[must_use]
    pub(crate) fn source(&self, length: usize) -> String {
        self.text(length, self.ru)
    }

    /// Its translation: the same signs, a little less of them.
    #[must_use]
    pub(crate) fn target(&self, length: usize) -> String {
        self.text(length - length / 20, self.en)
    }
}

/// A document with its translation.
pub(crate) struct Document {
    /// How it was made.
    pub(crate) name: String,
    pub(crate) source: String,
    pub(crate) target: String,
}

/// Signs of which documents are made at random.
const SIGNS: [&str; 40] = [
    "[", "]", "(", ")", "!", "«", "»", "“", "”", "„", "\"", "'", "*", "_", "`", "~", "|", "<", ">",
    "#", "-", "—", "\\", "&", "{", "}", ":", ".", ",", "1", "0", " ", " ", "\n", "\u{200b}",
    "\u{301}", "\u{a0}", "\u{ad}", "а", "b",
];

/// Words of which documents are made at random.
const WORDS: [(&str, &str); 12] = [
    ("снег", "snow"),
    ("Иван", "Ivan"),
    ("дом", "house"),
    ("шёл", "went"),
    ("ночь", "night"),
    ("семь", "seven"),
    ("12", "12"),
    ("лодка", "boat"),
    ("не", "not"),
    ("весь", "all"),
    ("«да»", "“yes”"),
    ("город", "town"),
];

/// Numbers at random, always the same (xorshift).
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % most as u64).unwrap_or_default()
    }

    fn kind(&mut self) -> &'static Kind {
        &KINDS[self.below(KINDS.len())]
    }
}

/// The document of a number: first one of each kind, then compositions of kinds, signs and words.
#[must_use]
pub(crate) fn document(seed: usize, length: usize) -> Document {
    if let Some(kind) = KINDS.get(seed) {
        let (source, target) = (kind.source(length), kind.target(length));
        return Document { name: kind.name.to_owned(), source, target };
    }
    let mut chance = Chance((seed as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15));
    match seed % 5 {
        0 => beside(&mut chance, length, false),
        1 => beside(&mut chance, length, true),
        2 => in_turn(&mut chance, length),
        3 => of_signs(&mut chance, length),
        _ => of_words(&mut chance, length),
    }
}

/// Two kinds one after the other; where `crossed`, in the other order in the translation.
fn beside(chance: &mut Chance, length: usize, crossed: bool) -> Document {
    let (one, other) = (chance.kind(), chance.kind());
    let share = length * (1 + chance.below(9)) / 10;
    let (first, second) = (one.target(share), other.target(length - share));
    Document {
        name: format!("{} / {} {share} {crossed}", one.name, other.name),
        source: one.source(share) + &other.source(length - share),
        target: if crossed { second + &first } else { first + &second },
    }
}

/// Pieces of three kinds in turn, in one block or in many.
fn in_turn(chance: &mut Chance, length: usize) -> Document {
    let kinds = [chance.kind(), chance.kind(), chance.kind()];
    let piece = 10 << chance.below(10);
    let between = ["", " ", "\n", "\n\n"][chance.below(4)];
    let names = kinds.map(|kind| kind.name).join(" + ");
    let text = |length: usize, end: &str| {
        let mut text = String::new();
        for kind in kinds.iter().cycle() {
            if text.len() >= length {
                return text + end;
            }
            text += kind.text(piece, "").trim_end_matches('\n');
            text += between;
        }
        text
    };
    let (source, target) = (text(length, "Привет.\n"), text(length - length / 20, "Hello.\n"));
    Document { name: format!("{names}, {piece} {between:?}"), source, target }
}

/// A few signs at random, the translation with some of them left out.
fn of_signs(chance: &mut Chance, length: usize) -> Document {
    let signs: Vec<&str> =
        (0..2 + chance.below(8)).map(|_| SIGNS[chance.below(SIGNS.len())]).collect();
    let (mut source, mut target) = (String::from("Привет "), String::from("Hello "));
    while source.len() < length {
        let sign = signs[chance.below(signs.len())];
        source += sign;
        target += if chance.below(50) == 0 { "" } else { sign };
    }
    Document { name: format!("signs {signs:?}"), source, target }
}

/// Sentences of a few words at random, the translation with some of them left out or moved.
fn of_words(chance: &mut Chance, length: usize) -> Document {
    let (words, most) = (2 + chance.below(WORDS.len() - 1), 1 << chance.below(10));
    let between = [" ", "\n", "\n\n", "\n- "][chance.below(4)];
    let (mut source, mut target) = (String::new(), String::new());
    while source.len() < length {
        let (mut russian, mut english) = (Vec::new(), Vec::new());
        for _ in 0..=chance.below(most) {
            let (ru, en) = WORDS[chance.below(words)];
            russian.push(ru);
            english.push(en);
        }
        source += &(russian.join(" ") + "." + between);
        match chance.below(20) {
            0 => {}
            1 => target.insert_str(0, &(english.join(" ") + "." + between)),
            _ => target += &(english.join(" ") + "." + between),
        }
    }
    Document { name: format!("{words} words, {most} in a sentence, {between:?}"), source, target }
}
