//! Decisions as pages ask for them.

use std::{collections::HashMap, sync::PoisonError};

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::{
    answer::{Answer, Request},
    patch,
    snapshot::{Desk, State},
    terming,
};
use crate::{
    decisions::{Action, Refused, Step, Subject, begin, decide, editable, undo},
    formats,
    model::{Message, RepoPath},
    report::pages::unit_ids,
    ui::{Locale, Messages},
};

/// What a page asks: a decision about a unit, by the names that pages have for both.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    action: String,
    document: String,
    unit: String,
    /// More units than that one, where the decision is about several.
    units: Vec<String>,
    text: String,
    was: String,
    note: String,
    code: String,
    /// How many segments of each side go into the first of two parts.
    source: usize,
    target: usize,
}

/// What a page is told.
#[derive(Debug, Default, Serialize)]
struct Told {
    message: String,
    /// The unit as it is called now.
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    /// What stands there by now, where that is something else.
    #[serde(skip_serializing_if = "Option::is_none")]
    theirs: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    findings: Option<Vec<ToldFinding>>,
}

/// A finding as it is told while somebody types.
#[derive(Debug, Serialize)]
struct ToldFinding {
    severity: &'static str,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    cure: Option<String>,
}

/// Answers a question or takes a decision.
pub(super) fn answer(desk: &Desk, request: &Request, locale: Locale) -> Answer {
    let messages = desk.messages(locale);
    if desk.terms.read_only {
        return told(403, &Message::new("desk-read-only"), messages);
    }
    if request.path() == "/concept" {
        return match json_of(request) {
            Some(asked) => terming::answer(desk, &asked, locale),
            None => Answer::json(400, &Told::default()),
        };
    }
    let Some(asked) = json_of::<Asked>(request) else {
        return Answer::json(400, &Told::default());
    };
    match (request.path(), asked.action.as_str()) {
        ("/check", _) => check(desk, &asked, messages),
        ("/edit", _) => begin_edit(desk, &asked, messages),
        (_, "undo") => take_back(desk, messages),
        (_, "begin") => begin_translation(desk, &asked, messages),
        _ => match action(&asked) {
            Some(action) => take(desk, &asked, &action, messages),
            None => Answer::json(400, &Told::default()),
        },
    }
}

/// The body of a request, if it says that it is JSON and is.
fn json_of<T: DeserializeOwned>(request: &Request) -> Option<T> {
    let kind = request.header("content-type")?;
    if kind.starts_with("application/json") {
        serde_json::from_slice(&request.body).ok()
    } else {
        None
    }
}

fn told(status: u16, message: &Message, messages: &Messages) -> Answer {
    Answer::json(status, &Told { message: messages.text(message), ..Told::default() })
}

fn action(asked: &Asked) -> Option<Action> {
    let note = asked.note.trim().to_owned();
    let needs_note = matches!(asked.action.as_str(), "omit" | "add" | "waive" | "note");
    if needs_note && note.is_empty() {
        return None;
    }
    match asked.action.as_str() {
        "confirm" => Some(Action::Confirm),
        "confirm-all" => Some(Action::ConfirmAll),
        "approve" => Some(Action::Approve),
        "approve-all" => Some(Action::ApproveAll),
        "link" => Some(Action::Link),
        "unlink" => Some(Action::Unlink),
        "split" => Some(Action::Split { source: asked.source, target: asked.target }),
        "note" => Some(Action::Note { note }),
        "settle" => Some(Action::Settle),
        "omit" => Some(Action::Omit { note }),
        "add" => Some(Action::Add { note }),
        "waive" => {
            let code = crate::checks::code(&asked.code)?.as_str().to_owned();
            Some(Action::Waive { code, note })
        }
        "edit" => Some(Action::Edit { was: asked.was.clone(), text: asked.text.clone() }),
        _ => None,
    }
}

/// Units that a page names: their document and their indices there, in their order.
pub(super) struct Chosen {
    pub(super) document: usize,
    pub(super) units: Vec<usize>,
}

/// Where the units stand that a page names; none where one of them is gone.
fn chosen(state: &State, asked: &Asked) -> Option<Chosen> {
    let document = state.document(&asked.document)?;
    if matches!(asked.action.as_str(), "confirm-all" | "approve-all") {
        return Some(Chosen { document, units: Vec::new() });
    }
    let ids = unit_ids(state.documents.get(document)?);
    let place: HashMap<&String, usize> = ids.iter().zip(0..).collect();
    let named =
        if asked.units.is_empty() { std::slice::from_ref(&asked.unit) } else { &asked.units };
    let mut units: Vec<usize> =
        named.iter().map(|id| place.get(id).copied()).collect::<Option<_>>()?;
    units.sort_unstable();
    units.dedup();
    Some(Chosen { document, units })
}

fn subject<'a>(state: &'a State, chosen: &'a Chosen) -> Option<Subject<'a>> {
    let report = state.documents.get(chosen.document)?;
    Some(Subject { project: &state.project, report, units: &chosen.units })
}

/// The unit is another by now: somebody changed a text.
fn gone(messages: &Messages) -> Answer {
    told(409, &Message::new("decision-gone"), messages)
}

fn refused(refused: &Refused, path: Option<&RepoPath>, messages: &Messages) -> Answer {
    let message = messages.text(&refused.message(path));
    let theirs = match refused {
        Refused::Changed { theirs } => Some(theirs.clone()),
        Refused::ChangedSince { now, .. } => Some(now.clone()),
        _ => None,
    };
    Answer::json(409, &Told { message, theirs, ..Told::default() })
}

fn take(desk: &Desk, asked: &Asked, action: &Action, messages: &Messages) -> Answer {
    let (step, chosen) = {
        let state = desk.state();
        let Some(chosen) = chosen(&state, asked) else { return gone(messages) };
        let Some(subject) = subject(&state, &chosen) else { return gone(messages) };
        match decide(subject, action) {
            Ok(step) => (step, chosen),
            Err(error) => return refused(&error, subject.report.pair.target.as_ref(), messages),
        }
    };
    desk.done.lock().unwrap_or_else(PoisonError::into_inner).push(step);
    if patch::suits(action) {
        desk.patch(chosen.document, |state| patch::decided(state, &chosen, action));
    } else {
        desk.renew();
    }
    let message = messages.phrase(&format!("desk-done-{}", asked.action));
    let unit = matches!(action, Action::Edit { .. }).then(|| name_now(desk, &chosen)).flatten();
    Answer::json(200, &Told { message, unit, ..Told::default() })
}

/// What the first of the units is called by now.
fn name_now(desk: &Desk, chosen: &Chosen) -> Option<String> {
    let state = desk.state();
    let ids = state.documents.get(chosen.document).map(unit_ids)?;
    ids.get(*chosen.units.first()?).cloned()
}

fn take_back(desk: &Desk, messages: &Messages) -> Answer {
    let last = desk.done.lock().unwrap_or_else(PoisonError::into_inner).pop();
    let Some(step) = last else { return refused(&Refused::Nothing, None, messages) };
    let undone = undo(&desk.state().project, &step);
    if let Err(error) = undone {
        return refused(&error, step.path(), messages);
    }
    desk.renew();
    told(200, &Message::new("desk-undone").with("path", name(&step)), messages)
}

/// The name of the file that a step changed.
fn name(step: &Step) -> &str {
    step.path().map_or("", RepoPath::as_str)
}

fn begin_translation(desk: &Desk, asked: &Asked, messages: &Messages) -> Answer {
    let begun = {
        let state = desk.state();
        let report = state.document(&asked.document).and_then(|at| state.documents.get(at));
        let Some(report) = report else { return gone(messages) };
        begin(&state.project, report)
    };
    match begun {
        Ok(step) => {
            let message = Message::new("desk-begun").with("path", name(&step));
            desk.done.lock().unwrap_or_else(PoisonError::into_inner).push(step);
            desk.renew();
            told(200, &message, messages)
        }
        Err(error) => refused(&error, None, messages),
    }
}

fn begin_edit(desk: &Desk, asked: &Asked, messages: &Messages) -> Answer {
    let state = desk.state();
    let chosen = chosen(&state, asked);
    let subject = chosen.as_ref().and_then(|chosen| subject(&state, chosen));
    let Some(subject) = subject else { return gone(messages) };
    match editable(subject) {
        Ok(text) => Answer::json(200, &Told { text: Some(text), ..Told::default() }),
        Err(error) => refused(&error, subject.report.pair.target.as_ref(), messages),
    }
}

/// What there is to report of a unit whose translation says `text`.
fn check(desk: &Desk, asked: &Asked, messages: &Messages) -> Answer {
    let state = desk.state();
    let Some(chosen) = chosen(&state, asked) else { return gone(messages) };
    let Some(report) = state.documents.get(chosen.document) else { return gone(messages) };
    let direction = report.pair.direction();
    let documents = direction.roles((report.source.as_ref(), report.target.as_ref()));
    let unit = chosen.units.first().and_then(|unit| report.units.get(*unit));
    let ((Some(original), Some(translation)), Some(unit)) = (documents, unit) else {
        return gone(messages);
    };
    let (from, _) = direction.roles((&unit.bead.source, &unit.bead.target));
    let options = &state.project.config.segment;
    let path = translation.path.clone();
    let typed = formats::parse(path, translation.language, asked.text.clone(), options);
    let words = typed.prose_of(&(0..typed.segments.len()));
    let (russian, english) = direction.roles((original.prose_of(from), words));
    let found = state.judge.judge(russian, english).unwrap_or_default();
    let findings = found.iter().map(|finding| ToldFinding {
        severity: finding.severity.as_str(),
        message: messages.text(&finding.message),
        cure: messages.cure(finding),
    });
    Answer::json(200, &Told { findings: Some(findings.collect()), ..Told::default() })
}
