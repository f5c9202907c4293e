## The gate: what is accepted, what a branch brings, what is allowed where it stands.

malformed-allow-unknown-code = this comment allows `{ $code }`, but there is no kind of finding of that name
    .cure = `sverka explain` lists them all
malformed-allow-no-code = this comment does not say what it allows
    .cure = write a code after `allow`: sverka: allow CODE reason="…"
malformed-allow-no-reason = this comment does not say why it allows this
    .cure = add it: reason="…"
explain-malformed-allow =
    A comment that is meant to silence a finding names a kind that does not exist, names none, or gives no reason.

    Without the reason nobody after you can tell whether it still holds. With a wrong code nothing is silenced.
    .title = a comment for Sverka that is not as it should be
    .cure = write sverka: allow CODE reason="…", with a code that `sverka explain` lists

baseline-unreadable = the baseline { $path } cannot be read: { $detail }
    .cure = `sverka baseline --file { $path }` writes it
baseline-damaged-line = this line of the baseline is no entry: { $detail }
    .cure = write the baseline anew with `sverka baseline`; until then the line accepts nothing
baseline-gone = { $count ->
    [one] an accepted finding no longer occurs
   *[other] { $count } accepted findings no longer occur
}: { $examples }
    .cure = `sverka baseline --prune` takes them out of the baseline, so that they cannot come back
baseline-written = { $path }: { $count ->
    [one] { $count } finding is accepted
   *[other] { $count } findings are accepted
}, { $added ->
    [0] none of them new
   *[other] { $added } of them new
}; { $gone ->
    [0] none that was accepted before is gone
    [one] { $gone } that was accepted before is gone
   *[other] { $gone } that were accepted before are gone
}
check-accepted = { $count ->
    [one] { $count } finding is accepted in the baseline
   *[other] { $count } findings are accepted in the baseline
} and not shown

github-more = { $count } more: the summary of the job lists them
github-summary-more = { $count } more findings do not fit here; run `sverka check` to see them all

command-baseline = Accept the findings of today, so that `check --baseline` fails for new ones only
command-baseline-file = The baseline
command-baseline-prune = Only drop entries that no longer occur; accept nothing new
command-baseline-dry-run = Say what would change and write nothing
command-check-baseline = Leave out the findings that FILE accepts; `sverka baseline` writes it
command-check-base = Report only what belongs to the segments that this branch changed since it parted from REV
command-check-select = Only these kinds of findings: codes, or the first words of codes (term for all of terms)
command-check-ignore = All kinds but these
command-check-statistics = Say how many findings there are of each kind instead of showing them
command-check-exit-zero = Exit with 0 even where there are findings
command-check-only-translations = With --base: leave out documents whose translations were not touched
command-check-watch = Check again whenever a text, the glossary, the ledger or the configuration changes
watch-waiting = Waiting for changes; Ctrl-C ends.
command-check-report = Write FILE in this format as well, for example sarif=findings.sarif; may be given several times
report-malformed = `{ $text }` is no FORMAT=FILE
    .cure = write for example sarif=findings.sarif; the formats are { $formats }
command-check-fail-on = The least severity that fails the run

base-unknown = there is no revision `{ $revision }` here to compare with
    .cure = fetch it first: `git fetch origin { $revision }`
base-fork-unknown = where this branch parted from `{ $revision }` is not known: the history here is cut short; compared is with the tip of `{ $revision }`
    .cure = fetch more of it: `git fetch --deepen=100 origin { $revision }`, or `fetch-depth: 0` in CI

command-check-fix = Mend what is safe to mend: spaces, quotation marks, invisible characters, look-alike letters
command-check-dry-run = With --fix: show the changes as a diff and write nothing
fix-done = mended { $findings ->
    [one] { $findings } finding
   *[other] { $findings } findings
} in { $files ->
    [one] { $files } file
   *[other] { $files } files
}
fix-changed-meanwhile = this file was changed while it was looked at; it is left as it is
    .cure = run `sverka check --fix` again
