//! Directives of docutils that every format that has them reads alike.

/// Those whose text may begin beside the name.
pub(super) const ADMONITIONS: [&str; 13] = [
    "note",
    "warning",
    "tip",
    "important",
    "caution",
    "danger",
    "attention",
    "error",
    "hint",
    "seealso",
    "todo",
    "epigraph",
    "pull-quote",
];
