//! Units that translators convert: miles and kilometres, pounds and kilograms, months and years.

use crate::model::Language;

/// What is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Dimension {
    Length,
    Mass,
    Area,
    Volume,
    Duration,
    Temperature,
}

/// A unit, by its size in the base unit of its dimension.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Unit {
    dimension: Dimension,
    size: f64,
}

/// Converted values are rounded: they may differ by this share.
const ROUNDING: f64 = 0.2;

impl Unit {
    /// Whether heights are told in it and a smaller one: feet, metres.
    pub(super) fn has_smaller(self) -> bool {
        self.dimension == Dimension::Length
            && (0.3..=1.0).contains(&self.size)
            && self.size != 0.9144
    }

    /// Whether it is such a smaller one: inches, centimetres.
    pub(super) fn is_smaller(self) -> bool {
        self.dimension == Dimension::Length && self.size < 0.3
    }

    /// Whether `amount` of this unit is about `other_amount` of another.
    pub(super) fn converts(self, amount: f64, other: Self, other_amount: f64) -> bool {
        if self.dimension != other.dimension || self.size == other.size {
            return false;
        }
        if self.dimension == Dimension::Temperature {
            return is_fahrenheit(amount, other_amount) || is_fahrenheit(other_amount, amount);
        }
        let (one, two) = (amount * self.size, other_amount * other.size);
        (one - two).abs() <= ROUNDING * one.max(two)
    }
}

/// Whether so many degrees Celsius are about so many degrees Fahrenheit.
fn is_fahrenheit(celsius: f64, fahrenheit: f64) -> bool {
    const ROUNDING: f64 = 4.0;
    (celsius * 9.0 / 5.0 + 32.0 - fahrenheit).abs() <= ROUNDING
}

/// Russian words or stems (with `*`), English words, the dimension, the size.
const UNITS: &[(&str, &str, Dimension, f64)] = &[
    ("км километр*", "km kilometer kilometers kilometre kilometres", Dimension::Length, 1000.0),
    ("м метр метра метров метре метрах", "m meter meters metre metres", Dimension::Length, 1.0),
    ("см сантиметр*", "cm centimeter centimeters centimetre centimetres", Dimension::Length, 0.01),
    ("миля мили миль милю милях миле", "mile miles mi mph", Dimension::Length, 1609.0),
    ("фут фута футов футах", "foot feet ft", Dimension::Length, 0.3048),
    ("дюйм*", "inch inches in", Dimension::Length, 0.0254),
    ("ярд*", "yard yards yd", Dimension::Length, 0.9144),
    ("кг килограмм*", "kg kilo kilos kilogram kilograms", Dimension::Mass, 1.0),
    ("тонн*", "ton tons tonne tonnes", Dimension::Mass, 1000.0),
    ("фунт*", "pound pounds lb lbs", Dimension::Mass, 0.4536),
    ("унци*", "ounce ounces oz", Dimension::Mass, 0.02835),
    ("гектар* га", "hectare hectares ha", Dimension::Area, 10_000.0),
    ("акр акра акров", "acre acres", Dimension::Area, 4047.0),
    ("литр*", "liter liters litre litres", Dimension::Volume, 1.0),
    ("галлон*", "gallon gallons", Dimension::Volume, 3.785),
    ("градус* цельси*", "c celsius", Dimension::Temperature, 1.0),
    ("фаренгейт*", "degrees degree f fahrenheit", Dimension::Temperature, 2.0),
    ("час часа часов", "hour hours", Dimension::Duration, 1.0),
    ("день дня дней сутки суток", "day days", Dimension::Duration, 24.0),
    ("неделя недели недель неделю", "week weeks", Dimension::Duration, 168.0),
    ("месяц месяца месяцев", "month months", Dimension::Duration, 730.0),
    ("год года лет", "year years", Dimension::Duration, 8760.0),
];

/// The unit that a folded word names.
pub(super) fn unit(folded: &str, language: Language) -> Option<Unit> {
    let names = |words: &str| {
        words.split(' ').any(|word| match word.strip_suffix('*') {
            Some(stem) => folded.starts_with(stem),
            None => folded == word,
        })
    };
    let (.., dimension, size) = UNITS.iter().find(|(russian, english, ..)| match language {
        Language::Russian => names(russian),
        Language::English => names(english),
    })?;
    Some(Unit { dimension: *dimension, size: *size })
}
