//! When each piece of a translation was last really touched.

use std::{collections::HashMap, sync::Arc};

use super::{
    revision::{Passage, revise},
    text::VersionText,
};
use crate::model::Grade;

/// Pieces with fewer words than this may stand anywhere; that one comes back says nothing.
const TELLING_WORDS: usize = 5;

/// A version that changed a piece of the translation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Touch {
    /// The version.
    pub version: usize,
    /// What kind of change it was; one that came to be grew in extent.
    pub grade: Grade,
}

/// The touches of one piece, oldest first: the last one that was real, and after it those of
/// typography and spelling, which by themselves renew nothing.
pub type Touches = Arc<Vec<Touch>>;

/// Whether a change of this grade shows that somebody looked at what the text says.
#[must_use]
pub(super) const fn is_real(grade: Grade) -> bool {
    !matches!(grade, Grade::Typography | Grade::Spelling)
}

/// The pieces of a version of the translation with their touches.
#[derive(Debug, Clone)]
pub(super) struct Touched {
    pub(super) text: VersionText,
    pub(super) touches: Vec<Touches>,
}

/// What is known of a piece that a version changed, one parent looked at.
struct Descent {
    touches: Touches,
    renewed: bool,
}

/// Replays the versions of a translation one after another.
#[derive(Debug, Default)]
pub(super) struct Touching {
    /// Pieces of all versions so far, for those that come back.
    known: HashMap<String, Touches>,
}

impl Touching {
    /// The touches after `version`, whose parents are `parents`.
    pub(super) fn follow(
        &mut self,
        version: usize,
        text: VersionText,
        parents: &[&Touched],
    ) -> Touched {
        let born: Touches = Arc::new(vec![Touch { version, grade: Grade::Extent }]);
        let descents: Vec<Vec<Descent>> =
            parents.iter().map(|parent| descend(version, &text, parent, &born)).collect();
        let touches: Vec<Touches> = (0..text.keys.len())
            .map(|piece| {
                let from_parents = descents.iter().map(|descents| &descents[piece]);
                let kept = from_parents.filter(|descent| !descent.renewed);
                kept.map(|descent| &descent.touches)
                    .max_by_key(|touches| touches.first().map(|touch| touch.version))
                    .or_else(|| self.come_back(&text.keys[piece]))
                    .unwrap_or(&born)
                    .clone()
            })
            .collect();
        self.remember(&text, &touches);
        Touched { text, touches }
    }

    /// A piece that an older version had: its removal is undone, and it says what it said.
    fn come_back(&self, key: &str) -> Option<&Touches> {
        self.known.get(key)
    }

    fn remember(&mut self, text: &VersionText, touches: &[Touches]) {
        for (key, touches) in text.keys.iter().zip(touches) {
            if key.split(' ').count() >= TELLING_WORDS {
                self.known.insert(key.clone(), touches.clone());
            }
        }
    }
}

fn descend(version: usize, text: &VersionText, parent: &Touched, born: &Touches) -> Vec<Descent> {
    let revision = revise(&parent.text.keys, &text.keys);
    let mut descents = Vec::with_capacity(text.keys.len());
    for passage in &revision.passages {
        let (touches, renewed) = match passage_grade(passage, &parent.text, text) {
            None if changes_part(passage, &parent.text, text) => {
                (retouched(parent, passage, Touch { version, grade: Grade::Typography }), false)
            }
            None => (parent.touches[passage.old.start].clone(), false),
            Some(grade) if is_real(grade) => (born.clone(), true),
            Some(grade) => (retouched(parent, passage, Touch { version, grade }), false),
        };
        descents.extend(passage.new.clone().map(|_| Descent { touches: touches.clone(), renewed }));
    }
    descents
}

/// Whether the same text is now another part of its document: a heading became the title.
fn changes_part(passage: &Passage, old: &VersionText, new: &VersionText) -> bool {
    old.parts.get(passage.old.start) != new.parts.get(passage.new.start)
}

/// The kind of change of a passage of the translation; none for no change.
fn passage_grade(passage: &Passage, old: &VersionText, new: &VersionText) -> Option<Grade> {
    (!passage.same).then(|| old.grade_of(&passage.old, new, &passage.new))
}

/// The touches of the piece renewed last among the old ones, and one more.
fn retouched(parent: &Touched, passage: &Passage, touch: Touch) -> Touches {
    let old = parent.touches[passage.old.clone()].iter();
    let latest = old.max_by_key(|touches| touches.first().map(|touch| touch.version));
    let earlier = latest.into_iter().flat_map(|touches| touches.iter().copied());
    Arc::new(earlier.chain([touch]).collect())
}
