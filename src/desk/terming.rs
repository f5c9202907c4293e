//! Concepts as the page of the term base asks for them: what one would find, and writing it.

use std::sync::PoisonError;

use serde::{Deserialize, Serialize};

use super::{answer::Answer, snapshot::Desk};
use crate::{
    decisions::{Refused, formed, write_concept},
    glossary::{Alarm, ConceptForm, Glossary, Status},
    model::Message,
    ui::{Locale, Messages},
};

/// So many translations are shown that lack a rendering.
const SHOWN: usize = 20;

/// What a page asks: the lines of a form.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    /// `preview` or `save`.
    action: String,
    is_new: bool,
    id: String,
    source: String,
    preferred: String,
    admitted: String,
    deprecated: String,
    forbidden: String,
    definition: String,
    note: String,
}

/// What a page is told.
#[derive(Debug, Default, Serialize)]
struct Told {
    message: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    alarms: Vec<ToldAlarm>,
}

/// A translation that lacks the rendering.
#[derive(Debug, Serialize)]
struct ToldAlarm {
    place: String,
    source: String,
    target: String,
}

impl Asked {
    fn form(&self) -> ConceptForm {
        let lines = |text: &str| -> Vec<String> {
            text.lines()
                .map(|line| line.trim().to_owned())
                .filter(|line| !line.is_empty())
                .collect()
        };
        let of = |text, status| lines(text).into_iter().map(move |line| (line, status));
        let target = of(&self.preferred, Status::Preferred)
            .chain(of(&self.admitted, Status::Admitted))
            .chain(of(&self.deprecated, Status::Deprecated))
            .chain(of(&self.forbidden, Status::Forbidden));
        ConceptForm {
            id: self.id.trim().to_owned(),
            source: lines(&self.source),
            target: target.collect(),
            definition: self.definition.clone(),
            note: self.note.clone(),
        }
    }
}

/// Answers a form of a concept.
pub(super) fn answer(desk: &Desk, asked: &Asked, locale: Locale) -> Answer {
    let messages = desk.messages(locale);
    match asked.action.as_str() {
        "preview" => preview(desk, asked, messages),
        "save" => save(desk, asked, messages),
        _ => Answer::json(400, &Told::default()),
    }
}

fn refused(refused: &Refused, messages: &Messages) -> Answer {
    let message = messages.text(&refused.message(None));
    Answer::json(409, &Told { message, ..Told::default() })
}

/// How often the term occurs, and which translations lack the rendering.
fn preview(desk: &Desk, asked: &Asked, messages: &Messages) -> Answer {
    let state = desk.state();
    let concept = match formed(&asked.form(), asked.is_new, &state.glossary) {
        Ok((concept, _)) => concept,
        Err(error) => return refused(&error, messages),
    };
    let alone = Glossary::of(vec![concept]);
    let (occurrences, alarms) =
        (alone.occurrences(&state.documents).len(), alone.alarms(&state.documents));
    let message = Message::new("glossary-add-preview").with("occurrences", occurrences);
    let message = messages.text(&message.with("alarms", alarms.len()));
    let told = |Alarm { path, line, source, target }| ToldAlarm {
        place: format!("{path}:{line}"),
        source,
        target,
    };
    let alarms = alarms.into_iter().take(SHOWN).map(told).collect();
    Answer::json(200, &Told { message, alarms })
}

fn save(desk: &Desk, asked: &Asked, messages: &Messages) -> Answer {
    let written = write_concept(&desk.state().project, &asked.form(), asked.is_new);
    let step = match written {
        Ok(step) => step,
        Err(error) => return refused(&error, messages),
    };
    let path = step.path().map_or("", |path| path.as_str()).to_owned();
    desk.done.lock().unwrap_or_else(PoisonError::into_inner).push(step);
    desk.renew();
    let message = messages.text(&Message::new("desk-concept-saved").with("path", path));
    Answer::json(200, &Told { message, ..Told::default() })
}
