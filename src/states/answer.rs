//! Whether a translation says already what its original says now.
//!
//! The words, numbers and names that came into the original and those that left it are looked for
//! in the translation, through the lexicon, by sound and by value. What came and is there, or left
//! and is not, asks for nothing; what came and is missing, or left and still stands, does.

use super::{
    spare::Spare,
    terms::{Rendering, Term, Terms, Trust},
};
use crate::{
    align::are_synonyms,
    model::{Grade, Language},
    text::{
        change::is_negation,
        quantities::{Quantity, quantities},
        settled::{Settled, Topic},
        words::words,
    },
};

/// So many known words that came and that nothing renders are no matter of words.
const ENOUGH_MISSING: usize = 2;

/// Words that a word of the other language may be put by: `preflight`, «предварительная проверка».
const PUT_BY: usize = 2;

/// What a translation makes of a change of its original.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// It says what the original says now.
    Said,
    /// The change may be one of words only: nothing shows that the translation lacks it.
    Reworded,
    /// The same words in other forms or another order.
    Inflected,
    /// It lacks what came, or still has what left.
    Lacking,
}

/// A text of the leading side before and after, and the translation of it.
#[derive(Debug, Clone, Copy)]
pub struct Edited<'a> {
    /// What the leading side said.
    pub was: &'a str,
    /// What it says.
    pub now: &'a str,
    /// What the other side says.
    pub translation: &'a str,
    /// The language of the leading side.
    pub leading: Language,
    /// Whether the translation was changed alone before: the original may have followed it.
    pub is_ahead: bool,
    /// Whether whoever changed the original worked on the translation in the same commit.
    pub is_seen: bool,
}

impl Edited<'_> {
    /// All that is known of the change, and what `find` makes of that, which was found out before where
    /// it is settled.
    pub(super) fn number(
        &self,
        topic: Topic,
        grade: Grade,
        settled: &Settled,
        find: impl FnOnce() -> u16,
    ) -> u16 {
        let Self { was, now, translation, leading, is_ahead, is_seen } = *self;
        let rest = [leading as u8, u8::from(is_ahead), u8::from(is_seen), grade as u8];
        let texts = [was.as_bytes(), now.as_bytes(), translation.as_bytes(), &rest];
        settled.number(topic, &texts, find)
    }
}

/// What the translation makes of the change.
#[must_use]
pub fn answer(edited: &Edited<'_>) -> Answer {
    let mut balance = Balance::default();
    balance.weigh_numbers(edited);
    balance.weigh_negation(edited);
    balance.weigh_words(edited);
    balance.answer(edited)
}

/// Whether it is plain that the translation lacks what came into the original: nothing left it, or
/// most of it stayed and a fact or several words came, or one for another that still stands.
#[must_use]
pub fn lacks_plainly(edited: &Edited<'_>, settled: &Settled) -> bool {
    let find = || u16::from(lacks(edited));
    edited.number(Topic::Plainness, Grade::Wording, settled, find) == 1
}

fn lacks(edited: &Edited<'_>) -> bool {
    let mut balance = Balance::default();
    balance.weigh_numbers(edited);
    balance.weigh_words(edited);
    let (was, now) = (Terms::of(edited.was, edited.leading), Terms::of(edited.now, edited.leading));
    let told = |terms: &Terms| terms.0.iter().filter(|term| !term.is_weak).count();
    let left = was.without(&now).filter(|term| !term.is_weak).count();
    let came = now.without(&was).filter(|term| !term.is_weak).count();
    let missing = balance.missing + balance.missing_facts;
    let most_stayed = 2 * left <= told(&was);
    let is_replaced = balance.kept > 0 && missing > 0 && came <= left + 1;
    match left {
        0 => missing > 0,
        _ if !most_stayed => false,
        _ => balance.missing_facts > 0 || missing >= MANY_MISSING || is_replaced,
    }
}

/// Whether a translation renders a word of a text, or has one of its numbers: it may be of it.
#[must_use]
pub fn may_render(text: &str, translation: &str, leading: Language) -> bool {
    let there = Rendering::of(translation, leading);
    let renders =
        Terms::of(text, leading).0.iter().any(|term| !term.is_weak && there.renders(term));
    let numbers = quantities(translation, translated(leading));
    let counts = |number: &Quantity| numbers.iter().any(|other| is_same(other, number));
    renders || quantities(text, leading).iter().any(counts)
}

/// So many words that came and that nothing renders are more than another way to say it.
const MANY_MISSING: usize = 3;

/// Whether the translation renders the text as it is clearly better than the text as it was, and
/// each of its numbers: the translation was changed first.
pub(super) fn is_answered(edited: &Edited<'_>) -> bool {
    let share = |text: &str| rendered_share(text, edited);
    let now = share(edited.now);
    now >= MOSTLY && now >= share(edited.was) + CLEARLY && has_numbers(edited)
}

/// This share of the words of a text must be rendered, and so much more than of another.
const MOSTLY: f64 = 0.5;
const CLEARLY: f64 = 0.25;

/// The share of the words of a text of the leading side that the translation renders.
fn rendered_share(text: &str, edited: &Edited<'_>) -> f64 {
    let there = Rendering::of(edited.translation, edited.leading);
    let terms = Terms::of(text, edited.leading);
    let telling: Vec<&Term> = terms.0.iter().filter(|term| !term.is_weak).collect();
    let rendered = telling.iter().filter(|term| there.renders(term)).count();
    rendered as f64 / telling.len().max(1) as f64
}

fn has_numbers(edited: &Edited<'_>) -> bool {
    let there = quantities(edited.translation, translated(edited.leading));
    let now = quantities(edited.now, edited.leading);
    now.iter().all(|number| there.iter().any(|other| is_same(other, number)))
}

/// What speaks for and against a translation.
#[derive(Debug, Default)]
struct Balance {
    /// What came and is there, and what left and is not.
    answered: usize,
    /// Words that came and are missing.
    missing: usize,
    /// Words that left and still stand.
    kept: usize,
    /// Numbers, words of the other language and negations that left and still stand.
    kept_facts: usize,
    /// Those that came and are there.
    met_facts: usize,
    /// Those that came and are missing.
    missing_facts: usize,
    /// Those that left and are gone.
    gone_facts: usize,
    /// Words that came and of which nothing is known.
    unknown: usize,
    /// Words that left, likewise.
    unknown_before: usize,
    /// How many words there are now that tell anything.
    telling: usize,
}

impl Balance {
    fn answer(&self, edited: &Edited<'_>) -> Answer {
        let words = self.missing + self.kept;
        let open = words + self.kept_facts + self.missing_facts;
        let answered = self.answered + self.gone_facts;
        if edited.is_ahead && answered > open {
            return Answer::Said;
        }
        // A translation that never had the fact that left has no need of the one that came.
        let is_apart = words + self.kept_facts == 0 && self.gone_facts > 0;
        match (open, self.unknown, answered) {
            (0, 0, 1..) => Answer::Said,
            (0, 0, 0) if self.unknown_before == 0 => Answer::Inflected,
            (0, ..) => Answer::Reworded,
            (1, ..) if words == 1 && self.met_facts > 0 => Answer::Reworded,
            _ if is_apart => Answer::Said,
            _ if self.kept_facts + self.missing_facts == 0 && !self.is_telling(edited) => {
                Answer::Reworded
            }
            _ if self.is_open_in_words(edited) => self.answer_by_spare(edited),
            _ => Answer::Lacking,
        }
    }

    /// Whether nothing but Russian words that came is missing.
    const fn is_open_in_words(&self, edited: &Edited<'_>) -> bool {
        let facts = self.kept_facts + self.missing_facts;
        matches!(edited.leading, Language::Russian) && self.kept + facts == 0 && self.missing > 0
    }

    /// Whether other words of the translation may render those that are missing.
    fn answer_by_spare(&self, edited: &Edited<'_>) -> Answer {
        let Spare { new, free } = Spare::of(edited);
        match self.missing {
            missing if missing > free => Answer::Lacking,
            missing if new >= missing => Answer::Said,
            _ => Answer::Reworded,
        }
    }

    /// Whether words alone show that the translation lacks something: one that left and is still
    /// rendered, or several that came. The lexicon lacks renderings of many a word.
    const fn is_telling(&self, edited: &Edited<'_>) -> bool {
        match edited.leading {
            Language::Russian => {
                let is_much = self.missing >= ENOUGH_MISSING || 3 * self.missing >= self.telling;
                self.kept > 0 || (self.missing > 0 && is_much)
            }
            // English words have more senses than the lexicon lists from that side.
            Language::English => {
                self.missing >= 2 * ENOUGH_MISSING || (self.kept > 0 && !edited.is_seen)
            }
        }
    }

    fn weigh_numbers(&mut self, edited: &Edited<'_>) {
        let other = translated(edited.leading);
        let (was, now) =
            (quantities(edited.was, edited.leading), quantities(edited.now, edited.leading));
        let there = quantities(edited.translation, other);
        let rest = without(&there, &now);
        for came in without(&now, &was) {
            self.come(there.iter().any(|number| is_same(number, came)));
        }
        for left in without(&was, &now) {
            self.leave(rest.iter().any(|number| is_same(number, left)));
        }
    }

    /// A fact came, and the translation has it or not.
    const fn come(&mut self, is_there: bool) {
        if is_there {
            self.met_facts += 1;
            self.answered += 1;
        } else {
            self.missing_facts += 1;
        }
    }

    /// A fact left, and the translation still has it or not.
    const fn leave(&mut self, is_there: bool) {
        if is_there {
            self.kept_facts += 1;
        } else {
            self.gone_facts += 1;
        }
    }

    /// A text that denies became one that does not, or the other way round.
    fn weigh_negation(&mut self, edited: &Edited<'_>) {
        let denies = |text: &str| words(text).any(|word| is_negation(&word.folded()));
        let now = denies(edited.now);
        if denies(edited.was) != now {
            let is_said = denies(edited.translation) == now;
            if now { self.come(is_said) } else { self.leave(!is_said) }
        }
    }

    fn weigh_words(&mut self, edited: &Edited<'_>) {
        let (was, now) =
            (Terms::of(edited.was, edited.leading), Terms::of(edited.now, edited.leading));
        self.telling = now.telling().count();
        let there = Rendering::of(edited.translation, edited.leading);
        let mut missing = Vec::new();
        for came in now.without(&was) {
            let is_there = !came.is_weak && there.renders(came);
            match came.trust(edited.leading) {
                Trust::Fact => self.come(is_there),
                _ if is_there => self.answered += 1,
                Trust::Known => missing.push(came),
                Trust::None => self.unknown += 1,
            }
        }
        let mut put = now.without(&was).filter(|came| !came.is_literal && !came.is_weak).count();
        for left in was.without(&now) {
            let is_there = !left.is_weak && there.renders_apart(left, &now);
            match left.trust(edited.leading) {
                // A word of the other language was put into that of the original: `route runtime`
                // became «контур маршрутизации», and the translation keeps what it had.
                Trust::Fact if is_there && put > 0 && left.is_small_word_of(edited.was) => {
                    put -= 1;
                    missing.truncate(missing.len().saturating_sub(PUT_BY));
                    self.unknown += 1;
                }
                Trust::Fact => self.leave(is_there),
                _ if is_there => self.keep(left, &mut missing),
                Trust::Known => self.answered += 1,
                Trust::None => self.unknown_before += 1,
            }
        }
        self.missing += missing.len();
    }

    /// A word that left while the translation renders it, unless another of its sense came.
    fn keep(&mut self, left: &Term, missing: &mut Vec<&Term>) {
        match missing.iter().position(|came| are_synonyms(&came.text, &left.text)) {
            Some(at) => {
                missing.remove(at);
                self.unknown += 1;
            }
            None => self.kept += 1,
        }
    }
}

/// A word that took the place of another, nothing else being changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReplacedWord {
    /// The word before, as it stood.
    pub was: String,
    /// The word now.
    pub now: String,
    /// What all forms of the word before have in common.
    pub was_stem: String,
    /// The same of the word now.
    pub now_stem: String,
}

/// The one word that took the place of another between two texts of a language.
#[must_use]
pub fn replaced_word(was: &str, now: &str, language: Language) -> Option<ReplacedWord> {
    let (was, now) = (Terms::of(was, language), Terms::of(now, language));
    let mut left = was.without(&now);
    let mut came = now.without(&was);
    match (left.next(), left.next(), came.next(), came.next()) {
        (Some(left), None, Some(came), None) => Some(ReplacedWord {
            was: left.text.clone(),
            now: came.text.clone(),
            was_stem: left.stems.first().unwrap_or(&left.text).clone(),
            now_stem: came.stems.first().unwrap_or(&came.text).clone(),
        }),
        _ => None,
    }
}

/// Whether the translation renders a word of the leading side.
pub(super) fn is_rendered(word: &str, edited: &Edited<'_>) -> bool {
    let there = Rendering::of(edited.translation, edited.leading);
    Terms::of(word, edited.leading).0.iter().any(|term| there.renders(term))
}

const fn translated(leading: Language) -> Language {
    match leading {
        Language::Russian => Language::English,
        Language::English => Language::Russian,
    }
}

/// Whether two quantities may be the same: as many, and of the same where both say of what.
fn is_same(one: &Quantity, other: &Quantity) -> bool {
    one.agrees(other) && !one.has_other_unit(other)
}

/// The quantities of `some` that agree with none of `others`, each of which serves one.
fn without<'a>(some: &'a [Quantity], others: &[Quantity]) -> Vec<&'a Quantity> {
    let mut free: Vec<&Quantity> = others.iter().collect();
    let is_left =
        |quantity: &&Quantity| match free.iter().position(|other| is_same(other, quantity)) {
            Some(at) => {
                free.swap_remove(at);
                false
            }
            None => true,
        };
    some.iter().filter(is_left).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edited<'a>(was: &'a str, now: &'a str, translation: &'a str) -> Edited<'a> {
        let leading = Language::Russian;
        Edited { was, now, translation, leading, is_ahead: false, is_seen: false }
    }

    #[test]
    fn what_is_plainly_missing() {
        for (was, now, translation) in [
            ("Данные о саде.", "Исходные данные о саде.", "Data about the garden."),
            (
                "Забор был старый и низкий.",
                "Забор был новый и низкий.",
                "The fence was old and low.",
            ),
            (
                "Калитку открывает любой садовник, живущий рядом.",
                "Калитку открывает старший садовник по письменной просьбе, живущий рядом.",
                "Any gardener who lives nearby opens the gate.",
            ),
            ("Калитку запирает Git.", "Калитку запирает Docker.", "Git locks the gate."),
        ] {
            assert!(lacks(&edited(was, now, translation)), "{now}");
        }
    }

    #[test]
    fn what_may_be_another_way_to_say_it() {
        for (was, now, translation) in [
            ("Высыпайтесь", "Избегайте недосыпа и спите крепко.", "Sleep well"),
            ("Мы, наконец, открыли сад.", "Мы открыли сад.", "We have opened the garden!"),
            ("Тема", "О чём этот пример", "Topic"),
            (
                "Разные семинары и беседы в саду.",
                "Разные семинарлар и беседы в саду.",
                "Seminars and talks in the garden.",
            ),
        ] {
            assert!(!lacks(&edited(was, now, translation)), "{now}");
        }
    }

    #[test]
    fn what_may_be_the_translation_of_a_text() {
        let leading = Language::Russian;
        assert!(may_render("Всего яблонь: 25", "Total 25", leading));
        assert!(may_render(
            "Модель выросла из неполных данных.",
            "It grew from incomplete data.",
            leading
        ));
        assert!(!may_render("Починка забора и калитки", "Documentation monitoring", leading));
    }
}
