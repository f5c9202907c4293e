//! Segments that are only cries and particles: «Ну вот!», «— Гм». Another language has them in the
//! tone of what stands beside.

use crate::{align::is_function_word, text::words::words};

/// More words than that say something together.
const MOST: usize = 4;

/// Function words that are an answer by themselves.
const ANSWERS: [&str; 8] = ["да", "не", "нет", "ни", "yes", "no", "not", "nor"];

const CRIES: [&str; 28] = [
    "а", "ага", "ай", "ах", "ба", "гм", "ж", "же", "ишь", "м", "мм", "ну", "о", "ой", "ох", "ух",
    "фу", "ха", "хм", "эй", "эх", "э", "ah", "eh", "hm", "oh", "ugh", "well",
];

/// Whether a text has nothing but a few words that mean little by themselves.
pub(super) fn says_little(text: &str) -> bool {
    let mut count = 0;
    let mut all = words(text).inspect(|_| count += 1);
    let is_empty =
        |word: &str| !ANSWERS.contains(&word) && (CRIES.contains(&word) || is_function_word(word));
    let says_nothing = all.all(|word| word.folded().split('-').all(is_empty));
    says_nothing && (1..=MOST).contains(&count)
}

#[cfg(test)]
mod tests {
    use super::says_little;

    #[test]
    fn cries_and_particles_say_little() {
        for (text, expected) in [
            ("— Ну вот!", true),
            ("– А?", true),
            ("Ну что ж…", true),
            ("— Гм.", true),
            ("— Нет.", false),
            ("— Да!", false),
            ("Мне отказали.", false),
            ("Что суд?", false),
            ("", false),
        ] {
            assert_eq!(says_little(text), expected, "{text}");
        }
    }
}
