//! Finding out how an unknown repository lays out its originals and translations.
//!
//! Every Russian file and every English file whose paths look like each other vote for the pair
//! of templates that joins them. The template pair that joins most files is taken, its files are
//! set aside, and the rest vote again, so that several layouts in one tree are all found. What is
//! left is joined file by file (see `lone.rs`).

use std::collections::{BTreeMap, BTreeSet};

use super::{
    lone, marks,
    marks::Named,
    rule::{PathRule, Template},
    scope,
    survey::Surveyed,
    votes::{Names, is_natural, marked, votes},
};
use crate::{
    model::{Direction, Language, RepoPath},
    text::language::Tongue,
};

/// Folders of the default layout.
pub const DEFAULT_LAYOUT: (&str, &str) = ("source-ru/{path}", "translations/{path}");

/// A template pair that joins no more files than this needs marks of its languages to be believed.
const FEW: usize = 2;

/// A file with fewer words says little, and is no translation of one with so many times as many.
const FEW_WORDS: usize = 12;
const TIMES: usize = 10;

/// How many words files have.
type Sizes<'a> = BTreeMap<&'a str, usize>;

/// A rule that was found, and what speaks for it.
#[derive(Debug, Clone)]
pub struct FoundRule {
    /// The templates.
    pub rule: PathRule,
    /// How many originals it joins to a translation.
    pub pairs: usize,
}

/// The rules that explain `files`, the best first.
#[must_use]
pub fn detect(files: &[Surveyed]) -> Vec<FoundRule> {
    let of = |language| {
        let is = move |file: &&Surveyed| {
            file.tongue.and_then(Tongue::language) == Some(language) && !file.is_redirect
        };
        files.iter().filter(is).map(|file| file.path.as_str())
    };
    let mut russian: BTreeSet<&str> = of(Language::Russian).collect();
    let mut english: BTreeSet<&str> = of(Language::English).collect();
    // `russian/README.md` in English is about the Russian texts, and no translation of `README.md`.
    let about_folders: BTreeSet<&str> = files
        .iter()
        .filter(|file| file.is_contradicted && file.head.is_some() && has_readme_name(file))
        .map(|file| file.path.as_str())
        .collect();
    russian.retain(|path| !about_folders.contains(path));
    let sizes: Sizes<'_> = files.iter().map(|file| (file.path.as_str(), file.words)).collect();
    let mut rules = Vec::new();
    while let Some(found) = best_rule(&russian, &english, &sizes) {
        let narrowed = scope::narrowed(&found, &russian, &english);
        set_aside(&found.rule, &mut russian, &mut english);
        rules.extend(narrowed);
    }
    let (originals, translations) =
        (of(Language::Russian).collect(), of(Language::English).collect());
    let lone = lone::pairs(
        files,
        &unjoined(&originals, &translations, &rules, |rule| (&rule.source, &rule.target)),
        &unjoined(&translations, &originals, &rules, |rule| (&rule.target, &rule.source)),
        &rules,
    );
    lone.iter().for_each(|found| set_aside(&found.rule, &mut russian, &mut english));
    rules.extend(lone);
    let says_enough = |path: &&str| sizes.get(*path).is_none_or(|words| *words >= FEW_WORDS);
    rules.extend(marked_folders(
        &russian.iter().copied().filter(says_enough).collect(),
        &english.iter().copied().filter(says_enough).collect(),
    ));
    rules.extend(waiting(&russian, &rules));
    for found in &mut rules {
        found.rule.direction = named_direction(&found.rule);
    }
    rules
}

fn has_readme_name(file: &Surveyed) -> bool {
    Named::of(file.path.as_str(), marks::is_side).base.eq_ignore_ascii_case("readme")
}

/// Which side leads by what the paths call themselves: `original.md` and `translation.md`.
fn named_direction(rule: &PathRule) -> Option<Direction> {
    let (source, target) = (rule.source.to_string(), rule.target.to_string());
    let leads = |one: &str, other: &str| {
        let (one, other) = (marks::roles(one), marks::roles(other));
        (one.is_original && !other.is_original) || (other.is_translation && !one.is_translation)
    };
    match (leads(&source, &target), leads(&target, &source)) {
        (true, false) => Some(Direction::RuEn),
        (false, true) => Some(Direction::EnRu),
        _ => None,
    }
}

/// The files that no rule joins to one of the other side.
fn unjoined<'a>(
    files: &BTreeSet<&'a str>,
    others: &BTreeSet<&str>,
    rules: &[FoundRule],
    templates: fn(&PathRule) -> (&Template, &Template),
) -> BTreeSet<&'a str> {
    let is_joined = |path: &str| {
        rules.iter().any(|found| {
            let (from, to) = templates(&found.rule);
            let shared = from.shared(&RepoPath::new(path));
            shared.is_some_and(|shared| others.contains(to.path(&shared).as_str()))
        })
    };
    files.iter().copied().filter(|path| !is_joined(path)).collect()
}

/// Takes away the files that a rule is for; where its paths do not tell the sides apart, only those
/// that it joins.
fn set_aside(rule: &PathRule, russian: &mut BTreeSet<&str>, english: &mut BTreeSet<&str>) {
    let counterpart = |from: &Template, to: &Template, path: &str| {
        from.shared(&RepoPath::new(path)).map(|shared| to.path(&shared))
    };
    let originals = russian.clone();
    russian.retain(|path| {
        counterpart(&rule.source, &rule.target, path)
            .is_none_or(|other| !rule.tells_sources() && !english.contains(other.as_str()))
    });
    english.retain(|path| {
        counterpart(&rule.target, &rule.source, path)
            .is_none_or(|other| !rule.tells_targets() && !originals.contains(other.as_str()))
    });
}

fn best_rule(
    russian: &BTreeSet<&str>,
    english: &BTreeSet<&str>,
    sizes: &Sizes<'_>,
) -> Option<FoundRule> {
    let all = votes(russian, english).into_iter();
    let weighed = all.filter(|(names, joined)| !joins_only_stubs(names, joined, sizes));
    let weighed = weighed.map(|(names, joined)| {
        ((joined.len(), is_natural(&names), marked(&names), specific(&names)), names)
    });
    let believed = weighed
        .filter(|((pairs, natural, marked, _), _)| *pairs > FEW || (*natural && *marked > 0));
    let ((pairs, ..), names) = believed.max_by(|a, b| a.0.cmp(&b.0).then_with(|| b.1.cmp(&a.1)))?;
    let rule = PathRule::new(Template::parse(&names.0).ok()?, Template::parse(&names.1).ok()?);
    Some(FoundRule { rule, pairs })
}

/// Whether templates join few files and none with what could be its translation: the page that
/// announces texts in a language, `en/README.md` with a heading alone, shows no layout.
fn joins_only_stubs(names: &Names, joined: &BTreeSet<&str>, sizes: &Sizes<'_>) -> bool {
    let templates = || Some((Template::parse(&names.0).ok()?, Template::parse(&names.1).ok()?));
    let Some((source, target)) = templates().filter(|_| joined.len() <= FEW) else { return false };
    let is_stub = |original: &&str| {
        let translation = target.path(&source.shared(&RepoPath::new(*original))?);
        let words = [sizes.get(*original)?, sizes.get(translation.as_str())?];
        let (fewer, more) = (words[0].min(words[1]), words[0].max(words[1]));
        Some(*fewer < FEW_WORDS && fewer * TIMES < *more)
    };
    joined.iter().all(|original| is_stub(original).unwrap_or(false))
}

/// Of templates that join as many files the shorter, more general ones are preferred.
fn specific((source, target): &Names) -> std::cmp::Reverse<usize> {
    std::cmp::Reverse(source.len() + target.len())
}

/// A folder of Russian files beside one of English files, both named for their side, whose files
/// have different names: their contents must show what belongs together.
fn marked_folders(russian: &BTreeSet<&str>, english: &BTreeSet<&str>) -> Option<FoundRule> {
    let folders = |paths: &BTreeSet<&str>, tongue| -> BTreeMap<String, usize> {
        let mut counts = BTreeMap::new();
        for prefix in paths.iter().filter_map(|path| marked_prefix(path, tongue)) {
            *counts.entry(prefix.to_owned()).or_default() += 1;
        }
        counts
    };
    let (ours, theirs) = (folders(russian, Tongue::RUSSIAN), folders(english, Tongue::ENGLISH));
    let joined = ours.iter().flat_map(|(source, count)| {
        let beside = theirs.iter().filter(|(target, _)| above(source) == above(target));
        beside.map(move |(target, others)| (count.min(others), source, target))
    });
    let (_, source, target) = joined.max_by_key(|(count, ..)| **count)?;
    let template = |prefix: &str| Template::parse(&format!("{prefix}{{path}}")).ok();
    Some(FoundRule { rule: PathRule::new(template(source)?, template(target)?), pairs: 0 })
}

/// The path of the folder that a folder stands in.
fn above(folder: &str) -> &str {
    folder.trim_end_matches('/').rsplit_once('/').map_or("", |(above, _)| above)
}

/// The path up to and with the first folder that marks the side of `tongue`.
fn marked_prefix(path: &str, tongue: Tongue) -> Option<&str> {
    let mut end = 0;
    for part in path.split_inclusive('/') {
        end += part.len();
        if part.ends_with('/') && marks::side(part.trim_end_matches('/')) == Some(tongue) {
            return path.get(..end);
        }
    }
    None
}

/// What the ending of a name promises where no translation is there yet: that of `faq.ru.md` would
/// be `faq.md`.
fn waiting(russian: &BTreeSet<&str>, rules: &[FoundRule]) -> Vec<FoundRule> {
    let is_russian = |mark: &str| marks::tongue(mark) == Some(Tongue::RUSSIAN);
    let ends: BTreeSet<(&str, &str)> = russian
        .iter()
        .filter(|path| {
            let path = RepoPath::new(**path);
            !rules.iter().any(|found| found.rule.source.shared(&path).is_some())
        })
        .map(|path| Named::of(path, is_russian))
        .filter(|named| !named.mark.is_empty())
        .map(|named| (named.mark, named.extension))
        .collect();
    let rule = |(mark, extension): (&str, &str)| {
        let source = Template::parse(&format!("{{path}}{mark}{extension}")).ok()?;
        let target = Template::parse(&format!("{{path}}{extension}")).ok()?;
        Some(FoundRule { rule: PathRule::new(source, target), pairs: 0 })
    };
    ends.into_iter().filter_map(rule).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Paths ending in a mark: `R` Russian, `R!` Russian by its path and English by its text,
    /// `E` English; with a point where there are but a few words.
    fn rules(files: &[&str]) -> Vec<String> {
        let file = |line: &&str| {
            let (path, mark) = line.rsplit_once(' ').unwrap();
            let tongue = if mark.starts_with('R') { Tongue::RUSSIAN } else { Tongue::ENGLISH };
            let (key, head) = (None, (mark == "R!").then(String::new));
            let (path, tongue) = (RepoPath::new(path), Some(tongue));
            let words = if mark.ends_with('.') { 2 } else { 200 };
            let (is_contradicted, is_redirect) = (mark == "R!", false);
            Surveyed { path, tongue, is_contradicted, key, head, words, is_redirect }
        };
        let files: Vec<_> = files.iter().map(file).collect();
        detect(&files)
            .iter()
            .map(|found| format!("{} = {}", found.rule.source, found.rule.target))
            .collect()
    }

    #[test]
    fn mirrored_folders() {
        assert_eq!(
            rules(&[
                "ru/a.md R",
                "ru/b/c.md R",
                "ru/b/index.md R",
                "en/a.md E",
                "en/b/c.md E",
                "README.md E"
            ]),
            ["ru/{path} = en/{path}"]
        );
        assert_eq!(
            rules(&[
                "i18n/ru/docs/a.md R",
                "i18n/ru/docs/b.md R",
                "i18n/ru/docs/c.md R",
                "docs/a.md E",
                "docs/b.md E",
                "docs/c.md E"
            ]),
            ["i18n/ru/docs/{path} = docs/{path}"]
        );
    }

    #[test]
    fn suffixes() {
        assert_eq!(
            rules(&["docs/a.ru.md R", "docs/b.ru.md R", "docs/a.md E", "docs/b.md E"]),
            ["{path}.ru.md = {path}.md"]
        );
        assert_eq!(rules(&["README_RU.md R", "README.md E"]), ["{path}_RU.md = {path}.md"]);
        assert_eq!(rules(&["a.md R", "b.md R", "a.en.md E"]), ["{path}.md = {path}.en.md"]);
    }

    #[test]
    fn an_ending_reaches_no_further_than_what_it_joins() {
        let notes = ["notes/1.md R", "notes/2.md R", "notes/3.md R", "notes/4.md R"];
        let beside = |files: &[&'static str]| rules(&[&notes[..], files].concat());
        let readme = ["README.md R", "README.en.md E", "plan.md R"];
        assert_eq!(beside(&readme), ["README.md = README.en.md"]);
        let page = ["tales/oak/oak.md R", "tales/oak/oak.en.md E", "tales/oak/drafts/1.md R"];
        assert_eq!(beside(&page), ["tales/oak/oak.md = tales/oak/oak.en.md"]);
        // What stands beside a translated text, or is called as one in the folder beside, wants a
        // translation.
        let letters = ["letters/1.md R", "letters/2.md R", "letters/1.en.md E"];
        assert_eq!(beside(&letters), ["letters/{path}.md = letters/{path}.en.md"]);
        let posts = [
            "posts/1/index.md R",
            "posts/1/index.en.md E",
            "posts/2/index.md R",
            "posts/2/index.en.md E",
            "posts/3/index.md R",
        ];
        assert_eq!(beside(&posts), ["posts/{path}.md = posts/{path}.en.md"]);
        let half = ["README.md R", "README.en.md E", "a.md R", "a.en.md E"];
        assert_eq!(beside(&half), ["{path}.md = {path}.en.md"]);
    }

    #[test]
    fn a_readme_about_the_texts_in_a_language() {
        let files = ["russian/README.md R!", "README.md E", "russian/oak/original.md R"];
        let with = |more: [&'static str; 1]| rules(&[&files[..], &more].concat());
        let joined = "{path}/original.md = {path}/translation.md";
        assert_eq!(with(["russian/oak/translation.md E"]), [joined]);
        assert_eq!(rules(&["russian/README.md R", "README.md E"]), ["russian/{path} = {path}"]);
    }

    #[test]
    fn names_say_which_side_leads() {
        let direction = |source: &str, target: &str| {
            let template = |text: &str| Template::parse(text).unwrap();
            named_direction(&PathRule::new(template(source), template(target)))
        };
        let (there, back) = (Some(Direction::RuEn), Some(Direction::EnRu));
        assert_eq!(direction("{path}/original.md", "{path}/translation.md"), there);
        assert_eq!(direction("{path}/translation.md", "{path}/original.md"), back);
        assert_eq!(direction("{path}_original.md", "{path}_translation.md"), there);
        assert_eq!(direction("translations/ru/{path}", "docs/{path}"), back);
        assert_eq!(direction("translations/ru/{path}", "translations/en/{path}"), None);
        assert_eq!(direction("ru/{path}", "en/{path}"), None);
    }

    #[test]
    fn formats_that_are_written_in_two_ways() {
        let files =
            ["ru/a.md R", "ru/b.md R", "en/a.md E", "en/b.mdx E", "ru/c.md R", "en/d.mdx E"];
        assert_eq!(rules(&files), ["ru/{path} = en/{path}", "ru/b.md = en/b.mdx"]);
    }

    #[test]
    fn a_mark_in_the_names_of_one_side() {
        let files = ["ru/a.md R", "ru/b.md R", "ru/c.md R", "en/a_eng.md E", "en/b-en.md E"];
        let expected = ["ru/{path} = en/{path}", "ru/a.md = en/a_eng.md", "ru/b.md = en/b-en.md"];
        assert_eq!(rules(&files), expected);
        let files = ["ru/x/a_ru.md R", "en/x/a.md E", "en/b.md E"];
        assert_eq!(rules(&files), ["ru/{path} = en/{path}", "ru/x/a_ru.md = en/x/a.md"]);
        // What has the very name is nearer.
        let files = ["ru/a.md R", "en/a.md E", "en/a_en.md E", "ru/b.md R", "en/b_ru.md E"];
        assert_eq!(rules(&files), ["ru/{path} = en/{path}"]);
        // Folders that are for no language are no counterparts.
        let files = ["notes/a.md R", "notes/b.md R", "work/a_en.md E", "work/b_en.md E"];
        assert_eq!(rules(&files), Vec::<String>::new());
    }

    #[test]
    fn a_page_that_only_announces_texts_shows_no_layout() {
        let russian = ["ru/README.md R", "ru/1.md R", "ru/2.md R", "ru/3.md R"];
        let with = |more: &[&'static str]| rules(&[&russian[..], more].concat());
        assert_eq!(with(&["README.md E.", "en/README.md E."]), Vec::<String>::new());
        let mirrored = ["ru/{path} = en/{path}"];
        assert_eq!(with(&["README.md E", "en/README.md E"]), mirrored);
        assert_eq!(with(&["en/README.md E.", "en/1.md E.", "en/2.md E."]), mirrored);
        assert_eq!(rules(&["ru/menu.md R.", "en/menu.md E."]), mirrored);
    }

    #[test]
    fn a_front_page_in_both_languages_promises_no_other() {
        let russian = ["docs/ru/index.md R", "docs/ru/a.md R", "docs/ru/b.md R", "docs/ru/c.md R"];
        let with = |more: &[&'static str]| rules(&[&russian[..], more].concat());
        assert_eq!(with(&["docs/index.md E"]), ["docs/ru/index.md = docs/index.md"]);
        let whole = ["docs/ru/{path} = docs/{path}"];
        assert_eq!(with(&["docs/index.md E", "docs/a.md E"]), whole);
        assert_eq!(rules(&["docs/ru/index.md R", "docs/index.md E", "docs/a.md E"]), whole);
        let mirrored = ["docs/ru/{path} = docs/en/{path}"];
        assert_eq!(with(&["docs/en/index.md E"]), mirrored);
    }

    #[test]
    fn two_names_in_one_folder() {
        let files =
            ["x/original.md R", "x/translation.md E", "y/original.md R", "y/translation.md E"];
        assert_eq!(rules(&files), ["{path}/original.md = {path}/translation.md"]);
    }

    #[test]
    fn several_layouts_in_one_tree() {
        let files = [
            "README.ru.md R",
            "README.md E",
            "ru/a.md R",
            "ru/b.md R",
            "ru/c.md R",
            "en/a.md E",
            "en/b.md E",
        ];
        assert_eq!(rules(&files), ["ru/{path} = en/{path}", "{path}.ru.md = {path}.md"]);
    }

    #[test]
    fn folders_named_for_their_language() {
        let files = ["ru/05-Раздел/1.md R", "ru/06-Глава/2.md R", "en/05-Section/intro.md E"];
        assert_eq!(rules(&files), ["ru/{path} = en/{path}"]);
    }

    #[test]
    fn the_root_beside_a_folder_for_the_language() {
        let vitepress = ["ru/guide/a.md R", "ru/api/b.md R", "guide/a.md E", "api/b.md E"];
        assert_eq!(rules(&vitepress), ["ru/{path} = {path}"]);
        let docusaurus =
            ["i18n/ru/docusaurus-plugin-content-docs/current/a.md R", "docs/a.md E", "blog/b.md E"];
        assert_eq!(
            rules(&docusaurus),
            ["i18n/ru/docusaurus-plugin-content-docs/current/{path} = docs/{path}"]
        );
    }

    #[test]
    fn a_name_that_promises_a_translation_takes_no_stranger() {
        assert_eq!(
            rules(&["docs/faq.ru.md R", "docs/protocol.md E"]),
            ["{path}.ru.md = {path}.md"]
        );
        assert_eq!(rules(&["ru/README.md R", "src/README.md E"]), Vec::<String>::new());
    }

    #[test]
    fn a_readme_above() {
        let files = ["docs/README_RU.md R", "docs/TICK_RU.md R", "README.md E", "docs/TICK.md E"];
        assert_eq!(rules(&files), ["{path}_RU.md = {path}.md", "docs/README_RU.md = README.md"]);
        let files = ["posts/1/index.ru.md R", "posts/2/index.ru.md R", "README.md E"];
        assert_eq!(rules(&files), ["{path}.ru.md = {path}.md"]);
    }

    #[test]
    fn names_in_russian() {
        let files = ["Оригиналы/Письмо 1.md R", "Переводы/Письмо 1.md E"];
        assert_eq!(rules(&files), ["Оригиналы/{path} = Переводы/{path}"]);
    }

    #[test]
    fn nothing_is_made_up() {
        assert_eq!(
            rules(&["заметки.md R", "README.md E", "docs/guide.md E"]),
            Vec::<String>::new()
        );
    }
}
