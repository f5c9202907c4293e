//! When there is colour, and which.

use anstyle::{AnsiColor, Style};

/// What the user asks for with `--color`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ColourChoice {
    /// On a terminal, unless its user does not want it.
    #[default]
    Auto,
    /// Even into a pipe.
    Always,
    /// Never.
    Never,
}

impl ColourChoice {
    /// The value of `--color` by its name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "auto" => Some(Self::Auto),
            "always" => Some(Self::Always),
            "never" => Some(Self::Never),
            _ => None,
        }
    }

    /// Whether to colour a stream. `variable` looks into the environment, where `NO_COLOR`
    /// (no-color.org) and `CLICOLOR`, `CLICOLOR_FORCE` (bixense.com/clicolors) have a say.
    #[must_use]
    pub fn wants_colour(
        self,
        is_terminal: bool,
        variable: impl Fn(&str) -> Option<String>,
    ) -> bool {
        let value = |name| variable(name).filter(|value| !value.is_empty());
        match self {
            Self::Always => true,
            Self::Never => false,
            Self::Auto if value("NO_COLOR").is_some() => false,
            Self::Auto if value("CLICOLOR_FORCE").is_some_and(|value| value != "0") => true,
            Self::Auto => {
                is_terminal
                    && value("CLICOLOR").is_none_or(|value| value != "0")
                    && value("TERM").is_none_or(|value| value != "dumb")
            }
        }
    }
}

/// The styles of what is printed. Nothing is said by colour alone.
#[derive(Debug, Clone, Copy, Default)]
pub struct Palette {
    /// Errors.
    pub error: Style,
    /// Warnings.
    pub warn: Style,
    /// Remarks.
    pub info: Style,
    /// Headings and names.
    pub strong: Style,
    /// Paths.
    pub path: Style,
    /// What frames the text and is not read.
    pub faint: Style,
    /// Words that went.
    pub deleted: Style,
    /// Words that came.
    pub inserted: Style,
    /// What is in order.
    pub good: Style,
}

impl Palette {
    /// Colours that read on light and dark grounds.
    #[must_use]
    pub const fn coloured() -> Self {
        Self {
            error: AnsiColor::Red.on_default().bold(),
            warn: AnsiColor::Yellow.on_default().bold(),
            info: AnsiColor::Blue.on_default().bold(),
            strong: Style::new().bold(),
            path: AnsiColor::Cyan.on_default(),
            faint: Style::new().dimmed(),
            deleted: AnsiColor::Red.on_default().strikethrough(),
            inserted: AnsiColor::Green.on_default().bold(),
            good: AnsiColor::Green.on_default(),
        }
    }

    /// No colour at all.
    #[must_use]
    pub fn plain() -> Self {
        Self::default()
    }

    /// Whether there is no colour.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        self.strong.is_plain()
    }

    /// One or the other.
    #[must_use]
    pub fn new(coloured: bool) -> Self {
        if coloured { Self::coloured() } else { Self::plain() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_user_is_asked_before_the_terminal() {
        use ColourChoice::{Always, Auto, Never};
        for (choice, terminal, variables, expected) in [
            (Auto, true, &[][..], true),
            (Auto, false, &[], false),
            (Auto, true, &[("NO_COLOR", "1")], false),
            (Auto, true, &[("NO_COLOR", "")], true),
            (Auto, false, &[("CLICOLOR_FORCE", "1")], true),
            (Auto, false, &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")], false),
            (Auto, true, &[("TERM", "dumb")], false),
            (Always, false, &[("NO_COLOR", "1")], true),
            (Never, true, &[("CLICOLOR_FORCE", "1")], false),
        ] {
            let variable = |name: &str| {
                variables.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned())
            };
            let wanted = choice.wants_colour(terminal, variable);
            assert_eq!(wanted, expected, "{choice:?} {terminal} {variables:?}");
        }
    }
}
