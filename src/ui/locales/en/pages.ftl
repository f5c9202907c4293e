## What the pages of the desk and of the static report say.

page-skip = Skip to the content
page-pages = Pages
page-overview = Overview
page-glossary = Glossary
page-changes = Changes
page-changes-since = What changed on either side since { $since }
page-changes-range = Revision, or a range of two
page-changes-show = Show
page-changes-commits = Commits to choose from
page-changes-its-own = what it changed
page-changes-from-then = all since
page-changes-none = Nothing changed.
page-theme = Light or dark
page-other-language = По-русски
page-made-by = Made by Sverka from the files as they stand
page-documents = Documents
page-original = Original
page-translation = Translation
page-texts = Original and translation, segment by segment

page-done = translated and up to date
page-words = { $count ->
    [one] { $written } source word
   *[other] { $written } source words
}
page-ready = { $ready ->
    [0] No document is ready to publish yet.
    [one] One document of { $count } is ready to publish: translated, up to date, without an error.
   *[other] { $ready } of { $count } documents are ready to publish: translated, up to date, without an error.
}
page-since = Findings since { $base }
page-no-file = not there yet
page-no-translation = no translation
page-no-original = no original

page-past = Progress so far
page-past-words = words of the originals
page-past-translated = translated
page-past-stale = stale
page-past-day = Day
page-past-numbers = The same in numbers
page-past-begins = The history known here begins on { $date }: the clone is shallow.
page-stale-by-age = Stale for how long
page-age-month = under a month
page-age-quarter = one to three months
page-age-year = three to twelve months
page-age-longer = over a year
page-age-words = { $count ->
    [one] { $written } word
   *[other] { $written } words
}
page-person = Person
page-person-all = Everybody

page-show = Show
page-show-all = Everything
page-show-work = What needs work
page-show-ready = Ready to publish
page-by-state = By state
page-by-finding = By finding
page-path = Path
page-find = Find
page-find-texts = Find in all texts
page-shown = shown
page-nothing = Nothing fits.
page-more = There are more: name another word.
page-next = Next
page-next-key = Next segment that needs work (N)
page-previous = Previous
page-previous-key = Previous segment that needs work (Shift+N)

page-column-document = Document
page-column-progress = Progress
page-column-words = Words
page-column-missing = To translate
page-column-stale = Stale
page-column-findings = Findings
page-column-changed = Last changed

page-state-untranslated = untranslated
page-state-stale = stale
page-state-unconfirmed = translated
page-state-edited = edited since confirmed
page-state-confirmed = confirmed
page-state-approved = approved
page-state-extra = without an original
page-state-orphan = original deleted
page-state-omitted = left out on purpose
page-state-added = added on purpose

page-unit = Segment { $number }
page-shape = Segments of the original : of the translation
page-gap-target = Not translated
page-gap-source = Nothing in the original
page-gap-omitted = Left out on purpose
page-gap-added = The translator’s own
page-gap-orphan = Deleted from the original
page-source-changed = The original has changed since this was translated
page-target-changed = The translation has changed since it was confirmed
page-note = Note
page-elsewhere = About the document as a whole
page-meanings = What the findings mean
page-terms = Terms in this document
page-facts = Numbers, dates, names
page-next-document = Next document with work:
page-facts-key = What has the same number says the same on both sides. ∅: the other side has nothing like it.
page-facts-pair = mark
page-facts-alone = nothing like it on the other side
page-term-admitted = also
page-term-deprecated = no longer
page-term-forbidden = never

page-concepts = { $count ->
    [one] { $count } concept
   *[other] { $count } concepts
}
page-no-concepts = The project has no term base yet: sverka glossary add makes one.
page-occurrences = { $count ->
    [0] does not occur
    [one] occurs in one segment
   *[other] occurs in { $count } segments
}
page-term-faults = { $count ->
    [one] one finding
   *[other] { $count } findings
}
page-where = Where it occurs
page-and-more = And more; search the texts for it.
page-forms = Forms
page-term-fault = Not called as it should be
page-show-doubtful = With findings or doubts
page-suggestions = Terms that the texts have and the glossary lacks
page-suggestions-sampled = Looked for in { $looked } of { $all } translated segments.
page-suggestion-segments = { $count ->
    [one] in one segment
   *[other] in { $count } segments
}
page-suggestion-split = a name in several spellings
page-suggestion-add = Add to the glossary

page-concept-new = Add a concept
page-concept-source = Russian terms, a line each; the main one first
page-concept-preferred = English rendering to use
page-concept-admitted = Renderings that may be used, too
page-concept-deprecated = Renderings that are used no longer
page-concept-forbidden = Renderings never to use
page-concept-definition = What it is, in a sentence
page-concept-note = Note for translators

page-decisions = Decisions
page-do-confirm = Confirm
page-do-approve = Approve
page-do-edit = Edit
page-do-write = Translate
page-do-omit = Leave out on purpose
page-do-add = Keep on purpose
page-do-waive = Waive a finding
page-do-undo = Undo
page-do-confirm-all = { $count ->
    [one] Confirm the one segment that is translated
   *[other] Confirm all { $count } that are translated
}
page-do-approve-all = { $count ->
    [one] Approve the one translated segment
   *[other] Approve all { $count } translated segments
}
page-do-link = Pair, or join
page-do-unlink = Take apart
page-do-split = Split
page-do-note = Leave a note or ask
page-do-settle = The notes are settled
page-picked = Chosen
page-key-pick = Choose one more segment
page-key-extend = Choose on to the next, the previous
page-split-label = Where the first of the two ends
page-split-nothing = nothing
page-do-begin = Begin the translation
page-save = Save
page-cancel = Cancel
page-record = Record
page-close = Close
page-edit-label = Translation, as it stands in the file
page-waive-label = Which finding is right so
page-note-label = Why
page-conflict = Somebody changed the file meanwhile. This is what stands there now; nothing was written.
page-keys = Keys
page-key-next = Next segment
page-key-previous = Previous segment
page-key-next-work = Next that needs work
page-key-edit = Edit or translate
page-key-deliberate = Left out, or added, on purpose
page-key-term = Next term of the segment: renderings, other places
page-key-search = Search

page-badge = translation
page-summary-findings = { $errors ->
    [one] { $errors } error
   *[other] { $errors } errors
}, { $warnings ->
    [one] { $warnings } warning
   *[other] { $warnings } warnings
}
page-summary-more = { $count ->
    [one] And one more document.
   *[other] And { $count } more documents.
}

command-report = Write the pages of the project as a static site
    .more =
        The site stands by itself: it needs no server and no network, and can be opened as a file, kept as an artefact of CI or published as it is. Beside the pages it has badge.svg, summary.md and the data as JSON.
command-report-paths = Documents or folders; all of the project unless said
command-report-base = Report only what this branch brings since REV
command-report-url = Where the site will stand, for the links in summary.md
report-no-folder = no folder for the report
    .cure = say where it is to stand: sverka report --output DIR
report-written = { $count ->
    [one] the pages of { $count } document are
   *[other] the pages of { $count } documents are
} in { $path }
