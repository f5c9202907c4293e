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
term-base-too-long = this is longer than any term: more than { $bytes } bytes
    .cure = write the term alone; what explains it belongs into `note`
term-base-unreadable = this term file cannot be read: { $detail }
    .cure = save it as UTF-8 text
toml-unknown-value = “{ $value }” is none of { $known }
pairs-damaged-line = this line is no segment pair: { $detail }
    .cure = write one JSON object a line: {"{"}"id": "1", "ru": "…", "en": "…"{"}"}
pairs-damaged-columns = this line has { $count ->
    [one] one column
   *[other] { $count } columns
 }, not two or three
    .cure = separate the Russian text and the English one by a tab; a column before them names the pair
pairs-not-utf8 = this line is not UTF-8
    .cure = convert the file to UTF-8
command-check-tsv = With --pairs: lines are columns separated by tabs, the Russian and the English, or a name before them
command-check-all-lines = With --pairs: answer each line by one line, {"{"}"id", "findings"{"}"}, in the same order
command-check-config = With --pairs: take the settings and the glossary from this file instead of a project
command-check-pairs = Check segment pairs from elsewhere instead: JSON lines with “id”, “ru” and “en”; - is standard input

command-glossary = Look up, check and extend the term base
command-glossary-list = List the concepts with how often each occurs
command-glossary-find = Show where a word stands, in any form and either language, and how it is translated
command-glossary-find-word = A Russian or an English word or phrase
command-glossary-explain = Show what the term base says of a word: forms, renderings, places
command-glossary-explain-word = A term, a rendering or the id of a concept
command-glossary-lint = Report what is doubtful in the term base itself
command-glossary-suggest = Propose terms that the documents have, as TOML ready to paste
command-glossary-suggest-count = How many
command-glossary-add = Add a concept, showing first what it would find
command-glossary-add-term = The Russian term, in its dictionary form
command-glossary-add-rendering = The English rendering to use
command-glossary-add-admitted = Another rendering that may be used
command-glossary-add-forbidden = A rendering that must not be used
command-glossary-add-id = A name for the concept; without one it is made of the rendering
command-glossary-add-note = A remark for translators
command-glossary-add-into = The term file; without one, terms.toml of the term base
command-glossary-add-dry-run = Show what it would find and write nothing

glossary-list-summary = { $count ->
    [one] { $count } concept
   *[other] { $count } concepts
}
glossary-find-concept = { $concept }: { $expected }
glossary-find-summary = { $count ->
    [0] it stands nowhere
    [one] it stands in { $count } segment
   *[other] it stands in { $count } segments
}
glossary-unknown-word = the term base does not know “{ $word }”
    .cure = `sverka glossary find` looks for it in the documents, `sverka glossary add` adds it
glossary-explain-places = { $count ->
    [0] it occurs nowhere in the originals
    [one] it occurs once in the originals
   *[other] it occurs { $count } times in the originals
}
derivation-given = forms from the term base
derivation-known = forms from the dictionary
derivation-guessed = forms guessed by the ending
derivation-fixed = does not inflect
status-preferred = preferred
status-admitted = admitted
status-deprecated = deprecated
status-forbidden = forbidden
label-note = note
label-decision = source
term-base-same-term = “{ $term }” is a term of “{ $concept }”, too
    .cure = join the two concepts, or tell them apart by `scope` or `unless`
term-base-shared-form = “{ $term }” shares the form “{ $form }” with “{ $other }” of “{ $concept }”; a rendering of either satisfies it
term-base-conflict = “{ $rendering }” is both approved and forbidden
    .cure = keep one of the two, or limit each by `for`
term-base-same-rendering = “{ $rendering }” stands here twice
    .cure = remove one of the two
term-base-unknown-for = “{ $rendering }” is for “{ $term }”, which is no term of this concept
    .cure = write the term exactly as under `ru`
term-base-guessed = the forms of “{ $term }” are guessed: { $forms } …
    .cure = look at them with `sverka glossary explain`; give `forms` where they are wrong
term-base-not-russian = “{ $term }”, given as Russian, has no Cyrillic letter, and “{ $rendering }”, given as English, has
    .cure = exchange the two
term-base-unseen = “{ $concept }” occurs in no original
glossary-lint-summary = { $remarks ->
    [0] nothing doubtful
    [one] { $remarks } remark
   *[other] { $remarks } remarks
}, { $concepts ->
    [one] { $concepts } concept
   *[other] { $concepts } concepts
}
glossary-suggest-counts = in { $count ->
    [one] { $count } segment
   *[other] { $count } segments
}; { $renderings }
glossary-suggest-inconsistent = a name in several spellings, in { $count ->
    [one] { $count } segment
   *[other] { $count } segments
}; { $renderings }
glossary-add-swapped = the Russian term comes first, and “{ $term }” is not Russian
    .cure = `sverka glossary add { $rendering } { $term }`
glossary-add-preview = { $occurrences ->
    [0] it occurs nowhere in the originals
    [one] it occurs once in the originals; { $alarms ->
        [0] every translation has the rendering
        [one] { $alarms } translation lacks the rendering
       *[other] { $alarms } translations lack the rendering
    }
   *[other] it occurs { $occurrences } times in the originals; { $alarms ->
        [0] every translation has the rendering
        [one] { $alarms } translation lacks the rendering
       *[other] { $alarms } translations lack the rendering
    }
}
glossary-added = added “{ $concept }” to { $path }
