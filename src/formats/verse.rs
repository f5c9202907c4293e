//! Verse without full stops: no sentence ends in it before its last line, so lines are its units.

/// A line longer than this, in characters, is prose.
const LONGEST: usize = 80;

/// Lines, at least: two may be an address or a heading.
const FEWEST: usize = 3;

/// Whether the lines of a block are such verse. Wrapped prose begins with a capital and goes on in
/// small letters; lines of verse begin all with the one or all with the other.
pub(super) fn is_unstopped<'a>(lines: impl ExactSizeIterator<Item = &'a str>) -> bool {
    let count = lines.len();
    let mut capitals = 0;
    for (index, line) in lines.enumerate() {
        let Some(first) = line.chars().find(|c| c.is_alphanumeric()) else { return false };
        let is_last = index + 1 == count;
        if !first.is_alphabetic() || line.chars().count() > LONGEST || (!is_last && stops(line)) {
            return false;
        }
        capitals += usize::from(first.is_uppercase());
    }
    count >= FEWEST && (capitals == count || capitals == 0)
}

/// Whether a sentence may end in the line.
fn stops(line: &str) -> bool {
    line.contains(['.', '!', '?', '…'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_verse_without_stops_is_taken_for_it() {
        for (text, expected) in [
            ("Уходит поезд на восток\nИ дым ложится на поля\nА мне остался на часок", true),
            ("уходит поезд на восток,\nи дым ложится на поля,\nа мне остался на часок.", true),
            ("Уходит поезд на восток.\nИ дым ложится на поля.\nА мне остался только час.", false),
            ("Поезд уходит на восток,\nи дым ложится на поля,\nа мне остался один час", false),
            ("Улица Ленина\nДом пять", false),
        ] {
            let lines: Vec<&str> = text.split('\n').collect();
            assert_eq!(is_unstopped(lines.into_iter()), expected, "{text}");
        }
    }
}
