//! Digits with points between them, or hyphens: dates, versions, addresses of the network.

use std::ops::Range;

use super::{Form, Quantity, Reader, Reading, Token, Version, decimal::Decimal, over, value};

/// Stems of words after which a number is that of a version.
const VERSIONS: [&str; 8] =
    ["верси", "версию", "релиз", "version", "versions", "release", "releases", "ver"];

/// A part of a date and where it stands.
type Part<'t> = (Range<usize>, &'t str);

impl Reader<'_> {
    /// A date in digits, a number in groups, an address, or the number of a version.
    pub(super) fn dotted(&mut self, written: &str) {
        let Some(token) = self.peek(0) else { return };
        let start = token.start;
        let range = over(start, start + written.len());
        let grouped = value::values(written, self.language);
        let is_address = written.split('.').count() == 4;
        let grouped = grouped.first().filter(|_| value::is_grouped(written) && !is_address);
        match grouped {
            _ if self.is_version() => self.push_version(range, written),
            _ if self.date(start, written) => {}
            Some(grouped) => self.push_grouped(range, *grouped, written),
            None => self.push_version(range, written),
        }
        self.at += 1;
    }

    fn push_grouped(&mut self, range: Range<usize>, value: Decimal, written: &str) {
        let version = Version::parse(written).map(Reading::Version);
        let readings = std::iter::once(Reading::Number(value)).chain(version).collect();
        self.found.push(Quantity::new(range, readings, Form::Digits));
    }

    /// Whether the current token is the number of a version, as the word before it says; in Russian
    /// a foreign name says it too, as decimals have a comma.
    pub(super) fn is_version(&self) -> bool {
        let Some(before) = self.before().filter(|_| self.gap(0).trim().len() <= 1) else {
            return false;
        };
        VERSIONS.iter().any(|word| match self.language {
            crate::model::Language::Russian => before.folded.starts_with(word),
            crate::model::Language::English => before.folded == *word,
        }) || before.folded == "v"
    }

    /// The number of a version; a whole one is also a number.
    pub(super) fn push_version(&mut self, range: Range<usize>, written: &str) {
        let version = Version::parse(written).map(Reading::Version);
        let number = written.parse().ok().map(Reading::Number);
        let readings: Vec<Reading> = version.into_iter().chain(number).collect();
        if !readings.is_empty() {
            self.found.push(Quantity::new(range, readings, Form::Digits));
        }
    }

    /// A date: day, month and year, each at its place, or the year first.
    fn date(&mut self, start: usize, written: &str) -> bool {
        let mut at = start;
        let part = |text| -> Part<'_> {
            let range = over(at, at + str::len(text));
            at = range.end + 1;
            (range, text)
        };
        let parts: Vec<Part<'_>> = written.split('.').map(part).collect();
        let Ok([first, second, third]) = <[Part<'_>; 3]>::try_from(parts) else { return false };
        match [&first, &second, &third].map(|(_, text)| text.len()) {
            [4, 2, 2] => self.push_date([third, second, first]),
            [_, _, 4] | [_, 2, 2] => self.push_date([first, second, third]),
            _ => false,
        }
    }

    /// A date as the standard has it, `2021-05-03`, that begins at the current token.
    pub(super) fn iso_date(&mut self) -> bool {
        let parts: Vec<_> = (0..3).filter_map(|ahead| self.peek(ahead)).collect();
        let [year, month, day] = parts.as_slice() else { return false };
        let lengths = [year, month, day].map(|part| part.text.len());
        let is_joined = self.gap(1) == "-" && self.gap(2) == "-" && lengths == [4, 2, 2];
        let parts = [day, month, year].map(|part| (part.range(), part.text));
        let is_date = is_joined && self.push_date(parts);
        if is_date {
            self.at += 3;
        }
        is_date
    }

    /// A date with the day of the other calendar in brackets, `9(21).05.1888`, that begins at the
    /// current token.
    pub(super) fn date_of_both_styles(&mut self) -> bool {
        let parts: Vec<_> = (0..3).filter_map(|ahead| self.peek(ahead)).collect();
        let [day, other, rest] = parts.as_slice() else { return false };
        let is_joined = self.gap(1).trim() == "(" && self.gap(2) == ").";
        let Some((month, year)) = rest.text.split_once('.').filter(|_| is_joined) else {
            return false;
        };
        let number = |token: &Token<'_>| token.text.parse::<u32>().ok();
        let (Some(old), Some(new)) = (number(day), number(other)) else { return false };
        let start = rest.start + month.len() + 1;
        let (day, other) = (day.range(), (other.range(), other.text));
        let month = (over(rest.start, rest.start + month.len()), month);
        let is_date = (1..=31).contains(&old) && (1..=31).contains(&new) && year.len() == 4;
        let before = self.found.len();
        let is_read =
            is_date && self.push_date([other, month, (over(start, start + year.len()), year)]);
        if is_read {
            let readings = vec![Reading::Number(Decimal::whole(old))];
            self.found.insert(before, Quantity::new(day, readings, Form::Digits));
            self.at += 3;
        }
        is_read
    }

    /// Day, month and year, if they are a date, in the order in which they stand.
    fn push_date(&mut self, [day, month, year]: [Part<'_>; 3]) -> bool {
        let numbers = (day.1.parse(), month.1.parse(), year.1.parse());
        let (Ok(day_number), Ok(month_number), Ok(year_number)) = numbers else { return false };
        if !is_day(day_number, month_number, year_number) {
            return false;
        }
        let is_year_first = year.0.start < day.0.start;
        if is_year_first {
            self.push_year(year.0.clone(), year_number);
        } else {
            self.push_day(day.0.clone(), day_number);
        }
        self.push_month(month.0, month_number);
        if is_year_first {
            self.push_day(day.0, day_number);
        } else {
            self.push_year(year.0, year_number);
        }
        true
    }

    fn push_day(&mut self, range: Range<usize>, day: u32) {
        let readings = vec![Reading::Number(Decimal::whole(day))];
        self.found.push(Quantity::new(range, readings, Form::Digits));
    }

    fn push_month(&mut self, range: Range<usize>, month: u32) {
        let name = u8::try_from(month).ok().map(Reading::Month);
        let number = Reading::Number(Decimal::whole(month));
        let readings = name.into_iter().chain([number]).collect();
        self.found.push(Quantity::new(range, readings, Form::Digits));
    }

    fn push_year(&mut self, range: Range<usize>, year: u32) {
        let years: &[u32] = if year < 100 { &[year, 1900 + year, 2000 + year] } else { &[year] };
        let readings = years.iter().map(|&year| Reading::Number(Decimal::whole(year))).collect();
        self.found.push(Quantity::new(range, readings, Form::Digits));
    }
}

fn is_day(day: u32, month: u32, year: u32) -> bool {
    (1..=31).contains(&day)
        && (1..=12).contains(&month)
        && (year < 100 || (1000..2200).contains(&year))
}
