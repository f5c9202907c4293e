//! What a review has done so far: entries written, texts edited.

use std::collections::BTreeMap;

use super::super::{Failure, context::Context, recording::Recording, writing::hold_deciding};
use crate::{
    comparison::ReviewItem,
    disk::{Refusal, update},
    formats::{self, MAX_BYTES},
    history::user_name,
    ledger::{Decision, Entry},
    model::{Diagnostic, Document, Edit, Message, RepoPath, Span},
};

/// A review that goes on.
pub(super) struct Session<'r> {
    recording: &'r Recording,
    who: Option<String>,
    /// What was edited in each file: where, in the text as it was read, and how much longer it is
    /// now, in bytes.
    edits: BTreeMap<RepoPath, Vec<(usize, isize)>>,
    /// What the translation of the current segment says after it was edited.
    new_target: Option<String>,
    /// How many segments were confirmed or approved.
    pub(super) confirmed: usize,
    /// How many segments were recorded as left out or added on purpose.
    pub(super) deliberate: usize,
    /// How many translations were edited.
    pub(super) edited: usize,
}

impl<'r> Session<'r> {
    /// Nothing done yet.
    pub(super) fn new(recording: &'r Recording) -> Self {
        let who = user_name(&recording.project.root);
        let (edits, new_target) = (BTreeMap::new(), None);
        Self { recording, who, edits, new_target, confirmed: 0, deliberate: 0, edited: 0 }
    }

    /// Writes a decision about a segment as it stands now.
    pub(super) fn record(
        &mut self,
        item: &ReviewItem,
        decision: Decision,
        note: Option<String>,
    ) -> Result<(), Failure> {
        let report = &self.recording.analysis.documents[item.document];
        let target = self.new_target.take().unwrap_or_else(|| item.change.target.now.clone());
        let entry = Entry::new(item.change.source.now.clone(), target, decision);
        let entry = Entry { who: self.who.clone(), note, ..entry };
        self.recording.write(&[self.recording.entries(report, vec![entry])], "review")?;
        match decision {
            Decision::Omitted | Decision::Added => self.deliberate += 1,
            Decision::Confirmed | Decision::Approved => self.confirmed += 1,
            Decision::Noted | Decision::Apart => {}
        }
        Ok(())
    }

    /// Lets the user edit the translation of a segment and puts it in its place; gives whether
    /// anything came of it.
    pub(super) fn edit(
        &mut self,
        item: &ReviewItem,
        context: &mut Context<'_>,
    ) -> Result<bool, Failure> {
        let report = &self.recording.analysis.documents[item.document];
        let (Some(target), Some(place)) = (&report.target, &item.change.target_place) else {
            return Ok(false);
        };
        let old = place.span.of(&target.text);
        let Some(new) = context.edit(old)? else { return Ok(false) };
        if new.trim().is_empty() {
            let message = Message::new("review-emptied");
            context.say_warning(&Diagnostic::about(target.path.clone(), message));
            return Ok(false);
        }
        let Some((text, at)) = self.replace(target, place.span, &new)? else {
            let message = Message::new("review-changed-meanwhile");
            context.say_warning(&Diagnostic::about(target.path.clone(), message));
            return Ok(false);
        };
        let longer = new.len() as isize - old.len() as isize;
        self.edits.entry(target.path.clone()).or_default().push((place.span.start, longer));
        self.new_target = Some(self.prose(target, text, Span::new(at.start, at.start + new.len())));
        self.edited += 1;
        Ok(true)
    }

    /// Puts a part of a text in the place of what stood at `span` when it was read; gives the file
    /// and where the part begins and what it replaced ends. None where something else stands there
    /// now.
    fn replace(
        &self,
        target: &Document,
        span: Span,
        new: &str,
    ) -> Result<Option<(Vec<u8>, Span)>, Failure> {
        let held = hold_deciding(&self.recording.project.root, "review")?;
        let mut done = None;
        let written = update(&held, &target.path, MAX_BYTES as u64, |now| {
            done = self.replaced(target, span, (now.unwrap_or_default(), new));
            Ok::<_, Refusal>(done.as_ref().map(|(bytes, _)| bytes.clone()))
        });
        written.map_err(|refusal| Failure::refused(&target.path, &refusal))?;
        Ok(done)
    }

    /// The bytes of a file with a part of its text replaced.
    fn replaced(
        &self,
        target: &Document,
        span: Span,
        (now, new): (&[u8], &str),
    ) -> Option<(Vec<u8>, Span)> {
        let options = &self.recording.project.config.segment;
        let (path, language) = (target.path.clone(), target.language);
        let now = formats::read(path, language, now.to_vec(), options).ok()?;
        let at = self.place_now(target, span, &now.text)?;
        let edit = Edit { span: at, replacement: new.to_owned() };
        Some((formats::splice(&now, &[edit]).ok()?, at))
    }

    /// Where a part of the text that was read stands after what was edited before it; none where
    /// something else stands there now.
    fn place_now(&self, target: &Document, span: Span, text: &str) -> Option<Span> {
        let edits = self.edits.get(&target.path).into_iter().flatten();
        let before = edits.filter(|(start, _)| *start < span.start);
        let moved: isize = before.map(|(_, longer)| longer).sum();
        let start = span.start.checked_add_signed(moved)?;
        let now = Span::new(start, start + span.of(&target.text).len());
        (text.get(now.start..now.end)? == span.of(&target.text)).then_some(now)
    }

    /// What the segments at `span` of an edited text say.
    fn prose(&self, target: &Document, bytes: Vec<u8>, span: Span) -> String {
        let options = &self.recording.project.config.segment;
        let read = formats::read(target.path.clone(), target.language, bytes, options);
        let Ok(document) = read else { return String::new() };
        let segments = document.segments.iter().filter(|segment| segment.span.overlaps(span));
        let texts: Vec<&str> = segments.map(|segment| segment.text.as_str()).collect();
        texts.join(" ")
    }
}
