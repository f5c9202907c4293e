//! What day it is.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::history::Day;

/// Today, in days since 1970-01-01.
pub(super) fn today() -> Day {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Day::try_from(since.as_secs() / 86_400).unwrap_or_default()
}
