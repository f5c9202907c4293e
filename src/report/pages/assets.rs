//! The files that all pages share: the stylesheet, the script, the icon.

/// A file that all pages share.
#[derive(Debug, Clone, Copy)]
pub struct Asset {
    /// Its name in the folder `assets`.
    pub name: &'static str,
    /// What kind of file it is.
    pub media_type: &'static str,
    /// What stands in it.
    pub text: &'static str,
}

/// All of them.
pub(super) const ASSETS: [Asset; 3] = [
    Asset {
        name: "pages.css",
        media_type: "text/css; charset=utf-8",
        text: include_str!("assets/pages.css"),
    },
    Asset {
        name: "pages.js",
        media_type: "text/javascript; charset=utf-8",
        text: include_str!("assets/pages.js"),
    },
    Asset { name: "icon.svg", media_type: "image/svg+xml", text: include_str!("assets/icon.svg") },
];

/// The file of that name.
#[must_use]
pub fn asset(name: &str) -> Option<Asset> {
    ASSETS.into_iter().find(|asset| asset.name == name)
}
