//! What abbreviations stand for, as `rumorph` knows them: in the dictionary each is its own lemma.

/// An abbreviation, a feature that its tag must have, and the word that it stands for.
const FULL: [(&str, &str, &str); 40] = [
    ("в", "masc", "век"),
    ("вв", "masc", "век"),
    ("г", "anim", "господин"),
    ("г", "inan", "год"),
    ("гг", "masc", "год"),
    ("гц", "masc", "герц"),
    ("долл", "masc", "доллар"),
    ("квт", "masc", "киловатт"),
    ("кг", "masc", "килограмм"),
    ("км", "masc", "километр"),
    ("л", "masc", "литр"),
    ("м", "masc", "метр"),
    ("мг", "masc", "миллиграмм"),
    ("мин", "femn", "минута"),
    ("мкм", "masc", "микрометр"),
    ("млн", "masc", "миллион"),
    ("млрд", "masc", "миллиард"),
    ("мм", "masc", "миллиметр"),
    ("нм", "masc", "нанометр"),
    ("п", "masc", "пункт"),
    ("прим", "neut", "примечание"),
    ("проф", "anim", "профессор"),
    ("проц", "masc", "процент"),
    ("руб", "masc", "рубль"),
    ("сек", "femn", "секунда"),
    ("см", "masc", "сантиметр"),
    ("ст", "femn", "статья"),
    ("стр", "femn", "страница"),
    ("стр", "neut", "строение"),
    ("т", "femn", "тонна"),
    ("т", "masc", "том"),
    ("тов", "anim", "товарищ"),
    ("трлн", "masc", "триллион"),
    ("тыс", "femn", "тысяча"),
    ("ул", "femn", "улица"),
    ("ч", "femn", "часть"),
    ("ч", "masc", "час"),
    ("чел", "anim", "человек"),
    ("шт", "femn", "штука"),
    ("э", "femn", "эра"),
];

/// The word that a noun with this lemma and tag stands for, if it is an abbreviation.
pub(super) fn full(lemma: &str, tag: &str) -> Option<&'static str> {
    let has = |feature: &str| tag.split([',', ' ']).any(|part| part == feature);
    let mut fitting = FULL.iter().filter(|(short, feature, _)| *short == lemma && has(feature));
    let (.., full) = fitting.next().filter(|_| tag.starts_with("NOUN,") && has("Abbr"))?;
    Some(full)
}
