//! The documentation: every link leads to a file, and the site lists every page.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Markdown files below a folder of the project.
fn pages(folder: &str) -> Vec<PathBuf> {
    let mut pages = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "md") {
                pages.push(path);
            }
        }
    }
    pages
}

/// The files that a page links to; what leads to another site, or to a heading, is left out.
fn links(page: &Path) -> Vec<PathBuf> {
    let text = fs::read_to_string(page).unwrap();
    let mut links = Vec::new();
    let mut fenced = false;
    for line in text.lines() {
        fenced ^= line.trim_start().starts_with("```");
        if fenced {
            continue;
        }
        for piece in line.split("](").skip(1) {
            let address = piece.split([')', '#', ' ']).next().unwrap_or_default();
            if !address.is_empty() && !address.contains(':') {
                links.push(page.parent().unwrap().join(address));
            }
        }
    }
    links
}

#[test]
fn every_link_leads_to_a_file() {
    let roots = ["README.md", "README.ru.md", "CONTRIBUTING.md", "SECURITY.md"];
    let pages = pages("docs").into_iter().chain(roots.map(|name| root().join(name)));
    for page in pages {
        for link in links(&page) {
            assert!(link.exists(), "{} links to {}", page.display(), link.display());
        }
    }
}

#[test]
fn the_site_lists_every_page() {
    let summary = root().join("docs/SUMMARY.md");
    let listed: BTreeSet<PathBuf> = links(&summary).into_iter().collect();
    let all: BTreeSet<PathBuf> =
        pages("docs").into_iter().filter(|path| *path != summary).collect();
    let missing: Vec<_> = all.difference(&listed).collect();
    assert!(missing.is_empty(), "not in docs/SUMMARY.md: {missing:?}");
}
