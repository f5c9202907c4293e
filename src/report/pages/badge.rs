//! A badge as readmes show them: what is up to date, in percent.

use super::tally::WordsByState;
use crate::ui::Messages;

/// The width of a letter of the badge's type, on average, in tenths of a pixel.
const LETTER: usize = 66;
/// Room before and after the words.
const MARGIN: usize = 12;

/// The badge of so many words.
pub(super) fn badge(words: &WordsByState, messages: &Messages) -> String {
    let (label, value) = (messages.phrase("page-badge"), format!("{} %", words.percent()));
    let width = |text: &str| text.chars().count() * LETTER / 10 + MARGIN;
    let (left, right) = (width(&label), width(&value));
    let whole = left + right;
    let colour = colour(words.percent());
    let (middle_left, middle_right) = (left / 2, left + right / 2);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{whole}\" height=\"20\" role=\"img\" \
         aria-label=\"{label}: {value}\"><title>{label}: {value}</title>\
         <clipPath id=\"r\"><rect width=\"{whole}\" height=\"20\" rx=\"3\"/></clipPath>\
         <g clip-path=\"url(#r)\"><rect width=\"{left}\" height=\"20\" fill=\"#46423b\"/>\
         <rect x=\"{left}\" width=\"{right}\" height=\"20\" fill=\"{colour}\"/></g>\
         <g fill=\"#fff\" text-anchor=\"middle\" font-family=\"Verdana,DejaVu Sans,sans-serif\" \
         font-size=\"11\"><text x=\"{middle_left}\" y=\"14\">{label}</text>\
         <text x=\"{middle_right}\" y=\"14\">{value}</text></g></svg>\n"
    )
}

/// From what is missing to what is done; white on each is readable.
const fn colour(percent: usize) -> &'static str {
    match percent {
        100.. => "#1b6b43",
        80.. => "#1b5e59",
        50.. => "#8a4f0a",
        _ => "#9b2830",
    }
}
