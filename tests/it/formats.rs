//! Formats: cases as files, and what must hold for any text at all.
//!
//! A case is a document and beside it `<name>.expected`: a line a block, `kind depth [label]: segments`,
//! segments divided by ` | `; verbatim pieces follow, indented. `UPDATE_CASES=1 cargo test formats`
//! writes what is found as what is expected: read it before you commit it.

use std::{fmt::Write, fs, path::Path};

use proptest::prelude::*;
use sverka::{
    formats::{Options, PartKind, parse},
    model::{Document, Language, RepoPath},
};

use crate::judged::text_extensions;

fn read(name: &str, text: &str) -> Document {
    parse(RepoPath::new(name), Language::Russian, text.to_owned(), &Options::default())
}

fn shown(document: &Document) -> String {
    let mut shown = String::new();
    for block in &document.blocks {
        let label = block.label.as_deref().map(|label| format!(" {label}")).unwrap_or_default();
        let segments: Vec<&str> =
            document.segments[block.segments.clone()].iter().map(|s| s.text.as_str()).collect();
        writeln!(shown, "{:?} {}{label}: {}", block.kind, block.depth, segments.join(" | "))
            .unwrap();
        for verbatim in &document.verbatims[block.verbatims.clone()] {
            writeln!(shown, "    {:?} {}", verbatim.kind, verbatim.text.replace('\n', "⏎"))
                .unwrap();
        }
    }
    for comment in &document.comments {
        writeln!(shown, "comment before {}: {}", comment.next_block, comment.text).unwrap();
    }
    for problem in &document.problems {
        writeln!(
            shown,
            "problem at {}: {}",
            document.lines.line(problem.span.start),
            problem.message.id
        )
        .unwrap();
    }
    shown
}

#[test]
fn cases() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/formats");
    let mut paths: Vec<_> =
        fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths
        .iter()
        .filter(|path| path.extension().is_some_and(|extension| extension != "expected"))
    {
        let name = path.file_name().unwrap().to_str().unwrap();
        let expected =
            fs::read_to_string(format!("{}.expected", path.display())).unwrap_or_default();
        let found = shown(&read(name, &fs::read_to_string(path).unwrap()));
        if std::env::var_os("UPDATE_CASES").is_some() {
            fs::write(format!("{}.expected", path.display()), &found).unwrap();
            continue;
        }
        assert_eq!(found, expected, "{name}");
    }
}

/// What must hold for every document.
fn check(document: &Document) {
    let whole: String = document.parts().iter().map(|part| part.span.of(&document.text)).collect();
    assert_eq!(whole, document.text);
    let segments =
        document.parts().iter().filter(|part| matches!(part.kind, PartKind::Segment(_))).count();
    assert_eq!(segments, document.segments.len());
    for (index, segment) in document.segments.iter().enumerate() {
        assert!(document.blocks[segment.block].segments.contains(&index));
        assert!(!segment.span.is_empty());
    }
}

fn markdown() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "# ",
        "Дом. ",
        "«Куда?» — спросил он. ",
        "\n",
        "\r\n",
        "\n\n",
        "- ",
        "1. ",
        "> ",
        "    ",
        "```",
        "`",
        "**",
        "*",
        "_",
        "[",
        "](u)",
        "![",
        "| а | б |\n|---|---|\n| в | г |\n",
        "<b>",
        "</b>",
        "<!-- x -->",
        "<div>",
        "{% if %}",
        "{{ x }}",
        "---",
        "===",
        "[^1]",
        "[^1]: ",
        "\u{ad}",
        "\u{a0}",
        "\u{feff}",
        "й",
        "&nbsp;",
        "\\",
        "https://a.b/в",
        "<br>",
        "- [ ] ",
        "+++",
        "и\u{306}",
        "~~",
        ":",
        "\t",
        "<",
        "{#a}",
        "```{note}\n",
        "```{figure} a\n",
        ":::{tip} ",
        "::: {.a title=\"б\"}\n",
        ":alt: x\n",
        "{ref}`",
        " <a>`",
        "(a)=\n",
        "%",
        "footnote:[",
        "].",
        "image::a[",
        "``",
        "''",
        "\"`",
    ]);
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

fn catalogue() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "{",
        "}",
        "[",
        "]",
        ":",
        ",",
        "\"",
        "'",
        "\"\"\"",
        "=",
        "\n",
        "\r\n",
        " ",
        "  ",
        "дом",
        "a",
        "- ",
        "|",
        ">",
        "\\",
        "\\u0414",
        "\\n",
        "#",
        "msgid ",
        "msgstr ",
        "msgstr[1] ",
        "msgctxt ",
        "<string name=\"a\">",
        "</string>",
        "<plurals name=\"b\">",
        "<item quantity=\"one\">",
        "</item>",
        "<data name=\"a\">",
        "<value>",
        "</value>",
        "<trans-unit id=\"1\">",
        "<source>",
        "</source>",
        "<target>",
        "</target>",
        "<![CDATA[",
        "]]>",
        "<!--",
        "-->",
        "&amp;",
        "&#x414;",
        "{n, plural, other {",
        "->",
        "*[other]",
        "[one]",
        "$n",
        "&",
        "*",
        "!",
        "%",
        ";",
        "/*",
        "*/",
        "//",
        "---",
        "?",
        "\u{feff}",
        "\u{a0}",
        "<b>",
        "</b>",
        "<body name=\"notes\">",
        "<section id=\"n\">",
        "<title>",
        "</title>",
        "<p>",
        "</p>",
        "<stanza>",
        "</stanza>",
        "<v>",
        "</v>",
        "<td>",
        "<a l:href=\"#n\" type=\"note\">",
        "</a>",
        "<code>",
        "</code>",
        "<x id=\"1\"/>",
        "<ph id=\"2\">",
        "</ph>",
        "один|одна|",
        " | {n}",
        "{ -b(c: \"d\") }",
        "https://a.b",
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_markdown_is_kept_byte_for_byte(text in markdown()) {
        check(&read("a.md", &text));
        check(&read("a.mdx", &text));
        check(&read("a.adoc", &text));
    }

    #[test]
    fn any_text_is_kept_byte_for_byte(text in "\\PC*|(.|\n|\r){0,200}") {
        for ending in text_extensions() {
            check(&read(&format!("a.{ending}"), &text));
        }
    }

    #[test]
    fn any_catalogue_is_kept_byte_for_byte(text in catalogue()) {
        for ending in text_extensions() {
            check(&read(&format!("a.{ending}"), &text));
        }
    }
}
