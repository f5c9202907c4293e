## What the checks of names report.

name-changed = the name “{ $name }” is not here; “{ $other }” is
name-lost = the name “{ $name }” is lost

explain-name-changed =
    Nothing in the translation sounds like a name of the original, and a name stands there that the original does not have.
    
    Names with an English form of their own (`Cologne` for «Кёльн») are known from the lexicon.
    .title = another name
    .cure = put in the name of the original
explain-name-lost =
    Nothing in the translation, nor in the sentences beside it, sounds like a name of the original. A translator may say “he”, or name a thing otherwise.
    .title = a name that the translation lost
    .cure = see whether the name is missing
