//! Fractions and powers: `1/2`, `½`, `10²`.

use super::{Form, Quantity, Reader, Reading, Token, decimal::Decimal, over};

/// Denominators that people write.
const DENOMINATORS: [u32; 10] = [2, 3, 4, 5, 6, 8, 10, 12, 16, 100];

const SIGNS: [(char, u32, u32); 5] =
    [('½', 1, 2), ('¼', 1, 4), ('¾', 3, 4), ('⅓', 1, 3), ('⅔', 2, 3)];

const EXPONENTS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

/// The value of a text that is a sign such as `½`.
pub(super) fn of_sign(text: &str) -> Option<Decimal> {
    let sign = SIGNS.iter().find(|(sign, ..)| text.strip_prefix(*sign) == Some(""))?;
    Decimal::whole(sign.1).share_of(Decimal::whole(sign.2))
}

/// The number that raised digits are.
pub(super) fn exponent(text: &str) -> Option<Decimal> {
    let digit = |c| EXPONENTS.iter().position(|exponent| *exponent == c);
    let digits: Option<String> =
        text.chars().map(|c| char::from_digit(digit(c)? as u32, 10)).collect();
    digits.filter(|digits| !digits.is_empty())?.parse().ok()
}

impl Reader<'_> {
    /// The fraction that begins at the current token. A date or a season is none.
    pub(super) fn fraction(&mut self) -> bool {
        let Some((above, below)) = self.fraction_parts(0) else { return false };
        let Some(value) = Decimal::whole(above).share_of(Decimal::whole(below)) else {
            return false;
        };
        let (Some(first), Some(second)) = (self.peek(0), self.peek(1)) else { return false };
        let number = |value| Reading::Number(Decimal::whole(value));
        let readings =
            vec![Reading::Fraction(value), Reading::Number(value), number(below), number(above)];
        let range = over(first.start, second.range().end);
        self.found.push(Quantity::new(range, readings, Form::Digits));
        self.at += 2;
        true
    }

    /// The two numbers of the fraction `ahead`.
    pub(super) fn fraction_parts(&self, ahead: usize) -> Option<(u32, u32)> {
        let is_cut = self.gap(ahead + 1) == "/";
        let (first, second) = (self.peek(ahead)?, self.peek(ahead + 1).filter(|_| is_cut)?);
        let (before, after) = (self.gap(ahead), self.gap(ahead + 2));
        let next = self.peek(ahead + 2);
        let is_grouped = after.trim().is_empty() && next.is_some_and(Token::is_number);
        let is_longer = is_grouped || after.starts_with('/') || before.ends_with('/');
        let is_date = next.is_some_and(|token| self.month(token).is_some())
            || self.before().is_some_and(|token| self.month(token).is_some());
        let (above, below): (u32, u32) = (first.text.parse().ok()?, second.text.parse().ok()?);
        let is_plain = above < below && above > 0 && DENOMINATORS.contains(&below);
        (is_plain && !is_longer && !is_date && !first.text.starts_with('0'))
            .then_some((above, below))
    }
}
