//! Work on one document that panicked: it costs that document, and the rest is answered.
//!
//! A panic is a mistake of ours. [`guard`] catches it with the place in our source where it
//! happened, so that whoever meets it can tell us; nothing is printed.

use std::{
    any::Any,
    cell::{Cell, RefCell},
    panic::{self, AssertUnwindSafe, PanicHookInfo},
    sync::{Mutex, Once},
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
        Diagnostic { path: path.cloned(), position: None, message: self.message("breakdown") }
    }

    /// How the user is told of what was to be done and is not.
    #[must_use]
    pub fn message(&self, id: &'static str) -> Message {
        Message::new(id).with("detail", self.detail.as_str()).with("place", self.place.as_str())
    }
}

thread_local! {
    /// How many guards are open on this thread.
    static GUARDS: Cell<usize> = const { Cell::new(0) };
    /// Where the last panic under a guard happened.
    static PLACE: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Where the last panic happened that no guard of its own thread was there for: what works on
/// several threads hands a panic on to the one that waits for it.
static ELSEWHERE: Mutex<Option<String>> = Mutex::new(None);

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
        place: PLACE.take().or_else(place_elsewhere).unwrap_or_else(|| "?".to_owned()),
    })
}

fn place_elsewhere() -> Option<String> {
    ELSEWHERE.lock().ok().and_then(|mut place| place.take())
}

/// Makes panics under a guard leave their place instead of a message; all others go on as before.
fn listen() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let others = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if GUARDS.get() > 0 {
                PLACE.set(place_of(info));
            } else {
                ELSEWHERE.lock().into_iter().for_each(|mut place| *place = place_of(info));
                others(info);
            }
        }));
    });
}

fn place_of(info: &PanicHookInfo<'_>) -> Option<String> {
    info.location().map(ToString::to_string)
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
        let elsewhere: Result<(), _> = guard(|| {
            let thread = std::thread::spawn(|| panic!("elsewhere"));
            thread.join().unwrap_or_else(|payload| panic::resume_unwind(payload))
        });
        let Err(Breakdown { detail, place }) = elsewhere else { panic!("{elsewhere:?}") };
        assert!(detail == "elsewhere" && place.starts_with("src/breakdown.rs:"), "{place}");
    }
}
