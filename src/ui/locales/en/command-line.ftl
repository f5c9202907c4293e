## The command line: help and what is wrong with the arguments.

about = Checks English translations of Russian prose kept in git: what is missing, what is out of date, what is off the glossary

heading-usage = Usage:
heading-commands = Commands
heading-arguments = Arguments
heading-options = Options
heading-global-options = Global options
value-command = COMMAND
value-options = OPTIONS
choices = one of: { $values }
choice-default = default: { $value }

option-folder = Run as if started in DIR
option-output = Write to FILE instead of standard output; the file appears only when it is complete
option-lang = Language of messages; machine formats are always the same
option-color = When to use colour
option-quiet = Say nothing but the data
option-verbose = Say more, remarks included
option-help = Print help
option-version = Print the version
option-format = How to print
option-paths = Documents or folders of either side to limit the report to

command-init = Find out where originals and translations live and write sverka.toml
command-init-dry-run = Show what would be written and write nothing
command-init-force = Replace a configuration that is there

command-status = Show how far each document is, in source words
command-status-sort = Order of the documents
command-status-by = What a row stands for; many documents are summed by folder

command-check = Report what is missing, out of date or wrong; fails when there are errors

command-todo = List what to do next, the most urgent first

command-align = Show which segments of two files belong together
command-align-source = The original, in Russian
command-align-target = The translation, in English
command-align-unit = What a segment is
command-align-stdin = Read pairs from standard input, one JSON object a line with id, source and target

command-explain = Say what a kind of finding means, how to cure it and how to silence it
command-explain-code = The kind; without it, all are listed

command-schema = Print the JSON schema of a machine format
command-schema-name = The format

command-completions = Print completions for a shell
command-completions-shell = The shell

command-man = Print the manual page

command-help = Print the help of a command
command-help-command = The command

usage-unknown-argument = there is no argument `{ $argument }` here
    .cure = `sverka --help` lists what there is
usage-unknown-argument-nearest = there is no argument `{ $argument }` here
    .cure = did you mean `{ $nearest }`?
usage-unknown-command = there is no command `{ $command }`
    .cure = `sverka --help` lists what there is
usage-unknown-command-nearest = there is no command `{ $command }`
    .cure = did you mean `{ $nearest }`?
usage-missing-command = a command is missing
    .cure = `sverka --help` lists what there is
usage-missing-argument = this is missing: { $argument }
    .cure = add `--help` to see how the command is used
usage-missing-value = `{ $argument }` needs a value
    .cure = add `--help` to see which
usage-invalid-value = `{ $value }` is no value of `{ $argument }`
    .cure = use one of: { $values }
usage-refused-value = `{ $value }` is no value of `{ $argument }`
    .cure = add `--help` to see which values it takes
usage-too-many-values = `{ $value }` is one value too many for `{ $argument }`
    .cure = add `--help` to see how the command is used
usage-conflict = `{ $argument }` and `{ $other }` cannot be used together
    .cure = leave one of them out
usage-other = { $detail }

failure-output = the output cannot be written: { $detail }
