//! Messages as data: an id and its arguments, put into words by the user interface.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

/// A value in a message.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Argument {
    /// Words, shown as they are.
    Text(String),
    /// A count, for which a language chooses its plural form.
    Number(u64),
}

impl From<&str> for Argument {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Argument {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Argument {
    fn from(number: usize) -> Self {
        Self::Number(number as u64)
    }
}

/// What to say, in no language yet: the id of a Fluent message and its arguments.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Message {
    /// The id in the Fluent files.
    pub id: Cow<'static, str>,
    /// Named values, in the order given.
    pub arguments: Vec<(Cow<'static, str>, Argument)>,
}

impl Message {
    /// A message without arguments.
    #[must_use]
    pub fn new(id: impl Into<Cow<'static, str>>) -> Self {
        Self { id: id.into(), arguments: Vec::new() }
    }

    /// The same with one more argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Argument>) -> Self {
        self.arguments.push((name.into(), value.into()));
        self
    }
}
