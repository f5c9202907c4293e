# Terms: what the term base asks for.

term-missing = “{ $form }” is not rendered as “{ $expected }”
term-missing-nearest = “{ $form }” is not rendered as “{ $expected }”; did you mean that by “{ $found }”?
term-missing-next-door = “{ $form }” is not rendered here; “{ $expected }” or an admitted rendering stands in the neighbouring segment
term-forbidden = “{ $found }” is forbidden here; the term base has “{ $expected }”
term-deprecated = “{ $found }” is deprecated; the term base has “{ $expected }”
term-inconsistent = “{ $term }” is “{ $first }” first and “{ $other }” here

explain-term-missing =
    The original has a term of the glossary, in whatever form, and the translation has none of its approved renderings.

    Readers take two names for two things. A term counts as rendered wherever in the segment the rendering stands, singular or plural, in British or American spelling. Names of people that look like the term, titles in quotation marks and the phrases under `unless` do not count.
    .title = a term without its approved rendering
    .cure = use the approved rendering; if another is as good, add it to the concept with `status = "admitted"`
explain-term-forbidden =
    The translation renders a term of the glossary in a way that the glossary forbids.

    Somebody decided against this rendering; `sverka glossary explain` shows the concept with its note.
    .title = a rendering that the glossary forbids
    .cure = use the approved rendering; phrases in which the word means something else belong under `except`
explain-term-deprecated =
    The translation renders a term of the glossary in a way that was given up.

    Older texts may have it; new ones should not.
    .title = a rendering that was given up
    .cure = use the preferred rendering
explain-term-inconsistent =
    One document renders a term in two ways, both of them approved.

    Each is right by itself; together they may look like two things.
    .title = a term rendered in two approved ways
    .cure = choose one of them for this document, if they mean the same here

term-base-no-id = this concept has no `id`
    .cure = give it a short name of its own: id = "mobilization"
term-base-no-rendering = the concept “{ $concept }” has no English term
    .cure = add what it is called: en = [{"{"} term = "…" {"}"}]
term-base-no-term = the concept “{ $concept }” has no Russian term and forbids nothing
    .cure = add ru = [{"{"} term = "…" {"}"}], or an English term with status = "forbidden"
term-base-no-text = there is no term here
    .cure = write it as {"{"} term = "…" {"}"}
term-base-duplicate = the concept “{ $concept }” is already defined in { $path }, line { $line }
    .cure = join the two, or give one of them another id
term-base-unreadable = this term file cannot be read: { $detail }
    .cure = save it as UTF-8 text
toml-unknown-value = “{ $value }” is none of { $known }
pairs-damaged-line = this line is no segment pair: { $detail }
    .cure = write one JSON object a line: {"{"}"id": "1", "ru": "…", "en": "…"{"}"}
command-check-pairs = Check segment pairs from elsewhere instead: JSON lines with “id”, “ru” and “en”; - is standard input
