//! What every two units of a band say as a pair: found once, for each bead that holds them asks.

/// Two units that meet.
#[derive(Debug, Clone, Copy)]
pub(super) struct Meeting {
    /// What their words say.
    pub(super) words: f32,
    /// The same beyond what the words of neither say alone.
    pub(super) gain: f32,
    /// Whether they share a word.
    pub(super) shares: bool,
    /// What their kinds and places say.
    pub(super) structure: f32,
}

/// The meetings of a source unit with the target units of its row of the band.
#[derive(Debug)]
struct Row {
    first: usize,
    meetings: Vec<Meeting>,
}

/// Those rows of a band that were asked for.
#[derive(Debug)]
pub(super) struct Meetings(Vec<Option<Row>>);

impl Meetings {
    /// Nothing yet of so many rows.
    pub(super) fn of(rows: usize) -> Self {
        Self((0..rows).map(|_| None).collect())
    }

    /// Forgets all.
    pub(super) fn forget(&mut self) {
        self.0.iter_mut().for_each(|row| *row = None);
    }

    /// Whether a row is known, or there is no such row.
    pub(super) fn has(&self, row: usize) -> bool {
        self.0.get(row).is_none_or(Option::is_some)
    }

    /// Keeps the meetings of a row, the first of them with the target unit `first`.
    pub(super) fn keep(&mut self, row: usize, first: usize, meetings: Vec<Meeting>) {
        if let Some(place) = self.0.get_mut(row) {
            *place = Some(Row { first, meetings });
        }
    }

    /// Two units of a row that is known; none outside of the band.
    #[inline]
    pub(super) fn at(&self, row: usize, column: usize) -> Option<&Meeting> {
        let row = self.0.get(row)?.as_ref()?;
        row.meetings.get(column.checked_sub(row.first)?)
    }

    /// What two units gain by each other, if they have met.
    #[inline]
    pub(super) fn gain(&self, row: usize, column: usize) -> Option<f32> {
        let Row { first, meetings } = self.0.get(row)?.as_ref()?;
        meetings.get(column.wrapping_sub(*first)).map(|meeting| meeting.gain)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_meet_within_the_band() {
        let mut meetings = Meetings::of(2);
        let meeting = |gain| Meeting { words: 0.0, gain, shares: true, structure: 0.0 };
        assert!(!meetings.has(1));
        meetings.keep(1, 3, [1.0, 2.0, 4.0].map(meeting).to_vec());
        assert!(meetings.has(1) && meetings.has(7));
        assert_eq!(meetings.at(1, 4).map(|meeting| meeting.gain), Some(2.0));
        assert!(meetings.at(1, 2).is_none() && meetings.at(1, 6).is_none());
        let gains = [2, 3, 5, 6].map(|column| meetings.gain(1, column));
        assert_eq!(gains, [None, Some(1.0), Some(4.0), None]);
        assert_eq!(meetings.gain(0, 3), None);
    }
}
