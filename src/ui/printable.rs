//! Text made safe for a terminal.

use std::borrow::Cow;

/// The text with every character that could steer a terminal or reorder a line shown by its
/// number, `U+202E`: C0 and C1 controls but the line feed, bidirectional controls, line and
/// paragraph separators, tags.
///
/// Document text and file names can hold anything; all that is printed for people passes here.
#[must_use]
pub fn printable(text: &str) -> Cow<'_, str> {
    if !text.contains(is_unprintable) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '\t' => safe.push(' '),
            c if is_unprintable(c) => safe.push_str(&format!("U+{:04X}", u32::from(c))),
            c => safe.push(c),
        }
    }
    Cow::Owned(safe)
}

/// The same for what stands on one line, a name for example: line feeds are shown by number, too.
#[must_use]
pub fn printable_line(text: &str) -> Cow<'_, str> {
    match printable(text) {
        safe if safe.contains('\n') => Cow::Owned(safe.replace('\n', "U+000A")),
        safe => safe,
    }
}

/// The same for text of many lines that is data, too, a diff for example: its tabs and line ends
/// stay, for a program may read it.
#[must_use]
pub fn printable_lines(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let bare = line.strip_suffix('\n').unwrap_or(line);
        let bare = bare.strip_suffix('\r').filter(|_| line.ends_with('\n')).unwrap_or(bare);
        for c in bare.chars() {
            match c {
                c if c != '\t' && is_unprintable(c) => {
                    safe.push_str(&format!("U+{:04X}", u32::from(c)));
                }
                c => safe.push(c),
            }
        }
        safe.push_str(&line[bare.len()..]);
    }
    LineGuard::default().guard(&safe).into_owned()
}

/// The same for JSON: what could steer or command is escaped as JSON itself has it, so that
/// programs read the very same.
#[must_use]
pub fn printable_json(json: &str) -> Cow<'_, str> {
    let steers = |c: char| c != '\n' && is_unprintable(c);
    if !json.contains(steers) && !json.contains("##[") {
        return Cow::Borrowed(json);
    }
    let mut safe = String::with_capacity(json.len() + 16);
    for c in json.chars() {
        let commands = c == '[' && safe.ends_with("##");
        if !commands && !steers(c) {
            safe.push(c);
            continue;
        }
        for unit in c.encode_utf16(&mut [0; 2]) {
            safe.push_str(&format!("\\u{unit:04x}"));
        }
    }
    Cow::Owned(safe)
}

/// Keeps text from being taken for a command by what runs Sverka: the runner of GitHub Actions
/// obeys a line that begins with `::`, and `##[` anywhere. The sign that would do it is shown by
/// its number. It sees a stream piece by piece.
#[derive(Debug, Clone, Copy)]
pub struct LineGuard {
    /// Whether nothing but white space stands on the line yet.
    at_start: bool,
    /// How many number signs stand before.
    hashes: usize,
}

impl Default for LineGuard {
    fn default() -> Self {
        Self { at_start: true, hashes: 0 }
    }
}

impl LineGuard {
    /// The next piece, made safe.
    pub fn guard<'t>(&mut self, text: &'t str) -> Cow<'t, str> {
        let mut safe: Option<String> = None;
        for (at, c) in text.char_indices() {
            let commands = match c {
                ':' => self.at_start,
                '[' => self.hashes >= 2,
                _ => false,
            };
            if commands {
                let safe = safe.get_or_insert_with(|| text[..at].to_owned());
                safe.push_str(&format!("U+{:04X}", u32::from(c)));
            } else if let Some(safe) = &mut safe {
                safe.push(c);
            }
            self.at_start = c == '\n' || (self.at_start && c.is_whitespace());
            self.hashes = if c == '#' { self.hashes + 1 } else { 0 };
        }
        safe.map_or(Cow::Borrowed(text), Cow::Owned)
    }
}

const fn is_unprintable(c: char) -> bool {
    match c {
        '\n' => false,
        '\0'..='\x1f' | '\x7f'..='\u{9f}' => true,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' => true,
        '\u{2066}'..='\u{2069}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{fffe}'
        | '\u{ffff}'
        | '\u{e0000}'..='\u{e007f}' => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_can_steer_the_terminal() {
        for (text, shown) in [
            ("\u{1b}[31mred", "U+001B[31mred"),
            ("a\tb\nc", "a b\nc"),
            ("\u{9b}2J", "U+009B2J"),
            ("safe\u{202e}exe", "safeU+202Eexe"),
            ("\u{2067}x\u{2069}", "U+2067xU+2069"),
            ("line\rover", "lineU+000Dover"),
        ] {
            assert_eq!(printable(text), shown);
        }
    }

    #[test]
    fn nothing_can_command_what_runs_us() {
        for (pieces, shown) in [
            (&["::error::x"][..], "U+003A:error::x"),
            (&["a::b\n \u{a0}::stop"], "a::b\n \u{a0}U+003A:stop"),
            (&["a", "::b"], "a::b"),
            (&["a\n", "  ", "::b"], "a\n  U+003A:b"),
            (&["see ##[error]x", " #[test] ## [x]"], "see ##U+005Berror]x #[test] ## [x]"),
        ] {
            let mut guard = LineGuard::default();
            let safe: String = pieces.iter().map(|piece| guard.guard(piece)).collect();
            assert_eq!(safe, shown);
        }
        assert_eq!(printable_line("a\n::b\u{1b}"), "aU+000A::bU+001B");
        assert_eq!(printable_lines("a\tx\r\n::b\u{1b}\r"), "a\tx\r\nU+003A:bU+001BU+000D");
    }

    #[test]
    fn json_stays_what_it_is() {
        let text = "a\u{9b}2J\u{202e}\u{e0041} ##[error]\n«да»";
        let json = serde_json::to_string_pretty(&[text]).unwrap();
        let safe = printable_json(&json);
        assert_eq!(serde_json::from_str::<Vec<String>>(&safe).unwrap(), [text]);
        assert!(!safe.contains(['\u{9b}', '\u{202e}', '\u{e0041}']) && !safe.contains("##["));
        assert!(safe.contains("«да»"));
    }

    #[test]
    fn ordinary_text_is_left_alone() {
        let text = "«Ёлка» — пере\u{ad}нос, по\u{301}том, 1\u{a0}000 №";
        assert!(matches!(printable(text), Cow::Borrowed(_)));
    }
}
