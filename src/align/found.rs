//! The best path through two documents, with how sure each of its beads is.

use super::{
    absorbed::Beside,
    anchors::{self, Anchor},
    band::{Band, MARGIN},
    confidence,
    corridor::{self, Corridor},
    elsewhere, is_doubtful,
    links::Links,
    path::{self, Shape},
    prior::Priors,
    score::Scorer,
    table::Table,
    unit::Side,
};

/// A second pass, which knows this very translation, leads hardly anywhere else than the first: it
/// looks so many units beside it, and further only where it comes to that edge.
const BESIDE_FIRST: usize = 3;

/// Where the pairs are sure another lesson changes less still.
const BESIDE_SURE: usize = 2;

/// So many beads on each side of a doubtful one are doubtful, too.
const NEAR: usize = 6;

/// The best path, and where it was looked for.
pub(super) struct Found {
    corridor: Corridor,
    /// The path itself.
    path: Vec<Shape>,
    /// Its beads, once their neighbours were asked about those that stand alone.
    paired: Vec<(Shape, f64)>,
}

impl Found {
    /// Looks in a band as wide as it needs.
    pub(super) fn of(source: &Side, target: &Side, table: &Table) -> Self {
        let anchors = anchors::chain(source, target, table);
        let mut margin = MARGIN;
        loop {
            let band = Band::around(&anchors, source.units.len(), target.units.len(), margin);
            let corridor = corridor::within(&band, source, target, table);
            let Corridor { band: within, gates } = &corridor;
            let search = Search { source, target, table, corridor: within, gates };
            let (path, paired) = search.first();
            let is_whole = margin >= source.units.len().max(target.units.len());
            let is_confined = || band.confines(&shapes(&paired));
            if is_whole || band.is_largest() || !is_confined() {
                return Self { corridor, path, paired };
            }
            margin *= 2;
        }
    }

    /// The same with another table, which knows a few words more: the path is looked for anew where it
    /// is in doubt.
    pub(super) fn again(self, source: &Side, target: &Side, table: &Table) -> Self {
        let is_sure = self.sure_rows(source.units.len());
        let Corridor { band, gates } = &self.corridor;
        let near = band.along(&self.path, BESIDE_SURE, |row| is_sure.get(row) == Some(&true));
        let search = |corridor| Search { source, target, table, corridor, gates };
        let (mut path, mut paired) = search(&near).second(&self.path);
        if near.confines_within(band, &path) {
            (path, paired) = search(band).second(&self.path);
        }
        Self { path, paired, ..self }
    }

    /// Which source units stand in beads beside which nothing is in doubt.
    fn sure_rows(&self, count: usize) -> Vec<bool> {
        let mut sure = vec![true; count];
        for place in (0..self.paired.len()).filter(|&place| is_doubtful(&self.paired[place])) {
            let (first, last) = (place.saturating_sub(NEAR), place + NEAR);
            let last = last.min(self.paired.len() - 1);
            let rows = self.paired[first].0.0.start..self.paired[last].0.0.end;
            sure[rows].fill(false);
        }
        sure
    }

    /// The beads, those put right that cross the path.
    pub(super) fn rejoined(
        &self,
        source: &Side,
        target: &Side,
        table: &Table,
    ) -> Vec<(Shape, f64)> {
        elsewhere::rejoin(source, target, table, self.paired.clone())
    }
}

fn shapes(paired: &[(Shape, f64)]) -> Vec<Shape> {
    paired.iter().map(|(shape, _)| shape.clone()).collect()
}

/// A path, and its beads.
type Route = (Vec<Shape>, Vec<(Shape, f64)>);

/// What is searched, and where.
#[derive(Clone, Copy)]
struct Search<'a> {
    source: &'a Side,
    target: &'a Side,
    table: &'a Table,
    corridor: &'a Band,
    gates: &'a [Anchor],
}

impl Search<'_> {
    /// Two passes: the second knows the lengths and the freedom of this very translation.
    fn first(self) -> Route {
        let links = Links::new(self.source, self.target, self.table, self.corridor);
        let mut scorer = Scorer::new(&links, self.source, self.target);
        let first = self.best(&mut scorer, &self.usual(), self.corridor);
        let near = self.corridor.along(&first, BESIDE_FIRST, |_| true);
        let shapes = self.informed(&mut scorer, &first, &near);
        let is_confined = near.confines_within(self.corridor, &shapes);
        let shapes =
            if is_confined { self.informed(&mut scorer, &first, self.corridor) } else { shapes };
        self.finished(&mut scorer, shapes)
    }

    /// The second pass alone, where an earlier search tells as much as the first.
    fn second(self, known: &[Shape]) -> Route {
        let links = Links::new(self.source, self.target, self.table, self.corridor);
        let mut scorer = Scorer::new(&links, self.source, self.target);
        let shapes = self.informed(&mut scorer, known, self.corridor);
        self.finished(&mut scorer, shapes)
    }

    fn usual(&self) -> Priors {
        Priors::usual(self.source.structured && self.target.structured)
    }

    fn best(&self, scorer: &mut Scorer<'_>, priors: &Priors, band: &Band) -> Vec<Shape> {
        let end = (self.source.units.len(), self.target.units.len());
        path::best(scorer, priors, band, self.gates, end)
    }

    /// The best path in a band by what the beads of another show.
    fn informed(&self, scorer: &mut Scorer<'_>, known: &[Shape], band: &Band) -> Vec<Shape> {
        let sure: Vec<Shape> =
            known.iter().filter(|(from, to)| from.len() == 1 && to.len() == 1).cloned().collect();
        scorer.re_estimate(&sure);
        self.best(scorer, &self.usual().observed(known), band)
    }

    /// A path, and its beads with how sure they are, once their neighbours were asked about those that
    /// stand alone.
    fn finished(&self, scorer: &mut Scorer<'_>, path: Vec<Shape>) -> Route {
        let beside = Beside::new(self.source, self.target, &path);
        let shapes = beside.set_apart(scorer, path.clone());
        let shapes = beside.joined(scorer, shapes);
        let sure = |place| confidence::of(&shapes, place, scorer, &beside);
        let scores: Vec<f64> = (0..shapes.len()).map(sure).collect();
        (path, shapes.into_iter().zip(scores).collect())
    }
}
