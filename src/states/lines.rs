//! Whether code and markup of a translation have what changed in those of the original, line by
//! line.

use super::answer::Answer;
use crate::text::normalize::is_cyrillic;

/// What a translation makes of changed code: its lines are the same on both sides, save those with
/// Russian words, which are compared as text, and the language of the fence.
pub(super) fn answer_of_lines(was: &str, now: &str, translation: &str) -> Answer {
    let texts = (was, now);
    let (was, now, there) = (lines(was), lines(now), lines(translation));
    let (came, left) = (without(&now, &was), without(&was, &now));
    if came.is_empty() && left.is_empty() {
        let is_other = own_lines(texts.0) != own_lines(texts.1);
        return if is_other { Answer::Reworded } else { Answer::Inflected };
    }
    let is_there = |line: &String| there.contains(line);
    let lacks = came.iter().any(|line| !is_there(line));
    let keeps = left.iter().any(|line| is_there(line));
    match (lacks, keeps) {
        (false, false) => Answer::Said,
        (true, false) if !left.is_empty() => Answer::Reworded,
        _ => Answer::Lacking,
    }
}

/// Whether nothing of these lines is to be read: comments and fences.
pub(super) fn is_silent(text: &str) -> bool {
    lines(text).is_empty() && !text.chars().any(is_cyrillic)
}

/// Whether these lines hold nothing but tags around text and imports of them, which show nothing by
/// themselves: `<Tabs>`, `</TabItem>`, `import Tabs from '@theme/Tabs';`.
pub(super) fn are_wrappers(text: &str) -> bool {
    const SHOWING: [&str; 5] = ["src=", "href=", "to=", "title=", "/>"];
    let is_tag = |line: &str| {
        let is_one = line.matches('<').count() == line.matches('>').count();
        line.starts_with('<') && line.ends_with('>') && is_one
    };
    let is_between = |line: &str| {
        line.split('>').all(|part| part.trim().is_empty() || part.trim_start().starts_with('<'))
    };
    text.lines().map(str::trim).filter(|line| !line.is_empty()).all(|line| {
        let is_import = line.starts_with("import ") && line.contains(" from ");
        let is_wrapper = is_tag(line) && is_between(line) && !line.contains(is_cyrillic);
        is_import || (is_wrapper && !SHOWING.iter().any(|mark| line.contains(mark)))
    })
}

/// The lines that are to be the same in every language, white space folded, without the comments
/// at their ends.
fn lines(text: &str) -> Vec<String> {
    let folded = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    folded.map(without_comment).filter(|line| is_common(line)).collect()
}

fn without_comment(line: String) -> String {
    match trailing_comment(&line).and_then(|at| line.get(..at)) {
        Some(code) => code.trim_end().to_owned(),
        None => line,
    }
}

/// Where a comment after code begins.
fn trailing_comment(line: &str) -> Option<usize> {
    [" #", " //"].iter().filter_map(|mark| line.find(mark)).min()
}

/// The lines with Russian words that are no comments: placeholders, texts that a program shows.
fn own_lines(text: &str) -> Vec<&str> {
    const COMMENTS: [&str; 6] = ["#", "//", "--", ";", "<!--", "*"];
    let is_comment = |line: &str| COMMENTS.iter().any(|mark| line.starts_with(mark));
    let is_trailing =
        |line: &str| trailing_comment(line).is_some_and(|at| !line[..at].chars().any(is_cyrillic));
    let lines = text.lines().map(str::trim).filter(|line| line.chars().any(is_cyrillic));
    lines.filter(|line| !is_comment(line) && !is_trailing(line)).collect()
}

fn is_common(line: &str) -> bool {
    let is_fence = line.starts_with("```") || line.starts_with("~~~");
    let is_comment = line.starts_with("<!--") && line.ends_with("-->");
    !line.is_empty() && !is_fence && !is_comment && !line.chars().any(is_cyrillic)
}

fn without<'a>(some: &'a [String], others: &[String]) -> Vec<&'a String> {
    some.iter().filter(|line| !others.contains(line)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_code_are_looked_for_in_the_translation() {
        let was = "```\na: 1\nb: 2\n```";
        for (now, translation, expected) in [
            ("```yaml\na: 1\nb: 2\n```", "```\na: 1\nb: 2\n```", Answer::Inflected),
            ("```\na: 1\n```", "```\na: 1 \n```", Answer::Said),
            ("```\na: 1\nb: 2\n# Да\n```", "```\na: 1\nb: 2\n```", Answer::Inflected),
            ("```\na: 1\nb: 2\n<имя>\n```", "```\na: 1\nb: 2\n```", Answer::Reworded),
            ("```\na: 1\n```", "```\na: 1\nb: 2\n```", Answer::Lacking),
            ("```\na: 1\nb: 3\n```", "```\na: 1\nb: 2\n```", Answer::Lacking),
            ("```\na: 1\nb: 3\n```", "```\na: 1\nb: 3\n```", Answer::Said),
            ("```\na: 1\nb: 3\n```", "```\na: 1\nb: 9\n```", Answer::Reworded),
            ("```\na: 1\nb: 2\nc: 3\n```", "```\na: 1\nb: 2\n```", Answer::Lacking),
        ] {
            assert_eq!(answer_of_lines(was, now, translation), expected, "{now} {translation}");
        }
        let (was, now) = ("ping a # узел", "ping a:80 # узел");
        assert_eq!(answer_of_lines(was, now, "ping a # the node"), Answer::Lacking);
        assert_eq!(answer_of_lines(was, now, "ping a:80 # the node"), Answer::Said);
        assert!(is_silent("<!-- note -->"));
        for wrapper in
            ["</Tabs>", "<Tabs groupId=\"lang\">\n<TabItem>", "import A from '@theme/A';"]
        {
            assert!(are_wrappers(wrapper), "{wrapper}");
        }
        for text in
            ["<img src=\"a.png\">", "<Card to=\"/a\">", "<b>now</b>", "make all", "<Video />"]
        {
            assert!(!are_wrappers(text), "{text}");
        }
    }
}
