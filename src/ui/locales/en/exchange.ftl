# The term base in the formats of other programs.

command-glossary-import = Take over the concepts of another program's term base, all of them or none
command-glossary-import-file = A TBX file, a CSV file with column names, or a tab-separated list of term, rendering, comment
command-glossary-import-format = The format; without one, the ending of the file's name tells
command-glossary-import-into = The term file; without one, a file of the same name in the term base
command-glossary-import-dry-run = Print the concepts as TOML and write nothing
command-glossary-export = Write the term base for other programs; what the format cannot hold is said
command-glossary-export-format = The format; without one, the ending of the output's name tells, or else it is TBX

glossary-imported = { $count ->
    [one] imported { $count } concept into { $path }
   *[other] imported { $count } concepts into { $path }
}

exchange-spreadsheet = `{ $path }` would be a spreadsheet, which is neither read nor written
    .cure = use CSV: spreadsheet programs open `terms.csv`, and save as “CSV UTF-8”
import-differs = “{ $term }” is left out: { $path }:{ $line } has it as “{ $concept }” with other renderings
    .cure = decide between them, and change the concept there
import-known = { $count ->
    [one] { $count } concept was there already
   *[other] { $count } concepts were there already
}
exchange-format-unknown = the name of `{ $path }` does not tell its format
    .cure = name it with --format
exchange-into-outside = `{ $path }` is no term file below `{ $folder }`
    .cure = name a file that ends in .toml in the folder of the term base
exchange-encoding = this file is not in UTF-8
    .cure = save it again as UTF-8, or convert it: iconv -f CP1251 -t UTF-8 (or whatever it is in)
exchange-encoding-likely = this file is not in UTF-8 but, it seems, in { $encoding }
    .cure = save it again as UTF-8, or convert it: iconv -f { $encoding } -t UTF-8
exchange-encoding-wrong = this file says it is in { $encoding }, and it is not
    .cure = find out what it is in and convert it with iconv, or save it again as UTF-8
exchange-encoding-unknown = this file says it is in “{ $encoding }”, which is no encoding there is
    .cure = convert it to UTF-8 with iconv and let its first line say so
exchange-empty = there is no concept here
    .cure = look at the format: is it the right one?
exchange-no-rendering = “{ $term }” has no English rendering and is left out
exchange-no-term = “{ $rendering }” has no Russian term, forbids nothing and is left out
exchange-id-twice = the id “{ $concept }” is already given in line { $line }
    .cure = give one of the two another id
exchange-no-tab = this line is no term and rendering with a tab between
    .cure = write: term, tab, rendering, tab, comment
exchange-more-columns = what stands after the third column is left out
exchange-quote-open = this quotation mark is never closed
    .cure = close it, or double it if it belongs to the text
exchange-quote-text = there is text after the closing quotation mark of this cell
    .cure = double the quotation marks that belong to the text
exchange-no-header = the first row names no column for English renderings
    .cure = let the first row name the columns, at least ru and en; there are { $known }
exchange-column-nearest = the column “{ $column }” is not known and is left out; did you mean “{ $nearest }”?
exchange-column-unknown = the column “{ $column }” is not known and is left out; there are { $known }
exchange-column-twice = the column “{ $column }” is there twice
    .cure = keep one of the two
exchange-row-length = this row has { $found ->
    [one] { $found } cell
   *[other] { $found } cells
}, the first one has { $expected }
    .cure = put cells with a delimiter in them into quotation marks
exchange-row-without-term = this row has neither an id nor a term nor a rendering
    .cure = fill it in, or remove the row
exchange-cell-differs = “{ $column }” is not the same as in line { $line }, where the concept begins, and is left out
exchange-no-xml = this file has no XML in it
    .cure = TBX-Core and TBX-Basic are read: the root is `tbx` or `martif`
exchange-no-tbx = the root of this file is `{ $element }`, not that of a TBX file
    .cure = TBX-Core and TBX-Basic are read: the root is `tbx` or `martif`
exchange-xml-broken = this is no well-formed XML: { $detail }
    .cure = export the file again, or mend it with an XML editor
exchange-xml-open = `{ $element }` is not closed before the file ends
    .cure = get the whole file: it seems to be cut off
exchange-xml-entity = the entity `&{ $entity };` is not expanded
    .cure = write the text itself; XML knows only amp, lt, gt, quot and apos
exchange-xml-doctype = this file declares entities or elements of its own, which are not expanded
    .cure = remove what stands between [ and ] in its DOCTYPE, and write the text in place of the entities
exchange-xml-deep = elements are nested deeper here than in any term base
    .cure = export the file again: this is no TBX
exchange-no-language = this section does not say its language
    .cure = add xml:lang="ru" or xml:lang="en"
exchange-status = the status “{ $status }” of “{ $rendering }” is not known; the rendering is left out
exchange-unknown-element = { $count ->
    [one] TBX has no element `{ $element }`
   *[other] TBX has no element `{ $element }`; the file has { $count }, the first of them here
}
    .cure = take it out, or export the file as TBX-Basic
exchange-left-out = { $count ->
    [one] “{ $category }” is left out
   *[other] “{ $category }” is left out, { $count } times in the file
}
exchange-language = { $count ->
    [one] terms in “{ $language }” are left out
   *[other] terms in “{ $language }” are left out, in { $count } concepts
}
exchange-more = { $count ->
    [one] { $count } more of that kind, the last of them here
   *[other] { $count } more of that kind, the last of them here
}

exchange-loss-termless = { $count ->
    [one] { $count } concept without a Russian term is left out: the format pairs terms with renderings
   *[other] { $count } concepts without a Russian term are left out: the format pairs terms with renderings
}
exchange-loss-split = { $count ->
    [one] { $count } concept with several Russian terms becomes several entries
   *[other] { $count } concepts with several Russian terms become several entries each
}
exchange-loss-hash = { $count ->
    [one] { $count } term beginning with # is left out: the format takes it for a remark
   *[other] { $count } terms beginning with # are left out: the format takes them for remarks
}
exchange-loss-id = { $count ->
    [one] the id of { $count } concept is left out
   *[other] the ids of { $count } concepts are left out
}
exchange-loss-definition = { $count ->
    [one] { $count } definition is left out
   *[other] { $count } definitions are left out
}
exchange-loss-domain = { $count ->
    [one] the domain of { $count } concept is left out
   *[other] the domains of { $count } concepts are left out
}
exchange-loss-origin = { $count ->
    [one] the source of { $count } decision is left out
   *[other] the sources of { $count } decisions are left out
}
exchange-loss-line-breaks = { $count ->
    [one] the lines of { $count } note become one
   *[other] the lines of { $count } notes become one each
}
exchange-loss-rejected = { $count ->
    [one] { $count } deprecated or forbidden rendering is left out
   *[other] { $count } deprecated or forbidden renderings are left out
}
exchange-loss-status = { $count ->
    [one] whether { $count } rendering is preferred or admitted is left out
   *[other] whether { $count } renderings are preferred or admitted is left out
}
exchange-loss-variants = { $count ->
    [one] the variants of { $count } rendering are left out
   *[other] the variants of { $count } renderings are left out
}
exchange-loss-level = { $count ->
    [one] the level of { $count } concept is left out
   *[other] the levels of { $count } concepts are left out
}
exchange-loss-scope = { $count ->
    [one] for which documents { $count } concept holds is left out
   *[other] for which documents { $count } concepts hold is left out
}
exchange-loss-unless = { $count ->
    [one] the `unless` phrases of { $count } concept are left out
   *[other] the `unless` phrases of { $count } concepts are left out
}
exchange-loss-case = { $count ->
    [one] the `case` of { $count } concept is left out
   *[other] the `case` of { $count } concepts is left out
}
exchange-loss-count = { $count ->
    [one] the `count` of { $count } concept is left out
   *[other] the `count` of { $count } concepts is left out
}
exchange-loss-forms = { $count ->
    [one] the `forms` and `not_forms` of { $count } term are left out
   *[other] the `forms` and `not_forms` of { $count } terms are left out
}
exchange-loss-derived = { $count ->
    [one] that { $count } term is derived is left out
   *[other] that { $count } terms are derived is left out
}
exchange-loss-for = { $count ->
    [one] for which terms { $count } rendering is meant is left out
   *[other] for which terms { $count } renderings are meant is left out
}
exchange-loss-except = { $count ->
    [one] the `except` phrases of { $count } rendering are left out
   *[other] the `except` phrases of { $count } renderings are left out
}
