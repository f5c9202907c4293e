//! Bars of progress: source words by state, told apart by colour and by pattern.

use maud::{Markup, html};

use super::frame::{Frame, state_icon};
use crate::report::pages::tally::WordsByState;

/// The width of a bar in its own units.
const WIDTH: f64 = 1000.0;

/// A bar, with what it shows in words.
pub(super) fn bar(words: &WordsByState, frame: &Frame<'_>) -> Markup {
    let mut at = 0.0;
    let parts = words.parts().into_iter().filter(|(_, count)| *count > 0).map(|(state, count)| {
        let width = WIDTH * count as f64 / words.total.max(1) as f64;
        at += width;
        (state.as_str(), format!("{:.1}", at - width), format!("{width:.1}"))
    });
    let parts: Vec<_> = parts.collect();
    html! {
        svg .bar viewBox="0 0 1000 10" preserveAspectRatio="none" role="img" aria-label=(described(words, frame)) {
            @for (state, start, width) in &parts {
                rect class=(format!("fill-{state}")) x=(start) y="0" width=(width) height="10" {}
            }
        }
    }
}

/// What a bar says, in words.
fn described(words: &WordsByState, frame: &Frame<'_>) -> String {
    let parts = words.parts().into_iter().filter(|(_, count)| *count > 0);
    let parts = parts.map(|(state, count)| format!("{}: {count}", frame.state(state)));
    parts.collect::<Vec<_>>().join(", ")
}

/// What the parts of a bar mean, with their words.
pub(super) fn legend(words: &WordsByState, frame: &Frame<'_>) -> Markup {
    html! {
        ul .legend {
            @for (state, count) in words.parts().into_iter().filter(|(_, count)| *count > 0) {
                li {
                    (state_icon(state, None))
                    span .what { (frame.state(state)) } " "
                    span .number { (frame.number(count)) }
                }
            }
        }
    }
}
