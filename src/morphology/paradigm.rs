//! Paradigms: all forms of a word with their case, number, gender and animacy.

use std::sync::LazyLock;

use rumorph::{Analysis, Source, UdTag};

use super::{
    dictionary,
    endings::{Endings, WordKind},
};
use crate::text::normalize::fold;

/// What a word does in a sentence, as far as terms need it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PartOfSpeech {
    /// A noun or a name.
    Noun,
    /// An adjective, a participle, an ordinal: what agrees with a noun.
    Adjective,
    /// A verb in the infinitive or a finite form.
    Verb,
    /// A preposition.
    Preposition,
    /// Anything else.
    Other,
}

/// Grammatical features of a form; none where the form does not say. Values are those of
/// [Universal Dependencies](https://universaldependencies.org/u/feat/), such as `Gen` and `Plur`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Features {
    /// `Nom`, `Gen`, `Dat`, `Acc`, `Ins`, `Loc`.
    pub case: Option<&'static str>,
    /// `Sing` or `Plur`.
    pub number: Option<&'static str>,
    /// `Masc`, `Fem`, `Neut`.
    pub gender: Option<&'static str>,
    /// `Anim` or `Inan`.
    pub animacy: Option<&'static str>,
    /// Of a participle, `Act` or `Pass`, and `Past` or `Pres`: `осудивший`, `осуждённый` and
    /// `осуждающий` are three words.
    pub participle: Option<(&'static str, &'static str)>,
}

impl Features {
    /// Whether a form with these features names the word: the nominative, or no case at all.
    #[must_use]
    pub fn is_nominative(&self) -> bool {
        self.case.is_none_or(|case| case == "Nom")
    }
}

/// One form of a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// Folded, as [`fold`] has it.
    pub text: String,
    /// Its features.
    pub features: Features,
}

/// A word that a text form may belong to.
#[derive(Debug, Clone, PartialEq)]
pub struct Paradigm {
    /// The dictionary form, folded.
    pub lemma: String,
    /// What the word is.
    pub part_of_speech: PartOfSpeech,
    /// Whether it is the name of a person, a place or an organisation.
    pub is_name: bool,
    /// Whether the dictionary has it; otherwise it was guessed by its ending.
    pub is_known: bool,
    /// How likely it is among all that the form may be, 0 to 1.
    pub likelihood: f64,
    /// What the form that was asked for may be in this paradigm.
    pub readings: Vec<Features>,
    analysis: Analysis,
    /// Where the word inflects as another one does.
    moved: Option<Moved>,
}

/// A stem that takes the place of that of a model word.
#[derive(Debug, Clone, PartialEq)]
struct Moved {
    /// Bytes that every form of the model word begins with.
    model: usize,
    /// What stands in their place.
    stem: String,
}

impl Paradigm {
    /// Whether the form that was asked for names the word.
    #[must_use]
    pub fn has_nominative(&self) -> bool {
        self.readings.iter().any(Features::is_nominative)
    }

    /// All forms of the word; a verb's participles are words of their own here, and so are short
    /// forms and degrees of adjectives.
    #[must_use]
    pub fn forms(&self) -> Vec<Form> {
        let Some(dictionary) = dictionary() else { return Vec::new() };
        let own = dictionary.forms(&self.analysis).into_iter().filter_map(|form| {
            let tag = tag(form.ud)?;
            let is_own = tag.part_of_speech == self.part_of_speech
                && !tag.is_short
                && self.is_of_participle(&tag.features)
                && (self.part_of_speech != PartOfSpeech::Adjective || tag.features.case.is_some());
            is_own.then(|| Form {
                text: self.own_text(folded(form.word)),
                features: tag.features.clone(),
            })
        });
        own.collect()
    }

    /// Whether the word that was asked for is a participle, which stands in the place of a noun
    /// where no noun is known.
    #[must_use]
    pub fn is_participle(&self) -> bool {
        self.readings.iter().any(|reading| reading.participle.is_some())
    }

    /// Whether a form is of the same participle as the one that was asked for, if that was any.
    fn is_of_participle(&self, features: &Features) -> bool {
        self.part_of_speech != PartOfSpeech::Adjective
            || self.readings.iter().any(|reading| reading.participle == features.participle)
    }

    fn own_text(&self, form: String) -> String {
        match &self.moved {
            Some(Moved { model, stem }) => format!("{stem}{}", &form[*model..]),
            None => form,
        }
    }

    /// The letters that all forms begin with, in bytes.
    #[must_use]
    pub fn stem_length(&self) -> usize {
        let forms = self.forms();
        let common = |one: &str, other: &str| -> usize {
            let alike = one.chars().zip(other.chars()).take_while(|(a, b)| a == b);
            alike.map(|(c, _)| c.len_utf8()).sum()
        };
        forms.iter().map(|form| common(&self.lemma, &form.text)).min().unwrap_or_default()
    }

    /// This paradigm, of `model`, with the stem of `word`, which ends as `model` does; both are
    /// folded. None where the endings differ.
    pub(super) fn moved_to(mut self, model: &str, word: &str) -> Option<Self> {
        let stem_length = self.stem_length();
        let stem = word.strip_suffix(model.get(stem_length..)?)?;
        self.lemma = format!("{stem}{}", self.lemma.get(stem_length..)?);
        self.moved = Some(Moved { model: stem_length, stem: stem.to_owned() });
        self.is_known = false;
        self.likelihood = 1.0;
        Some(self)
    }
}

/// How infinitives end.
const INFINITIVES: [&str; 6] = ["ть", "ться", "ти", "тись", "чь", "чься"];

/// The paradigms that `word` may stand in, the likeliest first. Where the dictionary does not have
/// the word, those that its ending suggests for a dictionary form come before those that it
/// suggests for any.
#[must_use]
pub fn paradigms(word: &str) -> Vec<Paradigm> {
    let found = known_paradigms(word);
    if found.iter().any(|paradigm| paradigm.is_known) {
        return found;
    }
    guesses(word, &found).into_iter().chain(found).collect()
}

/// What an unknown word may be in its dictionary form. Of verbs and of the choice between noun and
/// adjective the dictionary's own guesses tell enough.
fn guesses(word: &str, found: &[Paradigm]) -> Vec<Paradigm> {
    let folded = fold(word);
    let is_verb = |paradigm: &Paradigm| {
        paradigm.part_of_speech == PartOfSpeech::Verb && paradigm.lemma == folded
    };
    if INFINITIVES.iter().any(|ending| folded.ends_with(ending)) && found.iter().any(is_verb) {
        return Vec::new();
    }
    let share = |part_of_speech: PartOfSpeech| -> f64 {
        let fits = |p: &&Paradigm| p.part_of_speech == part_of_speech && p.has_nominative();
        found.iter().filter(fits).map(|paradigm| paradigm.likelihood).sum()
    };
    let noun = if word.starts_with(char::is_uppercase) { WordKind::Name } else { WordKind::Noun };
    let kinds: &[WordKind] = if share(PartOfSpeech::Adjective) > share(PartOfSpeech::Noun) {
        &[WordKind::Adjective]
    } else {
        &[noun, WordKind::Adjective]
    };
    kinds.iter().filter_map(|kind| Endings::bundled().guess(word, *kind)).collect()
}

/// The paradigms of the dictionary alone, with its own guesses.
pub(super) fn known_paradigms(word: &str) -> Vec<Paradigm> {
    let Some(dictionary) = dictionary() else { return Vec::new() };
    let mut found: Vec<Paradigm> = Vec::new();
    for analysis in dictionary.analyze(word) {
        let Some(tag) = tag(analysis.ud) else { continue };
        match found.iter_mut().find(|paradigm| is_same_word(paradigm, &analysis, tag)) {
            Some(paradigm) => {
                paradigm.likelihood += analysis.prob;
                paradigm.readings.push(tag.features.clone());
            }
            None => found.push(Paradigm {
                lemma: folded(analysis.lemma.clone()),
                part_of_speech: tag.part_of_speech,
                is_name: tag.is_name,
                is_known: analysis.source != Source::Guess,
                likelihood: analysis.prob,
                readings: vec![tag.features.clone()],
                analysis,
                moved: None,
            }),
        }
    }
    found.sort_by(|a, b| b.likelihood.total_cmp(&a.likelihood));
    found
}

fn is_same_word(paradigm: &Paradigm, other: &Analysis, tag: &Tag) -> bool {
    let table = |analysis: &Analysis| analysis.entry.map(|entry| entry.table);
    paradigm.analysis.lemma == other.lemma
        && paradigm.part_of_speech == tag.part_of_speech
        && table(&paradigm.analysis) == table(other)
}

/// A form of the dictionary, which has composed letters and no marks.
fn folded(form: String) -> String {
    let is_plain = |c: char| matches!(c, 'а'..='я' | '-');
    if form.chars().all(is_plain) { form } else { fold(&form) }
}

/// What a tag of the dictionary says.
struct Tag {
    part_of_speech: PartOfSpeech,
    features: Features,
    is_name: bool,
    /// A short adjective or participle, which agrees in no case.
    is_short: bool,
}

/// The tag of a number.
fn tag(number: u16) -> Option<&'static Tag> {
    static TAGS: LazyLock<Vec<Tag>> = LazyLock::new(|| {
        dictionary().map_or_else(Vec::new, |all| all.ud_tags().map(Tag::of).collect())
    });
    TAGS.get(usize::from(number))
}

impl Tag {
    fn of(tag: UdTag<'_>) -> Self {
        Self {
            part_of_speech: part_of_speech(tag),
            features: features(tag),
            is_name: tag.pos() == "PROPN",
            is_short: tag.feat("Variant") == Some("Short"),
        }
    }
}

fn part_of_speech(tag: UdTag<'_>) -> PartOfSpeech {
    match tag.pos() {
        "NOUN" | "PROPN" => PartOfSpeech::Noun,
        "ADJ" | "DET" => PartOfSpeech::Adjective,
        "VERB" | "AUX" if tag.feat("VerbForm") == Some("Part") => PartOfSpeech::Adjective,
        "VERB" | "AUX" => PartOfSpeech::Verb,
        "ADP" => PartOfSpeech::Preposition,
        _ => PartOfSpeech::Other,
    }
}

fn features(tag: UdTag<'_>) -> Features {
    const CASES: [&str; 8] = ["Nom", "Gen", "Dat", "Acc", "Ins", "Loc", "Voc", "Par"];
    const NUMBERS: [&str; 2] = ["Sing", "Plur"];
    const GENDERS: [&str; 3] = ["Masc", "Fem", "Neut"];
    const ANIMACIES: [&str; 2] = ["Anim", "Inan"];
    let known = |name: &str, values: &'static [&'static str]| {
        let value = tag.feat(name)?;
        values.iter().copied().find(|known| *known == value)
    };
    const VOICES: [&str; 3] = ["Act", "Pass", "Mid"];
    const TENSES: [&str; 3] = ["Past", "Pres", "Fut"];
    let is_participle = tag.feat("VerbForm") == Some("Part");
    let voice = || Some((known("Voice", &VOICES)?, known("Tense", &TENSES)?));
    Features {
        participle: if is_participle { voice() } else { None },
        case: known("Case", &CASES),
        number: known("Number", &NUMBERS),
        gender: known("Gender", &GENDERS),
        animacy: known("Animacy", &ANIMACIES),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms_of(word: &str, lemma: &str) -> Vec<String> {
        let all = paradigms(word);
        let paradigm = all.iter().find(|paradigm| paradigm.lemma == lemma).unwrap();
        paradigm.forms().into_iter().map(|form| form.text).collect()
    }

    #[test]
    fn a_word_has_all_its_forms() {
        let forms = forms_of("мобилизация", "мобилизация");
        for form in ["мобилизации", "мобилизацию", "мобилизаций", "мобилизациям"]
        {
            assert!(forms.contains(&form.to_owned()), "{form}: {forms:?}");
        }
    }

    #[test]
    fn participles_of_a_verb_are_words_of_their_own() {
        let forms = forms_of("осуждённый", "осудить");
        assert!(forms.contains(&"осужденными".to_owned()), "{forms:?}");
        assert!(!forms.iter().any(|form| form.starts_with("осудивш")), "{forms:?}");
    }

    #[test]
    fn a_name_is_known_as_one_and_a_guess_as_a_guess() {
        assert!(paradigms("Владимир")[0].is_name);
        assert!(paradigms("мобилизация")[0].is_known);
        assert!(!paradigms("Кавано")[0].is_known);
    }
}
