//! Which files are taken for documents, and what belongs together, where nothing is configured.

use crate::harness::Project;

const OAK: &str = "Дуб стоит на краю поля. Под ним отдыхают пастухи, а вечером приходят дети.\n";
const OAK_IN_ENGLISH: &str = "The oak stands at the edge of the field. Shepherds rest under it, and in the evening the children come.\n";
const MILL: &str = "Мельница давно молчит. Река обмелела, и колесо поросло травой.\n";
const MILL_IN_ENGLISH: &str = "The mill has long been silent. The river is shallow now, and grass has grown over the wheel.\n";
const NOTE: &str = "Позвонить в типографию и спросить, когда будет готова обложка.\n";

/// The pairs of documents of a tree of files.
fn pairs(files: &[(&str, &str)]) -> Vec<String> {
    let project = Project::new();
    files.iter().for_each(|(path, text)| {
        project.write(path, *text);
    });
    let report = project.sverka(["status", "--format", "json"]).json();
    let path = |side: &serde_json::Value| side.as_str().unwrap_or("-").to_owned();
    let documents = report["documents"].as_array().unwrap().iter();
    documents.map(|row| format!("{} = {}", path(&row["source"]), path(&row["target"]))).collect()
}

#[test]
fn a_folder_named_for_a_language_holds_originals_and_translations() {
    let files = [
        ("russian/oak/original.md", OAK),
        ("russian/oak/translation.md", OAK_IN_ENGLISH),
        ("russian/mill_original.md", MILL),
        ("russian/mill_translation.md", MILL_IN_ENGLISH),
        ("russian/fair/original.md", NOTE),
    ];
    let expected = [
        "russian/fair/original.md = -",
        "russian/mill_original.md = russian/mill_translation.md",
        "russian/oak/original.md = russian/oak/translation.md",
    ];
    assert_eq!(pairs(&files), expected);
}

#[test]
fn a_copy_of_the_source_is_no_translation() {
    let copied = [
        ("texts/oak.md", OAK),
        ("texts/mill/mill.md", MILL),
        ("texts/mill/mill.en.md", MILL_IN_ENGLISH),
        ("translations/en/trees/source-ru/oak.md", OAK),
    ];
    assert!(!pairs(&copied).iter().any(|pair| pair.ends_with("source-ru/oak.md")));
    let pasted = [
        ("source/ru/oak.md", OAK),
        ("source/ru/mill.md", MILL),
        ("translations/en/oak.md", OAK),
        ("translations/en/mill.md", MILL_IN_ENGLISH),
    ];
    assert!(pairs(&pasted).contains(&"source/ru/oak.md = translations/en/oak.md".to_owned()));
}

#[test]
fn what_a_generator_of_sites_wrote_is_passed_over() {
    let files = [
        ("docs/ru/oak.md", OAK),
        ("docs/en/oak.md", OAK_IN_ENGLISH),
        ("docs/ru/_build/html/mill.html", "<p>Мельница давно молчит.</p>"),
        ("docs/en/_build/html/mill.html", "<p>The mill has long been silent.</p>"),
    ];
    assert_eq!(pairs(&files).len(), 2, "no trace of a generator");
    let trace =
        [("docs/ru/_build/html/searchindex.js", ""), ("docs/en/_build/html/searchindex.js", "")];
    assert_eq!(pairs(&[&files[..], &trace].concat()), ["docs/ru/oak.md = docs/en/oak.md"]);
}

#[test]
fn what_hugo_wrote_is_passed_over_beside_its_settings() {
    let files = [
        ("content/ru/oak.md", OAK),
        ("content/en/oak.md", OAK_IN_ENGLISH),
        ("public/ru/mill.html", "<p>Мельница давно молчит.</p>"),
        ("public/en/mill.html", "<p>The mill has long been silent.</p>"),
    ];
    assert_eq!(pairs(&files).len(), 2, "a folder of the name alone");
    let settings = [("hugo.toml", "baseURL = \"https://oak.org\"\n")];
    assert_eq!(pairs(&[&files[..], &settings].concat()), ["content/ru/oak.md = content/en/oak.md"]);
}

#[test]
fn titles_alone_do_not_make_two_files_one() {
    let files = [
        ("books/ru/sad-a1.md", "---\ntitle: Вишнёвый сад\n---\n"),
        ("books/en/night-b2.md", "---\ntitle: Night Watch\n---\n"),
        ("books/ru/oak.md", OAK),
        ("books/en/oak.md", OAK_IN_ENGLISH),
        ("books/ru/melnica.md", MILL),
        ("books/en/the-mill.md", MILL_IN_ENGLISH),
    ];
    let found = pairs(&files);
    assert!(found.contains(&"books/ru/sad-a1.md = -".to_owned()), "{found:?}");
    assert!(found.contains(&"books/ru/oak.md = books/en/oak.md".to_owned()), "{found:?}");
}

#[test]
fn what_both_have_letter_by_letter_joins_no_strangers() {
    let flow = "The mill has long been silent. The river is shallow now, and grass has grown over the wheel.\n";
    let rest = "Дуб стоит на краю поля.\n\nТам же лежит лодка.\n\nЗимой её заносит снегом.\n";
    let long = format!("{flow}\n{rest}");
    let files = [
        ("web/ru/festival.md", flow),
        ("web/en/flow.md", long.as_str()),
        ("web/ru/oak.md", OAK),
        ("web/en/oak.md", OAK_IN_ENGLISH),
        ("web/ru/melnica.md", MILL),
        (
            "web/en/the-mill.md",
            "The mill has long been silent. The river is shallow, and grass covers the wheel.\n",
        ),
    ];
    let found = pairs(&files);
    assert!(!found.contains(&"web/ru/festival.md = web/en/flow.md".to_owned()), "{found:?}");
    assert!(found.contains(&"web/ru/oak.md = web/en/oak.md".to_owned()), "{found:?}");
}

#[test]
fn a_page_that_leads_on_is_no_translation() {
    let moved = "---\nredirect_to: /ru/oak/\nhidden: true\n---\n";
    let files = |old: &'static str| {
        [
            ("posts/ru/2017-oak.md", OAK),
            ("posts/en/2017-oak.md", old),
            ("posts/en/2022-oak.md", OAK_IN_ENGLISH),
            ("posts/ru/mill.md", MILL),
            ("posts/en/mill.md", MILL_IN_ENGLISH),
        ]
    };
    let joined = "posts/ru/2017-oak.md = posts/en/2022-oak.md".to_owned();
    let found = pairs(&files(moved));
    assert!(found.contains(&joined), "{found:?}");
    assert!(!found.iter().any(|pair| pair.contains("en/2017")), "{found:?}");
    assert!(!pairs(&files("It stood there.\n")).contains(&joined));
}

#[test]
fn a_text_that_seems_to_be_in_another_language_stays_where_it_is() {
    let names = "Dhṛṣṭaketu, Cekitāna, Kāśirāja, Purujit, Kuntibhoja, Śaibya\n";
    let mut files = Vec::new();
    for chapter in 1..30 {
        files.push((format!("ru/{chapter}.md"), format!("{OAK}\nГлава {chapter}.\n")));
        files.push((format!("en/{chapter}.md"), format!("{OAK_IN_ENGLISH}\nChapter {chapter}.\n")));
    }
    files.push((
        "ru/names.md".to_owned(),
        "Дхриштакету, Чекитана, Кашираджа, Пуруджит, Кунтибходжа и Шайбья были там.\n".to_owned(),
    ));
    files.push(("en/names.md".to_owned(), names.to_owned()));
    let borrowed: Vec<(&str, &str)> =
        files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    assert!(pairs(&borrowed).contains(&"ru/names.md = en/names.md".to_owned()));
}

#[test]
fn a_list_of_contents_shows_what_belongs_together() {
    let glossary = "# Глоссарий\n\nАмбар: место для зерна.\n\nБорона: орудие пахаря.\n";
    let in_english = "# Glossary\n\nHarrow: what a ploughman drags.\n\nBarn: where one keeps wheat, rye and the like.\n";
    let list = |names: [&str; 4]| -> String {
        names.iter().map(|name| format!("* [{name}]({name}.md)\n")).collect()
    };
    let (ours, theirs) =
        (list(["oak", "slovar", "mill", "note"]), list(["oak", "words", "mill", "note"]));
    let unsure = list(["oak", "mill", "words", "note"]);
    let tree = |theirs: &str| {
        pairs(&[
            ("ru/SUMMARY.md", ours.as_str()),
            ("en/SUMMARY.md", theirs),
            ("ru/oak.md", OAK),
            ("en/oak.md", OAK_IN_ENGLISH),
            ("ru/slovar.md", glossary),
            ("en/words.md", in_english),
            ("ru/mill.md", MILL),
            ("en/mill.md", MILL_IN_ENGLISH),
            ("ru/note.md", NOTE),
            ("en/note.md", "Call the printers and ask when the cover will be ready.\n"),
        ])
    };
    let joined = "ru/slovar.md = en/words.md".to_owned();
    assert!(tree(&theirs).contains(&joined));
    assert!(!tree(&unsure).contains(&joined));
}

/// The findings of documents without a counterpart, with their levels.
fn alone(project: &Project) -> Vec<String> {
    let report = project.sverka(["check", "--exit-zero", "--format", "json"]).json();
    let findings = report["findings"].as_array().unwrap().iter();
    let about =
        findings.filter(|finding| finding["code"].as_str().unwrap().starts_with("document"));
    let mut told: Vec<String> = about
        .map(|finding| {
            let place = if finding["source"].is_null() { "target" } else { "source" };
            let word = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
            format!("{} {}", word(&finding["severity"]), word(&finding[place]["path"]))
        })
        .collect();
    told.sort();
    told
}

/// `count` texts in a folder, in both languages or in Russian alone.
fn texts(project: &Project, folder: &str, from: usize, count: usize, is_translated: bool) {
    for number in from..from + count {
        let name = format!("{folder}/text-{number}.md");
        project.write(&format!("ru/{name}"), format!("{OAK}\nТекст {number}.\n"));
        if is_translated {
            project.write(&format!("en/{name}"), format!("{OAK_IN_ENGLISH}\nText {number}.\n"));
        }
    }
}

#[test]
fn of_posts_a_few_may_be_chosen_and_not_of_pages() {
    let with = |folder: &str, translated: usize, configuration: &str| {
        let project = Project::new();
        texts(&project, folder, 0, translated, true);
        texts(&project, folder, translated, 10, false);
        if !configuration.is_empty() {
            project.write("sverka.toml", configuration);
        }
        alone(&project).iter().filter(|told| told.starts_with("error")).count()
    };
    assert_eq!(with("posts", 3, ""), 0);
    assert_eq!(with("2019/04", 2, ""), 0);
    assert_eq!(with("guide", 3, ""), 10);
    assert_eq!(with("posts", 20, ""), 10);
    let said = "[[pair]]\nsource = \"ru/{path}\"\ntarget = \"en/{path}\"\n";
    assert_eq!(with("posts", 3, said), 10);
}

#[test]
fn a_translation_without_original_is_one_where_others_have_theirs() {
    let with = |pairs: usize| {
        let project = Project::new();
        texts(&project, "guide", 0, pairs, true);
        texts(&project, "guide", pairs, 8, false);
        project.write("en/guide/mill.md", MILL_IN_ENGLISH);
        alone(&project).into_iter().find(|told| told.ends_with("mill.md")).unwrap()
    };
    assert_eq!(with(3), "info en/guide/mill.md");
    assert_eq!(with(12), "warn en/guide/mill.md");
}

#[test]
fn a_name_that_says_its_language_once_more_is_for_its_readers() {
    let project = Project::new();
    texts(&project, "guide", 0, 3, true);
    project.write("ru/help_ru.md", MILL).write("ru/mill.md", MILL);
    assert_eq!(alone(&project), ["error ru/mill.md", "info ru/help_ru.md"]);
    project.write("ru/oak_ru.md", OAK).write("en/oak_en.md", OAK_IN_ENGLISH);
    assert_eq!(alone(&project), ["error ru/help_ru.md", "error ru/mill.md"]);
}

#[test]
fn a_page_that_is_yet_to_be_translated_is_told_once() {
    let project = Project::new();
    texts(&project, "guide", 0, 3, true);
    let long = format!("# Поле\n\n{OAK}\n{MILL}\n{NOTE}");
    project.write("ru/field.md", &long).write("en/field.md", "# Field\n\nComing soon…\n");
    assert_eq!(alone(&project), ["error ru/field.md"]);
    let report = project.sverka(["check", "--exit-zero", "--format", "json"]).json();
    assert_eq!(report["findings"].as_array().unwrap().len(), 1);
    project.write("en/field.md", "# Field\n\nShepherds rest under the oak.\n");
    assert_eq!(alone(&project), Vec::<String>::new());
    let report = project.sverka(["check", "--exit-zero", "--format", "json"]).json();
    assert!(!report["findings"].as_array().unwrap().is_empty());
}

#[test]
fn pages_that_stand_at_another_place_of_the_order_belong_together() {
    let files = |slug: &'static str| {
        [
            ("ru/01-note.md".to_owned(), NOTE),
            ("ru/02-oak.md".to_owned(), OAK),
            ("ru/03-mill.md".to_owned(), MILL),
            ("en/01-oak.md".to_owned(), OAK_IN_ENGLISH),
            (format!("en/02-{slug}.md"), MILL_IN_ENGLISH),
        ]
    };
    let of = |slug| {
        let files = files(slug);
        let borrowed: Vec<(&str, &str)> =
            files.iter().map(|(path, text)| (path.as_str(), *text)).collect();
        pairs(&borrowed)
    };
    assert!(of("mill").contains(&"ru/03-mill.md = en/02-mill.md".to_owned()));
}

#[test]
fn a_catalogue_of_a_page_that_is_gone_wants_no_translation() {
    let empty = "msgid \"\"\nmsgstr \"\"\n\"Language: ru\\n\"\n\n#: ../../mill.rst:1\nmsgid \"The mill\"\nmsgstr \"\"\n";
    let full = empty.replace("msgstr \"\"\n\n", "msgstr \"\"\n");
    let begun = full.replace("The mill\"\nmsgstr \"\"", "The mill\"\nmsgstr \"Мельница\"");
    let with = |catalogue: &str, pages: &[&str]| {
        let mut files = vec![
            ("docs/locale/ru/LC_MESSAGES/oak.po", begun.as_str()),
            ("docs/locale/ru/LC_MESSAGES/mill.po", catalogue),
        ];
        files.extend(pages.iter().map(|page| (*page, "The text.\n")));
        let found = pairs(&files);
        found.iter().any(|pair| pair.contains("mill.po"))
    };
    let oak = ["docs/oak.rst"];
    assert!(!with(empty, &oak));
    assert!(with(&begun, &oak));
    assert!(with(empty, &["docs/oak.rst", "docs/mill.rst"]));
    // Where the pages stand nobody knows.
    assert!(with(empty, &[]));
}

/// Essays in both languages.
const ESSAYS: [[&str; 2]; 8] = [
    [
        "Анна Берг держит тридцать семь ульев на склоне горы. Каждую весну она возит мёд на ярмарку в Вышний Волочёк и возвращается с новой пилой.",
        "Anna Berg keeps thirty-seven hives on the slope of a mountain. Every spring she takes honey to the fair in Vyshny Volochyok and comes back with a new saw.",
    ],
    [
        "Паровоз стоял у водокачки, и машинист Громов пил чай из жестяной кружки. До Читы оставалось 412 километров, а угля было на двести.",
        "The locomotive stood at the water tower, and the driver Gromov drank tea from a tin mug. It was 412 kilometres to Chita, and there was coal for two hundred.",
    ],
    [
        "Скрипка лежала в футляре сорок лет. Когда мастер Лунин открыл его, струны рассыпались, а на деке нашлась записка на немецком языке.",
        "The violin lay in its case for forty years. When the master Lunin opened it, the strings crumbled, and on the soundboard there was a note in German.",
    ],
    [
        "Картофель на этом огороде сажают по луне. Соседка Дарья смеётся, но осенью сама просит у нас десять мешков и две тыквы впридачу.",
        "Potatoes in this garden are planted by the moon. Our neighbour Darya laughs, but in autumn she herself asks us for ten sacks and two pumpkins as well.",
    ],
    [
        "Библиотека сгорела в 1911 году. Уцелела одна книга о китах, и с тех пор все дети посёлка хотят стать моряками и гарпунёрами.",
        "The library burned down in 1911. One book about whales survived, and ever since all children of the village want to become sailors and harpooners.",
    ],
    [
        "Врач Осипов ездил к больным на велосипеде. Однажды на мосту его остановил медведь, и доктор отдал ему всю колбасу и бутерброды.",
        "The physician Osipov rode to his patients on a bicycle. Once a bear stopped him on the bridge, and the doctor gave it all his sausage and sandwiches.",
    ],
    [
        "Зимой маяк не работает, потому что море замерзает. Смотритель Янсен вяжет варежки и слушает по радио оперу из Милана каждую пятницу.",
        "In winter the lighthouse does not work, because the sea freezes. The keeper Jansen knits mittens and listens to the opera from Milan on the radio every Friday.",
    ],
    [
        "Шахматист Рубин проиграл слона на девятом ходу и улыбнулся. Через час его соперник сдался, а зрители не поняли, где была ловушка.",
        "The chess player Rubin lost a bishop on the ninth move and smiled. An hour later his opponent resigned, and the spectators did not see where the trap was.",
    ],
];

#[test]
fn essays_that_each_language_numbers_by_itself() {
    let with = |shift: usize| {
        let mut files = Vec::new();
        for (number, [russian, english]) in ESSAYS.iter().enumerate() {
            let place = (number + shift) % ESSAYS.len();
            files.push((format!("ru/thing_{number}/README.md"), format!("{russian}\n")));
            files.push((format!("en/thing_{place}/README.md"), format!("{english}\n")));
        }
        let borrowed: Vec<(&str, &str)> =
            files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        pairs(&borrowed)
    };
    assert!(with(0).contains(&"ru/thing_3/README.md = en/thing_3/README.md".to_owned()));
    let found = with(3);
    let right = (0..ESSAYS.len()).filter(|number| {
        let other = (number + 3) % ESSAYS.len();
        found.contains(&format!("ru/thing_{number}/README.md = en/thing_{other}/README.md"))
    });
    assert!(right.count() >= 6, "{found:?}");
}
