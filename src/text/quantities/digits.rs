//! Numbers in digits: grouping, decimals, multipliers, decades, what is glued to them.

use super::{Form, Reader, Reading, clock, decimal::Decimal};
use crate::model::Language;

/// Letters after digits: `100km/h` has a unit, `247sports` is a name.
const LONGEST_SUFFIX: usize = 3;

impl Reader<'_> {
    /// The number that begins at the current token.
    pub(super) fn digits(&mut self) {
        let token = &self.tokens[self.at];
        let split = token.folded.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',')));
        let (written, suffix) = token.folded.split_at(split.unwrap_or(token.folded.len()));
        let (mut written, suffix) =
            (written.trim_end_matches(['.', ',']).to_owned(), suffix.to_owned());
        let (start, mut end) = (token.start, token.range().end);
        if written.matches(['.', ',']).count() > 1 && !is_grouped(&written) {
            self.dotted(&written);
            return;
        }
        if let Some(minutes) = self.minutes(&written) {
            self.clock(&written, minutes);
            return;
        }
        let form = self.form_of(token.text, &suffix);
        let mut taken = 1;
        while suffix.is_empty() && self.groups(&written, taken) {
            written.push_str(&self.tokens[self.at + taken].folded);
            end = self.tokens[self.at + taken].range().end;
            taken += 1;
        }
        let Some(value) = value(&written, self.language) else {
            self.at += taken;
            return;
        };
        let mut values = self.readings_of(value, &suffix);
        if let Some(length) = self.half(taken) {
            values[0] = value.plus(Decimal::HALF);
            taken += length;
        }
        let own = self.scale(taken).or_else(|| self.glued_scale(taken));
        if let Some(scale) = own.or_else(|| self.scale_of_range(taken)) {
            let scaled = values[0].times(scale);
            if own.is_some() {
                taken += 1;
                values.clear();
            }
            values.splice(0..0, scaled);
        }
        self.at += taken;
        self.push_number(start..end, values, form);
        self.add_hour(&written, &suffix);
    }

    /// Part of a name (`COVID-19`, `5G`) or a number of its own.
    fn form_of(&self, text: &str, suffix: &str) -> Form {
        let after_name = matches!(self.gap(0), "-" | "\u{2010}" | "\u{2011}")
            && self.before().is_some_and(|token| token.text.starts_with(char::is_uppercase));
        let is_name = suffix.len() == 1 && text.ends_with(|c: char| c.is_ascii_uppercase());
        let is_name = is_name && !matches!(suffix, "k" | "m" | "b");
        let is_word = suffix.chars().count() > LONGEST_SUFFIX && multiplier(suffix).is_none();
        if after_name || is_name || is_word { Form::Vague } else { Form::Digits }
    }

    /// Russian groups thousands by spaces.
    fn groups(&self, before: &str, ahead: usize) -> bool {
        let is_space = matches!(self.gap(ahead), " " | "\u{a0}" | "\u{2009}" | "\u{202f}");
        self.peek(ahead).is_some_and(|token| {
            let digits = token.text.split([',', '.']).next().unwrap_or_default();
            is_space
                && digits.len() == 3
                && token
                    .text
                    .bytes()
                    .all(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b'.'))
                && before.bytes().all(|byte| byte.is_ascii_digit())
                && before.len() != 4
        })
    }

    /// Other values that the writing allows: short years, decades, `5m`.
    fn readings_of(&self, value: Decimal, suffix: &str) -> Vec<Decimal> {
        let mut values = vec![value];
        if let Some((scale, is_sure)) = multiplier(suffix) {
            values.extend(value.times(scale));
            if is_sure {
                values.swap_remove(0);
            }
        }
        if let Some(whole) = value.as_whole() {
            values.extend(self.years(whole, suffix).into_iter().map(Decimal::whole));
        }
        values
    }

    fn years(&self, whole: u32, suffix: &str) -> Vec<u32> {
        let before = self.text[..self.tokens[self.at].start].chars().next_back();
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
            (..100, Some(year @ 1000..2200)) if matches!(before, Some('-' | '–' | '/' | '—')) =>
            {
                vec![year / 100 * 100 + whole]
            }
            (1000.., _) if is_decade && whole.is_multiple_of(10) => vec![whole % 100],
            _ => Vec::new(),
        }
    }

    /// The scale after the second of two numbers that a dash joins: `5–6 million`.
    fn scale_of_range(&self, ahead: usize) -> Option<Decimal> {
        let is_dash = matches!(self.gap(ahead).trim(), "-" | "–" | "—" | "\u{2011}");
        let is_number = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
        self.peek(ahead).filter(|token| is_dash && is_number(token.text))?;
        self.scale(ahead + 1)
    }

    /// A date in digits, or the number of a version.
    fn dotted(&mut self, written: &str) {
        let parts: Vec<u32> =
            written.split(['.', ',']).filter_map(|part| part.parse().ok()).collect();
        let range = self.tokens[self.at].range();
        let is_date = matches!(parts.as_slice(), [1..=31, 1..=12, _]);
        for (index, part) in parts.iter().enumerate() {
            let mut readings = vec![Reading::Number(Decimal::whole(*part))];
            match (index, part) {
                (1, 1..=12) if is_date => readings.insert(0, Reading::Month(*part as u8)),
                (2, ..100) if is_date => {
                    readings.push(Reading::Number(Decimal::whole(2000 + part)))
                }
                _ => {}
            }
            let form = if is_date { Form::Digits } else { Form::Vague };
            self.found.push(super::Quantity::new(range.clone(), readings, form));
        }
        self.at += 1;
    }

    /// `6.30pm`, `18.00`: the number may be a time.
    fn add_hour(&mut self, written: &str, suffix: &str) {
        let (hour, minutes) = written.split_once('.').unwrap_or((written, "00"));
        let (Ok(hour), Ok(minute)) = (hour.parse::<u32>(), minutes.parse::<u32>()) else { return };
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
            last.readings.extend([time, number(hour)]);
            let minutes =
                super::Quantity::new(last.range.clone(), vec![number(minute)], Form::Vague);
            self.found.push(minutes);
        }
    }
}

/// What the letters at the end of a number multiply it by, and whether they mean nothing else.
fn multiplier(suffix: &str) -> Option<(Decimal, bool)> {
    let (scale, is_sure) = match suffix {
        "k" | "тыс" | "к" | "thousand" => (1_000, matches!(suffix, "тыс" | "thousand")),
        "m" | "mn" | "mln" | "млн" | "м" | "million" => {
            (1_000_000, !matches!(suffix, "m" | "м"))
        }
        "bn" | "b" | "млрд" | "billion" => (1_000_000_000, suffix != "b"),
        _ => return None,
    };
    Some((Decimal::whole(scale), is_sure))
}

/// The value of digits with points and commas.
fn value(written: &str, language: Language) -> Option<Decimal> {
    let thousands = if language == Language::Russian { '.' } else { ',' };
    let plain = match written.split_once(thousands) {
        Some(_) if is_grouped(written) => written.replace(thousands, ""),
        _ => written.to_owned(),
    };
    plain.replace(',', ".").parse().ok()
}

/// `130,000`: a first group of up to three digits, then groups of three.
fn is_grouped(digits: &str) -> bool {
    let mut groups = digits.split([',', '.']);
    let first = groups.next().unwrap_or_default();
    let rest: Vec<&str> = groups.collect();
    let is_one_mark = !(digits.contains(',') && digits.contains('.'));
    is_one_mark
        && (1..=3).contains(&first.len())
        && !first.starts_with('0')
        && !rest.is_empty()
        && rest.iter().all(|group| group.len() == 3)
}

/// The value of a Roman numeral up to 39; a single letter only in Russian, where it is no word.
pub(super) fn roman(text: &str, language: Language) -> Option<Decimal> {
    let latin: String = text.chars().map(|c| if c == 'Х' { 'X' } else { c }).collect();
    if !latin.chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
        || latin == text && text == "I" && language == Language::English
    {
        return None;
    }
    const UNITS: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    let value =
        (1..40).find(|value: &usize| latin == "X".repeat(value / 10) + UNITS[value % 10])?;
    Some(Decimal::whole(u32::try_from(value).ok()?))
}
