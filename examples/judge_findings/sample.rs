//! Findings drawn evenly over the kinds.

use std::collections::BTreeMap;

use crate::finding::Finding;

/// Up to `most` of the findings, of each kind and severity as many as of any other as long as it
/// has them; the same for the same seed.
pub(crate) fn draw(findings: Vec<Finding>, most: usize, seed: u64) -> Vec<Finding> {
    let mut kinds: BTreeMap<(String, String), Vec<Finding>> = BTreeMap::new();
    for finding in findings {
        let kind = (finding.code.clone(), finding.severity.clone());
        kinds.entry(kind).or_default().push(finding);
    }
    for kind in kinds.values_mut() {
        kind.sort_by_key(|finding| rank(finding, seed));
        kind.dedup_by_key(|finding| rank(finding, seed));
    }
    let mut kinds: Vec<_> = kinds.into_values().map(Vec::into_iter).collect();
    let mut drawn = Vec::new();
    while drawn.len() < most {
        let before = drawn.len();
        drawn.extend(kinds.iter_mut().filter_map(Iterator::next));
        if drawn.len() == before {
            break;
        }
    }
    drawn.truncate(most);
    drawn
}

/// A place in an order that is random but for the seed.
fn rank(finding: &Finding, seed: u64) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new();
    hasher.update(&seed.to_le_bytes());
    hasher.update(finding.repository.as_bytes());
    hasher.update(b"\0");
    hasher.update(finding.fingerprint.as_bytes());
    hasher.finalize().into()
}
