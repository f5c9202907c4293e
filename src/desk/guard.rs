//! Who may ask: a browser on this machine that was given the secret, for its own pages alone.
//!
//! A loopback address alone does not keep other sites out: any page may send requests to it, and a
//! name that resolves to it is taken for it. So the host must be the desk's own, the origin of
//! whatever changes something the desk's own page, and the secret be in a cookie that no other
//! site's request carries.

use super::answer::{Answer, Request};

/// The query by which the address that opens the desk carries the secret.
const KEY: &str = "key";

/// What tells a desk's own browser from everybody else.
#[derive(Debug, Clone)]
pub(super) struct Guard {
    port: u16,
    secret: String,
}

impl Guard {
    pub(super) const fn new(port: u16, secret: String) -> Self {
        Self { port, secret }
    }

    /// The address that opens the desk.
    pub(super) fn address(&self) -> String {
        format!("http://127.0.0.1:{}/?{KEY}={}", self.port, self.secret)
    }

    /// The answer to a request that goes no further: a refusal, or the cookie for whoever knows
    /// the secret. Nothing is for those who may ask.
    pub(super) fn stops(&self, request: &Request) -> Option<Answer> {
        if !self.is_own_host(request.header("host")) {
            return Some(Answer::refused(421));
        }
        let is_first = request.is_get() && request.query(KEY).is_some();
        if !self.is_own_origin(request) || (is_from_elsewhere(request) && !is_first) {
            return Some(Answer::refused(403));
        }
        if let Some(key) = request.query(KEY).filter(|_| is_first) {
            return Some(if self.is_secret(&key) { self.welcome() } else { Answer::refused(403) });
        }
        let known = request.cookie(&self.cookie_name()).is_some_and(|key| self.is_secret(&key));
        (!known).then(|| Answer::refused(403))
    }

    fn hosts(&self) -> [String; 2] {
        ["127.0.0.1", "localhost"].map(|host| format!("{host}:{}", self.port))
    }

    fn is_own_host(&self, host: Option<&str>) -> bool {
        host.is_some_and(|host| self.hosts().iter().any(|own| own == host))
    }

    /// What changes something must say that it comes from a page of the desk.
    fn is_own_origin(&self, request: &Request) -> bool {
        match request.header("origin") {
            Some(origin) => self.hosts().iter().any(|own| origin == format!("http://{own}")),
            None => request.is_get(),
        }
    }

    /// Compared by hashes, which takes as long for every wrong guess.
    fn is_secret(&self, key: &str) -> bool {
        blake3::hash(key.as_bytes()) == blake3::hash(self.secret.as_bytes())
    }

    fn cookie_name(&self) -> String {
        format!("sverka-desk-{}", self.port)
    }

    /// Leads to the first page, with the cookie, and out of the address with the secret.
    fn welcome(&self) -> Answer {
        let cookie =
            format!("{}={}; Path=/; HttpOnly; SameSite=Strict", self.cookie_name(), self.secret);
        Answer::redirect("/").with("set-cookie", cookie)
    }
}

/// What browsers say of a request that another site's page makes.
fn is_from_elsewhere(request: &Request) -> bool {
    request.header("sec-fetch-site").is_some_and(|site| !matches!(site, "same-origin" | "none"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const COOKIE: (&str, &str) = ("cookie", "a=b; sverka-desk-7000=secret");
    const HOST: (&str, &str) = ("host", "127.0.0.1:7000");

    fn status(method: &str, target: &str, headers: &[(&str, &str)]) -> Option<u16> {
        let guard = Guard::new(7000, "secret".to_owned());
        let headers = headers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        let request = Request::new(method, target, headers.collect(), Vec::new());
        guard.stops(&request).map(|answer| answer.status)
    }

    #[test]
    fn only_the_own_browser_comes_in() {
        let own = ("origin", "http://127.0.0.1:7000");
        for (method, target, headers, expected) in [
            ("GET", "/", &[HOST, COOKIE][..], None),
            ("GET", "/", &[HOST], Some(403)),
            ("GET", "/", &[HOST, ("cookie", "sverka-desk-7000=guess")], Some(403)),
            ("GET", "/?key=secret", &[HOST], Some(303)),
            ("GET", "/?key=guess", &[HOST, COOKIE], Some(403)),
            ("GET", "/", &[COOKIE], Some(421)),
            ("GET", "/", &[("host", "evil.example:7000"), COOKIE], Some(421)),
            ("GET", "/", &[("host", "127.0.0.1:7001"), COOKIE], Some(421)),
            ("GET", "/", &[HOST, COOKIE, ("origin", "https://evil.example")], Some(403)),
            ("GET", "/", &[HOST, COOKIE, ("sec-fetch-site", "cross-site")], Some(403)),
            ("POST", "/decide", &[HOST, COOKIE, own], None),
            ("POST", "/decide", &[HOST, COOKIE], Some(403)),
            ("POST", "/decide", &[HOST, COOKIE, ("origin", "null")], Some(403)),
            ("POST", "/decide", &[HOST, COOKIE, ("origin", "http://localhost:7000")], None),
            ("POST", "/?key=secret", &[HOST, own], Some(403)),
        ] {
            assert_eq!(status(method, target, headers), expected, "{method} {target} {headers:?}");
        }
    }
}
