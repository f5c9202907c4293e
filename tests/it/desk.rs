//! The desk over a real socket: who may ask, what a decision writes, what becomes of a file that
//! changes meanwhile.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    process::{Child, Stdio},
    thread,
    time::{Duration, Instant},
};

use serde_json::{Value, json};

use crate::harness::Project;

const SOURCE: &str = "source-ru/a.md";
const TARGET: &str = "translations/a.md";
const LEDGER: &str = "translations/.sverka/a.md.jsonl";

/// A running desk; it ends with this.
struct Desk {
    child: Child,
    port: u16,
    cookie: String,
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

struct Answer {
    status: u16,
    head: String,
    body: String,
}

impl Answer {
    fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|_| panic!("{}\n{}", self.head, self.body))
    }
}

impl Desk {
    fn open(project: &Project, arguments: &[&str]) -> Self {
        let mut command = project.sverka_command();
        command.args(["desk", "--no-open"]).args(arguments).stdout(Stdio::piped());
        let mut child = command.stderr(Stdio::null()).spawn().unwrap();
        let mut address = String::new();
        BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut address).unwrap();
        let address = address.trim().to_owned();
        let rest = address.strip_prefix("http://127.0.0.1:").expect("an address");
        let (port, key) = rest.split_once("/?key=").unwrap();
        let (port, cookie) = (port.parse().unwrap(), format!("sverka-desk-{port}={key}"));
        Self { child, port, cookie }
    }

    /// Sends a request as it is; only `Connection: close` is added.
    fn raw(&self, head: &str, body: &[u8]) -> Answer {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
        let _ = stream.write_all(format!("{head}\r\nConnection: close\r\n\r\n").as_bytes());
        let _ = stream.write_all(body);
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        let answer = String::from_utf8_lossy(&answer).into_owned();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap_or((&answer, ""));
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0);
        Answer { status, head: head.to_lowercase(), body: body.to_owned() }
    }

    fn get(&self, path: &str) -> Answer {
        let (port, cookie) = (self.port, &self.cookie);
        self.raw(&format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nCookie: {cookie}"), b"")
    }

    fn post(&self, path: &str, body: &Value) -> Answer {
        let (port, cookie, body) = (self.port, &self.cookie, body.to_string());
        let head = format!(
            "POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nCookie: {cookie}\r\n\
             Origin: http://127.0.0.1:{port}\r\nContent-Type: application/json\r\nContent-Length: {}",
            body.len()
        );
        self.raw(&head, body.as_bytes())
    }

    /// The name of a document on the pages.
    fn document(&self, stem: &str) -> String {
        let home = self.get("/").body;
        let at = home.find(&format!("/documents/{stem}-")).expect(&home);
        home[at + 11..].split('"').next().unwrap().to_owned()
    }

    /// The names of the units of a document that hold `words`, as they stand on its page.
    fn unit(&self, document: &str, words: &str) -> String {
        let page = self.get(&format!("/documents/{document}")).body;
        let unit = page.split("<article ").skip(1).find(|unit| unit.contains(words));
        let unit = unit.unwrap_or_else(|| panic!("no unit with {words} in {page}"));
        unit.split("id=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
    }

    fn decide(&self, action: &str, words: &str, more: Value) -> Answer {
        let document = self.document("a");
        let mut body = json!({"action": action, "document": document});
        body["unit"] = self.unit(&document, words).into();
        body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        self.post("/decide", &body)
    }

    fn edit(&self, words: &str, was: &str, text: &str) -> Answer {
        self.decide("edit", words, json!({"was": was, "text": text}))
    }
}

/// A changed sentence, a missing one, one beyond the original, a slip in a number.
fn project() -> Project {
    let project = Project::repository();
    project.write(
        SOURCE,
        "# Письма\n\nУтром шёл дождь. В полдень Иван купил двенадцать билетов до Самары. Дети вышли гулять.\n\n- В очереди стояло 40 машин.\n- Никто не жаловался.\n",
    );
    project.write(
        TARGET,
        "# Letters\r\n\r\nIn the morning it **rained**. The children went out for a walk.\r\n\r\n- There were 50 cars in line.\r\n- Nobody complained.\r\n",
    );
    project.commit("Translate");
    project.replace(SOURCE, "шёл дождь", "шёл холодный снег");
    project.commit("Correct the original");
    project
}

#[test]
fn a_page_that_was_made_before_a_change_is_told_of_it() {
    let project = project();
    let desk = Desk::open(&project, &[]);
    let page = desk.get(&format!("/documents/{}", desk.document("a"))).body;
    let shown = page.split("data-change=\"").nth(1).unwrap().split('"').next().unwrap();
    assert_eq!(desk.decide("confirm", "Никто", json!({})).status, 200);
    // Until the files have been looked at, too.
    thread::sleep(Duration::from_secs(3));
    let mut stream = TcpStream::connect(("127.0.0.1", desk.port)).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
    let head = format!(
        "GET /events?shown={shown} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nCookie: {}\r\n\r\n",
        desk.port, desk.cookie
    );
    stream.write_all(head.as_bytes()).unwrap();
    let mut said = String::new();
    while !said.contains("event: changed") {
        let mut some = [0; 1024];
        let count = stream.read(&mut some).unwrap();
        assert!(count > 0, "{said}");
        said.push_str(&String::from_utf8_lossy(&some[..count]));
    }
}

#[test]
fn only_the_own_browser_is_answered() {
    let project = project();
    let desk = Desk::open(&project, &[]);
    let (port, cookie) = (desk.port, &desk.cookie);
    let own = format!("Host: 127.0.0.1:{port}");
    for (head, status) in [
        (format!("GET / HTTP/1.1\r\n{own}"), 403),
        (format!("GET / HTTP/1.1\r\n{own}\r\nCookie: sverka-desk-{port}=0"), 403),
        (format!("GET /assets/pages.js HTTP/1.1\r\n{own}"), 403),
        (format!("GET /events HTTP/1.1\r\n{own}"), 403),
        (format!("GET / HTTP/1.1\r\nHost: evil.example:{port}\r\nCookie: {cookie}"), 421),
        (
            format!("GET / HTTP/1.1\r\n{own}\r\nCookie: {cookie}\r\nOrigin: https://evil.example"),
            403,
        ),
        (format!("POST /decide HTTP/1.1\r\n{own}\r\nCookie: {cookie}\r\nContent-Length: 0"), 403),
        (
            format!(
                "POST /decide HTTP/1.1\r\n{own}\r\nCookie: {cookie}\r\nOrigin: null\r\nContent-Length: 0"
            ),
            403,
        ),
        (
            format!(
                "OPTIONS / HTTP/1.1\r\n{own}\r\nCookie: {cookie}\r\nOrigin: http://127.0.0.1:{port}"
            ),
            405,
        ),
    ] {
        let answer = desk.raw(&head, b"");
        assert_eq!(answer.status, status, "{head}\n{}", answer.head);
        assert!(!answer.head.contains("access-control"), "{}", answer.head);
    }
    let welcome = desk
        .raw(&format!("GET /?key={} HTTP/1.1\r\n{own}", cookie.split_once('=').unwrap().1), b"");
    assert_eq!(welcome.status, 303);
    assert!(welcome.head.contains("httponly; samesite=strict"), "{}", welcome.head);
    let page = desk.get("/");
    assert_eq!(page.status, 200);
    for said in ["default-src 'none'", "frame-ancestors 'none'", "nosniff", "no-store"] {
        assert!(page.head.contains(said), "{}", page.head);
    }
}

#[test]
fn a_path_leads_nowhere_but_to_pages() {
    let project = project();
    project.write("secret.txt", "тайна");
    #[cfg(unix)]
    std::os::unix::fs::symlink("/etc/passwd", project.path("source-ru/out.md")).unwrap();
    let desk = Desk::open(&project, &[]);
    for path in [
        "/../secret.txt",
        "/assets/../../secret.txt",
        "/assets/..%2f..%2fsecret.txt",
        "/documents/../secret.txt",
        "/documents/%2e%2e/secret.txt",
        "/secret.txt",
        "/.git/config",
        "//etc/passwd",
        "/documents/a",
    ] {
        let answer = desk.get(path);
        assert_eq!(answer.status, 404, "{path}");
        assert!(!answer.body.contains("тайна"), "{path}");
    }
    assert!(!desk.get("/").body.contains("root:"));
    let out = desk.get("/").body.contains("documents/out-");
    if out {
        assert!(!desk.get(&format!("/documents/{}", desk.document("out"))).body.contains("root:"));
    }
}

#[test]
fn what_is_too_large_or_no_decision_is_refused() {
    let project = project();
    let desk = Desk::open(&project, &[]);
    let (port, cookie) = (desk.port, &desk.cookie);
    let head = |length: usize, kind: &str| {
        format!(
            "POST /decide HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nCookie: {cookie}\r\n\
             Origin: http://127.0.0.1:{port}\r\nContent-Type: {kind}\r\nContent-Length: {length}"
        )
    };
    assert_eq!(desk.raw(&head(100_000_000, "application/json"), b"").status, 413);
    let undo = json!({"action": "undo"}).to_string();
    assert_eq!(desk.raw(&head(undo.len(), "text/plain"), undo.as_bytes()).status, 400);
    assert_eq!(desk.raw(&head(3, "application/json"), b"{{{").status, 400);
    let chunked =
        head(0, "application/json").replace("Content-Length: 0", "Transfer-Encoding: chunked");
    let mut body = Vec::new();
    for _ in 0..80 {
        body.extend(format!("{:x}\r\n{}\r\n", 65_536, " ".repeat(65_536)).into_bytes());
    }
    let answer = desk.raw(&chunked, &body);
    assert!([413, 0].contains(&answer.status), "{}", answer.head);
    assert_eq!(desk.post("/decide", &json!({"action": "undo"})).status, 409);
    assert!(!project.path(LEDGER).exists());
    assert_eq!(desk.get("/").status, 200);
}

#[test]
fn a_hostile_document_is_inert() {
    let project = Project::repository();
    let hostile = "# <script>alert(1)</script>\n\n[сюда](javascript:alert(1)) <img src=x onerror=alert(2)> и \"><b onclick=alert(3)>туда</b>.\n\n<p style=\"position:fixed;background:url(https://evil.example)\">Поверх всего</p>\n\n<style>body{display:none}</style>\n";
    project.write(SOURCE, hostile).write(TARGET, hostile.replace("сюда", "here"));
    project.commit("Hostile");
    let desk = Desk::open(&project, &[]);
    let page = desk.get(&format!("/documents/{}", desk.document("a"))).body;
    for markup in ["<script>", "<img", "<b ", "javascript:", "style=\"", "<style", "evil.example\""]
    {
        assert!(!page.contains(markup), "{markup}");
    }
    let search = desk.get("/search?words=%3Cscript%3E");
    assert!(search.head.contains("application/json"));
}

#[test]
fn a_decision_is_written_as_accept_writes_it() {
    let (project, other) = (project(), project());
    other.sverka(["accept", "--segment", "translations/a.md:1"]).exits(0);
    let desk = Desk::open(&project, &[]);
    let answer = desk.decide("confirm", "Письма", json!({}));
    assert_eq!((answer.status, answer.json()["message"].as_str()), (200, Some("Confirmed.")));
    assert_eq!(project.read(LEDGER), other.read(LEDGER));
    assert!(desk.get(&format!("/documents/{}", desk.document("a"))).body.contains("is-confirmed"));
    assert_eq!(project.git(&["status", "--porcelain"]).lines().count(), 1);
    assert_eq!(desk.decide("confirm", "Письма", json!({})).status, 409);

    assert_eq!(desk.decide("approve", "Письма", json!({})).status, 200);
    assert!(project.read(LEDGER).contains("\"approved\""));
    assert_eq!(desk.post("/decide", &json!({"action": "undo"})).status, 200);
    assert_eq!(project.read(LEDGER), other.read(LEDGER));
    assert_eq!(desk.post("/decide", &json!({"action": "undo"})).status, 200);
    assert_eq!(project.git(&["status", "--porcelain"]), "");

    // The command line takes back what the desk decided, and the desk's own step is then done.
    assert_eq!(desk.decide("confirm", "Письма", json!({})).status, 200);
    project.sverka(["undo"]).exits(0);
    assert_eq!(project.git(&["status", "--porcelain"]), "");
}

#[test]
fn the_changes_since_a_revision_are_shown() {
    let project = project();
    let desk = Desk::open(&project, &[]);
    assert!(desk.get("/changes").body.contains("Nothing changed"));
    let since = desk.get("/changes?since=HEAD~1").body;
    assert!(since.contains("<del>дождь</del>") && since.contains("<ins>холодный снег</ins>"));
    // The commits that are offered lead to what each of them changed.
    let own = since.split("/changes?since=").nth(1).unwrap().split('"').next().unwrap();
    let own = desk.get(&format!("/changes?since={own}")).body;
    assert!(own.contains("Correct the original") && own.contains("<ins>холодный снег</ins>"));
    let unknown = desk.get("/changes?since=%3Cscript%3E");
    assert!(unknown.status == 200 && !unknown.body.contains("<script>"), "{}", unknown.body);
}

#[test]
fn all_that_is_translated_is_confirmed_in_one_step() {
    let project = project();
    let desk = Desk::open(&project, &[]);
    let body = json!({"action": "confirm-all", "document": desk.document("a")});
    assert_eq!(desk.post("/decide", &body).status, 200);
    let ledger = project.read(LEDGER);
    assert_eq!(ledger.lines().count(), 4, "{ledger}");
    assert!(!ledger.contains("снег"), "what is stale is not confirmed unseen: {ledger}");
    assert_eq!(desk.post("/decide", &json!({"action": "undo"})).status, 200);
    assert!(!project.path(LEDGER).exists());
}

/// How the units of `a.md` stand, as `source|target` by their first words.
fn units(project: &Project) -> Vec<String> {
    let report = project.sverka(["align", SOURCE, TARGET, "--format", "json"]).json();
    let words = |bead: &Value, side: &str| {
        let segments = &report[side]["segments"];
        let texts = bead[side].as_array().unwrap().iter();
        let texts =
            texts.map(|at| segments[at.as_u64().unwrap() as usize]["text"].as_str().unwrap());
        let first = |text: &str| text.split([' ', '.']).next().unwrap_or_default().to_owned();
        texts.map(first).collect::<Vec<_>>().join("+")
    };
    let beads = report["beads"].as_array().unwrap().iter();
    beads.map(|bead| format!("{}|{}", words(bead, "source"), words(bead, "target"))).collect()
}

#[test]
fn segments_are_taken_apart_paired_joined_and_split() {
    let project = project();
    let desk = Desk::open(&project, &[]);
    let all = |words: [&str; 2]| {
        let document = desk.document("a");
        json!(words.map(|words| desk.unit(&document, words)))
    };
    let before = units(&project);
    assert!(before.contains(&"Дети|The".to_owned()), "{before:?}");
    assert_eq!(desk.decide("unlink", "Дети вышли", json!({})).status, 200);
    let apart = units(&project);
    assert!(apart.contains(&"Дети|".to_owned()) && apart.contains(&"|The".to_owned()), "{apart:?}");
    // A missing segment and one too many become a pair.
    let both = json!({"units": all(["билетов до Самары", "The children"])});
    assert_eq!(desk.decide("link", "билетов до Самары", both).status, 200);
    assert!(units(&project).contains(&"В|The".to_owned()), "{:?}", units(&project));
    assert_eq!(desk.post("/decide", &json!({"action": "undo"})).status, 200);
    assert_eq!(units(&project), apart);
    assert_eq!(desk.post("/decide", &json!({"action": "undo"})).status, 200);
    assert_eq!(units(&project), before);
    // A pair takes in what stands beside it, and is split again.
    let both = json!({"units": all(["билетов до Самары", "Дети вышли"])});
    assert_eq!(desk.decide("link", "Дети вышли", both).status, 200);
    assert!(units(&project).contains(&"В+Дети|The".to_owned()), "{:?}", units(&project));
    let parts = json!({"source": 1, "target": 0});
    assert_eq!(desk.decide("split", "Дети вышли", parts).status, 200);
    assert_eq!(units(&project), before);
    // A split takes the place of what was joined, and taking it back joins again.
    assert_eq!(desk.post("/decide", &json!({"action": "undo"})).status, 200);
    assert!(units(&project).contains(&"В+Дети|The".to_owned()), "{:?}", units(&project));
    assert_eq!(project.read(LEDGER).matches("\"pinned\":true").count(), 1);
    // What stands apart does not become one.
    let far = json!({"units": all(["Дети вышли", "Никто не"])});
    let refused = desk.decide("link", "Никто не", far);
    assert_eq!(refused.status, 409, "{}", refused.body);
    assert_eq!(project.git(&["diff", "--name-only"]), "");
}

#[test]
fn a_decision_is_taken_for_a_selection() {
    let project = project();
    let desk = Desk::open(&project, &[]);
    let document = desk.document("a");
    let chosen =
        ["Письма", "Никто не", "билетов до Самары"].map(|words| desk.unit(&document, words));
    let answer = desk.decide("approve", "Письма", json!({"units": chosen}));
    assert_eq!(answer.status, 200, "{}", answer.body);
    let ledger = project.read(LEDGER);
    assert_eq!(ledger.matches("\"approved\"").count(), 2, "{ledger}");
    let page = desk.get(&format!("/documents/{document}")).body;
    assert_eq!(page.matches("data-state=\"approved\"").count(), 2);
    let body = json!({"action": "approve-all", "document": document});
    assert_eq!(desk.post("/decide", &body).status, 200);
    assert!(!project.read(LEDGER).contains("снег"), "what is stale is not approved unseen");
}

#[test]
fn a_note_is_work_until_it_is_settled() {
    let project = project();
    let desk = Desk::open(&project, &[]);
    assert_eq!(desk.decide("note", "Никто не", json!({})).status, 400);
    // What was found out before is kept; the note is found all the same.
    assert!(!project.codes().contains(&"note".to_owned()));
    let note = json!({"note": "Кто именно <b>не</b> жаловался?"});
    assert_eq!(desk.decide("note", "Никто не", note).status, 200);
    assert!(project.read(LEDGER).contains("\"noted\""), "{}", project.read(LEDGER));
    let todo = || project.sverka(["todo"]).exits(0).stdout;
    assert!(todo().contains("Кто именно"), "{}", todo());
    let page = || desk.get(&format!("/documents/{}", desk.document("a"))).body;
    assert!(page().contains("Кто именно &lt;b&gt;"), "{}", page());
    // It says nothing of the segment, and stays with it when the translation is changed in answer.
    assert!(project.codes().contains(&"note".to_owned()), "{:?}", project.codes());
    assert_eq!(desk.decide("confirm", "Никто не", json!({})).status, 200);
    assert_eq!(desk.edit("Никто не", "Nobody complained.", "No passenger complained.").status, 200);
    assert!(todo().contains("Кто именно"), "{}", todo());
    assert_eq!(desk.decide("settle", "Никто не", json!({})).status, 200);
    assert!(!todo().contains("Кто именно"), "{}", todo());
    assert!(project.read(LEDGER).contains("\"confirmed\""));
    assert_eq!(desk.post("/decide", &json!({"action": "undo"})).status, 200);
    assert!(todo().contains("Кто именно"), "{}", todo());
}

#[test]
fn exceptions_and_waivers_need_a_reason_and_answer_the_findings() {
    let project = project();
    let desk = Desk::open(&project, &[]);
    assert_eq!(desk.decide("omit", "билетов до Самары", json!({})).status, 400);
    let note = json!({"note": "не нужно"});
    assert_eq!(desk.decide("omit", "билетов до Самары", note).status, 200);
    let waive = json!({"note": "так в рукописи", "code": "number-changed"});
    assert_eq!(desk.decide("waive", " машин", waive).status, 200);
    assert_eq!(desk.decide("confirm", "холодный снег", json!({})).status, 200);
    let ledger = project.read(LEDGER);
    for expected in ["\"omitted\"", "не нужно", "\"waives\":[\"number-changed\"]"] {
        assert!(ledger.contains(expected), "{ledger}");
    }
    assert_eq!(project.codes(), [""; 0]);
}

#[test]
fn an_edit_changes_just_the_bytes_of_its_segment() {
    let project = project();
    let before = project.read(TARGET);
    let desk = Desk::open(&project, &[]);
    let document = desk.document("a");
    let unit = desk.unit(&document, "холодный снег");
    let begun = desk.post("/edit", &json!({"document": document, "unit": unit})).json();
    assert_eq!(begun["text"], "In the morning it **rained**.");
    let text = "In the morning a **cold snow** fell.";
    let answer = desk.edit("холодный снег", "In the morning it **rained**.", text);
    assert_eq!(answer.status, 200, "{}", answer.body);
    assert_eq!(project.read(TARGET), before.replace("In the morning it **rained**.", text));
    let diff = project.git(&["diff", "--numstat"]);
    assert_eq!(diff, "1\t1\ttranslations/a.md\n");
    let unit = answer.json()["unit"].as_str().unwrap().to_owned();
    assert!(desk.get(&format!("/documents/{document}")).body.contains(&unit));
    assert_eq!(desk.post("/decide", &json!({"action": "undo"})).status, 200);
    assert_eq!(project.read(TARGET), before);
}

#[test]
fn a_segment_that_is_missing_is_written_where_it_belongs() {
    let project = project();
    project.replace(SOURCE, "# Письма\n", "# Письма\n\n## О погоде\n");
    project.write(SOURCE, project.read(SOURCE) + "- Стемнело рано.\n");
    let before = project.read(TARGET);
    let desk = Desk::open(&project, &[]);
    assert_eq!(
        desk.edit("билетов до Самары", "", "At noon Ivan bought twelve tickets to Samara.").status,
        200
    );
    assert_eq!(desk.edit("Стемнело", "", "It got dark early.").status, 200);
    assert_eq!(desk.edit("О погоде", "", "On the Weather").status, 200);
    let after = before
        .replace("**rained**. ", "**rained**. At noon Ivan bought twelve tickets to Samara. ")
        .replace("complained.\r\n", "complained.\r\n- It got dark early.\r\n")
        .replace("# Letters\r\n", "# Letters\r\n\r\n## On the Weather\r\n");
    assert_eq!(project.read(TARGET), after);
}

#[test]
fn an_edit_that_would_swallow_the_rest_is_refused() {
    let project = project();
    let before = project.read(TARGET);
    let desk = Desk::open(&project, &[]);
    let fence = "```\n```\n```";
    assert_eq!(desk.edit("холодный снег", "In the morning it **rained**.", fence).status, 409);
    assert_eq!(project.read(TARGET), before);
}

#[test]
fn nothing_is_written_over_what_somebody_else_wrote() {
    let project = project();
    let desk = Desk::open(&project, &[]);
    let was = "In the morning it **rained**.";
    let document = desk.document("a");
    let unit = desk.unit(&document, "холодный снег");
    project.replace(TARGET, was, "In the morning it *poured*.");
    let body =
        json!({"action": "edit", "document": document, "unit": unit, "was": was, "text": "Snow."});
    let answer = desk.post("/decide", &body);
    assert_eq!(answer.status, 409, "{}", answer.body);
    assert!(
        project.read(TARGET).contains("it *poured*.") && !project.read(TARGET).contains("Snow.")
    );
    // A change elsewhere in the file keeps nobody from anything.
    let unit = desk.unit(&document, "жаловался");
    project.replace(TARGET, "# Letters", "# The Letters");
    let body = json!({"action": "edit", "document": document, "unit": unit,
        "was": "Nobody complained.", "text": "No one complained."});
    let answer = desk.post("/decide", &body);
    assert_eq!(answer.status, 200, "{}", answer.body);
    let text = project.read(TARGET);
    assert!(text.contains("- No one complained.\r\n") && text.contains("# The Letters"), "{text}");
}

#[test]
fn what_changes_on_disk_shows_up_by_itself() {
    let project = project();
    let desk = Desk::open(&project, &[]);
    let page = format!("/documents/{}", desk.document("a"));
    project.replace(TARGET, "Nobody complained.", "Not a soul complained.");
    let begin = Instant::now();
    while !desk.get(&page).body.contains("Not a soul") {
        assert!(begin.elapsed() < Duration::from_secs(20));
        thread::sleep(Duration::from_millis(50));
    }
    project.write("source-ru/b.md", "Новый текст.\n");
    while !desk.get("/").body.contains("documents/b-") {
        assert!(begin.elapsed() < Duration::from_secs(40));
        thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn a_translation_is_begun_and_what_is_typed_is_checked() {
    let project = project();
    project.write("source-ru/b.md", "Пришло 40 писем.\n");
    let desk = Desk::open(&project, &[]);
    let document = desk.document("b");
    assert_eq!(desk.post("/decide", &json!({"action": "begin", "document": document})).status, 200);
    assert_eq!(project.read("translations/b.md"), "Пришло 40 писем.\n");
    let unit = desk.unit(&document, "писем");
    let typed = |text: &str| {
        let body = json!({"document": document, "unit": unit, "text": text});
        desk.post("/check", &body).json()["findings"].as_array().unwrap().len()
    };
    assert_eq!((typed("50 letters came."), typed("40 letters came.")), (1, 0));
    let edit = json!({"action": "edit", "document": document, "unit": unit,
        "was": "Пришло 40 писем.", "text": "40 letters came."});
    assert_eq!(desk.post("/decide", &edit).status, 200);
    assert_eq!(project.read("translations/b.md"), "40 letters came.\n");
}

#[test]
fn a_desk_that_only_shows_decides_nothing() {
    let project = project();
    let desk = Desk::open(&project, &["--read-only"]);
    assert_eq!(desk.decide("confirm", "Письма", json!({})).status, 403);
    assert_eq!(desk.edit("жаловался", "Nobody complained.", "x").status, 403);
    let page = desk.get(&format!("/documents/{}", desk.document("a"))).body;
    assert!(!page.contains("id=\"deciding\""));
    assert_eq!(project.git(&["status", "--porcelain"]), "");
}

#[test]
fn both_languages_are_searched_through_inflection() {
    let project = project();
    let desk = Desk::open(&project, &[]);
    let hits =
        |words: &str| desk.get(&format!("/search?words={words}")).json().as_array().unwrap().len();
    assert_eq!(hits("%D0%BC%D0%B0%D1%88%D0%B8%D0%BD%D0%B0"), 1, "машина finds машин");
    assert_eq!((hits("car"), hits("complain+nobody"), hits("zebra")), (1, 1, 0));
    let russian = desk.get("/?lang=ru");
    assert!(
        russian.body.contains("<html lang=\"ru\"") && russian.head.contains("sverka-language=ru")
    );
}

#[test]
fn a_concept_is_added_and_edited_with_a_preview() {
    let project = project();
    let desk = Desk::open(&project, &[]);
    let form = |action: &str, more: Value| {
        let mut body =
            json!({"action": action, "is_new": true, "source": "машина\n", "preferred": "vehicle"});
        body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        desk.post("/concept", &body)
    };
    let preview = form("preview", json!({})).json();
    assert_eq!(
        preview["message"],
        "it occurs once in the originals; 1 translation lacks the rendering"
    );
    assert_eq!(preview["alarms"][0]["target"], "There were 50 cars in line.");
    assert_eq!(form("preview", json!({"source": "car", "preferred": "машина"})).status, 409);
    assert_eq!(form("save", json!({"source": ""})).status, 409);
    assert_eq!(form("save", json!({})).status, 200);
    let file = "glossary/terms.toml";
    assert_eq!(
        project.read(file),
        "[[concept]]\nid = \"vehicle\"\nru = [{ term = \"машина\" }]\nen = [{ term = \"vehicle\" }]\n"
    );
    assert_eq!(form("save", json!({})).status, 409, "the name is taken");
    assert!(project.codes().iter().any(|code| code.starts_with("term-")), "{:?}", project.codes());
    let edit = json!({"is_new": false, "id": "vehicle", "preferred": "car", "forbidden": "auto", "note": "<i>"});
    assert_eq!(form("save", edit).status, 200);
    let expected = "en = [\n  { term = \"car\" },\n  { term = \"auto\", status = \"forbidden\" },\n]\nnote = \"<i>\"\n";
    assert!(project.read(file).ends_with(expected), "{}", project.read(file));
    assert!(desk.get("/glossary").body.contains("data-form=\"{&quot;"));
    assert_eq!(desk.post("/decide", &json!({"action": "undo"})).status, 200);
    assert!(project.read(file).contains("vehicle\" }]"));
    let reading = Desk::open(&project, &["--read-only"]);
    assert_eq!(reading.post("/concept", &json!({"action": "save"})).status, 403);
    assert!(!reading.get("/glossary").body.contains("data-form"));
}
