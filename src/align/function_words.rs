//! Words too common to be evidence. The build script reads this file, too.

use std::sync::OnceLock;

use rustc_hash::FxHashSet;

/// Whether a folded word is too common to be evidence.
pub(crate) fn is_function_word(word: &str) -> bool {
    function_words().contains(word)
}

/// Whether capitals make an abbreviation that in lower case would be a function word: `US`, `IT`.
pub(super) fn is_abbreviation(word: &str) -> bool {
    word.len() > 1
        && word.bytes().all(|byte| byte.is_ascii_uppercase())
        && is_function_word(&word.to_ascii_lowercase())
}

fn function_words() -> &'static FxHashSet<&'static str> {
    static WORDS: OnceLock<FxHashSet<&str>> = OnceLock::new();
    WORDS.get_or_init(|| {
        let lines =
            include_str!("function_words.txt").lines().filter(|line| !line.starts_with('#'));
        lines.flat_map(str::split_whitespace).collect()
    })
}
