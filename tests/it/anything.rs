//! Whatever a text holds, nothing panics: from the bytes to the findings, in every format.
//!
//! `PROPTEST_CASES=20000 cargo test --test it anything` looks long.

use std::{fs, sync::OnceLock};

use proptest::{collection::vec, prelude::*, sample::select};
use sverka::{
    formats::{Options, parse},
    glossary::Glossary,
    model::{Document, Language, RepoPath},
};

use crate::judged::{judged, text_extensions};

/// What texts are made of here: numbers in every writing, signs, marks, brackets, both alphabets,
/// emoji, what is invisible, and markup.
const TOKENS: &str = "-1.1 −5 +7 0 007 1 2 12 30 1,5 1.5 1.000.000 1,000 1'000 2022 22.09.2022 9-00 18:30 3:1 \
    99999999999999999999 4294967296 0.0000000001 1/2 ½ 2¹⁰ 2^10 2024-02-30 192.168.0.1 v2.0 1.10 +7(495) \
    °C 5°C % $ £ € № § × x х м км km миль т. г. в. п. и - – — ‑ − . .. ... … , ; : ! ? ?! ( ) [ ] { } < > \
    « » „ “ ” \" ' ’ ` `` ``` ~~~ * ** _ __ ~ # ## ### > | \\ / & &amp; &#1; &nbsp; <b> </b> <br> <p> </p> \
    <a <!-- --> <![CDATA[ ]]> [^1] [^1]: [a](b) ![](c.png) {{x}} {%_t_%} --- === +++ 1. 1) - + \
    а я ё и\u{306} по\u{301}том Он Москва два двадцать пять тысяч миллион полтора пол первый третьего сентября понедельник \
    полночь II XX IV Х I a the He London two twenty five thousand million half first third of September Monday \
    noon midnight p.m. am o'clock and not не нет без without С-300 Т-34 A4 COVID-19 USB-C \
    https://example.org/а?b=c#d ru.example.рф @a user@example.org \
    😀 👩‍👩‍👧 🇷🇺 \u{200b} \u{200d} \u{ad} \u{feff} \u{a0} \u{2009} \u{202f} \u{301} \u{fe0f} \u{202e} ﷽ 中文 ß ı İ";

/// What stands between two of them.
const GAPS: [&str; 10] = ["", "", " ", " ", " ", "\n", "\n\n", "\t", "\r\n", "\u{a0}"];

fn text() -> impl Strategy<Value = String> {
    let tokens: Vec<&str> = TOKENS.split(' ').filter(|token| !token.is_empty()).collect();
    let pieces = vec((select(tokens), select(GAPS.as_slice())), 0..40);
    pieces.prop_map(|pieces| pieces.into_iter().flat_map(|(token, gap)| [token, gap]).collect())
}

/// A term base, so that terms are looked for.
fn glossary() -> &'static Glossary {
    static GLOSSARY: OnceLock<Glossary> = OnceLock::new();
    GLOSSARY.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let concept = "[[concept]]\nid = \"a\"\nru = [\"тысяча\", \"С-300\"]\nen = [\"half\", { term = \"not\", status = \"forbidden\" }]\n";
        fs::create_dir(folder.path().join("glossary")).unwrap();
        fs::write(folder.path().join("glossary/a.toml"), concept).unwrap();
        let (glossary, mistakes) = Glossary::read(folder.path(), &RepoPath::new("glossary"));
        assert_eq!(mistakes, []);
        glossary
    })
}

fn look_at(source: &Document, target: &Document) {
    let _findings = judged(source, target, glossary());
}

proptest! {
    #[test]
    fn nothing_panics_on_anything(source in text(), target in text(), same in any::<bool>()) {
        let target = if same { source.clone() } else { target };
        for ending in text_extensions() {
            let read = |language, text: &str| {
                let path = RepoPath::new(format!("a.{ending}"));
                parse(path, language, text.to_owned(), &Options::default())
            };
            look_at(&read(Language::Russian, &source), &read(Language::English, &target));
        }
    }
}

#[test]
fn a_number_after_a_sign_may_begin_anything() {
    for text in ["-1.1", "# -1.1", "- -1.1\n", "| a |\n| --- |\n| -1.1 |\n", "−5", "-5-6", "—5"]
    {
        let read =
            |language| parse(RepoPath::new("a.md"), language, text.to_owned(), &Options::default());
        look_at(&read(Language::Russian), &read(Language::English));
    }
}
