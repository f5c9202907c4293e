//! Facts that stand together on both sides become one: `18:30` and `6:30`, `Иван Петров` and
//! `Ivan Petrov`.

use std::collections::HashMap;

use super::Mention;

/// Joins the mentions of two texts, each in order.
pub(super) fn joined(texts: [&str; 2], sides: [Vec<Mention>; 2]) -> [Vec<Mention>; 2] {
    let [source, target] = &sides;
    let (here, there) = (places(source), places(target));
    let counterpart = |mention: &Mention| -> Option<usize> {
        let class = mention.class?;
        here.get(&class)?.as_ref()?;
        there.get(&class).copied().flatten()
    };
    let mut is_joined = [vec![false; source.len()], vec![false; target.len()]];
    for (at, pair) in source.windows(2).enumerate() {
        let [one, next] = pair else { continue };
        let (Some(place), Some(after)) = (counterpart(one), counterpart(next)) else { continue };
        let theirs = target.get(place).zip(target.get(after)).filter(|_| after == place + 1);
        let stand = |text: &str, (one, next): (&Mention, &Mention)| stand_together(text, one, next);
        if stand(texts[0], (one, next)) && theirs.is_some_and(|pair| stand(texts[1], pair)) {
            is_joined[0][at + 1] = true;
            is_joined[1][after] = true;
        }
    }
    let mut joined = is_joined.into_iter();
    sides.map(|side| merged(side, &joined.next().unwrap_or_default()))
}

/// Where the mention of each class stands; nothing where there are several.
fn places(mentions: &[Mention]) -> HashMap<usize, Option<usize>> {
    let mut places = HashMap::new();
    for (at, mention) in mentions.iter().enumerate() {
        if let Some(class) = mention.class {
            places.entry(class).and_modify(|place| *place = None).or_insert(Some(at));
        }
    }
    places
}

/// Whether nothing but a sign stands between two facts of one kind, or a space between names.
fn stand_together(text: &str, one: &Mention, next: &Mention) -> bool {
    let between = text.get(one.range.end..next.range.start).unwrap_or_default();
    let is_sign = matches!(between, ":" | "." | "/" | "-" | "–");
    if one.kind.is_name() || next.kind.is_name() {
        one.kind == next.kind && matches!(between, " " | "\u{a0}" | "-")
    } else {
        is_sign
    }
}

/// The mentions, those that are joined put to the one before them.
fn merged(mentions: Vec<Mention>, is_joined: &[bool]) -> Vec<Mention> {
    let mut merged: Vec<Mention> = Vec::with_capacity(mentions.len());
    for (mention, is_joined) in mentions.into_iter().zip(is_joined) {
        match merged.last_mut().filter(|_| *is_joined) {
            Some(last) => last.range.end = mention.range.end,
            None => merged.push(mention),
        }
    }
    merged
}
