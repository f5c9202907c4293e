//! Times of day: `18:00`, `6 p.m.`, `в семь часов вечера`.

use super::{Form, Quantity, Reader, Reading, Token, decimal::Decimal};
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
    /// The minutes of a time that begins with the hour `written`: after a colon, in Russian also
    /// after a hyphen where they are none.
    pub(super) fn minutes(&self, written: &str) -> Option<u32> {
        let hour: u32 = written.parse().ok()?;
        let next = self.peek(1)?;
        let digits = next.text.bytes().take_while(u8::is_ascii_digit).count();
        let minute: u32 = next.text.get(..digits)?.parse().ok()?;
        let is_written = match self.gap(1) {
            ":" => true,
            "-" | "–" | "\u{2011}" => self.is_hour_with_hyphen(next),
            _ => false,
        };
        (is_written && digits == 2 && hour < 25 && minute < 60).then_some(minute)
    }

    /// `10-00`, and `в 9-30`; no part of a longer number.
    fn is_hour_with_hyphen(&self, minutes: &Token<'_>) -> bool {
        const BEFORE: [&str; 6] = ["в", "с", "до", "к", "около", "после"];
        let is_alone = !self.gap(2).starts_with('-') && !self.gap(0).ends_with(['-', '–']);
        let is_said = self.before().is_some_and(|word| BEFORE.contains(&word.folded.as_ref()));
        let is_single = minutes.text.len() == 2;
        self.language == Language::Russian
            && is_alone
            && is_single
            && (minutes.text == "00" || (is_said && self.before_is_at()))
    }

    fn before_is_at(&self) -> bool {
        self.before().is_some_and(|word| matches!(word.folded.as_ref(), "в" | "к"))
    }

    /// Whether the words after an hour that is read leave no doubt that it is one: `два дня` are
    /// also two days.
    pub(super) fn is_surely_time(&self, hour: u32) -> bool {
        let Some(next) = self.peek(0) else { return false };
        let is_hour = hour <= 24 && next.folded.starts_with("час");
        match self.language {
            Language::Russian => matches!(next.folded.as_ref(), "утра" | "вечера") || is_hour,
            Language::English => match next.folded.as_ref() {
                "pm" | "am" | "o'clock" => true,
                "p" | "a" => self.peek(1).is_some_and(|token| token.folded == "m"),
                "in" => self.peek(1).is_some_and(|token| token.folded == "the"),
                _ => false,
            },
        }
    }

    /// A time with minutes: the hour has the time as its reading, the minutes are a number.
    pub(super) fn clock(&mut self, hour_written: &str, minute: u32) {
        let (Some(hours), Some(minutes)) = (self.peek(0), self.peek(1)) else { return };
        let (hour_range, minute_range) = (hours.range(), minutes.range());
        let hour: u32 = hour_written.parse().unwrap_or_default();
        let attached = minutes.folded.trim_start_matches(|c: char| c.is_ascii_digit());
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
            (0..4).map_while(|ahead| self.peek(ahead)).map(|token| token.folded.as_ref()).collect();
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

/// Whether a word may say an hour of the day, by itself or with those beside it.
pub(super) fn may_be_hour(folded: &str, language: Language) -> bool {
    half_of_day(folded, language).is_some() || folded == "час" || folded.starts_with("пол")
}

/// What noon and midnight mean.
pub(super) fn half_of_day(folded: &str, language: Language) -> Option<Vec<Reading>> {
    const NOON: [&str; 9] = [
        "noon",
        "midday",
        "полдень",
        "полдня",
        "полудня",
        "полудню",
        "полуднем",
        "полудне",
        "noontime",
    ];
    const MIDNIGHT: [&str; 6] =
        ["midnight", "полночь", "полночи", "полуночи", "полуночью", "полуночь"];
    let number = |value| Reading::Number(Decimal::whole(value));
    let is_russian = folded.starts_with('п');
    if is_russian != (language == Language::Russian) {
        return None;
    }
    if NOON.contains(&folded) {
        let mut readings = vec![Reading::Time { minutes: 12 * 60, exact: true }, number(12)];
        // Also half a day.
        readings.extend((folded == "полдня").then_some(Reading::Number(Decimal::HALF)));
        return Some(readings);
    }
    let time = Reading::Time { minutes: 0, exact: true };
    MIDNIGHT.contains(&folded).then(|| vec![time, number(0), number(12), number(24)])
}

/// Russian hours in the genitive, in order: `в половине шестого`, and `полшестого` in one word.
const HOURS: [&str; 12] = [
    "первого",
    "второго",
    "третьего",
    "четвертого",
    "пятого",
    "шестого",
    "седьмого",
    "восьмого",
    "девятого",
    "десятого",
    "одиннадцатого",
    "двенадцатого",
];

impl Reader<'_> {
    /// A time of day in a word or two at the current token, and how many tokens follow the first.
    pub(super) fn hour_in_words(&self, token: &Token<'_>) -> Option<(Vec<Reading>, usize)> {
        if let Some(readings) = half_of_day(&token.folded, self.language) {
            return Some((readings, 0));
        }
        let is_counted = self.before().is_some_and(Token::is_number);
        if self.language == Language::Russian && token.folded == "час" && !is_counted {
            let readings = self.time_of_day(1, 0);
            return (!readings.is_empty()).then_some((readings, 1));
        }
        self.half_hour(token)
    }

    fn half_hour(&self, token: &Token<'_>) -> Option<(Vec<Reading>, usize)> {
        let (ordinal, taken) = match token.folded.strip_prefix("пол")? {
            "овине" | "овины" | "овина" => (self.peek(1)?.folded.as_ref(), 1),
            rest => (rest, 0),
        };
        let hour = u32::try_from(HOURS.iter().position(|word| *word == ordinal)?).ok()?;
        let number = |value| Reading::Number(Decimal::whole(value));
        let numbers = [number(hour), number(30), number(hour + 1), Reading::Number(Decimal::HALF)];
        Some((time(hour, 30, None).into_iter().chain(numbers).collect(), taken))
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
