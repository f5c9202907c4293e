//! Which part of a package leads where.

use super::super::{
    package::{Package, Refused},
    xml::{Piece, attribute, pieces},
};

/// The relations of one part.
#[derive(Debug, Default)]
pub(super) struct Relations(Vec<Relation>);

#[derive(Debug)]
struct Relation {
    id: String,
    kind: String,
    target: String,
    is_external: bool,
}

impl Relations {
    /// Those of the part called `name`; of the package where that is empty.
    pub(super) fn of(package: &mut Package<'_>, name: &str) -> Result<Self, Refused> {
        let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
        let folder = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        let text = package.text(&format!("{folder}_rels/{file}.rels"))?.unwrap_or_default();
        let relations = pieces(&text).0.into_iter().filter_map(|piece| match piece {
            Piece::Open(name, attributes, _) if name == "Relationship" => {
                let value = |name| attribute(&attributes, name).unwrap_or_default().to_owned();
                let is_external = value("TargetMode") == "External";
                let target = value("Target");
                let target = if is_external { target } else { inside(&folder, &target) };
                let kind = value("Type").rsplit('/').next().unwrap_or_default().to_owned();
                Some(Relation { id: value("Id"), kind, target, is_external })
            }
            _ => None,
        });
        Ok(Self(relations.collect()))
    }

    /// The parts of a kind.
    pub(super) fn of_type<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = &'a str> {
        let is_it = move |relation: &&Relation| relation.kind == kind && !relation.is_external;
        self.0.iter().filter(is_it).map(|relation| relation.target.as_str())
    }

    /// The address outside of the package that an id leads to.
    pub(super) fn address(&self, id: &str) -> Option<&str> {
        let found = self.0.iter().find(|relation| relation.id == id && relation.is_external)?;
        Some(&found.target)
    }
}

/// The path of a part that another names from its folder.
fn inside(folder: &str, target: &str) -> String {
    if let Some(target) = target.strip_prefix('/') {
        return target.to_owned();
    }
    let whole = format!("{folder}{target}");
    let mut parts: Vec<&str> = Vec::new();
    for part in whole.split('/') {
        match part {
            ".." => {
                parts.pop();
            }
            "." | "" => {}
            part => parts.push(part),
        }
    }
    parts.join("/")
}
