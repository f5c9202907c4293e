use super::*;

fn code(text: &str) -> &'static str {
    tongue_of(text).map_or("-", Tongue::code)
}

#[test]
fn languages_that_share_a_script() {
    for (expected, text) in [
        ("ru", "Мы вернулись домой только весной, когда снег уже сошёл."),
        ("uk", "Ми повернулися додому тільки навесні, коли сніг уже зійшов."),
        ("be", "Мы вярнуліся дадому толькі вясной, калі снег ужо сышоў."),
        ("bg", "Върнахме се у дома едва през пролетта, когато снегът вече се беше стопил."),
        ("sr", "Вратили смо се кући тек у пролеће, када се снег већ отопио."),
        ("mk", "Се вративме дома дури напролет, кога снегот веќе се стопи."),
        ("kk", "Біз үйге көктемде ғана, қар еріген кезде оралдық."),
        ("ky", "Биз үйгө жазда гана, кар эрип кеткенден кийин кайтып келдик."),
        ("tt", "Без өйгә яз көне генә, кар эреп беткәч кайттык, һәм бу яхшы."),
        ("mn", "Бид хавар цас хайлсны дараа л гэртээ буцаж ирсэн."),
        ("en", "We came home only in spring, when the snow had already melted."),
        ("de", "Wir kamen erst im Frühling nach Hause, als der Schnee schon geschmolzen war."),
        ("fr", "Nous ne sommes rentrés qu'au printemps, quand la neige avait déjà fondu."),
        ("es", "Volvimos a casa en primavera, cuando la nieve ya se había derretido."),
        ("pt", "Só voltámos para casa na primavera, quando a neve já tinha derretido."),
        ("it", "Siamo tornati a casa solo in primavera, quando la neve si era già sciolta."),
        ("pl", "Wróciliśmy do domu dopiero wiosną, kiedy śnieg już się roztopił."),
        ("tr", "Eve ancak ilkbaharda, karlar eridikten sonra döndük ve bu çok iyi oldu."),
        ("ro", "Ne-am întors acasă abia primăvara, când zăpada se topise deja."),
        ("vi", "Chúng tôi chỉ về nhà vào mùa xuân, khi tuyết đã tan hết."),
        ("zh", "我们直到春天雪化了才回家。"),
        ("ja", "私たちは春に雪が溶けてから家に帰りました。"),
        ("ar", "عدنا إلى المنزل في الربيع عندما ذاب الثلج."),
    ] {
        assert_eq!(code(text), expected, "{text}");
    }
}

#[test]
fn names_and_terms_of_another_language_do_no_harm() {
    for (expected, text) in [
        ("ru", "Олексій и Ганна жили в Чернігові, потім уехали в Ужгород, а сын остался там."),
        ("ru", "Скачайте Docker Desktop, Visual Studio Code и Node.js, потом откройте Terminal."),
        (
            "ru",
            "Песня называется «The Sound of Silence», её знают все, кто в те годы слушал радио.",
        ),
        ("en", "The word «понаехать» has no equivalent in English, and we leave it as it is."),
        ("en", "Müller, Lefèvre and Núñez took the train to Kraków with their children."),
    ] {
        assert_eq!(code(text), expected, "{text}");
    }
}

#[test]
fn where_nothing_tells_nothing_is_said() {
    for text in ["", "2019", "nginx 1.25"] {
        assert_eq!(code(text), "-", "{text}");
    }
}

#[test]
fn foreign_is_said_only_where_it_is_sure() {
    assert!(is_foreign("Der Zug hielt nicht, und niemand wusste, warum er so langsam fuhr."));
    assert!(is_foreign("Потяг не зупинився, і ніхто не знав, чому він їхав так повільно."));
    for ours in
        ["The train did not stop.", "Поезд не остановился.", "Rue de la Paix", "Angela Merkel"]
    {
        assert!(!is_foreign(ours), "{ours}");
    }
}

#[test]
fn codes_of_languages() {
    for (code, expected) in [
        ("ru", Some("ru")),
        ("zh-CN", Some("zh")),
        ("pt_BR", Some("pt")),
        ("zh-Hans", Some("zh")),
        ("EN", Some("en")),
        ("docs", None),
        ("en-dash-rules", None),
        ("xx", None),
    ] {
        assert_eq!(Tongue::from_code(code).map(Tongue::code), expected, "{code}");
    }
}
