//! Numbers in words: `двести тысяч`, `one hundred and fifty`, `два с половиной миллиона`.

use std::mem;

use super::{
    Form, Reader,
    decimal::Decimal,
    numerals::{Numeral, inner_unit, numeral},
};
use crate::model::Language;

const NOTHING: Decimal = Decimal::whole(0);
const ONE: Decimal = Decimal::whole(1);
const HUNDRED: Decimal = Decimal::whole(100);

/// Scales in the forms that stand with numbers above one.
const PLURAL_SCALES: [&str; 6] =
    ["тысячи", "тысяч", "миллиона", "миллионов", "миллиарда", "миллиардов"];

/// A number as it is said, word by word.
struct Sum {
    /// Thousands, millions and so on that are complete.
    total: Decimal,
    /// What the next scale multiplies.
    current: Decimal,
    form: Form,
}

impl Sum {
    fn value(&self) -> Decimal {
        self.total.plus(self.current)
    }

    /// Half of one, or of the scale just said: `a million and a half`.
    fn add_half(&mut self, last: Numeral) {
        match last {
            Numeral::Scale(scale) => {
                self.total = self.total.plus(scale.times(Decimal::HALF).unwrap_or(NOTHING));
            }
            _ => self.current = self.current.plus(Decimal::HALF),
        }
    }

    /// Adds the next word; false where the word begins another number.
    fn add(&mut self, numeral: Numeral, is_first: bool) -> bool {
        match numeral {
            Numeral::Number(value) if fits(self.current, value) => {
                self.current = self.current.plus(value);
                true
            }
            Numeral::Scale(scale) => self.scale(scale, is_first),
            Numeral::Vague(value)
                if is_first || (self.current > NOTHING && fits(self.current, value)) =>
            {
                self.current = self.current.plus(value);
                self.form = Form::Vague;
                true
            }
            _ => false,
        }
    }

    /// A scale alone may be said of no number in particular.
    fn scale(&mut self, scale: Decimal, is_first: bool) -> bool {
        if is_first {
            self.form = Form::Vague;
        }
        // `two thousand million`
        if self.current == NOTHING && NOTHING < self.total && self.total < scale {
            self.current = mem::replace(&mut self.total, NOTHING);
        }
        let factor = if self.current == NOTHING { ONE } else { self.current };
        let Some(product) = factor.times(scale) else { return false };
        if scale == HUNDRED {
            self.current = product;
        } else {
            self.total = self.total.plus(product);
            self.current = NOTHING;
        }
        true
    }
}

impl Reader<'_> {
    /// The numeral that begins at the current token.
    pub(super) fn words(&mut self) {
        let Some(first) = self.peek(0) else { return };
        let (start, sign) = (first.start, self.minus());
        if let Some(value) = self.inverted() {
            let end = self.peek(1).map_or(first.range().end, |token| token.range().end);
            self.at += 2;
            return self.push_number(start..end, vec![value], (Form::Words, ""), sign);
        }
        let mut sum = Sum { total: NOTHING, current: NOTHING, form: Form::Words };
        let (mut taken, mut end) = (0, start);
        while let Some((numeral, skipped)) = self.numeral_at(taken) {
            let is_article = taken == 0 && numeral == Numeral::Vague(ONE) && self.is_scale(1);
            let numeral = if is_article { Numeral::Number(ONE) } else { numeral };
            if !sum.add(numeral, taken == 0) {
                break;
            }
            end = self.peek(taken + skipped).map_or(end, |token| token.range().end);
            taken += skipped + 1;
            if matches!(numeral, Numeral::Vague(_)) && !self.is_scale(taken) {
                break;
            }
            if let Some(length) = self.half(taken) {
                sum.add_half(numeral);
                taken += length;
            }
        }
        if taken == 0 {
            self.at += 1;
            return;
        }
        self.at += taken;
        let mut values = vec![sum.value()];
        // `a year and a half`
        values.extend(self.half(1).map(|_| sum.value().plus(Decimal::HALF)));
        values.extend(self.tens().and_then(|tens| sum.value().times(tens)));
        let inner = (taken == 1 && self.language == Language::Russian)
            .then(|| inner_unit(&first.folded))
            .flatten();
        self.push_number(start..end, values, (sum.form, inner.unwrap_or_default()), sign);
    }

    /// What `два десятка` and `two dozen` multiply by.
    fn tens(&self) -> Option<Decimal> {
        match self.peek(0)?.folded.as_ref() {
            "десятка" | "десятков" | "десяткам" | "десятками" | "десятках" => {
                Some(Decimal::whole(10))
            }
            "dozen" => Some(Decimal::whole(12)),
            _ => None,
        }
    }

    /// A scale before its number, which is thereby about so much: `тысячи три`, `тысяч пять`. After
    /// the singular the number is added: `тысяча три`.
    fn inverted(&self) -> Option<Decimal> {
        let (scale, number) = (self.peek(0)?, self.peek(1).filter(|_| self.is_joined(1))?);
        let is_plural = PLURAL_SCALES.contains(&scale.folded.as_ref());
        let read = |word: &str| numeral(word, self.language).filter(|_| is_plural);
        match (read(&scale.folded)?, read(&number.folded)?) {
            (Numeral::Scale(scale), Numeral::Number(number)) => scale.times(number),
            _ => None,
        }
    }

    /// The numeral `ahead`, and how many words like `and` stand before it. An article goes on with
    /// none: `fifteen hundred a head`.
    fn numeral_at(&self, ahead: usize) -> Option<(Numeral, usize)> {
        let token = self.peek(ahead)?;
        let is_article = matches!(token.folded.as_ref(), "a" | "an");
        if ahead > 0 && (is_article || !self.is_joined(ahead)) {
            return None;
        }
        let is_and = self.language == Language::English && token.folded == "and" && ahead > 0;
        if is_and && matches!(self.numeral_before(ahead), Some(Numeral::Scale(_))) {
            let next = self.peek(ahead + 1)?;
            let numeral = numeral(&next.folded, self.language)?;
            return matches!(numeral, Numeral::Number(_)).then_some((numeral, 1));
        }
        numeral(&token.folded, self.language).map(|numeral| (numeral, 0))
    }

    fn numeral_before(&self, ahead: usize) -> Option<Numeral> {
        numeral(&self.peek(ahead.checked_sub(1)?)?.folded, self.language)
    }

    fn is_scale(&self, ahead: usize) -> bool {
        self.scale(ahead).is_some()
    }

    /// Whether the token `ahead` goes on with the numeral before it.
    fn is_joined(&self, ahead: usize) -> bool {
        matches!(self.gap(ahead), " " | "\u{a0}" | "-" | "\u{2010}" | "\u{2011}")
    }
}

/// Whether `value` may be said right after `current`: `двадцать пять`, not `пять двадцать`.
fn fits(current: Decimal, value: Decimal) -> bool {
    let (Some(current), Some(value)) = (current.as_whole(), value.as_whole()) else {
        return current == NOTHING;
    };
    match current {
        0 => true,
        _ if current.is_multiple_of(100) => value < 100,
        _ => current.is_multiple_of(10) && current % 100 >= 20 && value < 10,
    }
}
