//! The most that the words of the beads can say that end at one node of the grid: found once for
//! all shapes, so that hardly any bead is looked at closely.

/// No bead has more units on one side.
pub(super) const LONGEST: usize = 6;

/// Of no unit, of the last unit before the node, of the last two, and so on.
pub(super) type Sums = [f32; LONGEST + 1];

/// What is known of the units before a node.
#[derive(Debug, Default)]
pub(super) struct Bounds {
    /// What the words of each side say if nothing answers them.
    source: Sums,
    target: Sums,
    /// What the last source unit gains by the last target units, and the reverse.
    row: Sums,
    column: Sums,
    /// What two source units gain by two target units, two by three, and three by two.
    blocks: [f32; 3],
}

impl Bounds {
    /// Of what the source units and the target units before the node say by themselves, and of what
    /// a source unit and a target unit gain by each other, both counted back from the node.
    pub(super) fn of(source: Sums, target: Sums, gain: impl Fn(usize, usize) -> f32) -> Self {
        let row = sums((1..=LONGEST).map(|column| gain(1, column)));
        let column = sums((1..=LONGEST).map(|row| gain(row, 1)));
        let square = gain(1, 1) + gain(1, 2) + gain(2, 1) + gain(2, 2);
        let wide = square + gain(1, 3) + gain(2, 3);
        let high = square + gain(3, 1) + gain(3, 2);
        Self { source, target, row, column, blocks: [square, wide, high] }
    }

    /// The most that the words of the last source units and the last target units can say: words
    /// are explained best one unit by one.
    pub(super) fn words(&self, source: usize, target: usize) -> f32 {
        let at = |sums: &Sums, count: usize| sums.get(count).copied().unwrap_or(f32::INFINITY);
        let gains = match (source, target) {
            (1, count) => at(&self.row, count),
            (count, 1) => at(&self.column, count),
            (2, 2) => self.blocks[0],
            (2, 3) => self.blocks[1],
            (3, 2) => self.blocks[2],
            _ => f32::INFINITY,
        };
        at(&self.source, source) + at(&self.target, target) + gains
    }
}

/// The sums of the last of some numbers, of the last two, and so on; the last comes first.
pub(super) fn sums(numbers: impl Iterator<Item = f32>) -> Sums {
    let (mut sums, mut sum) = (Sums::default(), 0.0);
    for (place, number) in sums.iter_mut().skip(1).zip(numbers) {
        sum += number;
        *place = sum;
    }
    sums
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_a_bead_is_summed() {
        let silence = [-1.0, -2.0, -3.0, -4.0, -5.0, -6.0];
        let gain = |row: usize, column: usize| (10 * row + column) as f32;
        let silence = sums(silence.into_iter());
        let bounds = Bounds::of(silence, silence, gain);
        for (source, target, most) in [
            (1, 1, -2.0 + 11.0),
            (1, 3, -7.0 + 11.0 + 12.0 + 13.0),
            (6, 1, -22.0 + 11.0 + 21.0 + 31.0 + 41.0 + 51.0 + 61.0),
            (2, 2, -6.0 + 11.0 + 12.0 + 21.0 + 22.0),
            (2, 3, -9.0 + 11.0 + 12.0 + 13.0 + 21.0 + 22.0 + 23.0),
            (3, 2, -9.0 + 11.0 + 12.0 + 21.0 + 22.0 + 31.0 + 32.0),
            (7, 1, f32::INFINITY),
            (3, 3, f32::INFINITY),
        ] {
            assert_eq!(bounds.words(source, target), most, "{source}:{target}");
        }
    }
}
