//! What the fuzz targets hold of every input. `tests/it/adversarial.rs` holds the same of the
//! corpora and of some changes of them.

mod readers;

pub use readers::*;
