//! Sverka's binary.
fn main() {}
