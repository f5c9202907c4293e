//! Units that translators convert: miles and kilometres, pounds and kilograms, months and years.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

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
    /// Money: nothing says how much of the one is so much of the other.
    Money,
}

/// Hours of a day.
const DAY: f64 = 24.0;

/// Of which system a unit is: within one, conversions are exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum System {
    Metric,
    Imperial,
    /// Verst, pood and desyatina.
    Old,
}

/// A unit, by its size in the base unit of its dimension.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Unit {
    dimension: Dimension,
    size: f64,
    system: System,
}

/// Values converted from one system to another are rounded: they may differ by this share.
const ROUNDING: f64 = 0.2;

/// Those of one system may differ by no more than what `1,83 м` leaves out.
const EXACT: f64 = 0.011;

/// A month is no exact number of days.
const CALENDAR: f64 = 0.06;

/// Degrees of which it is not said whether Celsius or Fahrenheit.
const ANY_DEGREES: f64 = 0.0;

impl Unit {
    /// Whether a number of this unit may go on with a number of `smaller` ones: metres and
    /// centimetres, pounds and ounces.
    pub(super) fn goes_on_with(self, smaller: Self) -> bool {
        self.measures_like(smaller)
            && self.dimension != Dimension::Temperature
            && self.system == smaller.system
            && smaller.size < self.size
    }

    /// The unit of the second number of `6-foot-6`.
    pub(super) fn implied(self) -> Option<Self> {
        const FOOT: f64 = 0.3048;
        let is_foot = self.dimension == Dimension::Length && self.size == FOOT;
        is_foot.then_some(Self { size: 0.0254, ..self })
    }

    /// Whether both measure the same.
    pub(super) fn measures_like(self, other: Self) -> bool {
        self.dimension == other.dimension && self.dimension != Dimension::Money
    }

    /// Whether the two are not the same unit, and measure the same, money too.
    pub(super) fn is_other(self, other: Self) -> bool {
        let is_known = self.size != ANY_DEGREES && other.size != ANY_DEGREES;
        self.dimension == other.dimension && is_known && self.size != other.size
    }

    /// Whether it is the hundredth of other money: a kopeck, a cent.
    pub(super) fn is_hundredth(self) -> bool {
        const KOPECK: f64 = 6.0;
        const CENT: f64 = 7.0;
        self.dimension == Dimension::Money && (self.size == KOPECK || self.size == CENT)
    }

    /// Whether both are money, and not of one country.
    pub(super) fn is_other_money(self, other: Self) -> bool {
        let is_money = |unit: Self| unit.dimension == Dimension::Money;
        is_money(self) && is_money(other) && self.size != other.size
    }

    /// Whether it says of which scale the degrees of `other` are.
    pub(super) fn is_scale_of(self, other: Self) -> bool {
        self.dimension == Dimension::Temperature && other.size == ANY_DEGREES
    }

    /// So many of it in the base unit.
    pub(super) fn in_base(self, amount: f64) -> f64 {
        amount * self.size
    }

    /// Whether `amount` of this unit is about `other_amount` of another.
    pub(super) fn converts(self, amount: f64, other: Self, other_amount: f64) -> bool {
        if !self.measures_like(other) || (self.size == other.size && self.size != ANY_DEGREES) {
            return false;
        }
        if self.dimension == Dimension::Temperature {
            let is_celsius = self.size == ANY_DEGREES || self.size < other.size;
            let is_fahrenheit_first = self.size == ANY_DEGREES || self.size > other.size;
            let is_said = self.size != ANY_DEGREES && other.size != ANY_DEGREES;
            return (is_celsius || other.size == ANY_DEGREES)
                && is_fahrenheit(amount, other_amount, is_said)
                || (is_fahrenheit_first || other.size == ANY_DEGREES)
                    && is_fahrenheit(other_amount, amount, is_said);
        }
        self.is_near(self.in_base(amount), other, other.in_base(other_amount))
    }

    /// Whether two amounts in the base unit are about the same, given the units they were told in.
    pub(super) fn is_near(self, one: f64, other: Self, two: f64) -> bool {
        let rounding = match self.dimension {
            Dimension::Duration => CALENDAR,
            _ if self.system == other.system => EXACT,
            _ => ROUNDING,
        };
        (one - two).abs() <= rounding * one.abs().max(two.abs())
    }
}

/// Whether so many degrees Celsius are about so many degrees Fahrenheit: where both scales are said
/// and the number is no round one, very nearly.
fn is_fahrenheit(celsius: f64, fahrenheit: f64, is_said: bool) -> bool {
    const EXACT: f64 = 1.2;
    const ROUNDED: f64 = 2.6;
    const ROUGH: f64 = 4.0;
    const OF_OVENS: f64 = 8.0;
    let is_round = fahrenheit % 5.0 == 0.0;
    let rounding = match (is_said, is_round) {
        (true, _) if fahrenheit % 25.0 == 0.0 && fahrenheit > 200.0 => OF_OVENS,
        (true, true) => ROUNDED,
        (true, false) => EXACT,
        (false, _) => ROUGH,
    };
    (celsius * 9.0 / 5.0 + 32.0 - fahrenheit).abs() <= rounding
}

/// Russian words or stems (with `*`), English words, the dimension, the size, the system.
const UNITS: &[(&str, &str, Dimension, f64, System)] = {
    use Dimension::{Area, Duration, Length, Mass, Money, Temperature, Volume};
    use System::{Imperial, Metric, Old};
    &[
        (
            "км километр*",
            "km kilometer kilometers kilometre kilometres kmh kph",
            Length,
            1000.0,
            Metric,
        ),
        (
            "м метр метра метров метре метрах метром метрами",
            "m meter meters metre metres",
            Length,
            1.0,
            Metric,
        ),
        ("см сантиметр*", "cm centimeter centimeters centimetre centimetres", Length, 0.01, Metric),
        (
            "мм миллиметр*",
            "mm millimeter millimeters millimetre millimetres",
            Length,
            0.001,
            Metric,
        ),
        ("миля мили миль милю милях миле", "mile miles mi mph", Length, 1609.0, Imperial),
        ("фут фута футов футах", "foot feet ft", Length, 0.3048, Imperial),
        ("дюйм*", "inch inches", Length, 0.0254, Imperial),
        ("ярд*", "yard yards yd", Length, 0.9144, Imperial),
        ("верста версты верст версту верстах верстой", "verst versts", Length, 1066.8, Old),
        (
            "сажень сажени саженей сажен сажень*",
            "sazhen sazhens fathom fathoms",
            Length,
            2.1336,
            Old,
        ),
        ("аршин*", "arshin arshins", Length, 0.7112, Old),
        ("вершок вершка вершков", "vershok vershoks", Length, 0.04445, Old),
        (
            "кг килограмм* кило",
            "kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes",
            Mass,
            1.0,
            Metric,
        ),
        ("г гр грамм*", "g gram grams gramme grammes", Mass, 0.001, Metric),
        ("мг миллиграмм*", "mg milligram milligrams", Mass, 0.000_001, Metric),
        ("тонн*", "ton tons tonne tonnes", Mass, 1000.0, Metric),
        ("фунт*", "pound pounds lb lbs", Mass, 0.4536, Imperial),
        ("унци*", "ounce ounces oz", Mass, 0.02835, Imperial),
        ("пуд пуда пудов пуды пудами", "pood poods pud puds", Mass, 16.38, Old),
        ("м²", "m² sqm", Area, 1.0, Metric),
        ("км²", "km²", Area, 1_000_000.0, Metric),
        ("фут²", "ft² sqft", Area, 0.0929, Imperial),
        ("гектар* га", "hectare hectares ha", Area, 10_000.0, Metric),
        ("акр акра акров", "acre acres", Area, 4047.0, Imperial),
        (
            "десятина десятины десятин десятину",
            "desyatina desyatinas dessiatine dessiatines dessiatins",
            Area,
            10_925.0,
            Old,
        ),
        ("л литр*", "l liter liters litre litres", Volume, 1.0, Metric),
        (
            "мл миллилитр*",
            "ml milliliter milliliters millilitre millilitres",
            Volume,
            0.001,
            Metric,
        ),
        ("галлон*", "gallon gallons", Volume, 3.785, Imperial),
        ("ведро ведра ведер", "bucket buckets", Volume, 12.3, Old),
        ("цельси*", "celsius", Temperature, 1.0, Metric),
        ("фаренгейт*", "fahrenheit", Temperature, 2.0, Imperial),
        ("градус*", "degree degrees", Temperature, ANY_DEGREES, Metric),
        (
            "с сек секунда секунды секунд секунду",
            "sec secs second seconds",
            Duration,
            1.0 / 3600.0,
            Metric,
        ),
        ("мин минута минуты минут минуту", "min mins minute minutes", Duration, 1.0 / 60.0, Metric),
        ("ч час часа часов", "h hr hrs hour hours", Duration, 1.0, Metric),
        ("день дня дней сутки суток", "day days", Duration, 24.0, Metric),
        ("неделя недели недель неделю", "week weeks", Duration, 168.0, Metric),
        ("месяц месяца месяцев", "month months", Duration, 730.0, Metric),
        ("год года лет", "year years", Duration, 8760.0, Metric),
        ("руб рубл* ₽", "rub rubs ruble rubles rouble roubles rur ₽", Money, 1.0, Metric),
        ("долл доллар* $", "dollar dollars usd $ us$", Money, 2.0, Metric),
        ("евро €", "euro euros eur €", Money, 3.0, Metric),
        ("коп копе*", "kopeck kopecks kopek kopeks copeck copecks", Money, 6.0, Metric),
        ("цент цента центов центы", "cent cents ¢", Money, 7.0, Metric),
        ("юан* ¥", "yuan yuans rmb cny ¥", Money, 4.0, Metric),
        ("гривн* гривен грн", "hryvnia hryvnias uah", Money, 5.0, Metric),
    ]
};

/// The unit that a folded word or a sign names.
pub(super) fn unit(folded: &str, language: Language) -> Option<Unit> {
    let at = Names::of(language).find(folded)?;
    let (.., dimension, size, system) = UNITS.get(at)?;
    Some(Unit { dimension: *dimension, size: *size, system: *system })
}

/// The names of units in one language, each with its place in [`UNITS`]: every word of a text is
/// looked up.
struct Names {
    words: FxHashMap<&'static str, usize>,
    stems: Vec<(&'static str, usize)>,
}

impl Names {
    fn of(language: Language) -> &'static Self {
        static RUSSIAN: LazyLock<Names> = LazyLock::new(|| Names::new(|unit| unit.0));
        static ENGLISH: LazyLock<Names> = LazyLock::new(|| Names::new(|unit| unit.1));
        match language {
            Language::Russian => &RUSSIAN,
            Language::English => &ENGLISH,
        }
    }

    fn new(
        side: fn(&(&'static str, &'static str, Dimension, f64, System)) -> &'static str,
    ) -> Self {
        let mut names = Self { words: FxHashMap::default(), stems: Vec::new() };
        for (at, unit) in UNITS.iter().enumerate() {
            for word in side(unit).split(' ') {
                match word.strip_suffix('*') {
                    Some(stem) => names.stems.push((stem, at)),
                    None => {
                        names.words.entry(word).or_insert(at);
                    }
                }
            }
        }
        names
    }

    /// The first unit of that name.
    fn find(&self, folded: &str) -> Option<usize> {
        let word = self.words.get(folded).copied();
        let stem = self.stems.iter().find(|(stem, _)| folded.starts_with(stem));
        word.into_iter().chain(stem.map(|(_, at)| *at)).min()
    }
}

/// The span of time of a day or more that a folded word names, in full.
pub(super) fn duration(folded: &str, language: Language) -> Option<Unit> {
    const SHORTEST: usize = 3;
    let unit = unit(folded, language).filter(|_| folded.chars().count() >= SHORTEST);
    unit.filter(|unit| unit.dimension == Dimension::Duration && unit.size >= DAY)
}

/// The unit of `°C` and `°F`, in letters of either alphabet.
pub(super) fn degrees(letter: &str) -> Option<Unit> {
    let unit = |size, system| Unit { dimension: Dimension::Temperature, size, system };
    match letter {
        "c" | "с" => Some(unit(1.0, System::Metric)),
        "f" => Some(unit(2.0, System::Imperial)),
        _ => None,
    }
}
