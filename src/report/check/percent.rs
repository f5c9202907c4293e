//! Paths as parts of addresses.

/// A relative path as a URI reference (RFC 3986): all but unreserved characters and `/` by number.
/// A colon is encoded, too, so that no folder is taken for a scheme.
pub(super) fn percent_encoded(path: &str) -> String {
    let encoded = |byte: u8| match byte {
        b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
            char::from(byte).to_string()
        }
        _ => format!("%{byte:02X}"),
    };
    path.bytes().map(encoded).collect()
}
