//! The modules of the library know only those above them in the list that its documentation gives.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// The modules in reading order.
fn order(library: &str) -> Vec<&str> {
    let entries = library.lines().filter_map(|line| line.split_once(". [`"));
    let numbered =
        entries.filter(|(number, _)| number.trim_start_matches("//! ").parse::<u8>().is_ok());
    numbered.filter_map(|(_, rest)| rest.split('`').next()).collect()
}

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

/// The modules of the crate that a file names, its tests left out.
fn used(text: &str) -> BTreeSet<String> {
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    let paths = code.split("crate::").skip(1);
    paths.flat_map(|path| path.strip_prefix('{').map_or_else(|| vec![name(path)], listed)).collect()
}

/// The first parts of the paths in a list of imports, whose opening brace is left out.
fn listed(list: &str) -> Vec<String> {
    let (mut names, mut depth, mut is_start) = (Vec::new(), 0, true);
    for (at, c) in list.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' => is_start = depth == 0,
            _ if is_start && c.is_ascii_lowercase() => {
                names.push(name(&list[at..]));
                is_start = false;
            }
            _ => {}
        }
    }
    names
}

fn name(text: &str) -> String {
    text.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect()
}

#[test]
fn modules_know_only_those_above_them() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let library = fs::read_to_string(root.join("lib.rs")).unwrap();
    let order = order(&library);
    assert!(order.len() > 10, "{order:?}");
    let place = |name: &str| order.iter().position(|module| *module == name);
    let mut files = Vec::new();
    rust_files(&root, &mut files);
    for file in files {
        let relative = file.strip_prefix(&root).unwrap();
        let is_test = relative.iter().any(|part| part == "tests" || part == "tests.rs");
        let module = relative.iter().next().and_then(|part| part.to_str()).unwrap();
        let Some(own) = place(module.trim_end_matches(".rs")).filter(|_| !is_test) else {
            continue;
        };
        for name in used(&fs::read_to_string(&file).unwrap()) {
            let is_above = place(&name).is_none_or(|other| other <= own);
            assert!(is_above, "{} knows {name}", relative.display());
        }
    }
}

#[test]
fn names_are_found_in_lists_of_imports() {
    let text = "use crate::{\n    model::{Span, Bead},\n    text::words,\n};\nfn f() { crate::align::x() }\n#[cfg(test)]\ncrate::ui";
    assert_eq!(used(text).into_iter().collect::<Vec<_>>(), ["align", "model", "text"]);
}
