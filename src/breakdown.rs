//! Work on one document that panicked: it costs that document, and the rest is answered.
//!
//! A panic is a mistake of ours. [`guard`] catches it with the place in our source where it
//! happened, so that whoever meets it can tell us; nothing is printed.

use std::{
    any::Any,
    cell::{Cell, RefCell},
    panic::{self, AssertUnwindSafe, PanicHookInfo},
    sync::Once,
};

use crate::model::{Diagnostic, Message, RepoPath};

/// A panic that was caught.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Breakdown {
    /// What the panic said.
    detail: String,
    /// Where in our source it happened: file, line and column.
    place: String,
}

impl Breakdown {
    /// How the user is told of it, and of the document that it happened on.
    #[must_use]
    pub fn about(&self, path: Option<&RepoPath>) -> Diagnostic {
        let message = Message::new("breakdown")
            .with("detail", self.detail.as_str())
            .with("place", self.place.as_str());
        Diagnostic { path: path.cloned(), position: None, message }
    }
}

thread_local! {
    /// How many guards are open on this thread.
    static GUARDS: Cell<usize> = const { Cell::new(0) };
    /// Where the last panic under a guard happened.
    static PLACE: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Does `work`; where that panics, what is known of the panic.
///
/// # Errors
/// What is known of the panic.
pub fn guard<T>(work: impl FnOnce() -> T) -> Result<T, Breakdown> {
    listen();
    GUARDS.set(GUARDS.get() + 1);
    let result = panic::catch_unwind(AssertUnwindSafe(work));
    GUARDS.set(GUARDS.get().saturating_sub(1));
    result.map_err(|payload| Breakdown {
        detail: said(payload.as_ref()),
        place: PLACE.take().unwrap_or_else(|| "?".to_owned()),
    })
}

/// Makes panics under a guard leave their place instead of a message; all others go on as before.
fn listen() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let others = panic::take_hook();
        panic::set_hook(Box::new(
            move |info| {
                if GUARDS.get() > 0 { remember(info) } else { others(info) }
            },
        ));
    });
}

fn remember(info: &PanicHookInfo<'_>) {
    PLACE.set(info.location().map(ToString::to_string));
}

fn said(payload: &(dyn Any + Send)) -> String {
    let text = payload.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| payload.downcast_ref::<String>().cloned()).unwrap_or_else(|| "?".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_caught_with_its_place() {
        let broken = guard(|| [1, 2, 3][std::hint::black_box(3)]);
        let Err(Breakdown { detail, place }) = broken else { panic!("{broken:?}") };
        assert!(detail.contains("out of bounds") && place.starts_with("src/breakdown.rs:"));
        assert_eq!(guard(|| 5), Ok(5));
    }
}
