//! What stands between the library and a person: words, colours, progress.
//!
//! [`Messages`] puts message ids and arguments into English or Russian, [`Palette`] colours them,
//! [`printable`] makes any text safe for a terminal.

mod colour;
mod locale;
mod messages;
mod printable;
mod progress_bar;

pub use colour::{ColourChoice, Palette};
pub use locale::Locale;
pub use messages::Messages;
pub use printable::{LineGuard, printable, printable_json, printable_line, printable_lines};
pub use progress_bar::ProgressBar;
