//! Kinds of documents that are made to be slow: one sign, one word or one construct over and over.

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
pub(crate) const KINDS: [Kind; 36] = [
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
