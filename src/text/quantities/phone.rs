//! Telephone numbers: one number, however its digits are grouped.

use super::{Form, Quantity, Reader, Reading, Token, over};

/// Digits of a telephone number with the code of its country.
const LENGTHS: std::ops::RangeInclusive<usize> = 10..=15;

/// Digits of a Russian one.
const RUSSIAN: usize = 11;

impl Reader<'_> {
    /// The telephone number that begins at the current token: after a plus, or with the 8 or 7 of
    /// Russian ones before a code in brackets.
    pub(super) fn phone(&mut self) -> bool {
        let Some(first) = self.peek(0).filter(|token| token.is_digits()) else { return false };
        let is_international = self.gap(0).ends_with('+');
        let is_national = matches!(first.text, "7" | "8") && self.gap(1).trim() == "(";
        if !is_international && !is_national {
            return false;
        }
        let (start, mut end, mut digits, mut taken) =
            (first.start, first.range().end, first.text.to_owned(), 1);
        while let Some(token) = self.peek(taken).filter(|token| token.is_digits()) {
            let is_longer = digits.len() + token.text.len() > *LENGTHS.end();
            if is_longer || !is_separator(self.gap(taken)) {
                break;
            }
            digits.push_str(token.text);
            end = token.range().end;
            taken += 1;
        }
        if !LENGTHS.contains(&digits.len()) {
            return false;
        }
        let own = digits.get(1..).filter(|_| digits.len() == RUSSIAN);
        let values = [Some(digits.as_str()), own.filter(|_| digits.starts_with(['7', '8']))];
        let readings: Vec<Reading> = values
            .iter()
            .flatten()
            .filter_map(|digits| digits.parse().ok())
            .map(Reading::Number)
            .collect();
        let plus = usize::from(is_international);
        self.found.push(Quantity {
            whole: over(start.saturating_sub(plus), end),
            ..Quantity::new(over(start, end), readings, Form::Digits)
        });
        self.at += taken;
        true
    }
}

/// Digits that are dialled one by one, at least.
const FEWEST_DIALLED: usize = 3;

impl Reader<'_> {
    /// Takes in `3-1-1`: a number that is dialled and said by its digits.
    pub(super) fn dialled(&mut self) -> bool {
        let is_digit = |token: &&Token<'_>| token.text.len() == 1 && token.is_digits();
        let Some(first) = self.peek(0).filter(is_digit) else { return false };
        let (mut digits, mut end, mut taken) = (first.text.to_owned(), first.range().end, 1);
        while let Some(token) = self.peek(taken).filter(|_| self.gap(taken) == "-") {
            if !is_digit(&token) {
                return false;
            }
            digits.push_str(token.text);
            end = token.range().end;
            taken += 1;
        }
        let number = digits.parse().ok().filter(|_| taken >= FEWEST_DIALLED);
        let Some(number) = number else { return false };
        self.found.push(Quantity::new(
            over(first.start, end),
            vec![Reading::Number(number)],
            Form::Digits,
        ));
        self.at += taken;
        true
    }
}

fn is_separator(gap: &str) -> bool {
    let is_mark = |c: char| matches!(c, ' ' | '\u{a0}' | '(' | ')' | '-' | '\u{2011}' | '–' | '.');
    (1..=3).contains(&gap.chars().count()) && gap.chars().all(is_mark)
}
