//! Numbers, dates and names of a text and its translation, and which of them stand for one another:
//! what an editor compares first.
//!
//! [`facts`] finds them by what the checks know of quantities and names, in linear time. It is no
//! check: it says what is there, whoever may be right.

mod dates;
mod joined;
mod names;
mod numbers;

use std::{collections::HashMap, ops::Range};

use schemars::JsonSchema;
use serde::Serialize;

use crate::{
    glossary::Glossary,
    model::Direction,
    text::quantities::{Quantity, quantities},
};

/// What kind of fact it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum FactKind {
    /// A number.
    Number,
    /// A date, a month, a day of the week, a time.
    Date,
    /// A person's or a place's name.
    Name,
}

impl FactKind {
    fn is_name(self) -> bool {
        self == Self::Name
    }
}

/// A number, a date or a name of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// What kind of fact it is.
    pub kind: FactKind,
    /// The number that it has in common with what stands for it on the other side, from 1; nothing
    /// where the other side has nothing like it.
    pub number: Option<usize>,
}

/// The facts of the Russian and of the English text, each in order; numbers count through the
/// original.
#[must_use]
pub fn facts(texts: [&str; 2], direction: Direction, glossary: &Glossary) -> [Vec<Fact>; 2] {
    let found = quantities_of(texts);
    let dates = dates::pairs(texts, [&found[0], &found[1]]);
    let numbers = numbers::pairs(texts, [&found[0], &found[1]], &dates);
    let names = names::pairs(texts, [&found[0], &found[1]], glossary);
    let sides = joined::joined(texts, in_order([dates.mentions, numbers, names]));
    numbered(sides, direction)
}

fn quantities_of([russian, english]: [&str; 2]) -> [Vec<Quantity>; 2] {
    use crate::model::Language::{English, Russian};
    [quantities(russian, Russian), quantities(english, English)]
}

/// A fact before it is numbered: those of one class stand for one another.
#[derive(Debug, Clone)]
struct Mention {
    range: Range<usize>,
    kind: FactKind,
    class: Option<usize>,
}

/// Where in a list of so many a counterpart is looked for: the two texts tell things in much the
/// same order, and each is compared with so many only.
fn near(at: usize, own: usize, others: usize) -> Range<usize> {
    const REACH: usize = 32;
    let middle = at * others / own.max(1);
    middle.saturating_sub(REACH)..(middle + REACH).min(others)
}

/// The mentions of several lists in one, in the order of the text; their classes stay apart.
fn in_order<const LISTS: usize>(lists: [[Vec<Mention>; 2]; LISTS]) -> [Vec<Mention>; 2] {
    let mut sides: [Vec<Mention>; 2] = [Vec::new(), Vec::new()];
    for (list, mentions) in lists.into_iter().enumerate() {
        for (side, mentions) in sides.iter_mut().zip(mentions) {
            side.extend(mentions.into_iter().map(|mention| Mention {
                class: mention.class.map(|class| class * LISTS + list),
                ..mention
            }));
        }
    }
    for side in &mut sides {
        side.sort_by_key(|mention| mention.range.start);
    }
    sides
}

/// Numbers the classes through the original.
fn numbered(sides: [Vec<Mention>; 2], direction: Direction) -> [Vec<Fact>; 2] {
    let mut numbers = HashMap::new();
    let (original, _) = direction.roles((&sides[0], &sides[1]));
    for class in original.iter().filter_map(|mention| mention.class) {
        let next = numbers.len() + 1;
        numbers.entry(class).or_insert(next);
    }
    let fact = |mention: Mention| Fact {
        number: mention.class.and_then(|class| numbers.get(&class).copied()),
        range: mention.range,
        kind: mention.kind,
    };
    sides.map(|side| side.into_iter().map(fact).collect())
}

#[cfg(test)]
mod tests;
