//! Whether a passage of the English side is in another language that uses Latin letters.
//!
//! Told by the commonest words alone: a passage that has several of another language and hardly
//! any of English is foreign. Transliterated Russian counts as a language of its own.

use std::sync::OnceLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::text::words::words;

/// A line a language, its commonest words; English first.
const COMMONEST: &[&str] = &[
    "the of and to in is it that for on with as was at be by this have from or had not but are \
     were they we you he she his her their our your its an all can will would which who what when \
     where how them there been has my me if so no do did out up about into than then some only",
    "der die das und ist nicht ein eine einen dem den des zu von mit sich auf für im er sie es wir \
     ich hat haben wurde war auch nach bei aus als wie wenn über noch nur aber oder zum zur dass \
     sind man kein mehr ihm ihr durch wird werden",
    "le la les des et est une un dans que qui pour pas sur au aux du ne il elle nous vous ils ce \
     cette son sa ses par plus avec sont mais ou où été était comme tout je se en de à leur",
    "el la los las de que y en un una por con no se su para es del al lo como más pero sus le ya \
     fue este sí porque esta son entre cuando muy sin sobre también me hasta hay donde había",
    "il di che è la un una per con non si sono da come le dei nel alla più anche della ma i gli al \
     lo delle se ha questo questa era essere stato dal nella su suo sua loro cui",
    "i v na ne chto kak s so po k on ona ony oni my ya vy eto etot eta byl byla bylo byli iz za ot \
     u dlya no ego ee yego ikh ih kotoryy kotoraya kotorye kogda ili uzhe tolko do pri mne nas nam \
     vam ey emu tak zhe by esli to vse gde potom tam zdes",
];

/// A passage of fewer words tells nothing.
const FEWEST: usize = 4;

/// So many of its words must be among the commonest of another language, and no fewer than so many
/// times as many as among those of English.
const SHARE: f64 = 0.2;
const TIMES: usize = 2;

/// Whether `prose` is surely not English.
pub(super) fn is_foreign(prose: &str) -> bool {
    let (mut total, mut hits) = (0_usize, vec![0_usize; COMMONEST.len()]);
    for word in words(prose).filter(|word| word.text.chars().all(char::is_alphabetic)) {
        total += 1;
        for &language in table().get(word.folded().as_str()).into_iter().flatten() {
            hits[language] += 1;
        }
    }
    let (english, others) = (hits[0], hits[1..].iter().copied().max().unwrap_or(0));
    total >= FEWEST
        && others >= 2
        && others >= english * TIMES
        && others as f64 >= SHARE * total as f64
}

fn table() -> &'static FxHashMap<&'static str, FxHashSet<usize>> {
    static TABLE: OnceLock<FxHashMap<&str, FxHashSet<usize>>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table: FxHashMap<&str, FxHashSet<usize>> = FxHashMap::default();
        for (language, words) in COMMONEST.iter().enumerate() {
            for word in words.split_whitespace() {
                table.entry(word).or_default().insert(language);
            }
        }
        table
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_is_told_from_its_neighbours_and_from_russian_in_latin_letters() {
        for foreign in [
            "Der Zug kam erst nach Mitternacht, und niemand wartete auf uns.",
            "Nous avons attendu le train, mais il n'est pas venu.",
            "La carta llegó por la mañana y no decía nada de los niños.",
            "My zhdali poezd do utra, no on tak i ne prishel.",
        ] {
            assert!(is_foreign(foreign), "{foreign}");
        }
        for english in [
            "The train came only after midnight, and nobody was waiting for us.",
            "He sang \"La donna è mobile\" all the way to the station.",
            "Install nginx 1.25, then run make.",
            "Rue de la Paix 12",
            "Vera, Nadezhda and Lyubov",
        ] {
            assert!(!is_foreign(english), "{english}");
        }
    }
}
