//! Times of day: `18:00`, `6 p.m.`, `в семь часов вечера`.

use super::{Form, Quantity, Reader, Reading, decimal::Decimal};
use crate::model::Language;

/// A time of day; `afternoon` is nothing where the text does not say which half of the day.
pub(super) fn time(hour: u32, minute: u32, afternoon: Option<bool>) -> Option<Reading> {
    let (exact, hour) = match afternoon {
        _ if hour > 24 || minute > 59 => return None,
        Some(true) => (true, hour % 12 + 12),
        Some(false) => (true, hour % 12),
        None => (hour > 12 || hour == 0, hour % 24),
    };
    Some(Reading::Time { minutes: u16::try_from(hour * 60 + minute).ok()?, exact })
}

impl Reader<'_> {
    /// The minutes of a time that begins with the hour `written`.
    pub(super) fn minutes(&self, written: &str) -> Option<u32> {
        let hour: u32 = written.parse().ok()?;
        let next = self.peek(1).filter(|_| self.gap(1) == ":")?;
        let digits = next.text.bytes().take_while(u8::is_ascii_digit).count();
        let minute: u32 = next.text[..digits].parse().ok()?;
        (digits == 2 && hour < 25 && minute < 60).then_some(minute)
    }

    /// A time with minutes: the hour has the time as its reading, the minutes are a number.
    pub(super) fn clock(&mut self, hour_written: &str, minute: u32) {
        let (hour_range, minute_range) =
            (self.tokens[self.at].range(), self.tokens[self.at + 1].range());
        let hour: u32 = hour_written.parse().unwrap_or_default();
        let attached =
            self.tokens[self.at + 1].folded.trim_start_matches(|c: char| c.is_ascii_digit());
        let attached = match attached {
            "pm" => time(hour, minute, Some(true)),
            "am" => time(hour, minute, Some(false)),
            _ => None,
        };
        self.at += 2;
        let said = attached.or_else(|| self.time_of_day(hour, minute).first().copied());
        let time = said.or_else(|| time(hour, minute, None));
        let number = |value: u32| Reading::Number(Decimal::whole(value));
        let readings = time.into_iter().chain([number(hour), number(hour % 12)]).collect();
        self.found.push(Quantity::new(hour_range, readings, Form::Digits));
        let form = if minute == 0 { Form::Vague } else { Form::Digits };
        self.found.push(Quantity::new(minute_range, vec![number(minute)], form));
    }

    /// The time that the words from the current token on make of an hour before them.
    pub(super) fn time_of_day(&self, hour: u32, minute: u32) -> Vec<Reading> {
        let words: Vec<&str> =
            (0..4).map_while(|ahead| self.peek(ahead)).map(|token| token.folded.as_str()).collect();
        let afternoon = match self.language {
            Language::English => english(&words),
            Language::Russian => russian(&words, hour),
        };
        let Some(afternoon) = afternoon.filter(|_| (1..=24).contains(&hour)) else {
            return Vec::new();
        };
        let shown = Decimal::whole(if afternoon { hour % 12 + 12 } else { hour % 12 });
        time(hour, minute, Some(afternoon)).into_iter().chain([Reading::Number(shown)]).collect()
    }
}

fn english(words: &[&str]) -> Option<bool> {
    let words = match words {
        ["o'clock", rest @ ..] => rest,
        all => all,
    };
    match words {
        ["p", "m", ..] | ["pm", ..] => Some(true),
        ["a", "m", ..] | ["am", ..] => Some(false),
        ["in", "the", "evening" | "afternoon", ..] | ["at", "night", ..] => Some(true),
        ["in", "the", "morning", ..] => Some(false),
        _ => None,
    }
}

/// `дня` and `ночи` speak of small hours and of large ones.
fn russian(words: &[&str], hour: u32) -> Option<bool> {
    let words = match words {
        [word, rest @ ..] if word.starts_with("час") => rest,
        all => all,
    };
    match *words.first()? {
        "вечера" => Some(true),
        "утра" => Some(false),
        "дня" if (1..=12).contains(&hour) => Some(hour <= 6 || hour == 12),
        "ночи" if (1..=12).contains(&hour) => Some((9..12).contains(&hour)),
        _ => None,
    }
}
