//! Names by sound: «Волгоград» and `Volgograd` get the same key.
//!
//! A key is the consonants of a word in a small common alphabet, doubled ones once, vowels and
//! signs dropped. English spelling is ambiguous (`g`, `h`, `ch`, `w`), so an English word has
//! several keys; a Russian word has one with its ending and one without. The classes follow the
//! practical transcription of English and other names into Russian.

/// Longest list of keys that one English word gives.
const MOST_KEYS: usize = 12;

/// The keys of a folded Russian word and of its stem.
pub(super) fn russian_keys(word: &str, stem: &str) -> Vec<String> {
    let mut keys = vec![russian_key(word), russian_key(stem)];
    if let Some(root) = stem.strip_suffix("ск") {
        keys.push(russian_key(root));
    }
    keys.sort();
    keys.dedup();
    keys.retain(|key| !key.is_empty());
    keys
}

fn russian_key(word: &str) -> String {
    let mut letters = word.chars().peekable();
    let codes = std::iter::from_fn(|| {
        let letter = letters.next()?;
        // `дж`, `тч` and `тс` are one sound, that of the second.
        let is_drawn =
            matches!((letter, letters.peek()), ('д', Some('ж')) | ('т', Some('ч' | 'с')));
        Some(if is_drawn { "" } else { russian_code(letter) })
    });
    collapse(codes)
}

fn russian_code(letter: char) -> &'static str {
    match letter {
        'б' => "B",
        'п' => "P",
        'в' | 'ф' => "F",
        'г' | 'х' => "G",
        'к' => "K",
        'д' => "D",
        'т' => "T",
        'с' | 'з' | 'ц' => "S",
        'ж' | 'ш' | 'щ' | 'ч' => "C",
        'л' => "L",
        'м' => "M",
        'н' => "N",
        'р' => "R",
        _ => "",
    }
}

/// The keys of a folded English word, one for each way it may sound.
pub(super) fn english_keys(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.strip_suffix("'s").unwrap_or(word).chars().collect();
    let mut keys: Vec<Vec<&'static str>> = vec![Vec::new()];
    let mut at = 0;
    while at < letters.len() {
        let (length, sounds) = english_sounds(&letters[at..]);
        at += length;
        keys = spread(&keys, sounds);
    }
    let mut keys: Vec<String> = keys.into_iter().map(|key| collapse(key.into_iter())).collect();
    keys.sort();
    keys.dedup();
    keys.retain(|key| !key.is_empty());
    keys
}

/// Every key so far with every sound added, as many as [`MOST_KEYS`] allows.
fn spread(keys: &[Vec<&'static str>], sounds: &[&'static str]) -> Vec<Vec<&'static str>> {
    let kept = if keys.len() * sounds.len() > MOST_KEYS { &sounds[..1] } else { sounds };
    let extended = |key: &Vec<&'static str>, sound: &'static str| {
        let mut key = key.clone();
        key.push(sound);
        key
    };
    keys.iter().flat_map(|key| kept.iter().map(move |sound| extended(key, sound))).collect()
}

/// How many letters the next sound takes, and what it may be.
fn english_sounds(rest: &[char]) -> (usize, &'static [&'static str]) {
    let next = rest.get(1).copied().unwrap_or(' ');
    let soft = matches!(next, 'e' | 'i' | 'y');
    match (rest[0], next) {
        ('t', 'c') if rest.get(2) == Some(&'h') => (3, &["C"]),
        ('s', 'c') if rest.get(2) == Some(&'h') => (3, &["C"]),
        ('c', 'h') => (2, &["C", "G", "K"]),
        ('s', 'h') | ('z', 'h') => (2, &["C"]),
        ('k', 'h') => (2, &["G"]),
        ('g', 'h') => (2, &["G", ""]),
        ('p', 'h') => (2, &["F"]),
        ('t', 'h') => (2, &["T", "F", "S"]),
        ('w', 'h') => (2, &["F", ""]),
        ('t', 's') => (2, &["S"]),
        ('d', 'g') | ('d', 'j') => (2, &["C"]),
        ('c', 'k') => (2, &["K"]),
        ('c', _) if soft => (1, &["S", "C"]),
        ('c' | 'q' | 'k', _) => (1, &["K"]),
        ('g', _) if soft => (1, &["G", "C"]),
        ('g', _) => (1, &["G"]),
        ('h', _) => (1, &["G", ""]),
        ('j', _) => (1, &["C", "", "G"]),
        ('x', _) => (1, &["KS"]),
        ('b', _) => (1, &["B"]),
        ('p', _) => (1, &["P"]),
        ('v' | 'f', _) => (1, &["F"]),
        ('w', _) => (1, &["F", ""]),
        ('d', _) => (1, &["D"]),
        ('t', _) => (1, &["T"]),
        ('s' | 'z', _) => (1, &["S"]),
        ('l', _) => (1, &["L"]),
        ('m', _) => (1, &["M"]),
        ('n', _) => (1, &["N"]),
        ('r', _) => (1, &["R"]),
        _ => (1, &[""]),
    }
}

fn collapse(codes: impl Iterator<Item = &'static str>) -> String {
    let mut key = String::new();
    for code in codes.flat_map(str::chars) {
        if !key.ends_with(code) {
            key.push(code);
        }
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::stem;

    fn alike(russian: &str, english: &str) -> bool {
        let keys = english_keys(english);
        russian_keys(russian, &stem::russian(russian)).iter().any(|key| keys.contains(key))
    }

    #[test]
    fn names_in_both_scripts_share_a_key() {
        for (russian, english) in [
            ("волгограде", "volgograd"),
            ("уоррен", "warren"),
            ("хьюстона", "houston"),
            ("джорджу", "george"),
            ("чикаго", "chicago"),
            ("шекспиром", "shakespeare"),
            ("тбилиси", "tbilisi"),
            ("верхнему", "verkhny"),
            ("иванов", "ivanov"),
            ("вашингтоном", "washington"),
            ("калифорнийского", "california"),
            ("щукин", "shchukin"),
        ] {
            assert!(alike(russian, english), "{russian} {english}");
        }
    }

    #[test]
    fn other_names_do_not() {
        assert!(!alike("волгоград", "belgrade"));
        assert!(!alike("берлин", "london"));
    }
}
