//! Numbers in digits: grouping, decimals, multipliers, decades, what is glued to them.

use std::ops::Range;

use super::{
    Form, Quantity, Reader, Reading, Token, Version, clock, decimal::Decimal, fraction, over, value,
};
use crate::model::Language;

/// Letters after digits: `100km/h` has a unit, `247sports` is a name.
const LONGEST_SUFFIX: usize = 3;

/// A number at the current token, as far as it is read.
struct Digits {
    /// The digits with their points and commas.
    written: String,
    /// The letters after them.
    suffix: String,
    range: Range<usize>,
    /// Tokens that belong to it.
    taken: usize,
    /// The numbers that groups of thousands may be instead.
    parts: Vec<Decimal>,
}

impl Digits {
    fn of(token: &Token<'_>) -> Self {
        let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '\'');
        let split = token.folded.find(|c| !is_part(c)).unwrap_or(token.folded.len());
        let (written, suffix) = token.folded.split_at_checked(split).unwrap_or((&token.folded, ""));
        let kept = written.trim_end_matches(['.', ',', '\'']);
        let apostrophe = written.get(kept.len()..).unwrap_or_default().replace(['.', ','], "");
        Self {
            written: kept.to_owned(),
            suffix: apostrophe + suffix,
            range: token.range(),
            taken: 1,
            parts: Vec::new(),
        }
    }
}

impl Reader<'_> {
    /// The number that begins at the current token.
    pub(super) fn digits(&mut self) {
        if self.phone()
            || self.dialled()
            || self.iso_date()
            || self.date_of_both_styles()
            || self.fraction()
            || self.day_and_year()
        {
            return;
        }
        let Some(token) = self.peek(0) else { return };
        let number = Digits::of(token);
        let marks = number.written.matches(['.', ',']).count();
        if number.written.matches('.').count() > 1 && !number.written.contains(',')
            || marks == 1 && self.is_version() && !number.written.contains(',')
        {
            self.dotted(&number.written);
        } else if let Some(minutes) = self.minutes(&number.written) {
            self.clock(&number.written, minutes);
        } else {
            self.number(number, self.form_of(token));
        }
    }

    fn number(&mut self, mut number: Digits, form: Form) {
        let sign = self.minus();
        self.group(&mut number);
        self.decimals_of_formula(&mut number);
        let is_version = number.suffix.is_empty() && self.is_version();
        let Some(mut values) = self.values(&number) else {
            let parts = number.written.replace(',', ".");
            self.at += number.taken;
            return self.push_version(number.range, &parts);
        };
        if number.suffix.is_empty()
            && self.peek(number.taken).is_some_and(|token| fraction::of_sign(token.text).is_some())
        {
            self.take(&mut number, 1);
        }
        let has_scale = self.scale_up(&mut number, &mut values);
        self.mixed(&mut number, &mut values);
        self.list(&mut number);
        values.extend(self.decades(number.taken, values.first().copied()));
        values.extend(self.thousands(number.taken, values.first().copied()));
        self.at += number.taken;
        let Digits { written, suffix, range, parts, .. } = number;
        self.push_number(range.clone(), values, (form, &suffix), sign);
        if let Some(last) = self.found.last_mut() {
            (last.parts, last.has_scale) = (parts, has_scale);
            if let Some(version) = Version::parse(&written).filter(|_| written.contains('.')) {
                last.readings.push(Reading::Version(version));
            } else if let Some(version) = Version::parse(&written).filter(|_| is_version) {
                last.readings.insert(0, Reading::Version(version));
            }
        }
        self.add_hour(&written, &suffix);
        self.add_exponent(&suffix, range);
    }

    /// Takes in the fraction after a whole number: `2 1/2`.
    fn mixed(&self, number: &mut Digits, values: &mut Vec<Decimal>) {
        const MOST_DIGITS: usize = 3;
        let is_whole = number.written.len() <= MOST_DIGITS
            && number.written.bytes().all(|byte| byte.is_ascii_digit())
            && number.suffix.is_empty()
            && number.taken == 1
            && matches!(self.gap(1), " " | "\u{a0}");
        let fraction = self.fraction_parts(1).filter(|_| is_whole);
        let fraction = fraction
            .and_then(|(above, below)| Decimal::whole(above).share_of(Decimal::whole(below)));
        if let (Some(fraction), Some(&whole)) = (fraction, values.first()) {
            *values = vec![whole.plus(fraction)];
            number.parts = vec![whole, fraction];
            self.take(number, 2);
        }
    }

    /// The two numbers that an English one with a decimal comma may be: `1,12`.
    fn list(&self, number: &mut Digits) {
        let is_plain = number.parts.is_empty() && !value::is_grouped(&number.written);
        if self.language == Language::English && is_plain && number.suffix.is_empty() {
            let parts = number.written.split_once(',');
            let parts =
                parts.and_then(|(one, two)| Some(vec![one.parse().ok()?, two.parse().ok()?]));
            number.parts = parts.unwrap_or_default();
        }
    }

    /// The thousand that a `k` apart from its number says: `19 k BP`.
    fn thousands(&self, ahead: usize, number: Option<Decimal>) -> Option<Decimal> {
        let is_said = self.peek(ahead).is_some_and(|token| token.text == "k");
        number.filter(|_| is_said && self.is_spaced(ahead))?.times(Decimal::whole(1000))
    }

    /// The years that so many decades have.
    fn decades(&self, ahead: usize, number: Option<Decimal>) -> Option<Decimal> {
        const DECADES: [&str; 5] =
            ["decade", "decades", "десятилетие", "десятилетия", "десятилетий"];
        let next = self.peek(ahead).filter(|_| self.is_spaced(ahead))?;
        let is_decade = DECADES.contains(&next.folded.as_ref());
        number.filter(|_| is_decade)?.times(Decimal::whole(10))
    }

    /// Takes in the decimals behind the comma of a formula: `0{,}5`.
    fn decimals_of_formula(&self, number: &mut Digits) {
        let decimals = self.peek(number.taken).filter(|token| token.is_digits());
        let is_plain = number.suffix.is_empty() && !number.written.contains(['.', ',']);
        if let Some(decimals) = decimals.filter(|_| is_plain && self.gap(number.taken) == "{,}") {
            number.written = format!("{},{}", number.written, decimals.folded);
            number.range.end = decimals.range().end;
            number.taken += 1;
        }
    }

    /// Takes in the groups of thousands that spaces keep apart.
    fn group(&self, number: &mut Digits) {
        let is_plain = number.written.bytes().all(|byte| byte.is_ascii_digit());
        let is_first = (1..=3).contains(&number.written.len()) && !number.written.starts_with('0');
        if !number.suffix.is_empty() || !is_plain || !is_first {
            return;
        }
        let mut parts = vec![number.written.clone()];
        let is_ambiguous = self.gap(1) == " ";
        while let Some(token) = self.next_group(number.taken) {
            number.written.push_str(&token.folded);
            parts.push(token.folded.to_string());
            number.range.end = token.range().end;
            number.taken += 1;
            if !token.is_digits() {
                break;
            }
        }
        if is_ambiguous && parts.len() > 1 {
            number.parts = parts.iter().filter_map(|part| part.parse().ok()).collect();
        }
    }

    /// The group of three digits `ahead`, the last with decimals perhaps; `300-knot` is none.
    fn next_group(&self, ahead: usize) -> Option<&Token<'_>> {
        let token = self.peek(ahead)?;
        let is_space = matches!(self.gap(ahead), " " | "\u{a0}" | "\u{2009}" | "\u{202f}");
        let digits = token.text.split([',', '.']).next().unwrap_or_default();
        let is_number =
            token.text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b'.'));
        let is_english = self.language == Language::English;
        let is_glued = is_english && self.gap(ahead + 1) == "-" && self.peek(ahead + 1).is_some();
        (is_space && digits.len() == 3 && is_number && !is_glued).then_some(token)
    }

    /// Part of a name (`COVID-19`, `5G`), a number of its own, or no number (`3rd-party`).
    fn form_of(&self, token: &Token<'_>) -> Form {
        let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '\'');
        let suffix = token.folded.trim_start_matches(is_part);
        let after_name = matches!(self.gap(0), "-" | "\u{2010}" | "\u{2011}")
            && self.before().is_some_and(|token| token.text.starts_with(char::is_uppercase));
        let is_name = suffix.len() == 1 && token.text.ends_with(|c: char| c.is_ascii_uppercase());
        let is_name = is_name && !matches!(suffix, "k" | "m" | "b");
        let is_word = suffix.chars().count() > LONGEST_SUFFIX
            && multiplier(suffix).is_none()
            && fraction::exponent(suffix).is_none();
        if self.is_party(token) {
            Form::Vague
        } else if self.is_marker() || after_name || is_name || is_word {
            Form::Name
        } else {
            Form::Digits
        }
    }

    /// Whether the number of an item of a list begins the text: `2) Судья`.
    fn is_marker(&self) -> bool {
        let gap = self.gap(1);
        self.at == 0
            && self.gap(0).trim().is_empty()
            && (gap.starts_with(") ") || gap.starts_with(". "))
    }

    /// `3rd-party`, `2nd-hand`: words that other languages say without a number.
    fn is_party(&self, token: &Token<'_>) -> bool {
        const WORDS: [&str; 8] =
            ["party", "parties", "hand", "class", "rate", "person", "tier", "gen"];
        let is_ordinal = matches!(token.folded.as_ref(), "1st" | "2nd" | "3rd");
        let next = self.peek(1).filter(|_| matches!(self.gap(1), " " | "-"));
        is_ordinal && next.is_some_and(|next| WORDS.contains(&next.folded.as_ref()))
    }

    /// `July 15,1980` and `August 8/21,1977`: a day and a year without a space.
    fn day_and_year(&mut self) -> bool {
        let is_dated = self.language == Language::English
            && self.before().is_some_and(|token| {
                let is_range = matches!(self.gap(0), "/" | "-" | "–");
                self.month(token).is_some() || is_range && token.is_digits()
            });
        let Some(token) = self.peek(0).filter(|_| is_dated) else { return false };
        let Some((day, year)) = token.text.split_once(',') else { return false };
        let is_year = year.len() == 4 && year.starts_with(['1', '2']);
        let (Ok(day_number), Ok(year_number), true) = (day.parse(), year.parse(), is_year) else {
            return false;
        };
        let split = token.start + day.len();
        for (range, number) in [
            (over(token.start, split), day_number),
            (over(split + 1, token.range().end), year_number),
        ] {
            let readings = vec![Reading::Number(number)];
            self.found.push(Quantity::new(range, readings, Form::Digits));
        }
        self.at += 1;
        true
    }

    /// All that the writing allows: short years, decades, `5m`.
    fn values(&self, number: &Digits) -> Option<Vec<Decimal>> {
        let mut values = value::values(&number.written, self.language);
        let value = *values.first()?;
        if let Some((scale, is_sure)) = multiplier(&number.suffix) {
            values.extend(value.times(scale));
            if is_sure {
                values.swap_remove(0);
            }
        }
        let is_spaced = number.suffix.is_empty() && self.gap(number.taken) == " ";
        let next = self.peek(number.taken).filter(|_| is_spaced).map(|token| token.text);
        let suffix = next.unwrap_or(&number.suffix);
        if let Some(sign) = fraction::of_sign(suffix) {
            values = vec![value.plus(sign)];
        }
        if let Some(whole) = value.as_whole() {
            values.extend(self.years(whole, &number.suffix).into_iter().map(Decimal::whole));
        }
        Some(values)
    }

    fn years(&self, whole: u32, suffix: &str) -> Vec<u32> {
        let before = self.gap(0).chars().next_back();
        let is_glued = matches!(self.gap(1), "-" | "\u{2010}" | "\u{2011}");
        let ending = self.peek(1).filter(|_| is_glued).map_or("", |token| &token.folded);
        let is_decade = suffix == "s"
            || suffix == "'s"
            || matches!(ending, "е" | "х" | "ми" | "м" | "ые" | "ых");
        let is_short = matches!(before, Some('\'' | '’' | '‘'));
        let year_before =
            self.found.last().and_then(|found| found.number()).and_then(Decimal::as_whole);
        match (whole, year_before) {
            (..100, _) if is_decade || is_short => vec![1900 + whole, 2000 + whole, 1800 + whole],
            (..100, _) if suffix.is_empty() && self.is_after_date() => {
                vec![1900 + whole, 2000 + whole]
            }
            (..100, Some(year @ 1000..2200)) if matches!(before, Some('-' | '–' | '/' | '—')) =>
            {
                vec![year / 100 * 100 + whole]
            }
            (1000.., _) if is_decade && whole.is_multiple_of(10) => vec![whole % 100],
            _ => Vec::new(),
        }
    }

    /// Whether a day and a month stand before the current token, and a comma after them: the year
    /// comes next, `July 4, 73`.
    fn is_after_date(&self) -> bool {
        const NEAR: usize = 3;
        let mut last = self.found.iter().rev().take(NEAR);
        self.gap(0).trim() == ","
            && self.before().is_some_and(Token::is_digits)
            && last.any(|found| matches!(found.readings.first(), Some(Reading::Month(_))))
    }

    /// `с половиной` and the scale after the number, or after the second one of a range; gives
    /// whether the number has one of its own.
    fn scale_up(&self, number: &mut Digits, values: &mut Vec<Decimal>) -> bool {
        let Some(mut value) = values.first().copied() else { return false };
        if let Some(length) = self.half(number.taken) {
            value = value.plus(Decimal::HALF);
            values.splice(..1, [value]);
            self.take(number, length);
        }
        let own = self.scale(number.taken).or_else(|| self.glued_scale(number.taken));
        let Some(scale) = own.or_else(|| self.scale_of_range(number.taken)) else {
            values.extend(self.scale_of_both(number.taken).and_then(|scale| value.times(scale)));
            return false;
        };
        let scaled = value.times(scale);
        if own.is_some() {
            self.take(number, 1);
            values.clear();
        }
        values.splice(0..0, scaled);
        own.is_some()
    }

    /// Takes in the next tokens.
    fn take(&self, number: &mut Digits, count: usize) {
        number.taken += count;
        let last = number.taken.checked_sub(1).and_then(|last| self.peek(last));
        number.range.end = last.map_or(number.range.end, |token| token.range().end);
    }

    /// The scale after the second of two numbers that a dash joins: `5–6 million`.
    fn scale_of_range(&self, ahead: usize) -> Option<Decimal> {
        let is_dash = matches!(self.gap(ahead).trim(), "-" | "–" | "—" | "\u{2011}");
        self.peek(ahead).filter(|token| is_dash && token.is_number())?;
        self.scale(ahead + 1)
    }

    /// The scale after the second of two numbers that a word joins: it may belong to both, as in
    /// `between 5.6 and 0.7 million`.
    fn scale_of_both(&self, ahead: usize) -> Option<Decimal> {
        const JOINING: [&str; 6] = ["до", "и", "или", "to", "and", "or"];
        self.peek(ahead).filter(|token| JOINING.contains(&token.folded.as_ref()))?;
        self.peek(ahead + 1).filter(|token| token.is_number())?;
        let has_decimals = matches!(self.gap(ahead + 2), "," | ".")
            && self.peek(ahead + 2).is_some_and(Token::is_digits);
        self.scale(ahead + 2 + usize::from(has_decimals))
    }

    /// `6.30pm`, `18.00`: the number may be a time. `29.11` may be a day.
    fn add_hour(&mut self, written: &str, suffix: &str) {
        let (hour, minutes) = written.split_once('.').unwrap_or((written, "00"));
        let (Ok(hour), Ok(minute)) = (hour.parse::<u32>(), minutes.parse::<u32>()) else { return };
        let has_point = written.contains('.') && minutes.len() == 2;
        if has_point && suffix.is_empty() && self.language == Language::Russian {
            self.add_day(hour, minute);
        }
        let has_minutes = minutes.len() == 2 && minute < 60 && hour < 24;
        let time = match suffix {
            "pm" | "am" if has_minutes => clock::time(hour, minute, Some(suffix == "pm")),
            "" if has_minutes && written.contains('.') => self
                .time_of_day(hour, minute)
                .first()
                .copied()
                .or_else(|| clock::time(hour, minute, None)),
            _ => None,
        };
        let number = |value| Reading::Number(Decimal::whole(value));
        if let (Some(time), Some(last)) = (time, self.found.last_mut()) {
            let at = if suffix.is_empty() { last.readings.len() } else { 0 };
            last.readings.splice(at..at, [time]);
            last.readings.push(number(hour));
            if suffix == "pm" {
                last.readings.push(number(hour % 12 + 12));
                self.share_afternoon();
            }
            let Some(last) = self.found.last() else { return };
            let minutes = Quantity::new(last.range.clone(), vec![number(minute)], Form::Vague);
            self.found.push(minutes);
        }
    }

    /// `from 2 to 4pm`: the half of the day is that of both hours.
    fn share_afternoon(&mut self) {
        let [.., before, last] = self.found.as_mut_slice() else { return };
        let between = self.text.get(before.range.end..last.range.start).unwrap_or_default();
        let is_range = matches!(between.trim(), "to" | "until" | "till" | "and" | "-" | "–" | "—");
        let hour = before.number().and_then(Decimal::as_whole);
        if let Some(hour @ 1..=12) = hour.filter(|_| is_range) {
            before.readings.push(Reading::Number(Decimal::whole(hour % 12 + 12)));
        }
    }

    fn add_day(&mut self, day: u32, month: u32) {
        let month = u8::try_from(month).ok().filter(|month| (1..=12).contains(month));
        if let (Some(month), Some(last), 1..=31) = (month, self.found.last_mut(), day) {
            last.readings.extend([Reading::Month(month), Reading::Number(Decimal::whole(day))]);
        }
    }

    /// The power of `2¹⁰`; units are squared and cubed too.
    fn add_exponent(&mut self, suffix: &str, range: Range<usize>) {
        if let Some(exponent) = fraction::exponent(suffix) {
            self.found.push(Quantity::new(range, vec![Reading::Number(exponent)], Form::Digits));
        }
    }
}

/// What the letters at the end of a number multiply it by, and whether they mean nothing else.
fn multiplier(suffix: &str) -> Option<(Decimal, bool)> {
    let (scale, is_sure) = match suffix {
        "k" | "к" => (1_000, false),
        "тыс" | "thousand" | "kya" | "kyr" | "ka" => (1_000, true),
        "m" | "mn" | "mln" | "млн" | "м" | "million" | "mya" | "myr" => {
            (1_000_000, !matches!(suffix, "m" | "м"))
        }
        "bn" | "bln" | "b" | "млрд" | "billion" => (1_000_000_000, suffix != "b"),
        _ => return None,
    };
    Some((Decimal::whole(scale), is_sure))
}
