//! What a page says of itself to the program that shows it: keys of its front matter, and whether it
//! only leads on to another page.

/// Keys of the front matter of pages that stand for an old address.
const REDIRECTS: [&str; 3] = ["redirect_to", "redirectTo", "redirect-to"];

/// The lines of the front matter of `text`, YAML or TOML.
pub fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut lines = text.lines();
    let fence = lines.next().map(str::trim_end).filter(|line| matches!(*line, "---" | "+++"));
    lines.take_while(move |line| fence.is_some_and(|fence| line.trim_end() != fence))
}

/// The key of a line, with the white space before it, and its value without quotation marks.
#[must_use]
pub fn entry(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.split_once([':', '='])?;
    Some((key.trim_end(), value.trim().trim_matches(['"', '\''])))
}

/// The value of the first of `keys` that has one.
#[must_use]
pub fn value<'t>(text: &'t str, keys: &[&str]) -> Option<&'t str> {
    // Nothing else may stand before front matter.
    let mut entries = lines(text.trim_start_matches(['\n', '\r'])).filter_map(entry);
    let is_wanted = |(key, value): &(&str, &str)| keys.contains(&key.trim()) && !value.is_empty();
    entries.find(is_wanted).map(|(_, value)| value)
}

/// Whether a page is shown to nobody, since its front matter or its head leads on.
#[must_use]
pub fn leads_on(text: &str) -> bool {
    let mut tags =
        text.match_indices("<meta").filter_map(|(at, _)| text.get(at..)?.split('>').next());
    value(text, &REDIRECTS).is_some()
        || tags.any(|tag| {
            tag.contains("http-equiv") && tag.contains("refresh") && tag.contains("url=")
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_that_lead_on() {
        for (text, expected) in [
            ("---\nredirect_to: /ru/diary/\nhidden: true\n---\n", true),
            ("<html>\n<meta http-equiv=\"refresh\" content=\"0; url=/diary\">\n<a>Click</a>", true),
            ("---\nredirect_from: /diary/\n---\nText.", false),
            ("---\nredirect_to:\n---\nText.", false),
            ("<meta http-equiv=\"refresh\" content=\"30\">", false),
            ("Write `redirect_to: /ru/` on top.", false),
        ] {
            assert_eq!(leads_on(text), expected, "{text}");
        }
    }
}
