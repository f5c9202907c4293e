//! Comments that no reader sees: between the tags of a template language, and those of MDX, which
//! pages of Markdown have as well.

use super::mask::{statement, tags};

/// The comments that are open where a line begins.
#[derive(Debug, Default)]
pub(super) struct Comments {
    is_in_template: bool,
    is_in_mdx: bool,
}

impl Comments {
    /// How many bytes at the start of a line belong to a comment, its marks included; `after` is the
    /// text after the line. A comment that never ends is none, nor does one begin in code.
    pub(super) fn length(&mut self, line: &str, after: &str, is_in_code: bool) -> usize {
        let of_template = self.of_template(line, after, is_in_code);
        of_template.max(self.of_mdx(line, after, is_in_code))
    }

    /// Of `{% comment %} … {% endcomment %}`.
    fn of_template(&mut self, line: &str, after: &str, is_in_code: bool) -> usize {
        let mut tags = tags(line).filter_map(|tag| Some((statement(tag.of(line))?, tag.end)));
        let may_begin = !is_in_code && line.trim_start().starts_with("{%");
        let mut begins = || may_begin && tags.next().is_some_and(|(name, _)| name == "comment");
        if !(self.is_in_template || begins()) {
            return 0;
        }
        let end = tags.find(|(name, _)| *name == "endcomment").map(|(_, end)| end);
        self.is_in_template = end.is_none() && after.contains("endcomment");
        end.unwrap_or(if self.is_in_template { line.len() } else { 0 })
    }

    /// Of `{/* … */}`. Once begun it is known to end.
    fn of_mdx(&mut self, line: &str, after: &str, is_in_code: bool) -> usize {
        const END: &str = "*/}";
        let end = || line.find(END).map(|at| at + END.len());
        let begins = || !is_in_code && line.trim_start().starts_with("{/*");
        if !self.is_in_mdx && !(begins() && (line.contains(END) || after.contains(END))) {
            return 0;
        }
        let end = end();
        self.is_in_mdx = end.is_none();
        end.unwrap_or(line.len())
    }
}

#[cfg(test)]
mod tests {
    use super::super::mask::mask;

    #[test]
    fn comments_between_tags_are_left_out() {
        let text = "{%- comment -%} Один\nдва\n{% endcomment %} Три.\n{% comment %}четыре\n";
        assert_eq!(mask(text, false).text.trim_start(), "Три.\nxxxxxxxxxxxxxчетыре\n");
        let text = "{% comment %}Один{% endcomment %}\n\nДва {% comment %}три{% endcomment %}\n";
        assert!(mask(text, false).text.contains("Два"));
        assert!(!mask(text, false).text.contains("Один"));
    }

    #[test]
    fn comments_of_mdx_are_left_out() {
        let text = "{/* Один\nдва */} Три.\n\n{/* <script></script> */}\nЧетыре {/* пять.\n";
        let read = mask(text, false).text;
        assert!(!read.contains("Один") && !read.contains("два") && !read.contains("script"));
        assert!(read.contains("Три.") && read.contains("Четыре {/* пять."));
    }
}
