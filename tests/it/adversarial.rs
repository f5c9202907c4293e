//! Documents made to be slow or large: what is done with them grows with their length alone.
//!
//! The corpora of the fuzz targets are replayed here, too, with some changes of each.

#[path = "../../examples/adversarial/documents.rs"]
#[allow(dead_code, reason = "the example uses all of it")]
mod documents;
#[allow(unreachable_pub, reason = "the fuzz targets use it")]
#[path = "../../fuzz/src/readers.rs"]
mod readers;

use std::{fs, path::Path};

use self::documents::KINDS;
use crate::harness::Project;

/// Findings of a text may take so many times its length.
const LARGEST: usize = 200;

#[test]
fn reports_are_bounded() {
    const LENGTH: usize = 5_000;
    for kind in KINDS {
        let (source, target) = (kind.source(LENGTH), kind.target(LENGTH));
        let project = Project::with_pair(&source, &target);
        for format in ["human", "json"] {
            let run = project.sverka(["check", "--format", format]);
            assert!(run.code < 2, "{}: {}", kind.name, run.stderr);
            let length = source.len() + target.len();
            let size = run.stdout.len();
            assert!(size < LARGEST * length, "{} {format}: {size} bytes of {length}", kind.name);
        }
    }
}

/// Changes of an input that depend on nothing but a number.
fn changed(bytes: &[u8], seed: usize) -> Vec<u8> {
    const PIECES: [&[u8]; 8] =
        [b"\n\n", b"`", b"[", "«".as_bytes(), b"\0", b"<!--", "\u{200b}".as_bytes(), b"1 "];
    let mut changed = bytes.to_vec();
    for round in 0..3 {
        let at = (seed * 7_919 + round * 104_729) % (changed.len() + 1);
        let piece = PIECES[(seed + round) % PIECES.len()];
        match (seed / 8 + round) % 3 {
            0 => drop(changed.splice(at..at, piece.iter().copied())),
            1 => drop(changed.drain(at..(at + seed % 9).min(changed.len()))),
            _ => {
                let copy = changed[at..].to_vec();
                changed.extend(copy);
            }
        }
    }
    changed
}

#[test]
fn the_corpora_of_the_fuzz_targets_hold() {
    let corpora = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus");
    for (name, read) in readers::READERS {
        let changes = if name == "check" { 4 } else { 100 };
        let mut inputs = 0;
        for entry in fs::read_dir(corpora.join(name)).unwrap().flatten() {
            let bytes = fs::read(entry.path()).unwrap();
            read(&bytes);
            (0..changes).for_each(|seed| read(&changed(&bytes, seed)));
            inputs += 1;
        }
        assert!(inputs > 0, "{name} has no corpus");
    }
}
