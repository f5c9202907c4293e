//! Names of concepts as XML names.
//!
//! What no XML name may have is written `_x0020_`, by its number in Unicode (as ISO/IEC 9075-14
//! does it), so that every name survives.

/// The name as an `id`: a letter or an underscore, then letters, digits, hyphens and full stops.
pub(super) fn encode(name: &str) -> String {
    let mut id = String::with_capacity(name.len());
    for (at, c) in name.char_indices() {
        let is_letter = c.is_ascii_alphabetic() || ('Ё'..='ё').contains(&c);
        let is_inner = at > 0 && (c.is_ascii_digit() || matches!(c, '-' | '.'));
        let is_plain_underscore = c == '_' && !name[at..].starts_with("_x");
        if is_letter || is_inner || is_plain_underscore {
            id.push(c);
        } else {
            id.push_str(&format!("_x{:04X}_", c as u32));
        }
    }
    id
}

/// The name of an `id`.
pub(super) fn decode(id: &str) -> String {
    let mut name = String::with_capacity(id.len());
    let mut rest = id;
    while let Some(at) = rest.find("_x") {
        let (before, from) = rest.split_at(at);
        name.push_str(before);
        let (c, length) = escaped(from).unwrap_or(('_', 1));
        name.push(c);
        rest = &from[length..];
    }
    name + rest
}

/// The character that `_x0020_` stands for, at the start of `text`, and the length of that.
fn escaped(text: &str) -> Option<(char, usize)> {
    let (digits, _) = text.strip_prefix("_x")?.split_once('_')?;
    let c = char::from_u32(u32::from_str_radix(digits, 16).ok()?)?;
    (digits.len() >= 4).then_some((c, digits.len() + 3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_survives() {
        for (name, id) in [
            ("partial-mobilization", "partial-mobilization"),
            ("3rd-army", "_x0033_rd-army"),
            ("дом", "дом"),
            ("a b", "a_x0020_b"),
            ("a_b", "a_b"),
            ("a_x0020_b", "a_x005F_x0020_b"),
        ] {
            assert_eq!(encode(name), id);
            assert_eq!(decode(id), name);
        }
    }
}
