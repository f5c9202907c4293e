//! Where a path may be cut into stretches that are looked for one by one.

use crate::align::{anchors::Anchor, unit::Side};

/// One of so many places that would do is taken.
const TAKEN: usize = 4;

/// Whether both sides begin a block at a gate. Which of those places are taken is told by what stands
/// beside them and by nothing else, so that an edit moves no gate but those near it.
pub(super) fn is_place(source: &Side, target: &Side, (row, column): Anchor) -> bool {
    let beside = |side: &Side, at: usize| {
        let (before, after) = (side.units.get(at.checked_sub(1)?)?, side.units.get(at)?);
        let lengths = before.length as usize + 3 * after.length as usize;
        after.begins_block.then_some(lengths)
    };
    let both = beside(source, row).zip(beside(target, column));
    both.is_some_and(|(source, target)| (source + 5 * target).is_multiple_of(TAKEN))
}
