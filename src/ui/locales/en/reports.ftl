## What reports say besides the findings themselves.

severity-error = error
severity-warn = warning
severity-info = info
severity-off = off
label-cure = fix
label-original = original
label-translation = translation
change-replaced = “{ $old }” became “{ $new }”
change-inserted = “{ $new }” came in
change-deleted = “{ $old }” went
label-deleted-source = deleted from the original:

count-documents = { $count ->
    [one] { $count } document
   *[other] { $count } documents
}

check-summary = { $errors ->
    [one] { $errors } error
   *[other] { $errors } errors
}, { $warnings ->
    [one] { $warnings } warning
   *[other] { $warnings } warnings
} in { $documents ->
    [one] { $documents } document
   *[other] { $documents } documents
}
check-clean = nothing to report in { $documents ->
    [one] { $documents } document
   *[other] { $documents } documents
}
check-clean-so-far = no errors or warnings in { $documents ->
    [one] { $documents } document
   *[other] { $documents } documents
}, but not everything could be looked at
check-fixable = { $count ->
    [one] { $count } finding
   *[other] { $count } findings
} can be mended with --fix
check-remarks-hidden = { $count ->
    [one] { $count } remark is not shown
   *[other] { $count } remarks are not shown
}; -v shows { $count ->
    [one] it
   *[other] them
}

status-document = DOCUMENT
status-words = WORDS
status-state = STATE
status-segments = SEGMENTS
status-done = DONE
status-approved = APPROVED
status-confirmed = CONFIRMED
status-missing = MISSING
status-stale = STALE
status-terms = TERMS
status-other = OTHER
status-total = total, { $count ->
    [one] { $count } document
   *[other] { $count } documents
}
status-note-missing = { $count ->
    [one] { $count } document has no translation yet
   *[other] { $count } documents have no translation yet
}
status-note-orphans = { $count ->
    [one] { $count } translation has no original
   *[other] { $count } translations have no original
}
status-note-renamed = { $source } and { $target } were paired by their content: was one of them renamed?
status-note-unconfirmed = { $count ->
    [one] { $count } segment is translated but not confirmed
   *[other] { $count } segments are translated but not confirmed
}
status-note-edited = { $count ->
    [one] { $count } confirmed translation was edited since
   *[other] { $count } confirmed translations were edited since
}

todo-summary = { $count ->
    [0] nothing to do
    [one] { $count } thing to do
   *[other] { $count } things to do
}

align-pin = paired by hand
align-ledger = in the ledger
align-words = words { $agree }/{ $of }
align-numbers = numbers { $agree }/{ $of }
align-names = names { $agree }/{ $of }
align-summary = { $pairs ->
    [one] { $pairs } pair
   *[other] { $pairs } pairs
}, { $omissions ->
    [one] { $omissions } omission
   *[other] { $omissions } omissions
}, { $additions ->
    [one] { $additions } addition
   *[other] { $additions } additions
}
align-damaged-line = this line is no pair: { $detail }
    .cure = write one JSON object a line: {"{"}"id": "1", "source": "…", "target": "…"{"}"}

explain-hint = `sverka explain CODE` says more about each.
explain-silence =
    To silence it in one place, write before the block:
      <!-- sverka: allow { $code } reason="…" -->
    To change its level, write in sverka.toml:
    {"  ["}check]
    {"  "}{ $code } = "off"    # or "info", "warn", "error"
unknown-code = there is no kind of finding called `{ $code }`
    .cure = `sverka explain` lists them all
unknown-code-nearest = there is no kind of finding called `{ $code }`
    .cure = did you mean `{ $nearest }`?

progress-reading = reading
progress-aligning = aligning
progress-judging = checking

findings-more = { $count ->
    [one] { $count } more finding of the kind `{ $code }` in this document
   *[other] { $count } more findings of the kind `{ $code }` in this document
}
    .cure = mend those that are shown, and run again
line-too-long = this line has more than { $bytes } bytes
    .cure = `--max-line BYTES` sets how many it may have
option-max-line = The bytes that a line of input may have
