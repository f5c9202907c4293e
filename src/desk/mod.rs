//! The desk: the pages of a project, live, for a browser on the same machine.
//!
//! [`Desk`] holds a project with all that is known of it; [`serve`] answers a browser. Every
//! request passes `guard` first: only this machine, only pages of the desk's own,
//! only with its secret. `watch` looks at the files and has the project analysed
//! anew when they change. What can be asked for is in `routes`, free of any network.

mod answer;
mod deciding;
mod guard;
mod patch;
mod routes;
mod search;
mod server;
mod snapshot;
mod terming;
mod watch;

pub use server::{Address, serve};
pub use snapshot::{Desk, Terms};
