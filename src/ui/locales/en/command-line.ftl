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
command-init-source = The folder of the originals, or a rule with {"{"}path{"}"}
command-init-target = The folder of the translations, likewise

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

command-man = Print the manual page of a command, or of the whole program
command-man-command = The command
command-man-all = Write the pages of all commands into the folder DIR

man-examples = Examples
man-exit-status = 0: there is nothing to report.
    1: there are findings at or above the level that fails the run.
    2: the work could not be done, or the answer is incomplete in a way that could hide an error.
    .heading = Exit status
man-environment = SVERKA_LANG: the language of messages, en or ru; --lang goes before it, the locale comes after it.
    NO_COLOR, CLICOLOR_FORCE: no colour, or colour even where nobody watches.
    VISUAL, EDITOR: the editor that review opens.
    GITHUB_STEP_SUMMARY: the file to which `check --format github` adds its summary.
    .heading = Environment
man-files = sverka.toml: the configuration, at the root of the project.
    translations/.sverka: the record of confirmed pairs, unless the configuration says otherwise.
    { ".git/sverka" }: what is kept between runs; it may be deleted at any time.
    .heading = Files

command-help = Print the help of a command
command-help-command = The command

usage-unknown-argument = there is no argument `{ $argument }` here
    .cure = `{ $help }` lists what there is
usage-unknown-argument-nearest = there is no argument `{ $argument }` here
    .cure = did you mean `{ $nearest }`?
usage-unknown-command = there is no command `{ $command }`
    .cure = `{ $help }` lists what there is
usage-unknown-command-nearest = there is no command `{ $command }`
    .cure = did you mean `{ $nearest }`?
usage-missing-command = a command is missing
    .cure = `{ $help }` lists what there is
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
option-licenses = Print the licences of all that the binary carries
