//! From bytes to text: UTF-8, UTF-16 with its mark, or a refusal that names the likely encoding.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8};

use crate::{formats::likely_encoding, model::Message};

/// The text of a file that does not itself say how it is encoded. A byte order mark is kept.
pub(super) fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, Message> {
    if let Ok(text) = str::from_utf8(bytes) {
        return Ok(Cow::Borrowed(text));
    }
    match Encoding::for_bom(bytes) {
        Some((encoding, _)) => decode_as(encoding, bytes),
        None => Err(match likely_encoding(bytes) {
            Some(name) => Message::new("exchange-encoding-likely").with("encoding", name),
            None => Message::new("exchange-encoding"),
        }),
    }
}

/// The text of an XML file, which may declare its encoding; that is wrong where one byte a letter
/// can be read and the encoding has two.
pub(super) fn decode_xml(bytes: &[u8]) -> Result<Cow<'_, str>, Message> {
    let Some(label) = declared(bytes).filter(|_| Encoding::for_bom(bytes).is_none()) else {
        return decode(bytes);
    };
    match Encoding::for_label(label) {
        Some(encoding) if encoding == UTF_8 => decode(bytes),
        Some(encoding) if encoding.is_ascii_compatible() => decode_as(encoding, bytes),
        Some(encoding) => Err(wrong(encoding)),
        None => {
            let label = String::from_utf8_lossy(label).into_owned();
            Err(Message::new("exchange-encoding-unknown").with("encoding", label))
        }
    }
}

/// The encoding that an XML declaration names.
fn declared(bytes: &[u8]) -> Option<&[u8]> {
    const KEY: &[u8] = b"encoding";
    let declaration = bytes.strip_prefix(b"<?xml")?;
    let declaration = &declaration[..declaration.iter().position(|&byte| byte == b'>')?];
    let key = declaration.windows(KEY.len()).position(|window| window == KEY)?;
    let mut quoted = declaration[key + KEY.len()..].split(|&byte| matches!(byte, b'"' | b'\''));
    quoted.nth(1)
}

/// The text of a file in a known encoding.
fn decode_as<'a>(encoding: &'static Encoding, bytes: &'a [u8]) -> Result<Cow<'a, str>, Message> {
    let (text, _, is_damaged) = encoding.decode(bytes);
    if is_damaged {
        return Err(wrong(encoding));
    }
    Ok(text)
}

fn wrong(encoding: &'static Encoding) -> Message {
    Message::new("exchange-encoding-wrong").with("encoding", encoding.name())
}

#[cfg(test)]
mod tests {
    use super::{decode, decode_xml};

    #[test]
    fn an_unknown_encoding_is_named_not_guessed() {
        let koi8 = encoding_rs::KOI8_R.encode("Мобилизация началась осенью").0;
        let message = decode(&koi8).unwrap_err();
        assert_eq!(message.id, "exchange-encoding-likely");
        assert_eq!(message.arguments[0].1, "KOI8-R".into());
    }

    #[test]
    fn xml_may_declare_its_encoding() {
        let declared =
            |label: &str| format!("<?xml version='1.0' encoding='{label}'?><a>").into_bytes();
        let mut windows = declared("windows-1251");
        windows.push(0xec);
        assert!(decode_xml(&windows).unwrap().ends_with('м'));
        assert_eq!(decode_xml(&declared("UTF-16")).unwrap_err().id, "exchange-encoding-wrong");
        assert_eq!(decode_xml(&declared("x")).unwrap_err().id, "exchange-encoding-unknown");
        assert!(decode_xml(&declared("utf-8")).is_ok());
    }

    #[test]
    fn utf_16_is_known_by_its_mark() {
        let bytes = [0xff, 0xfe, 0x3c, 0x04, 0x38, 0x04, 0x40, 0x04];
        assert_eq!(decode(&bytes).unwrap(), "мир");
        assert_eq!(decode(&bytes[..7]).unwrap_err().id, "exchange-encoding-wrong");
    }
}
