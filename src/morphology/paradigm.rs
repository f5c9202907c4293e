//! Paradigms: all forms of a word with their case, number, gender and animacy.

use rumorph::{Analysis, Dictionary, Source, UdTag};

use super::dictionary;
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

/// A word that a text form may belong to, with all its forms.
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
    /// All its forms.
    pub forms: Vec<Form>,
}

impl Paradigm {
    /// Whether the form that was asked for names the word.
    #[must_use]
    pub fn has_nominative(&self) -> bool {
        self.readings.iter().any(Features::is_nominative)
    }
}

/// The paradigms that `word` may stand in, the likeliest first.
#[must_use]
pub fn paradigms(word: &str) -> Vec<Paradigm> {
    let Some(dictionary) = dictionary() else { return Vec::new() };
    let mut found: Vec<(Analysis, Paradigm)> = Vec::new();
    for analysis in dictionary.analyze(word) {
        let Some(tag) = dictionary.ud_tag(analysis.ud) else { continue };
        let reading = features(tag);
        let same = found.iter_mut().find(|(first, _)| is_same_word(first, &analysis, dictionary));
        match same {
            Some((_, paradigm)) => {
                paradigm.likelihood += analysis.prob;
                paradigm.readings.push(reading);
            }
            None => {
                let paradigm = Paradigm {
                    lemma: fold(&analysis.lemma),
                    part_of_speech: part_of_speech(tag),
                    is_name: tag.pos() == "PROPN",
                    is_known: analysis.source != Source::Guess,
                    likelihood: analysis.prob,
                    readings: vec![reading],
                    forms: Vec::new(),
                };
                found.push((analysis, paradigm));
            }
        }
    }
    let with_forms = |(analysis, mut paradigm): (Analysis, Paradigm)| {
        paradigm.forms = forms(dictionary, &analysis, paradigm.part_of_speech);
        paradigm
    };
    let mut paradigms: Vec<Paradigm> = found.into_iter().map(with_forms).collect();
    paradigms.sort_by(|a, b| b.likelihood.total_cmp(&a.likelihood));
    paradigms
}

fn is_same_word(first: &Analysis, other: &Analysis, dictionary: &Dictionary) -> bool {
    let part = |analysis: &Analysis| dictionary.ud_tag(analysis.ud).map(part_of_speech);
    let table = |analysis: &Analysis| analysis.entry.map(|entry| entry.table);
    first.lemma == other.lemma && part(first) == part(other) && table(first) == table(other)
}

/// The forms of the word; a verb's participles are words of their own here.
fn forms(dictionary: &Dictionary, analysis: &Analysis, part: PartOfSpeech) -> Vec<Form> {
    let all = dictionary.forms(analysis);
    let own = all.iter().filter_map(|form| {
        let tag = dictionary.ud_tag(form.ud)?;
        let is_own = part_of_speech(tag) == part && tag.feat("Variant") != Some("Short");
        is_own.then(|| Form { text: fold(&form.word), features: features(tag) })
    });
    own.collect()
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
    Features {
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
        paradigm.forms.iter().map(|form| form.text.clone()).collect()
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
    fn a_name_is_known_as_one_and_a_guess_as_a_guess() {
        assert!(paradigms("Владимир")[0].is_name);
        assert!(paradigms("мобилизация")[0].is_known);
        assert!(!paradigms("Кавано")[0].is_known);
    }
}
