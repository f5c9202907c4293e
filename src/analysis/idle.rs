//! What the configuration says of documents that are not there: said once, for it does nothing.

use crate::{
    model::{Diagnostic, DocumentPair, Message, RepoPath},
    project::{Config, FILE_NAME, PathRule, Policy},
};

/// The rules and policies of `config` that are for none of `pairs`.
pub(super) fn idle(config: &Config, pairs: &[&DocumentPair]) -> Vec<Diagnostic> {
    let about = |message| Diagnostic::about(RepoPath::new(FILE_NAME), message);
    let rules = config.pairs.iter().filter(|rule| !pairs.iter().any(|pair| fits(rule, pair)));
    let policies = config.policies.iter().filter(|it| !pairs.iter().any(|pair| covers(it, pair)));
    let of_rule = |rule: &PathRule| {
        let message = Message::new("config-pair-idle").with("source", rule.source.to_string());
        about(message.with("target", rule.target.to_string()))
    };
    let of_policy =
        |policy: &Policy| about(Message::new("config-policy-idle").with("path", policy.pattern()));
    rules.map(of_rule).chain(policies.map(of_policy)).collect()
}

fn fits(rule: &PathRule, pair: &DocumentPair) -> bool {
    let is_source = |path: &RepoPath| rule.source_shared(path).is_some();
    let is_target = |path: &RepoPath| rule.target_shared(path).is_some();
    pair.source.as_ref().is_some_and(is_source) || pair.target.as_ref().is_some_and(is_target)
}

pub(super) fn covers(policy: &Policy, pair: &DocumentPair) -> bool {
    let mut paths = pair.source.iter().chain(&pair.target);
    paths.any(|path| policy.covers(path, Some(&pair.shared)))
}
