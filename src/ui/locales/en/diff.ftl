## How the original and the translation changed.

diff-summary = { $count ->
    [0] nothing has changed
    [one] { $count } segment has changed
   *[other] { $count } segments have changed
}
diff-nothing-so-far = no change was found, but not everything could be looked at
diff-left-out = { $count ->
    [one] { $count } more segment has changed
   *[other] { $count } more segments have changed
}: `sverka diff` shows all
diff-original = Original
diff-translation = Translation

grade-typography = punctuation
grade-spelling = spelling
grade-rewording = a rewording
grade-wording = wording
grade-extent = added or cut
grade-name = a name
grade-date = a date
grade-negation = a negation
grade-number = a number

history-no-revision = there is no revision `{ $revision }` here
    .cure = name a commit, a branch or a tag; in a shallow clone `git fetch --unshallow` gets the rest

command-diff = Show how the original and the translation changed, segment by segment
command-diff-revision = REV, A..B or A...B as git has them; without one, since each segment was translated
