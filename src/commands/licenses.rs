//! `sverka --licenses`: the licences of all that the binary carries.

use super::{Exit, context::Context, environment::Environment};

/// The option, which stands alone.
pub(super) const LICENSES: &str = "licenses";

const TEXT: &str = include_str!("licenses.txt");

/// Whether nothing but the licences is asked for.
pub(super) fn are_wanted(environment: &Environment) -> bool {
    environment.arguments.get(1).is_some_and(|argument| argument == "--licenses")
}

pub(super) fn write(context: &mut Context<'_>) -> Exit {
    let written = context.write(|output| output.write_all(TEXT.as_bytes()));
    written.map_or_else(|failure| failure.report(context), |()| Exit::Clean)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_crate_that_is_named_is_listed() {
        let manifest: toml::Table = include_str!("../../Cargo.toml").parse().unwrap();
        let dependencies = manifest["dependencies"].as_table().unwrap();
        for name in dependencies.keys() {
            let is_listed = TEXT.lines().any(|line| line.split(' ').next() == Some(name));
            assert!(is_listed, "{name} is not in licenses.txt");
        }
    }
}
