//! Code and template tags without what a translation rightly changes: comments, and whatever is
//! in Russian.

use std::collections::HashMap;

use crate::text::normalize::is_cyrillic;

/// The parts of a piece of code that must be alike in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Skeleton(Vec<Part>);

#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Part {
    /// Must stand in the translation, white space apart.
    Fixed(String),
    /// Has words in Russian: anything may stand in its place, and of any length.
    Free,
}

/// Lines and corners that frames are drawn with, and arrows between them.
fn is_drawn(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{21ff}' | '\u{2500}'..='\u{25ff}')
}

impl Skeleton {
    /// Of a span or a block of code: its lines without comments and fences.
    pub(super) fn of_code(code: &str) -> Self {
        Self::of(code.lines().map(without_prompt).filter_map(without_comment).map(str::to_owned))
    }

    /// Of a template tag: its quoted texts, and what stands between them.
    pub(super) fn of_template(tag: &str) -> Self {
        Self::of(quoted_apart(tag).into_iter())
    }

    fn of(texts: impl Iterator<Item = String>) -> Self {
        let part = |text: String| match text.split_whitespace().collect::<String>() {
            text if text.contains(is_cyrillic) => Part::Free,
            // A frame is as wide as the words in it.
            text if text.chars().all(is_drawn) => Part::Fixed(String::new()),
            text => Part::Fixed(without_language(&plain(&text))),
        };
        let mut parts: Vec<Part> =
            texts.map(part).filter(|part| *part != Part::Fixed(String::new())).collect();
        parts.dedup_by(|two, one| *two == Part::Free && *one == Part::Free);
        Self(parts)
    }

    /// Whether `other`, of a translation, may stand for it.
    pub(super) fn agrees(&self, other: &Self) -> bool {
        self.is_plural(other) || self.has_parts_of(other) || self.is_wrapped(other)
    }

    /// Whether the same code is cut into other lines.
    fn is_wrapped(&self, other: &Self) -> bool {
        let joined = |skeleton: &Self| -> Option<String> {
            let text = |part: &Part| match part {
                Part::Fixed(text) => Some(text.clone()),
                Part::Free => None,
            };
            let joined: String = skeleton.0.iter().map(text).collect::<Option<_>>()?;
            // A list on several lines may have a comma behind its last item.
            Some(joined.replace(",)", ")").replace(",]", "]").replace(",}", "}"))
        };
        self.0.len() != other.0.len() && joined(self).is_some_and(|one| joined(other) == Some(one))
    }

    /// Whether `other` is the plural that English makes of the name of a kind of thing:
    /// `StoragePools`. Names in small letters are those of programs.
    fn is_plural(&self, other: &Self) -> bool {
        let ([Part::Fixed(one)], [Part::Fixed(other)]) = (self.0.as_slice(), other.0.as_slice())
        else {
            return false;
        };
        let is_name = one.starts_with(|c: char| c.is_ascii_uppercase())
            && one.chars().any(|c| c.is_ascii_lowercase())
            && one.chars().all(|c| c.is_ascii_alphabetic());
        is_name && other.strip_prefix(one.as_str()).is_some_and(|end| matches!(end, "s" | "es"))
    }

    fn has_parts_of(&self, other: &Self) -> bool {
        let (mut rest, mut may_skip) = (other.0.as_slice(), false);
        for part in &self.0 {
            if *part == Part::Free {
                may_skip = true;
                continue;
            }
            let Some(at) = rest.iter().position(|other| other == part) else { return false };
            if at > 0 && !may_skip {
                return false;
            }
            (rest, may_skip) = (&rest[at + 1..], false);
        }
        may_skip || rest.is_empty()
    }

    /// How much the two have in common, from 0 to 1.
    pub(super) fn likeness(&self, other: &Self) -> f64 {
        if let ([Part::Fixed(one)], [Part::Fixed(other)]) = (self.0.as_slice(), other.0.as_slice())
        {
            return strsim::normalized_levenshtein(one, other);
        }
        let mut left: HashMap<&Part, usize> = HashMap::new();
        other.0.iter().for_each(|part| *left.entry(part).or_default() += 1);
        let mut common = 0.0;
        let mut odd: Vec<&Part> = Vec::new();
        for part in self.0.iter().filter(|part| **part != Part::Free) {
            match left.get_mut(part).filter(|count| **count > 0) {
                Some(count) => {
                    *count -= 1;
                    common += 1.0;
                }
                None => odd.push(part),
            }
        }
        let others = other.0.iter().filter(|part| left.get(part).is_some_and(|count| *count > 0));
        common += likeness_in_order(&odd, &others.collect::<Vec<_>>());
        2.0 * common / (self.0.len() + other.0.len()).max(1) as f64
    }

    /// Whether nothing of it must be alike.
    pub(super) fn is_free(&self) -> bool {
        self.0.iter().all(|part| *part == Part::Free)
    }
}

/// A line in which the two languages have one name: a sample says `lang: ru` to some and `lang: en`
/// to others.
fn without_language(line: &str) -> String {
    const CODES: [&str; 6] = ["ru", "en", "ru_RU", "en_US", "ru-RU", "en-US"];
    const KEYS: [&str; 3] = ["lang", "language", "locale"];
    let is_mark = |c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '-');
    let mut words = line.split(is_mark).filter(|word| !word.is_empty());
    let (Some(key), Some(code), None) = (words.next(), words.next(), words.next()) else {
        return line.to_owned();
    };
    let names = KEYS.contains(&key.to_lowercase().as_str()) && CODES.contains(&code);
    if names { line.replacen(code, "", 1) } else { line.to_owned() }
}

/// A line as it is compared: without its comment and white space; none where nothing of it must be
/// alike.
pub(super) fn bare_line(line: &str) -> Option<String> {
    let bare: String = without_comment(without_prompt(line))?.split_whitespace().collect();
    (!bare.is_empty() && !bare.contains(is_cyrillic)).then(|| without_language(&plain(&bare)))
}

/// What is typed in a line behind the prompt of a shell.
fn without_prompt(line: &str) -> &str {
    line.trim_start().strip_prefix("$ ").unwrap_or(line)
}

/// A line whose ellipses are points and whose rulers are of one length.
fn plain(text: &str) -> String {
    const LONGEST_RULER: usize = 4;
    let (mut plain, mut last, mut run) = (String::with_capacity(text.len()), None, 0);
    let text = text.replace('…', "...");
    // What is a variable or an escape between the ones is none between the others.
    let has_both = text.contains('"') && text.contains('\'');
    let is_text = !has_both && !text.contains(['$', '\\', '`']);
    for c in text.chars() {
        let c = if is_text && matches!(c, '\'' | '“' | '”') { '"' } else { c };
        run = if last == Some(c) { run + 1 } else { 1 };
        last = Some(c);
        if run <= LONGEST_RULER || !matches!(c, '_' | '-' | '=' | '*' | '~' | '#' | '.') {
            plain.push(c);
        }
    }
    plain
}

/// How much lines that are not equal have in common, taken in order as far as they are alike.
fn likeness_in_order(source: &[&Part], target: &[&Part]) -> f64 {
    let likeness = |one: &Part, other: &Part| match (one, other) {
        (Part::Fixed(one), Part::Fixed(other)) if one.len().max(other.len()) <= LONGEST_LINE => {
            strsim::normalized_levenshtein(one, other)
        }
        _ => 0.0,
    };
    let (mut sum, mut from) = (0.0, 0);
    for part in source.iter().take(MOST_LINES) {
        let near = target.iter().enumerate().skip(from).take(NEAR);
        let alike = near.map(|(at, other)| (at, likeness(part, other)));
        if let Some((at, likeness)) = alike.max_by(|one, other| one.1.total_cmp(&other.1))
            && likeness >= ALIKE
        {
            sum += likeness;
            from = at + 1;
        }
    }
    sum
}

/// Lines less alike than this were not made of one another.
const ALIKE: f64 = 0.6;

/// Lines of a block that are compared letter by letter, with how many of the other, and of what
/// length.
const MOST_LINES: usize = 40;
const NEAR: usize = 4;
const LONGEST_LINE: usize = 400;

/// A line of code up to its comment; none for fences and for lines that are comments.
fn without_comment(line: &str) -> Option<&str> {
    const COMMENTS: [&str; 5] = ["# ", "//", "-- ", ";; ", "<!--"];
    const TRAILING: [&str; 2] = [" # ", " // "];
    let line = line.trim();
    let is_fence = line.starts_with("```") || line.starts_with("~~~");
    let is_comment = COMMENTS.iter().any(|mark| line.starts_with(mark));
    let end = TRAILING.iter().filter_map(|mark| line.find(mark)).min().unwrap_or(line.len());
    (!is_fence && !is_comment).then_some(&line[..end])
}

/// A text cut before and after each part in quotation marks, the marks left with it.
fn quoted_apart(text: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut open: Option<char> = None;
    for c in text.chars() {
        let is_mark = matches!(c, '"' | '\'');
        if is_mark && open.is_none() {
            parts.push(String::new());
        }
        if let Some(part) = parts.last_mut() {
            part.push(c);
        }
        match open {
            None if is_mark => open = Some(c),
            Some(mark) if mark == c => {
                open = None;
                parts.push(String::new());
            }
            _ => {}
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_russian_words_may_be_translated() {
        for (russian, english) in [
            ("rm -r build # всё заново", "rm -r build # from scratch"),
            ("# Соберём.\nmake\n\n# Проверим.\nmake test", "# Build and test.\nmake\nmake test"),
            ("login: <ВАШЕ ИМЯ>\nport: 80", "login: <YOUR NAME>\nport: 80"),
            (
                "- имя: Лес\n- имя: Поле\nsize: 2",
                "- name: Forest\nwhere: far\n- name: Field\nsize: 2",
            ),
            ("```yaml\na: 1\n```", "~~~\na:  1\n~~~"),
            ("letter {…}", "letter {...}"),
            ("lang: ru\nport: 80", "lang: en\nport: 80"),
            ("from: a,\n  b\nport: 80", "from: a, b\nport: 80"),
            ("“Letters” → letters", "\"Letters\" → letters"),
            ("name: \"&c%player%\"", "name: '&c%player%'"),
            ("put(a, to=b)\nend", "put(\n  a,\n  to=b,\n)\nend"),
            ("// Соберём.\nmake", "//Build it.\nmake"),
            ("log: ______________\nlog: done", "log: ________\nlog: done"),
        ] {
            let (russian, english) = (Skeleton::of_code(russian), Skeleton::of_code(english));
            assert!(russian.agrees(&english), "{russian:?} {english:?}");
        }
    }

    #[test]
    fn code_may_not_be_changed() {
        for (russian, english) in [
            ("tables: false", "tables: fales"),
            ("make\nmake test", "make test"),
            ("login: <ВАШЕ ИМЯ>\nport: 80", "login: <YOUR NAME>\nport: 8080"),
            ("port: 80", "port: 80\nhost: a"),
            ("# имя\nsize: 2", "size: 3"),
            ("list ..", "list ..."),
            ("ls -a", "ls --a"),
            ("echo \"$HOME\"", "echo '$HOME'"),
            ("lang: ru", "lang: de"),
            ("host: ru", "host: en"),
            ("run a b\nrun c", "run a\nb run d"),
        ] {
            let (russian, english) = (Skeleton::of_code(russian), Skeleton::of_code(english));
            assert!(!russian.agrees(&english), "{russian:?} {english:?}");
        }
    }

    #[test]
    fn texts_in_templates_may_be_translated() {
        let russian = Skeleton::of_template("{% note title=\"Что это?\" level='2' %}");
        assert!(
            russian.agrees(&Skeleton::of_template("{% note title=\"What is it?\" level='2' %}"))
        );
        assert!(
            !russian.agrees(&Skeleton::of_template("{% tip title=\"What is it?\" level='2' %}"))
        );
        assert!(
            !russian.agrees(&Skeleton::of_template("{% note title=\"What is it?\" level='3' %}"))
        );
    }
}
