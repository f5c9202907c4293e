//! Where Docusaurus keeps the translations of what.

/// Folders of translations, without their language, and of what they translate.
pub(super) const FOLDERS: [(&str, &str); 4] = [
    ("i18n/docusaurus-plugin-content-docs/current", "docs"),
    ("i18n/docusaurus-plugin-content-docs/version-", "versioned_docs/version-"),
    ("i18n/docusaurus-plugin-content-blog", "blog"),
    ("i18n/docusaurus-plugin-content-pages", "src/pages"),
];

/// The name of a category stands beside its pages in the language that leads, and in no folder of
/// that language: the path of it, for a translation whose path is cut at the mark of its language.
pub(super) fn original_of_category(before: &str, after: &str) -> Option<String> {
    let name = after.rsplit('/').next()?;
    if !name.starts_with("_category_.") {
        return None;
    }
    let path = format!("{before}{}", after.trim_start_matches('/'));
    let (kept, of) = FOLDERS.iter().find(|(kept, _)| path.contains(kept))?;
    Some(path.replacen(kept, of, 1))
}
