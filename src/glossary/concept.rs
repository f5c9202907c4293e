//! What a term base says: concepts, each with its Russian terms and their English renderings.

use super::path_patterns::PathPatterns;
use crate::{
    model::{Message, Position, RepoPath, Severity},
    morphology::{PartOfSpeech, paradigms},
};

/// One thing that is always to be called by the same name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Concept {
    /// Its name in findings and in other concepts, unique in the term base.
    pub id: String,
    /// What it is, in a sentence.
    pub definition: Option<String>,
    /// The field it belongs to.
    pub domain: Option<String>,
    /// How its findings count; none is what its terms suggest, see [`Concept::severity`].
    pub level: Option<Level>,
    /// The documents it holds for; none is all.
    pub scope: Option<PathPatterns>,
    /// The documents it does not hold for.
    pub exclude: Option<PathPatterns>,
    /// The Russian terms. A concept without any only forbids.
    pub source: Vec<SourceTerm>,
    /// The English renderings, the preferred one first.
    pub target: Vec<TargetTerm>,
    /// Source phrases in which the concept is not meant.
    pub unless: Vec<String>,
    /// Which capitals count.
    pub case: Case,
    /// Whether each occurrence in the source needs a rendering of its own.
    pub count: bool,
    /// A remark for translators.
    pub note: Option<String>,
    /// Where the decision comes from.
    pub origin: Option<String>,
    /// Where the concept is defined.
    pub place: (RepoPath, Position),
}

/// How findings of a concept count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// They have this severity.
    Severity(Severity),
    /// There are none.
    Off,
}

/// Which capitals count when a term is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Case {
    /// None.
    #[default]
    Any,
    /// The first letter of the term: `Роза` is not `роза`.
    Initial,
    /// All letters.
    Exact,
}

impl Level {
    /// The names in term bases, with their meaning.
    pub const NAMES: [(&'static str, Self); 4] = [
        ("error", Self::Severity(Severity::Error)),
        ("warn", Self::Severity(Severity::Warn)),
        ("info", Self::Severity(Severity::Info)),
        ("off", Self::Off),
    ];

    /// Its name in term bases.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Severity(Severity::Error) => "error",
            Self::Severity(Severity::Warn) => "warn",
            Self::Severity(Severity::Info) => "info",
            Self::Off => "off",
        }
    }
}

impl Case {
    /// The names in term bases, with their meaning.
    pub const NAMES: [(&'static str, Self); 3] =
        [("any", Self::Any), ("initial", Self::Initial), ("exact", Self::Exact)];

    /// Its name in term bases.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Any => "any",
            Self::Initial => "initial",
            Self::Exact => "exact",
        }
    }

    /// What a term's own spelling suggests: a name is told from a common noun by its capital.
    #[must_use]
    pub fn suggested_by(term: &str) -> Self {
        let is_capital = term.chars().next().is_some_and(char::is_uppercase);
        if is_capital { Self::Initial } else { Self::Any }
    }
}

/// A Russian term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceTerm {
    /// As a dictionary has it.
    pub text: String,
    /// Whether it is another word than the concept's main term, derived from it.
    pub derived: bool,
    /// Its forms where the paradigm is unknown or wrong; empty is what morphology knows.
    pub forms: Vec<String>,
    /// Forms that are not meant.
    pub not_forms: Vec<String>,
    /// Where it stands.
    pub position: Position,
}

/// An English rendering.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TargetTerm {
    /// As it is to stand in a text.
    pub text: String,
    /// Whether it may be used.
    pub status: Status,
    /// Other spellings of the same rendering.
    pub variants: Vec<String>,
    /// The Russian terms that it renders; empty is all of the concept.
    pub only_for: Vec<String>,
    /// Phrases in which a forbidden rendering is not meant.
    pub except: Vec<String>,
    /// Where it stands.
    pub position: Position,
}

/// Whether a rendering may be used, after ISO 12620's administrative status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// The one to use.
    Preferred,
    /// May be used.
    Admitted,
    /// Was used; not any more.
    Deprecated,
    /// Must not be used.
    Forbidden,
}

impl Status {
    /// The names in term bases, with their meaning.
    pub const NAMES: [(&'static str, Self); 4] = [
        ("preferred", Self::Preferred),
        ("admitted", Self::Admitted),
        ("deprecated", Self::Deprecated),
        ("forbidden", Self::Forbidden),
    ];

    /// Whether the rendering satisfies the concept.
    #[must_use]
    pub const fn is_approved(self) -> bool {
        matches!(self, Self::Preferred | Self::Admitted)
    }

    /// Its name in term bases.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Preferred => "preferred",
            Self::Admitted => "admitted",
            Self::Deprecated => "deprecated",
            Self::Forbidden => "forbidden",
        }
    }
}

impl Concept {
    /// What is said of another one with its name.
    #[must_use]
    pub fn duplicate(&self) -> Message {
        let (path, position) = &self.place;
        Message::new("term-base-duplicate")
            .with("concept", self.id.as_str())
            .with("path", path.as_str())
            .with("line", position.line)
    }

    /// A concept of which only the name is known, and where it is defined.
    #[must_use]
    pub fn named(id: String, place: (RepoPath, Position)) -> Self {
        Self {
            id,
            definition: None,
            domain: None,
            level: None,
            scope: None,
            exclude: None,
            source: Vec::new(),
            target: Vec::new(),
            unless: Vec::new(),
            case: Case::Any,
            count: false,
            note: None,
            origin: None,
            place,
        }
    }

    /// Whether it says what `other` says, wherever the two stand.
    #[must_use]
    pub fn says_what(&self, other: &Self) -> bool {
        let placeless = |concept: &Self| {
            let mut concept = concept.clone();
            concept.place = (RepoPath::new(""), Position { line: 1, column: 1 });
            let of_source = concept.source.iter_mut().map(|term| &mut term.position);
            let of_target = concept.target.iter_mut().map(|term| &mut term.position);
            of_source.chain(of_target).for_each(|position| *position = concept.place.1);
            concept
        };
        self.id == other.id && placeless(self) == placeless(other)
    }

    /// The severity of its findings: as the concept says, or else an error for names and terms of
    /// several words, which mean one thing, and a warning for single common nouns, which may mean
    /// another. None is off.
    #[must_use]
    pub fn severity(&self) -> Option<Severity> {
        match self.level {
            Some(Level::Severity(severity)) => Some(severity),
            Some(Level::Off) => None,
            None if self.source.is_empty() => Some(Severity::Error),
            None if self.source.iter().any(SourceTerm::is_unmistakable) => Some(Severity::Error),
            None => Some(Severity::Warn),
        }
    }

    /// Whether it holds for a document, named by any of `paths`.
    pub fn covers<'a>(&self, paths: impl Iterator<Item = &'a RepoPath> + Clone) -> bool {
        let among = |set: &PathPatterns| paths.clone().any(|path| set.is_match(path.as_str()));
        self.scope.as_ref().is_none_or(among) && !self.exclude.as_ref().is_some_and(among)
    }

    /// The renderings that satisfy the concept where its term `source` stands, as they are to be
    /// proposed.
    #[must_use]
    pub fn expected(&self, source: Option<usize>) -> Vec<&str> {
        let term = source.and_then(|source| self.source.get(source));
        let fits = |target: &&TargetTerm| target.status.is_approved() && target.renders(term);
        self.target.iter().filter(fits).map(|target| target.text.as_str()).collect()
    }
}

impl SourceTerm {
    /// A term of which nothing is said.
    #[must_use]
    pub fn plain(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            derived: false,
            forms: Vec::new(),
            not_forms: Vec::new(),
            position: Position { line: 1, column: 1 },
        }
    }

    /// Whether it is a verb.
    #[must_use]
    pub fn is_verb(&self) -> bool {
        let is_infinitive = ["ть", "ться", "ти", "тись", "чь", "чься"]
            .iter()
            .any(|ending| self.text.ends_with(ending));
        is_infinitive
            && !self.text.contains(' ')
            && paradigms(&self.text)
                .first()
                .is_some_and(|paradigm| paradigm.part_of_speech == PartOfSpeech::Verb)
    }

    /// Whether it is a name, an abbreviation or of several words.
    fn is_unmistakable(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
            || self.text.split([' ', '-', '\u{a0}']).filter(|word| !word.is_empty()).count() > 1
    }
}

impl TargetTerm {
    /// A rendering of which only its status is said.
    #[must_use]
    pub fn plain(text: &str, status: Status) -> Self {
        Self {
            text: text.to_owned(),
            status,
            variants: Vec::new(),
            only_for: Vec::new(),
            except: Vec::new(),
            position: Position { line: 1, column: 1 },
        }
    }

    /// Whether it renders the source term, or any where that is not known.
    #[must_use]
    pub fn renders(&self, source: Option<&SourceTerm>) -> bool {
        let Some(source) = source else { return true };
        self.only_for.is_empty() || self.only_for.contains(&source.text)
    }
}
