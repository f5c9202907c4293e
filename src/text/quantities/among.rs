//! The quantities of one text, asked for by each of another.

use rustc_hash::FxHashMap;

use super::{quantity::Quantity, reading::Reading};

/// The quantities of one text; of many, only those are compared that may mean the same.
#[derive(Debug)]
pub struct Among<'a> {
    all: &'a [Quantity],
    index: Option<Index>,
}

/// So few are compared one by one.
const FEW: usize = 32;

/// Where the quantities stand in the list.
#[derive(Debug, Default)]
struct Index {
    by_reading: FxHashMap<Reading, Vec<usize>>,
    /// Those with a unit, which may be converted.
    measured: Vec<usize>,
}

impl<'a> Among<'a> {
    /// Those of a text.
    #[must_use]
    pub fn of(all: &'a [Quantity]) -> Self {
        Self { all, index: (all.len() > FEW).then(|| Index::of(all)) }
    }

    /// Whether a quantity has an equal among them, as one number or as several.
    #[must_use]
    pub fn has(&self, quantity: &Quantity) -> bool {
        let is_part = |other: &Quantity| other.has_part(quantity);
        self.any(quantity, |other| quantity.agrees(other) || is_part(other))
            || quantity.is_in_parts(|part| {
                self.any(quantity, |other| other.readings.contains(&Reading::Number(*part)))
            })
    }

    /// Whether one of those that may mean the same as a quantity, in part or in whole, is so.
    pub fn any(&self, quantity: &Quantity, is: impl Fn(&Quantity) -> bool) -> bool {
        let Some(index) = &self.index else { return self.all.iter().any(is) };
        let alike = quantity.meanings().filter_map(|meaning| index.by_reading.get(&meaning));
        let measured = quantity.unit.map(|_| &index.measured);
        alike.chain(measured).flatten().filter_map(|&at| self.all.get(at)).any(is)
    }
}

impl Index {
    fn of(all: &[Quantity]) -> Self {
        let mut index = Self::default();
        for (at, quantity) in all.iter().enumerate() {
            for meaning in quantity.meanings() {
                index.by_reading.entry(meaning).or_default().push(at);
            }
            index.measured.extend(quantity.unit.map(|_| at));
        }
        index
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{model::Language, text::quantities::quantities};

    #[test]
    fn among_many_the_same_is_found_as_among_few() {
        let many: Vec<String> = (100..200).map(|number| format!("{number};")).collect();
        let text = format!("{} 7 km, 3:30 p.m., 6 300, in May", many.join(" "));
        let all = quantities(&text, Language::English);
        let among = Among::of(&all);
        assert!(among.index.is_some());
        for (russian, is_there) in [
            ("150", true),
            ("250", false),
            ("7000 метров", true),
            ("9000 метров", false),
            ("15:30", true),
            ("16:30", false),
            ("шесть и триста", true),
            ("в мае", true),
            ("в июне", false),
        ] {
            let asked = quantities(russian, Language::Russian);
            let found = asked.iter().all(|one| among.has(one));
            let one_by_one = asked
                .iter()
                .all(|one| all.iter().any(|other| Among::of(std::slice::from_ref(other)).has(one)));
            assert_eq!(found, is_there, "{russian}");
            assert_eq!(found, one_by_one, "{russian}");
        }
    }
}
