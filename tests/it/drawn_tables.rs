//! Tables that are drawn with signs: what is written in a cell leaves the drawing as it was.

use sverka::{
    formats::{Options, parse, splice},
    model::{Document, Edit, Language, RepoPath, Span},
};

const TABLE: &str = "\
+-------+---------------+\n\
| House | A tree  stands|\n\
|       | beside it.    |\n\
+-------+---------------+\n\
\n\
===== =======\n\
Day   Walk\n\
===== =======\n\
first the cape\n\
===== =======\n";

fn document() -> Document {
    parse(RepoPath::new("a.rst"), Language::English, TABLE.to_owned(), &Options::default())
}

fn written(old: &str, new: &str) -> Result<String, String> {
    let start = TABLE.find(old).unwrap();
    let edit = Edit { span: Span::new(start, start + old.len()), replacement: new.to_owned() };
    let bytes = splice(&document(), &[edit]).map_err(|message| message.id.to_string())?;
    Ok(String::from_utf8(bytes).unwrap())
}

#[test]
fn blanks_give_way_to_what_is_written() {
    for (old, new, line) in [
        ("beside it.", "beside it now", "|       | beside it now |"),
        ("House", "Hut", "| Hut   | A tree  stands|"),
        ("first", "1st", "1st   the cape"),
        ("the cape", "as far as the cape", "first as far as the cape"),
    ] {
        let text = written(old, new).unwrap();
        assert!(text.lines().any(|written| written == line), "{text}");
        assert_eq!(text.lines().count(), TABLE.lines().count());
    }
}

#[test]
fn what_does_not_fit_is_refused() {
    for (old, new) in [
        ("House", "Our house"),
        ("first", "twenty-first"),
        ("A tree  stands|\n|       | beside it.", "A tree"),
        ("House", "a\nb"),
    ] {
        assert_eq!(written(old, new), Err("cell-too-narrow".to_owned()), "{new}");
    }
}
