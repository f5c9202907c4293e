//! TOML that people write: values with their places, and every mistake reported, not only the
//! first.
//!
//! The configuration and the term base are read through this; an unknown key is a mistake that
//! names the key, its line and the nearest key there is.

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use crate::model::{Message, Problem, Span};

/// A value of a TOML file with its place.
pub type Item<'text> = Spanned<DeValue<'text>>;

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed<T> {
    /// The value.
    pub value: T,
    /// Its bytes in the file.
    pub span: Span,
}

/// Parses `text`, which may begin with a byte order mark; syntax errors are reported and give
/// nothing.
pub fn parse<'text>(text: &'text str, problems: &mut Vec<Problem>) -> Option<Item<'text>> {
    let (table, errors) = DeTable::parse_recoverable(text);
    if errors.is_empty() {
        return Some(Spanned::new(table.span(), DeValue::Table(table.into_inner())));
    }
    problems.extend(errors.iter().map(|error| {
        let span = error.span().map_or(Span::at(0), Span::from);
        Problem { span, message: Message::new("toml-syntax").with("detail", error.message()) }
    }));
    None
}

/// The known one of `words` that looks most like `word`: a third of its letters may be other ones
/// or stand elsewhere (optimal string alignment), capitals aside.
#[must_use]
pub fn nearest<'a>(word: &str, words: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    let scored = words.into_iter().map(|known| (strsim::osa_distance(&word, known), known));
    let is_alike = |(distance, known): &(usize, &str)| {
        *distance <= (word.chars().count().max(known.chars().count()) / 3).max(1)
    };
    let best = scored.filter(is_alike).min_by(|one, other| {
        let alike = |known: &str| strsim::jaro_winkler(&word, known);
        one.0.cmp(&other.0).then_with(|| alike(other.1).total_cmp(&alike(one.1)))
    });
    best.map(|(_, known)| known)
}

/// A table of which only certain keys are known.
pub struct Fields<'a> {
    table: &'a DeTable<'a>,
    span: Span,
}

impl<'a> Fields<'a> {
    /// The table in `item`; its unknown keys are reported.
    pub fn of(item: &'a Item<'_>, known: &[&str], problems: &mut Vec<Problem>) -> Option<Self> {
        let fields = Self::open(item, problems)?;
        for (key, _) in fields.iter() {
            if !known.contains(&key.value) {
                problems.push(unknown(&key, known));
            }
        }
        Some(fields)
    }

    /// The table in `item`, whatever its keys.
    pub fn open(item: &'a Item<'_>, problems: &mut Vec<Problem>) -> Option<Self> {
        let span = span(item);
        match item.get_ref().as_table() {
            Some(table) => Some(Self { table, span }),
            None => {
                problems.push(wrong_type("table", item));
                None
            }
        }
    }

    /// Where the table stands; a table that only dotted keys make has no place of its own.
    #[must_use]
    pub fn span(&self) -> Span {
        self.span
    }

    /// The item of a key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&'a Item<'a>> {
        self.table.get(key)
    }

    /// All keys with their places and items, in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = (Placed<&'a str>, &'a Item<'a>)> {
        let mut entries: Vec<_> = self
            .table
            .iter()
            .map(|(key, item)| {
                let placed = Placed { value: key.get_ref().as_ref(), span: key.span().into() };
                (placed, item)
            })
            .collect();
        entries.sort_by_key(|(key, _)| key.span);
        entries.into_iter()
    }

    /// A string; anything else is reported.
    pub fn string(&self, key: &str, problems: &mut Vec<Problem>) -> Option<Placed<String>> {
        let item = self.get(key)?;
        placed_string(item).or_else(|| report(wrong_type("string", item), problems))
    }

    /// A string, or several in an array; empty where there is none.
    pub fn strings(&self, key: &str, problems: &mut Vec<Problem>) -> Vec<Placed<String>> {
        let Some(item) = self.get(key) else { return Vec::new() };
        let Some(array) = item.get_ref().as_array() else {
            return self.string(key, problems).into_iter().collect();
        };
        let string =
            |item| placed_string(item).or_else(|| report(wrong_type("string", item), problems));
        array.iter().filter_map(string).collect()
    }

    /// `true` or `false`; anything else is reported.
    pub fn boolean(&self, key: &str, problems: &mut Vec<Problem>) -> Option<bool> {
        let item = self.get(key)?;
        item.get_ref().as_bool().or_else(|| report(wrong_type("boolean", item), problems))
    }

    /// A whole number; anything else is reported.
    pub fn integer(&self, key: &str, problems: &mut Vec<Problem>) -> Option<i64> {
        let item = self.get(key)?;
        integer(item).or_else(|| report(wrong_type("integer", item), problems))
    }
}

fn unknown(key: &Placed<&str>, known: &[&str]) -> Problem {
    let message = match nearest(key.value, known.iter().copied()) {
        Some(nearest) => {
            Message::new("toml-unknown-key-nearest").with("key", key.value).with("nearest", nearest)
        }
        None => {
            Message::new("toml-unknown-key").with("key", key.value).with("known", known.join(", "))
        }
    };
    Problem { span: key.span, message }
}

impl std::fmt::Debug for Fields<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Fields").field("span", &self.span).finish_non_exhaustive()
    }
}

/// A string with its place.
#[must_use]
pub fn placed_string(item: &Item<'_>) -> Option<Placed<String>> {
    item.get_ref().as_str().map(|text| Placed { value: text.to_owned(), span: span(item) })
}

/// The bytes of an item.
#[must_use]
pub fn span(item: &Item<'_>) -> Span {
    item.span().into()
}

/// A whole number.
#[must_use]
pub fn integer(item: &Item<'_>) -> Option<i64> {
    let number = item.get_ref().as_integer()?;
    i64::from_str_radix(number.as_str(), number.radix()).ok()
}

/// The mistake of an item that is not what it should be.
#[must_use]
pub fn wrong_type(expected: &'static str, item: &Item<'_>) -> Problem {
    let message =
        Message::new(format!("toml-expected-{expected}")).with("found", item.get_ref().type_str());
    Problem { span: span(item), message }
}

fn report<T>(problem: Problem, problems: &mut Vec<Problem>) -> Option<T> {
    problems.push(problem);
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_key_names_the_nearest() {
        let mut problems = Vec::new();
        let document = parse("soruce = \"ru\"\n", &mut problems).unwrap();
        Fields::of(&document, &["source", "target"], &mut problems);
        assert_eq!(problems[0].span, Span::new(0, 6));
        assert_eq!(
            problems[0].message,
            Message::new("toml-unknown-key-nearest")
                .with("key", "soruce")
                .with("nearest", "source")
        );
    }

    #[test]
    fn every_mistake_is_reported_with_its_place() {
        let text = "source = 1\ntarget = [\"a\", 2]\n";
        let mut problems = Vec::new();
        let document = parse(text, &mut problems).unwrap();
        let fields = Fields::of(&document, &["source", "target"], &mut problems).unwrap();
        assert_eq!(fields.string("source", &mut problems), None);
        assert_eq!(fields.strings("target", &mut problems)[0].value, "a");
        assert_eq!(problems.len(), 2);
        assert_eq!(problems[0].span.of(text), "1");
    }

    #[test]
    fn a_byte_order_mark_moves_no_place() {
        let text = "\u{feff}soruce = 1\n";
        let mut problems = Vec::new();
        let document = parse(text, &mut problems).unwrap();
        Fields::of(&document, &["source"], &mut problems);
        assert_eq!(problems[0].span.of(text), "soruce");
    }

    #[test]
    fn a_syntax_error_is_reported() {
        let mut problems = Vec::new();
        assert!(parse("source = \n", &mut problems).is_none());
        assert_eq!(problems[0].message.id, "toml-syntax");
    }
}
