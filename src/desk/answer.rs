//! Requests and answers as values, free of any network.

use percent_encoding::percent_decode_str;
use serde::Serialize;

/// What a page may load and do. Nothing is run but the desk's own script, nothing is asked but the
/// desk.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; \
                      connect-src 'self'; base-uri 'none'; form-action 'self'; \
                      frame-ancestors 'none'";

/// What every answer says of itself.
const ALWAYS: [(&str, &str); 7] = [
    ("content-security-policy", POLICY),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cache-control", "no-store"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("x-frame-options", "DENY"),
];

/// A request, whole.
#[derive(Debug, Clone)]
pub(super) struct Request {
    method: String,
    path: String,
    query: String,
    headers: Vec<(String, String)>,
    pub(super) body: Vec<u8>,
}

impl Request {
    /// A request for `target`, a path with its query; names of headers are in lower case.
    pub(super) fn new(
        method: &str,
        target: &str,
        headers: Vec<(String, String)>,
        body: Vec<u8>,
    ) -> Self {
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        Self {
            method: method.to_owned(),
            path: path.to_owned(),
            query: query.to_owned(),
            headers,
            body,
        }
    }

    pub(super) fn is_get(&self) -> bool {
        self.method == "GET" || self.method == "HEAD"
    }

    pub(super) fn method(&self) -> &str {
        &self.method
    }

    pub(super) fn path(&self) -> &str {
        &self.path
    }

    pub(super) fn header(&self, name: &str) -> Option<&str> {
        let (_, value) = self.headers.iter().find(|(known, _)| known == name)?;
        Some(value)
    }

    pub(super) fn cookie(&self, name: &str) -> Option<String> {
        let cookies = self.header("cookie")?.split(';');
        let mut pairs = cookies.filter_map(|cookie| cookie.trim().split_once('='));
        pairs.find(|(known, _)| *known == name).map(|(_, value)| value.to_owned())
    }

    /// A value of the query, decoded.
    pub(super) fn query(&self, name: &str) -> Option<String> {
        let mut pairs = self.query.split('&').filter_map(|pair| pair.split_once('='));
        let (_, value) = pairs.find(|(known, _)| *known == name)?;
        Some(percent_decode_str(&value.replace('+', " ")).decode_utf8_lossy().into_owned())
    }
}

/// An answer, whole.
#[derive(Debug, Clone)]
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) headers: Vec<(&'static str, String)>,
    pub(super) body: Vec<u8>,
}

impl Answer {
    pub(super) fn new(status: u16, media_type: &str, body: impl Into<Vec<u8>>) -> Self {
        let always = ALWAYS.map(|(name, value)| (name, value.to_owned()));
        let kind = [("content-type", media_type.to_owned())];
        Self { status, headers: always.into_iter().chain(kind).collect(), body: body.into() }
    }

    pub(super) fn page(html: String) -> Self {
        Self::new(200, "text/html; charset=utf-8", html)
    }

    pub(super) fn json(status: u16, value: &impl Serialize) -> Self {
        let json = serde_json::to_vec(value).unwrap_or_default();
        Self::new(status, "application/json", json)
    }

    pub(super) fn redirect(target: &str) -> Self {
        Self::new(303, "text/plain; charset=utf-8", "").with("location", target.to_owned())
    }

    /// Says nothing but what a person at the terminal can do.
    pub(super) fn refused(status: u16) -> Self {
        let words = "Open the address that `sverka desk` printed.\n\
                     Откройте адрес, который напечатала команда `sverka desk`.\n";
        Self::new(status, "text/plain; charset=utf-8", words)
    }

    pub(super) fn with(mut self, name: &'static str, value: String) -> Self {
        self.headers.push((name, value));
        self
    }
}
