//! Patterns of paths, as configurations and term bases write them.

use globset::{Glob, GlobBuilder};

use super::Message;

/// No path is longer, so that a longer pattern means nothing but work.
pub const LONGEST_PATTERN: usize = 4096;

/// A pattern of paths; `*` stands for what has no `/` in it where `within_names` says so.
///
/// # Errors
/// When it is none; the message says why.
pub fn path_pattern(pattern: &str, within_names: bool) -> Result<Glob, Message> {
    if pattern.len() > LONGEST_PATTERN {
        return Err(Message::new("config-glob-long").with("bytes", LONGEST_PATTERN));
    }
    let glob = GlobBuilder::new(pattern).literal_separator(within_names).build();
    glob.map_err(|error| {
        let message = Message::new("config-glob").with("glob", pattern);
        message.with("detail", error.kind().to_string())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_that_no_path_can_fit_is_none() {
        let refused = |pattern: &str| path_pattern(pattern, true).map_err(|error| error.id);
        assert!(refused("a/**/*.md").is_ok());
        assert_eq!(refused("a[").unwrap_err(), "config-glob");
        let nested = "{a,".repeat(20_000) + &"}".repeat(20_000);
        assert_eq!(refused(&nested).unwrap_err(), "config-glob-long");
    }
}
