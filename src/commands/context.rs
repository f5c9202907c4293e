//! What every command is given: where it runs, in which language and colours it speaks, and how
//! much it says.

use std::{
    io::{self, BufRead, Write},
    path::PathBuf,
};

use anstyle::Style;
use clap::ArgMatches;

use super::{
    Environment, Failure, Streams, editor, failure,
    options::{FOLDER, OUTPUT, QUIET, VERBOSE},
    output::{Destination, UntilClosed},
};
use crate::{
    model::{Diagnostic, Message},
    report::Page,
    ui::{
        ColourChoice, LineGuard, Locale, Messages, Palette, ProgressBar, printable, printable_lines,
    },
};

/// Columns of text where there is no terminal to ask.
const USUAL_WIDTH: usize = 80;
/// Wider lines are no easier to read.
const GREATEST_WIDTH: usize = 120;

/// The surroundings of a command, its global options considered.
pub(super) struct Context<'a> {
    environment: &'a Environment,
    input: &'a mut dyn BufRead,
    keys: Option<&'a mut dyn FnMut() -> io::Result<char>>,
    output: UntilClosed<&'a mut dyn Write>,
    diagnostics: &'a mut dyn Write,
    messages: Messages,
    folder: PathBuf,
    destination: Destination,
    colour: ColourChoice,
    /// How much is said: below zero only data, above zero more than usual.
    verbosity: i8,
}

impl<'a> Context<'a> {
    /// Before the arguments are parsed.
    pub(super) fn new(environment: &'a Environment, streams: &'a mut Streams<'_>) -> Self {
        let locale = Locale::first_of([
            environment.early_option("--lang"),
            environment.variable("SVERKA_LANG").as_deref(),
            environment.locale.as_deref(),
        ]);
        let colour = environment.early_option("--color").and_then(ColourChoice::from_name);
        Self {
            environment,
            input: streams.input,
            keys: match &mut streams.keys {
                Some(keys) => Some(&mut **keys),
                None => None,
            },
            output: UntilClosed::new(streams.output),
            diagnostics: streams.diagnostics,
            messages: Messages::new(locale),
            folder: environment.folder.clone(),
            destination: Destination::Stream,
            colour: colour.unwrap_or_default(),
            verbosity: 0,
        }
    }

    /// Takes the global options into account.
    pub(super) fn apply(&mut self, matches: &ArgMatches) {
        for folder in matches.get_many::<PathBuf>(FOLDER).into_iter().flatten() {
            self.folder.push(folder);
        }
        if let Some(file) = matches.get_one::<PathBuf>(OUTPUT) {
            self.destination = Destination::File(self.folder.join(file));
        }
        self.verbosity =
            if matches.get_flag(QUIET) { -1 } else { matches.get_flag(VERBOSE).into() };
    }

    /// Sverka's words in the user's language.
    pub(super) const fn messages(&self) -> &Messages {
        &self.messages
    }

    /// Where the command runs: the current folder, or the one that `-C` names.
    pub(super) const fn folder(&self) -> &PathBuf {
        &self.folder
    }

    /// The file that GitHub shows as the summary of a job.
    pub(super) fn job_summary(&self) -> Option<PathBuf> {
        let path = self.environment.variable("GITHUB_STEP_SUMMARY")?;
        (!path.is_empty()).then(|| self.folder.join(path))
    }

    /// The address below which GitHub shows the files of the revision that a job runs on.
    pub(super) fn lines_address(&self) -> Option<String> {
        let [server, repository, revision] = ["SERVER_URL", "REPOSITORY", "SHA"]
            .map(|name| self.environment.variable(&format!("GITHUB_{name}")));
        Some(format!("{}/{}/blob/{}", server?, repository?, revision?))
    }

    /// Whether only data is wanted.
    pub(super) const fn is_quiet(&self) -> bool {
        self.verbosity < 0
    }

    /// Whether more than usual is wanted.
    pub(super) const fn is_verbose(&self) -> bool {
        self.verbosity > 0
    }

    /// The colours of the diagnostics.
    pub(super) fn diagnostics_palette(&self) -> Palette {
        self.palette(self.environment.diagnostics_is_terminal)
    }

    fn palette(&self, is_terminal: bool) -> Palette {
        let variable = |name: &str| self.environment.variable(name);
        Palette::new(self.colour.wants_colour(is_terminal, variable))
    }

    /// Shows how long work goes on, where somebody watches.
    pub(super) fn progress(&self) -> ProgressBar<'_> {
        let visible = self.environment.diagnostics_is_terminal && !self.is_quiet();
        ProgressBar::new(&self.messages, visible)
    }

    /// Says what keeps the work from being done.
    pub(super) fn say_error(&mut self, diagnostic: &Diagnostic) {
        let palette = self.diagnostics_palette();
        self.say_diagnostic(diagnostic, "severity-error", palette.error);
    }

    /// Says what keeps a part of the work from being done.
    pub(super) fn say_warning(&mut self, diagnostic: &Diagnostic) {
        let palette = self.diagnostics_palette();
        if !self.is_quiet() {
            self.say_diagnostic(diagnostic, "severity-warn", palette.warn);
        }
    }

    /// Says what was done.
    pub(super) fn say_note(&mut self, note: &Message) {
        if !self.is_quiet() {
            let text = self.messages.text(note);
            self.say(&format!("{}\n", printable(&text)));
        }
    }

    fn say_diagnostic(&mut self, diagnostic: &Diagnostic, label: &'static str, style: Style) {
        let label = self.messages.text(&Message::new(label));
        let label = format!("{style}{label}:{style:#}");
        let palette = self.diagnostics_palette();
        self.say(&failure::shown(diagnostic, &label, &self.messages, palette));
    }

    /// Says something that is no data. Nobody can be told that the diagnostics stream is broken.
    pub(super) fn say(&mut self, text: &str) {
        let safe = LineGuard::default().guard(text).into_owned();
        let _ = self.diagnostics.write_all(safe.as_bytes());
    }

    /// Writes the data of the command: to the output, or to the file that `--output` names, which
    /// holds all of it or stays as it was.
    pub(super) fn write(
        &mut self,
        write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> Result<(), Failure> {
        self.destination.write(&mut self.output, write)
    }

    /// The same for data in which people are told something, in their language.
    pub(super) fn write_telling(
        &mut self,
        write: impl FnOnce(&Messages, &mut dyn Write) -> io::Result<()>,
    ) -> Result<(), Failure> {
        let messages = &self.messages;
        self.destination.write(&mut self.output, |output| write(messages, output))
    }

    /// Writes text that is data and that people read, too: on a terminal nothing in it steers, and
    /// elsewhere it is what it is.
    pub(super) fn write_text(&mut self, text: &str) -> Result<(), Failure> {
        let is_watched = self.destination == Destination::Stream;
        let text = if is_watched { printable_lines(text) } else { text.to_owned() };
        self.write(|output| output.write_all(text.as_bytes()))
    }

    /// Reads standard input and writes data as it goes.
    pub(super) fn filter(
        &mut self,
        filter: impl FnOnce(&mut dyn BufRead, &mut dyn Write) -> io::Result<()>,
    ) -> Result<(), Failure> {
        let input = &mut *self.input;
        self.destination.write(&mut self.output, |output| filter(input, output))
    }

    /// Lets the user change a text in their editor; none where they did not.
    pub(super) fn edit(&mut self, text: &str) -> Result<Option<String>, Failure> {
        let edited = editor::edited(text, self.environment);
        edited.map(|new| new.filter(|new| new != text)).map_err(|error| {
            Failure::new(Message::new("review-no-editor").with("detail", error.to_string()))
        })
    }

    /// Asks the user for a key, which is shown and counts at once; for a line where nobody types.
    /// None where there is no more to read.
    pub(super) fn ask_key(&mut self, question: &Message) -> Result<Option<String>, Failure> {
        const END_OF_INPUT: char = '\u{4}';
        if self.keys.is_none() {
            return self.ask(question);
        }
        self.show_question(question)?;
        let key = self.keys.as_mut().map_or(Ok(END_OF_INPUT), |read| read())?;
        let shown = if key.is_control() { String::new() } else { key.to_string() };
        self.write(|output| writeln!(output, "{shown}"))?;
        Ok((key != END_OF_INPUT).then_some(shown))
    }

    fn show_question(&mut self, question: &Message) -> Result<(), Failure> {
        let text = self.messages.text(question);
        self.write(|output| write!(output, "{text} "))?;
        Ok(self.output.flush()?)
    }

    /// Asks the user for a line; none where there is no more to read.
    pub(super) fn ask(&mut self, question: &Message) -> Result<Option<String>, Failure> {
        self.show_question(question)?;
        let mut line = String::new();
        let length = self.input.read_line(&mut line).map_err(Failure::from)?;
        Ok((length > 0).then(|| line.trim_end_matches(['\n', '\r']).to_owned()))
    }

    /// Begins a new screen, where somebody watches.
    pub(super) fn clear(&mut self) -> Result<(), Failure> {
        const CLEAR: &[u8] = b"\x1b[2J\x1b[H";
        if self.environment.output_is_terminal && self.destination == Destination::Stream {
            self.write(|output| output.write_all(CLEAR))?;
        }
        Ok(())
    }

    /// Hands everything written so far to whoever reads.
    pub(super) fn flush(&mut self) -> Result<(), Failure> {
        Ok(self.output.flush()?)
    }

    /// Whether nobody reads the output any more.
    pub(super) const fn is_closed(&self) -> bool {
        self.output.is_closed()
    }

    /// Lets `write` write to another destination.
    pub(super) fn going_to(
        &mut self,
        destination: Destination,
        write: impl FnOnce(&mut Self) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let usual = std::mem::replace(&mut self.destination, destination);
        let written = write(self);
        self.destination = usual;
        written
    }

    /// Writes a page for people.
    pub(super) fn write_page(
        &mut self,
        write: impl FnOnce(&mut Page<'_>) -> io::Result<()>,
    ) -> Result<(), Failure> {
        let to_terminal =
            self.environment.output_is_terminal && self.destination == Destination::Stream;
        let palette = self.palette(to_terminal);
        let width = self.environment.width.filter(|_| to_terminal).unwrap_or(USUAL_WIDTH);
        let (messages, width) = (&self.messages, width.min(GREATEST_WIDTH));
        self.destination.write(&mut self.output, |output| {
            write(&mut Page::new(output, messages, palette, width))
        })
    }
}
