//! What belongs to a number: its sign before it, its unit after it, the time of day.

use std::ops::Range;

use super::{
    Decimal, Form, Quantity, Reader, Reading,
    numerals::adjective_unit,
    over,
    units::{Unit, degrees, unit},
};
use crate::model::Language;

/// Words that are a minus.
const MINUS: [&str; 3] = ["минус", "minus", "negative"];

impl Reader<'_> {
    /// A number read up to the current token: its sign, its unit, its time of day.
    pub(super) fn push_number(
        &mut self,
        range: Range<usize>,
        values: Vec<Decimal>,
        (form, glued): (Form, &str),
        sign: Option<usize>,
    ) {
        let mut readings: Vec<Reading> =
            values.iter().map(|&value| Reading::Number(value)).collect();
        if let Some(hour) = values.first().and_then(|value| value.as_whole()) {
            let times = self.time_of_day(hour, 0);
            let at = if self.is_surely_time(hour) { 0 } else { readings.len() };
            readings.splice(at..at, times);
        }
        if self.is_percent() {
            let share = values.first().and_then(|value| value.share_of(Decimal::whole(100)));
            readings.extend(share.map(Reading::Number));
        }
        let money = self.money_before(range.start);
        let (unit, end) = match unit(glued, self.language).filter(|_| !glued.is_empty()) {
            Some(unit) => (Some(unit), range.end),
            None => self.unit_ahead().map_or((None, range.end), |(unit, end)| (Some(unit), end)),
        };
        let (unit, start) = match money {
            Some((money, start)) => (Some(money), start),
            None => (unit, range.start),
        };
        if unit.is_some_and(Unit::is_hundredth) {
            let share = values.first().and_then(|value| value.share_of(Decimal::whole(100)));
            readings.extend(share.map(Reading::Number));
        }
        readings.extend(self.at_least(range.start, &values).map(Reading::AtLeast));
        let whole = over(sign.unwrap_or(start).min(start), end.max(range.end));
        let is_negative = sign.is_some();
        self.found.push(Quantity {
            unit,
            is_negative,
            whole,
            ..Quantity::new(range, readings, form)
        });
    }

    /// The least of the whole numbers that a number read up to the current token stands for, with
    /// what is said before or after it: `2 и более`, `more than 1`.
    fn at_least(&self, start: usize, values: &[Decimal]) -> Option<u32> {
        const OR_MORE: [[&str; 2]; 6] = [
            ["и", "более"],
            ["и", "больше"],
            ["или", "более"],
            ["или", "больше"],
            ["or", "more"],
            ["and", "more"],
        ];
        let number = values.first()?.as_whole()?;
        let word = |at: Option<usize>| {
            let token = self.tokens.get(at?)?;
            Some(token.folded.as_ref())
        };
        let next = (word(Some(self.at)), word(Some(self.at + 1)));
        if OR_MORE.iter().any(|[one, two]| next == (Some(*one), Some(*two))) {
            return Some(number);
        }
        let first = self.tokens.partition_point(|token| token.start < start);
        let before = (word(first.checked_sub(2)), word(first.checked_sub(1)));
        let is_more = matches!(before, (Some("more"), Some("than")))
            || matches!(before.1, Some("over" | "более" | "больше" | "свыше"));
        is_more.then(|| number.saturating_add(1))
    }

    /// Whether the number read up to the current token is one of hundredths.
    fn is_percent(&self) -> bool {
        const WORDS: [&str; 4] = ["процент", "percent", "per", "pct"];
        let is_word =
            |token: &super::Token<'_>| WORDS.iter().any(|word| token.folded.starts_with(word));
        self.gap(0).trim_start().starts_with('%') || self.peek(0).is_some_and(is_word)
    }

    /// The sign or the code of money right before the number.
    fn money_before(&self, start: usize) -> Option<(Unit, usize)> {
        let before = self.text.get(..start)?.trim_end_matches([' ', '\u{a0}']);
        let code = ["USD", "EUR", "RUB"].into_iter().find(|code| before.ends_with(code));
        if let Some(code) = code {
            let unit = unit(&code.to_lowercase(), Language::English)?;
            return Some((unit, before.len().saturating_sub(code.len())));
        }
        let sign = before.chars().next_back().filter(|c| matches!(c, '$' | '€' | '₽' | '¥'))?;
        let unit = unit(sign.encode_utf8(&mut [0; 4]), self.language)?;
        Some((unit, before.len().saturating_sub(sign.len_utf8())))
    }

    /// Where the minus of a number at the current token begins, if it has one. A hyphen after a
    /// word joins, and a dash after a number makes a range.
    pub(super) fn minus(&self) -> Option<usize> {
        let start = self.peek(0)?.start;
        let before = self.text.get(..start)?;
        let word = self.before().filter(|token| MINUS.contains(&token.folded.as_ref()));
        if let Some(word) = word.filter(|_| self.gap(0).trim().is_empty()) {
            return Some(word.start);
        }
        let before = before.strip_suffix(['$', '€', '₽']).unwrap_or(before);
        let rest = before.strip_suffix(['-', '\u{2212}', '–'])?;
        let is_range = self.before().is_some_and(super::Token::is_number)
            && self.gap(0).trim().chars().count() == 1;
        let is_free = rest.chars().next_back().is_none_or(|c| {
            c.is_whitespace()
                || matches!(c, '(' | '[' | '|' | '=' | ':' | '"' | '«' | '“' | '*' | '…')
        });
        (is_free && !is_range).then_some(rest.len())
    }

    /// The unit of a number read up to the current token, and where it ends: a sign, the next word,
    /// or the one after the number that a range goes on to (`7–10 см`, `3 to 6 inches`).
    fn unit_ahead(&self) -> Option<(Unit, usize)> {
        let joins = |token: &super::Token<'_>| {
            matches!(token.folded.as_ref(), "to" | "and" | "or" | "до" | "и" | "или")
        };
        let is_number = |ahead: usize| self.peek(ahead).is_some_and(super::Token::is_number);
        let is_an = || self.peek(0).is_some_and(|token| token.folded == "an");
        self.sign_ahead()
            .or_else(|| self.feet())
            .or_else(|| self.unit_at(0))
            .or_else(|| self.unit_at(1).filter(|_| is_an()))
            .or_else(|| self.unit_at(1).filter(|_| is_number(0) && !self.gap(0).trim().is_empty()))
            .or_else(|| self.unit_at(2).filter(|_| is_number(1) && self.peek(0).is_some_and(joins)))
    }

    /// The sign of money right after the number.
    fn sign_ahead(&self) -> Option<(Unit, usize)> {
        let gap = self.gap(0);
        let rest = gap.trim_start_matches([' ', '\u{a0}', '\u{202f}', '\u{2009}']);
        let sign = rest.chars().next().filter(|c| matches!(c, '$' | '€' | '₽' | '¥'))?;
        let is_next = self.peek(0).is_some_and(super::Token::is_number)
            && rest.trim_end().chars().count() == 1
            && rest.len() == sign.len_utf8();
        let gap_start = self.before().map_or(0, |token| token.range().end);
        let end = gap_start + (gap.len() - rest.len()) + sign.len_utf8();
        let unit = unit(sign.encode_utf8(&mut [0; 4]), self.language)?;
        (!is_next).then_some((unit, end))
    }

    /// The feet of `6'2"`.
    fn feet(&self) -> Option<(Unit, usize)> {
        let mark = self.gap(0).chars().next().filter(|c| matches!(c, '\'' | '’' | '′'))?;
        let is_followed = self.peek(0).is_some_and(super::Token::is_number);
        let end = self.before()?.range().end + mark.len_utf8();
        let is_alone = self.gap(0).chars().count() == 1;
        Some((unit("ft", Language::English)?, end)).filter(|_| is_followed && is_alone)
    }

    /// The unit that the word `ahead` is.
    fn unit_at(&self, ahead: usize) -> Option<(Unit, usize)> {
        let token = self.peek(ahead)?;
        let end = token.range().end;
        match self.gap(ahead).trim() {
            "°" | "º" => Some((degrees(&token.folded)?, end)),
            "" | "-" if self.is_preposition(token) => None,
            "" | "-" => {
                let is_russian = self.language == Language::Russian;
                let adjective = || adjective_unit(&token.folded).filter(|_| is_russian);
                let named = unit(&token.folded, self.language)
                    .or_else(|| unit(adjective()?, self.language))?;
                let exact = self.peek(ahead + 1).filter(|_| self.gap(ahead + 1).trim().is_empty());
                let exact = exact.and_then(|next| unit(&next.folded, self.language));
                let is_finer =
                    |exact: &Unit| exact.measures_like(named) && exact.is_scale_of(named);
                Some((exact.filter(is_finer).unwrap_or(named), end))
            }
            _ => None,
        }
    }

    /// `5 с половиной`: no seconds.
    fn is_preposition(&self, token: &super::Token<'_>) -> bool {
        self.language == Language::Russian && token.folded == "с"
    }
}
