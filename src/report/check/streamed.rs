//! Findings in JSON, written as they are read: not all of them are in memory.

use std::io;

use serde::{
    Serialize, Serializer,
    ser::{Error as _, SerializeSeq as _},
};

use super::CheckReport;
use crate::model::{DocumentReport, Finding};

/// What a list has of each finding.
pub(super) trait Members {
    /// A member.
    type Of<'f>: Serialize;

    /// The member for a finding of a document; none for one that the list does not have.
    fn of<'f>(&self, document: &'f DocumentReport, finding: &'f Finding) -> Option<Self::Of<'f>>;
}

/// The list.
#[derive(Debug)]
pub(super) struct Streamed<'a, M> {
    pub(super) report: &'a CheckReport<'a>,
    pub(super) members: M,
}

impl<M: Members> Serialize for Streamed<'_, M> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(None)?;
        let written = self.report.each(|document, finding| {
            let member = self.members.of(document, finding);
            let written = member.map_or(Ok(()), |member| list.serialize_element(&member));
            written.map_err(|error| io::Error::other(error.to_string()))
        });
        written.map_err(S::Error::custom)?;
        list.end()
    }
}
