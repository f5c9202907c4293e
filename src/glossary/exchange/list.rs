//! Several texts in one cell, parted by `|`; a backslash takes a `|` or a backslash by its word.

/// The texts of a cell; blank ones are none.
pub(super) fn split(cell: &str) -> Vec<String> {
    let mut texts = vec![String::new()];
    let mut characters = cell.chars();
    while let Some(c) = characters.next() {
        match (c, texts.last_mut()) {
            ('|', _) => texts.push(String::new()),
            ('\\', Some(text)) => text.push(characters.next().unwrap_or('\\')),
            (c, Some(text)) => text.push(c),
            (_, None) => {}
        }
    }
    let trimmed = texts.iter().map(|text| text.trim().to_owned());
    trimmed.filter(|text| !text.is_empty()).collect()
}

/// The cell of several texts.
pub(super) fn join(texts: &[String]) -> String {
    let escaped: Vec<String> =
        texts.iter().map(|text| text.replace('\\', "\\\\").replace('|', "\\|")).collect();
    escaped.join(" | ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_joined_is_split_again() {
        for texts in [&["моб"][..], &["а|б", "в\\"], &["\\|", "г"], &[]] {
            let texts: Vec<String> = texts.iter().map(|&text| text.to_owned()).collect();
            assert_eq!(split(&join(&texts)), texts);
        }
    }
}
