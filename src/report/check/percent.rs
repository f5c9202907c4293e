//! Paths as parts of addresses.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// All but the unreserved characters of RFC 3986 and `/`. A colon is among them, so that no folder
/// is taken for a scheme.
const RESERVED: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

/// A relative path as a URI reference.
pub(super) fn percent_encoded(path: &str) -> String {
    utf8_percent_encode(path, RESERVED).to_string()
}
