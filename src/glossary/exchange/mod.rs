//! Term bases in the formats of other programs, and concepts as TOML ready to be pasted.

mod append;
mod toml;

pub use append::append;
pub use toml::concept_toml;
