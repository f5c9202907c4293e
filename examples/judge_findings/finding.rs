//! Findings of a repository, and the verdicts that a reader gave.

use std::{collections::BTreeMap, env, error::Error, fs, io, path::Path};

use serde::{Deserialize, Serialize};
use serde_json::Value;
use sverka::commands::{self, Environment, Streams};

/// A finding, told apart by its repository and its fingerprint.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Finding {
    /// The name of the repository's folder.
    #[serde(default)]
    pub(crate) repository: String,
    /// What a reader said of it; null as long as nobody has.
    #[serde(default)]
    pub(crate) verdict: Option<Verdict>,
    pub(crate) code: String,
    pub(crate) severity: String,
    pub(crate) fingerprint: String,
    /// Places, message and whatever else helps to judge.
    #[serde(flatten)]
    pub(crate) evidence: BTreeMap<String, Value>,
}

impl Finding {
    fn key(&self) -> (&str, &str) {
        (&self.repository, &self.fingerprint)
    }
}

/// What a reader says of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Verdict {
    /// An editor would want to know.
    True,
    /// The original was reworded indeed, but the translation needs nothing.
    Needless,
    False,
    /// It cannot be decided, or two readers disagree.
    Undecided,
}

/// The file of verdicts, in the order of its lines.
#[derive(Debug, Default)]
pub(crate) struct Verdicts(Vec<Finding>);

impl Verdicts {
    /// Reads the file; one that does not exist yet is empty.
    pub(crate) fn read(path: &Path) -> Result<Self, Box<dyn Error>> {
        match fs::read_to_string(path) {
            Ok(text) => text.lines().map(|line| Ok(serde_json::from_str(line)?)).collect(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Self::default()),
            Err(error) => Err(error.into()),
        }
    }

    /// Adds the findings that are not there yet, and says how many those are.
    pub(crate) fn add(&mut self, findings: Vec<Finding>) -> usize {
        let before = self.0.len();
        for finding in findings {
            if self.of(&finding).is_none() {
                self.0.push(finding);
            }
        }
        self.0.len() - before
    }

    /// The line of a finding.
    pub(crate) fn of(&self, finding: &Finding) -> Option<&Finding> {
        self.0.iter().find(|known| known.key() == finding.key())
    }

    pub(crate) fn write(&self, path: &Path) -> Result<(), Box<dyn Error>> {
        let lines: Result<Vec<String>, _> = self.0.iter().map(serde_json::to_string).collect();
        Ok(fs::write(path, lines?.into_iter().map(|line| line + "\n").collect::<String>())?)
    }
}

impl FromIterator<Finding> for Verdicts {
    fn from_iter<I: IntoIterator<Item = Finding>>(findings: I) -> Self {
        Self(findings.into_iter().collect())
    }
}

/// What `sverka check` says of a repository.
pub(crate) fn findings_of(repository: &Path) -> Result<Vec<Finding>, Box<dyn Error>> {
    let (mut output, mut diagnostics) = (Vec::new(), Vec::new());
    let environment = Environment {
        arguments: ["sverka", "check", "--format", "json"].map(Into::into).to_vec(),
        folder: repository.canonicalize()?,
        variables: env::vars_os().collect(),
        locale: None,
        output_is_terminal: false,
        diagnostics_is_terminal: false,
        width: None,
    };
    let mut streams = Streams {
        input: &mut io::empty(),
        output: &mut output,
        diagnostics: &mut diagnostics,
        keys: None,
    };
    let _exit = commands::run(&environment, &mut streams);
    let name = environment.folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let report: Report = serde_json::from_slice(&output)
        .map_err(|_| format!("{name}: {}", String::from_utf8_lossy(&diagnostics)))?;
    let named = |finding| Finding { repository: name.clone(), ..finding };
    Ok(report.findings.into_iter().map(named).collect())
}

#[derive(Deserialize)]
struct Report {
    findings: Vec<Finding>,
}
