//! How a project came to be where it is, drawn: words, translated and stale, from day to day, and
//! stale words by age. All that is drawn stands in a table, too.

use maud::{Markup, html};

use super::frame::Frame;
use crate::{
    model::Message,
    report::pages::past::{AgeView, PastView, PointView},
};

/// The size of the plot in its own units.
const WIDTH: f64 = 1000.0;
const HEIGHT: f64 = 200.0;

/// The past of a project; nothing where only today is known.
pub(super) fn past(view: &PastView, frame: &Frame<'_>) -> Markup {
    let (Some(first), Some(last)) = (view.points.first(), view.points.last()) else {
        return html! {};
    };
    html! {
        @if view.points.len() > 1 {
            details .past open {
                summary { (frame.say("page-past")) }
                div .course {
                    div {
                        (plot(view, frame))
                        p .axis { span { (first.date) } span { (last.date) } }
                        (legend(view, frame))
                        @if let Some(begins) = &view.begins {
                            p .note { (frame.with("page-past-begins", "date", begins.as_str())) }
                        }
                    }
                    (ages(&view.stale, frame))
                }
                (table(&view.points, frame))
            }
        }
    }
}

/// What a point says of one line of the plot.
type Value = fn(&PointView) -> usize;

/// The lines of the plot, from the largest to the smallest.
const LINES: [(&str, Value); 3] = [
    ("words", |point| point.words),
    ("translated", |point| point.translated),
    ("stale", |point| point.stale),
];

fn plot(view: &PastView, frame: &Frame<'_>) -> Markup {
    let scale = Scale::of(&view.points);
    html! {
        div .plot {
            svg viewBox="0 0 1000 200" preserveAspectRatio="none" role="img" aria-label=(described(view, frame)) {
                @for (name, value) in LINES {
                    path class=(format!("plot-{name}")) d=(scale.area(&view.points, value)) {}
                }
                @for (point, (start, width)) in view.points.iter().zip(scale.columns(&view.points)) {
                    rect .column x=(number(start)) y="0" width=(number(width)) height=(HEIGHT) {
                        title { (said(point, frame)) }
                    }
                }
            }
            span .top-value { (frame.number(scale.most)) }
        }
    }
}

fn legend(view: &PastView, frame: &Frame<'_>) -> Markup {
    html! {
        ul .legend {
            @for (name, value) in LINES {
                li {
                    span class=(format!("swatch plot-{name}")) {}
                    span .what { (frame.say(&format!("page-past-{name}"))) } " "
                    span .number { (frame.number(view.points.last().map(value).unwrap_or_default())) }
                }
            }
        }
    }
}

/// Where days and words stand in the plot.
struct Scale {
    first: i64,
    days: f64,
    most: usize,
}

impl Scale {
    fn of(points: &[PointView]) -> Self {
        let day = |point: Option<&PointView>| point.map(|point| point.day).unwrap_or_default();
        let (first, last) = (day(points.first()), day(points.last()));
        let most = points.iter().map(|point| point.words).max().unwrap_or_default();
        Self { first, days: (last - first).max(1) as f64, most: most.max(1) }
    }

    fn x(&self, point: &PointView) -> f64 {
        WIDTH * (point.day - self.first) as f64 / self.days
    }

    fn y(&self, words: usize) -> f64 {
        HEIGHT - HEIGHT * words as f64 / self.most as f64
    }

    /// The area below a line that stays as it is from one point to the next.
    fn area(&self, points: &[PointView], value: Value) -> String {
        let mut path = format!("M0 {HEIGHT}");
        for point in points {
            path.push_str(&format!("H{}V{}", number(self.x(point)), number(self.y(value(point)))));
        }
        path.push_str(&format!("H{WIDTH}V{HEIGHT}Z"));
        path
    }

    /// For each point the column that speaks for it: from it to the next one.
    fn columns(&self, points: &[PointView]) -> Vec<(f64, f64)> {
        let ends = points.iter().skip(1).map(|point| self.x(point)).chain([WIDTH]);
        points
            .iter()
            .zip(ends)
            .map(|(point, end)| (self.x(point).min(WIDTH - 2.0), (end - self.x(point)).max(2.0)))
            .collect()
    }
}

fn number(value: f64) -> String {
    let written = format!("{value:.1}");
    written.strip_suffix(".0").map_or(written.clone(), str::to_owned)
}

/// A point in words.
fn said(point: &PointView, frame: &Frame<'_>) -> String {
    let [words, translated, stale] = LINES.map(|(name, value)| {
        format!("{}: {}", frame.say(&format!("page-past-{name}")), frame.number(value(point)))
    });
    format!("{} — {words}, {translated}, {stale}", point.date)
}

/// What the plot shows, in words: where it begins and where it ends.
fn described(view: &PastView, frame: &Frame<'_>) -> String {
    let ends = [view.points.first(), view.points.last()];
    ends.into_iter().flatten().map(|point| said(point, frame)).collect::<Vec<_>>().join("; ")
}

/// Stale words by age, each with a bar.
fn ages(ages: &[AgeView], frame: &Frame<'_>) -> Markup {
    let most = ages.iter().map(|age| age.words).max().unwrap_or_default();
    html! {
        @if most > 0 {
            table .ages {
                caption { (frame.say("page-stale-by-age")) }
                tbody {
                    @for age in ages {
                        tr {
                            th scope="row" { (frame.say(&format!("page-age-{}", age.age.as_str()))) }
                            td .amount {
                                svg viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true" {
                                    rect .fill-stale width=(number(WIDTH * age.words as f64 / most as f64)) height="10" {}
                                }
                            }
                            td .number { (words(age.words, frame)) }
                        }
                    }
                }
            }
        }
    }
}

fn words(count: usize, frame: &Frame<'_>) -> String {
    let message = Message::new("page-age-words").with("count", count);
    frame.messages.text(&message.with("written", frame.number(count)))
}

/// The points as numbers.
fn table(points: &[PointView], frame: &Frame<'_>) -> Markup {
    html! {
        details .numbers {
            summary { (frame.say("page-past-numbers")) }
            table {
                thead { tr {
                    th scope="col" { (frame.say("page-past-day")) }
                    @for (name, _) in LINES { th scope="col" { (frame.say(&format!("page-past-{name}"))) } }
                } }
                tbody {
                    @for point in points.iter().rev() {
                        tr {
                            th scope="row" { (point.date) }
                            @for (_, value) in LINES { td { (frame.number(value(point))) } }
                        }
                    }
                }
            }
        }
    }
}
