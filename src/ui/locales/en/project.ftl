## The project: its configuration, its files, its layout.

no-documents = no documents were found here
    .cure = say in sverka.toml where originals and translations live; `sverka init` writes it
path-outside-project = `{ $path }` lies outside the project
    .cure = name documents or folders below the folder of sverka.toml
path-ambiguous = several documents are called `{ $path }`: { $paths }
    .cure = write more of the path
path-without-documents = there are no documents at `{ $path }`
    .cure = `sverka status` lists those there are
folder-not-found = there is no folder `{ $path }`

file-unreadable = `{ $path }` cannot be read: { $detail }
file-unwritable = `{ $path }` cannot be written: { $detail }
file-link-outside = `{ $path }` leads out of the project, or into git's own folder
    .cure = put a copy of the file in its place, or exclude it in sverka.toml
file-special = `{ $path }` is no plain file
    .cure = put a plain file in its place, or exclude it in sverka.toml
diagnostics-more = { $count ->
    [one] { $count } more thing is
   *[other] { $count } more things are
} wrong with this file
    .cure = -v says all of it
file-name-encoding = the name `{ $path }` is not in UTF-8, so the file cannot be looked at
    .cure = rename it
file-encoding = `{ $path }` is not in UTF-8
    .cure = convert it: iconv -f CP1251 -t UTF-8 (or -f KOI8-R, or whatever it is in)
file-encoding-likely = `{ $path }` is not in UTF-8 but, it seems, in { $encoding }
    .cure = convert it: iconv -f { $encoding } -t UTF-8
file-too-large = `{ $path }` is larger than { $megabytes } MiB
    .cure = split it, or exclude it in sverka.toml
file-lfs-pointer = `{ $path }` is a Git LFS pointer, not the text itself
    .cure = fetch the text: git lfs pull
package-damaged = `{ $path }` is damaged: it cannot be unpacked
    .cure = open it in the program that made it, and save it again
package-too-large = `{ $path }` would unpack to more than anybody wrote
    .cure = exclude it in sverka.toml
package-encrypted = `{ $path }` has a password
    .cure = save it without one, or exclude it in sverka.toml
splice-refused = the change in paragraph { $line } of `{ $path }` cannot be written: it touches a tracked change, a field or the end of a paragraph
    .cure = make it in the program that made the file
cell-too-narrow = the change in line { $line } of `{ $path }` cannot be written: the table is drawn, and its column is too narrow for that
    .cure = make the column wider, or mend it by hand
tracked-changes = { $count ->
    [one] a paragraph has tracked changes; it is read as if they were accepted, and nothing is written into them
   *[other] { $count } paragraphs have tracked changes; they are read as if these were accepted, and nothing is written into them
}
    .cure = accept or reject them in the word processor
file-binary = `{ $path }` is no text
    .cure = exclude it in sverka.toml

conflict-markers = marks of a merge conflict stand in the text
    .cure = resolve the conflict: keep what is right and delete the lines that git put there
malformed-catalogue = from here on the file cannot be read: it is damaged
    .cure = mend its syntax
unclosed-fence = this code block is never closed
    .cure = write a line with as many backticks or tildes where the code ends

config-encoding = the configuration is not in UTF-8
config-folder-outside = `{ $path }` is no folder inside the project
    .cure = name a folder relative to sverka.toml, without `..` and not in `.git`
config-glob = `{ $glob }` is no path pattern: { $detail }
    .cure = `*` stands for a part of a name, `**` for any folders
config-glob-long = this is no path pattern: no path has more than { $bytes } bytes
    .cure = `*` stands for a part of a name, `**` for any folders
config-level = the level of `{ $code }` must be a word
    .cure = use "error", "warn", "info" or "off"
config-pair-idle = no document fits the pair { $source } and { $target }
    .cure = mend the paths, or take the [[pair]] out
config-policy-idle = no document fits the policy for `{ $path }`
    .cure = mend the path, or take the [[policy]] out
config-require = a policy can require "confirmed" or "approved", not `{ $word }`
    .cure = write require = "approved"
config-minimum = a minimum is a share of the source words
    .cure = write it from "0%" to "100%"
config-pair-incomplete = this [[pair]] lacks `{ $key }`
    .cure = a pair has both: source = "source-ru/{"{"}path{"}"}" and target = "translations/{"{"}path{"}"}"
config-rule-shared = `{ $rule }` must hold {"{"}path{"}"} exactly once
    .cure = {"{"}path{"}"} stands for what the paths of both sides share: "docs/{"{"}path{"}"}.ru.md"
config-rule-outside = `{ $rule }` leads out of the project
    .cure = write the path relative to sverka.toml, without `..` and not in `.git`
config-policy-path = this [[policy]] lacks `path`
    .cure = say for which documents it holds: path = "letters/**"
config-shallow = `shallow` says what a shallow clone is to be
    .cure = use "warn" or "error"
config-unit = `{ $unit }` is no unit
    .cure = use "sentence", "line" or "block"
config-unknown-code = there is no kind of finding called `{ $code }`
    .cure = `sverka explain` lists them all
config-unknown-code-nearest = there is no kind of finding called `{ $code }`
    .cure = did you mean `{ $nearest }`?

toml-syntax = this is not TOML: { $detail }
toml-unknown-key = there is no key `{ $key }` here
    .cure = the keys here are: { $known }
toml-unknown-key-nearest = there is no key `{ $key }` here
    .cure = did you mean `{ $nearest }`?
toml-expected-table = a table belongs here, not { $found }
toml-expected-tables = tables belong here, each under its own [[heading]], not { $found }
toml-expected-string = a string in quotes belongs here, not { $found }
toml-expected-boolean = true or false belongs here, not { $found }
toml-expected-integer = a whole number belongs here, not { $found }

init-exists = there is a configuration already: { $path }
    .cure = change it by hand, or replace it with --force
init-found = found { $source } with translations in { $target }: { $count ->
    [one] { $count } document
   *[other] { $count } documents
}
init-found-nothing = no Russian documents are here yet: originals are proposed in source-ru/, their translations in translations/; `sverka init --source FOLDER --target FOLDER` names others
init-wrote = wrote { $path }
init-next = next: `sverka status` shows how far the translation is

breakdown = Sverka broke down on this document: { $detail } ({ $place }); all others are answered
    .cure = this is a mistake of Sverka's: please tell its developers, with this line and, if you may, the document; `[[pair]] exclude` leaves the document out until then
breakdown-of-all = Sverka broke down: { $detail } ({ $place }); nothing of what is above is the whole answer
    .cure = this is a mistake of Sverka's: please tell its developers, with this line and what you asked for
breakdown-of-history = Sverka broke down on the history of the repository: { $detail } ({ $place }); which translations are out of date cannot be known
    .cure = this is a mistake of Sverka's: please tell its developers, with this line
init-next-first = next: write the translation of `{ $source }` to `{ $target }`; `sverka status` shows how far you are
init-found-by-content = { $source } and { $target } belong together by their content
init-proposed = { $count ->
    [one] { $count } Russian document is in { $source }, not in English yet: its translation is proposed in { $target }
   *[other] { $count } Russian documents are in { $source }, none in English yet: translations are proposed in { $target }
}
left-alone-languages = files in other languages were left alone: { $languages }
left-alone-formats = { $count ->
    [one] { $count } file is in a format that Sverka does not read: { $paths }
   *[other] { $count } files are in a format that Sverka does not read: { $paths }
}
config-pair-of-two-kinds = a pair is of two rules with {"{"}path{"}"} or of two files
    .cure = write {"{"}path{"}"} on both sides or on neither
config-direction = `{ $direction }` is no direction
    .cure = use "auto", "ru-en" or "en-ru"
config-folder-missing = there is no folder `{ $path }`
    .cure = make the folder, or leave the setting out
config-folder-missing-nearest = there is no folder `{ $path }`
    .cure = did you mean `{ $nearest }`?
config-sides-swapped = the originals, { $source }, are in English, and the translations, { $target }, in Russian
    .cure = exchange the two: `source` is the Russian side, whichever leads; where the English leads, add direction = "en-ru"
