## The ledger, and the commands that write it.

ledger-line = this line of the ledger is no entry: { $detail }
    .cure = mend or delete the line; the others count
ledger-conflict = marks of a merge conflict stand in the ledger
    .cure = delete the lines of marks and keep all others: the ledger is a set, both sides belong to it
ledger-unwritable = the ledger cannot be written: { $path }: { $detail }
ledger-no-choice = nothing is said about what to accept
    .cure = name documents or folders, `--segment`s, or `--all`
pin-lines = `{ $name }` names no lines
    .cure = write a file and its lines: `source-ru/a.md:12` or `source-ru/a.md:12-14`
pin-one = --with pairs one passage of the original with one of the translation
    .cure = `sverka accept source-ru/a.md:12 --with translations/a.md:15`
pin-no-pair = { $target } is not the translation of { $source }
    .cure = name the two files of one document pair
ledger-no-segment = there is no segment `{ $segment }`
    .cure = name it by a line of either file (`translations/a.md:12`) or by the fingerprint of its finding
ledger-refused = `{ $segment }` is not translated and cannot be accepted
    .cure = translate it, or leave it out on purpose with `sverka omit`

ledger-has-counterpart = `{ $segment }` has a counterpart on the other side
    .cure = only what the other side lacks can be left out or added on purpose

accepted = { $path }: { $count ->
    [one] { $count } pair
   *[other] { $count } pairs
} accepted
would-accept = { $path }: { $count ->
    [one] { $count } pair
   *[other] { $count } pairs
} would be accepted
recorded-nothing = nothing new to accept
left-out = { $count ->
    [one] { $count } segment is
   *[other] { $count } segments are
} not accepted: no translation

command-accept = Confirm translations as they stand now
command-accept-segment = A segment: a line of either file (`a.md:12`, `a.md:12-14`), a piece of its text or the fingerprint of a finding
command-accept-all = All documents
command-accept-state = What to record: the translator's word or an editor's
command-accept-waive = Waive findings of this kind about the segments: they are right so, until either text changes
command-accept-note = Why the finding is waived
command-accept-with = Pair the lines of an original given as PATH (`source-ru/a.md:12`) with these lines of its translation, whatever the alignment says
command-accept-dry-run = Say what would be recorded and write nothing

recorded-omitted = { $path }: { $count ->
    [one] { $count } omission
   *[other] { $count } omissions
} recorded
recorded-added = { $path }: { $count ->
    [one] { $count } addition
   *[other] { $count } additions
} recorded

recorded-noted = { $path }: { $count ->
    [one] { $count } note
   *[other] { $count } notes
} recorded

command-omit = Record that source segments are left out on purpose
command-omit-segment = A segment: a line of the original (`a.md:12`, `a.md:12-14`), a piece of its text or the fingerprint of a finding
command-omit-note = Why
command-omit-dry-run = Say what would be recorded and write nothing
command-add = Record that target segments are the translator's own
command-add-segment = A segment: a line of the translation (`a.md:12`, `a.md:12-14`), a piece of its text or the fingerprint of a finding
command-add-note = Why
command-add-dry-run = Say what would be recorded and write nothing
command-note = Leave a note or a question at segments: it stands in `todo` until somebody settles it on the desk, or takes it back with `undo`
command-note-segment = A segment: a line of either file (`a.md:12`, `a.md:12-14`), a piece of its text or the fingerprint of a finding
command-note-note = What to say or to ask
command-note-dry-run = Say what would be recorded and write nothing

command-undo = Take back what the last decision wrote: in the ledger, the term base or a translation
command-undo-count = How many decisions
command-undo-dry-run = Show the change as a diff and write nothing
undone = taken back: { $command } ({ $count ->
    [one] { $count } file
   *[other] { $count } files
})
undo-nothing = there is no decision to take back
undo-no-repository = decisions are kept in git's own folder, and this is no git repository
undo-changed = { $path } changed since: the decision wrote “{ $written }”, now “{ $now }” stands there; nothing was taken back
undo-bytes = { $path } gets back the bytes that it had; it is no text that could be shown
    .cure = take it back by hand, or with git
ledger-mixed = documents and single segments cannot be named together
    .cure = accept them one after the other

command-ledger = Look after the record of confirmed translations
command-ledger-prune = Drop entries that no document needs any more, and say which
command-ledger-prune-dry-run = Say what would be dropped and write nothing
ledger-pruned = { $count ->
    [one] { $count } entry dropped
   *[other] { $count } entries dropped
}
ledger-would-prune = { $count ->
    [one] { $count } entry would be dropped
   *[other] { $count } entries would be dropped
}
ledger-nothing-to-prune = every entry is needed
ledger-prune-unread = `{ $path }` cannot be read, so which entries it needs is not known; nothing is dropped
    .cure = mend the file; `sverka check` says what is wrong with it
