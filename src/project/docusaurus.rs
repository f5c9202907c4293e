//! Where Docusaurus keeps the translations of what.

/// Folders of translations, without their language, and of what they translate.
pub(super) const FOLDERS: [(&str, &str); 4] = [
    ("i18n/docusaurus-plugin-content-docs/current", "docs"),
    ("i18n/docusaurus-plugin-content-docs/version-", "versioned_docs/version-"),
    ("i18n/docusaurus-plugin-content-blog", "blog"),
    ("i18n/docusaurus-plugin-content-pages", "src/pages"),
];

/// Files of data that stand in the language that leads beside its pages, and in no folder of that
/// language: names of categories, the authors and the tags of a blog.
const BESIDE_PAGES: [&str; 3] = ["_category_", "authors", "tags"];

/// The path of such a file in the language that leads, for a translation whose path is cut at the
/// mark of its language.
pub(super) fn original_of_data(before: &str, after: &str) -> Option<String> {
    let name = after.rsplit('/').next()?;
    if !BESIDE_PAGES.contains(&name.split('.').next()?) {
        return None;
    }
    let path = format!("{before}{}", after.trim_start_matches('/'));
    let (kept, of) = FOLDERS.iter().find(|(kept, _)| path.contains(kept))?;
    Some(path.replacen(kept, of, 1))
}
