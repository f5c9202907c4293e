//! Sverka's binary: it hands the process's surroundings to the library and ends with its answer.

use std::{
    env,
    io::{self, IsTerminal},
    process::ExitCode,
};

use sverka::commands::{self, Environment, Streams};

/// Reading a corpus makes many small strings, on all cores at once.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let environment = Environment {
        arguments: env::args_os().collect(),
        folder: env::current_dir().unwrap_or_default(),
        variables: env::vars_os().collect(),
        locale: sys_locale::get_locale(),
        output_is_terminal: io::stdout().is_terminal(),
        diagnostics_is_terminal: io::stderr().is_terminal(),
        width: terminal_size::terminal_size().map(|(width, _)| width.0.into()),
    };
    let mut read_key = || console::Term::stdout().read_char();
    let types = io::stdin().is_terminal() && io::stdout().is_terminal();
    let mut streams = Streams {
        input: &mut io::stdin().lock(),
        output: &mut io::stdout().lock(),
        diagnostics: &mut io::stderr(),
        keys: if types { Some(&mut read_key) } else { None },
    };
    commands::run(&environment, &mut streams).into()
}
