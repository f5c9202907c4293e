//! Catalogues that hold original and translation in one file.

use crate::harness::Project;

const PO: &str = r#"msgid ""
msgstr ""
"Language: LANGUAGE\n"

msgid "ONE"
msgstr "OTHER"

msgid "LEFT"
msgstr ""

#, c-format, fuzzy
#| msgctxt "door"
#| msgid "WAS "
#| "NOW"
msgctxt "door"
msgid "IS NOW"
msgstr "STANDS"

msgid "LETTER"
msgid_plural "LETTERS"
FORMS
"#;

fn filled(texts: [(&str, &str); 9]) -> String {
    texts.iter().fold(PO.to_owned(), |po, (name, text)| po.replace(name, text))
}

fn english() -> String {
    filled([
        ("LANGUAGE", "en"),
        ("ONE", "Открыть дневник"),
        ("OTHER", "Open the diary"),
        ("LEFT", "Сохранить всё"),
        ("WAS NOW", "Закрыть окно сейчас"),
        ("IS NOW", "Закрыть дверь сейчас"),
        ("STANDS", "Close the window now"),
        ("LETTERS", "Пришли письма: %d"),
        ("LETTER", "Пришло письмо: %d"),
    ])
    .replace("WAS ", "Закрыть окно ")
    .replace("NOW", "сейчас")
    .replace("FORMS", "msgstr[0] \"%d letter came\"\nmsgstr[1] \"%d letters came\"")
}

fn russian() -> String {
    filled([
        ("LANGUAGE", "ru"),
        ("ONE", "Open the diary"),
        ("OTHER", "Открыть дневник"),
        ("LEFT", "Save all  letters"),
        ("WAS NOW", "Close the window now"),
        ("IS NOW", "Close the door now"),
        ("STANDS", "Закрыть окно сейчас"),
        ("LETTERS", "%d letters came"),
        ("LETTER", "%d letter came"),
    ])
    .replace("WAS ", "Close the window ")
    .replace("NOW", "now")
    .replace(
        "FORMS",
        "msgstr[0] \"%d письмо пришло\"\nmsgstr[1] \"%d письма пришло\"\nmsgstr[2] \"%d писем пришло\"",
    )
}

/// The codes of all findings, each with the key that it is at.
fn found(project: &Project) -> Vec<(String, String)> {
    let report = project.sverka(["check", "--format", "json"]).json();
    let findings = report["findings"].as_array().unwrap();
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let shown = findings.iter().map(|finding| {
        let places = [&finding["source"]["inside"], &finding["target"]["inside"]];
        let key = places.into_iter().map(|inside| inside.to_string()).collect::<String>();
        (text(&finding["code"]), key)
    });
    shown.collect()
}

#[test]
fn a_lone_catalogue_is_original_and_translation() {
    for (path, text) in [("po/ru.po", russian()), ("locale/en/LC_MESSAGES/a.po", english())] {
        let project = Project::repository();
        project.write(path, &text);
        project.commit("Texts");
        let found = found(&project);
        let codes: Vec<&str> = found.iter().map(|(code, _)| code.as_str()).collect();
        assert_eq!(codes, ["untranslated", "stale"], "{path} {found:#?}");
        // What is the key of all languages is not mended.
        project.sverka(["check", "--fix"]);
        assert_eq!(project.read(path), text);
    }
}

#[test]
fn translations_are_russian_though_most_of_a_catalogue_is_code() {
    let code =
        "print(letters)\\nfor letter in letters:\\n    send(letter, address, stamp)".repeat(4);
    let project = Project::repository();
    let example = format!("\nmsgid \"{code}  # all\"\nmsgstr \"{code}  # все\"\n");
    project.write("po/ru.po", russian() + &example);
    project.commit("Texts");
    let found = found(&project);
    assert!(found.iter().all(|(code, _)| code != "cyrillic-left"), "{found:#?}");
}

#[test]
fn a_configuration_may_name_it_and_accepting_settles_what_is_fuzzy() {
    let project = Project::repository();
    project.write("texts/messages.po", russian());
    let pair = "[[pair]]\nsource = \"texts/messages.po\"\ntarget = \"texts/messages.po\"\n";
    project.write("sverka.toml", pair);
    project.commit("Texts");
    let said = found(&project);
    assert_eq!(said.len(), 2, "{said:#?}");
    project.sverka(["accept", "--all"]);
    let said = found(&project);
    assert_eq!(said.iter().filter(|(code, _)| code == "stale").count(), 0, "{said:#?}");
}

#[test]
fn what_xliff_says_of_its_targets_counts() {
    let unit = |id: &str, target: &str| {
        format!("<trans-unit id=\"{id}\"><source>Откройте дверь.</source>{target}</trans-unit>")
    };
    let units = [
        unit("a", "<target>Open the door.</target>"),
        unit("b", "<target state=\"needs-translation\">Open the door.</target>"),
        unit("c", "<target state=\"final\">Open the door.</target>"),
        unit("d", ""),
    ];
    let xliff = format!(
        "<xliff version=\"1.2\"><file source-language=\"ru\" target-language=\"en\"><body>{}</body></file></xliff>",
        units.concat()
    );
    let project = Project::repository();
    project.write("messages.xlf", xliff);
    project.commit("Texts");
    let said = found(&project);
    let keys: Vec<bool> = said.iter().map(|(_, key)| key.contains("\"b\"")).collect();
    assert_eq!(said.iter().filter(|(code, _)| code == "untranslated").count(), 2, "{said:#?}");
    assert!(keys.contains(&true), "{said:#?}");
}

#[test]
fn a_page_with_blocks_in_either_language_is_both() {
    let page = "<html lang=\"ru\"><head><title>Дом у реки</title></head><body>\n\
        <section lang=\"ru\"><h2>Как мы вернулись</h2><p>Мы вернулись 12 мая. Снег уже сошёл.</p></section>\n\
        <section lang=\"en\"><h2>How we came back</h2><p>We came back on 13 May.</p></section>\n\
        </body></html>\n";
    let project = Project::repository();
    project.write("index.html", page);
    project.commit("Page");
    let mut codes = project.codes();
    codes.sort();
    assert_eq!(codes, ["number-changed", "untranslated", "untranslated"]);
}
