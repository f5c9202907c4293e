command-review = Decide about changed segments, one at a time: confirm, approve, edit
command-review-all = Go through every segment, in the order of the text
command-review-unapproved = Go through what nobody has approved yet, too
diff-neither = `{ $name }` is neither a revision nor a document
    .cure = name a commit, a branch, a tag or a file; in a shallow clone `git fetch --unshallow` gets more commits

review-question = ({ $number }/{ $of }) Is the translation right? [{ $keys }]
review-question-omission = ({ $number }/{ $of }) It has no translation. Is it left out on purpose? [{ $keys }]
review-question-addition = ({ $number }/{ $of }) It has no original. Is it added on purpose? [{ $keys }]
review-note = note:
review-nothing = nothing to review: no translation changed, no original changed after it was translated, and nothing lacks its counterpart
review-nothing-so-far = nothing to review was found, but not everything could be looked at
review-done = { $confirmed } confirmed, { $edited } edited, { $deliberate } recorded as deliberate
review-help =
    y - it is right for what the original says now
    n - leave it for later
    p - approve it, as an editor
    e - edit it in $EDITOR, then confirm it
    o - it is left out or added on purpose; a note says why
    m - write a note that goes with the decision
    d - leave this one and all later ones of the document
    q - quit; what was decided is kept
    ? - this help
review-changed-meanwhile = this file was changed during the review; the edit is not written
    .cure = run `sverka review` again
review-no-editor = no editor could be started: { $detail }
    .cure = name one: `EDITOR=nano sverka review`
review-emptied = the translation came back empty; nothing is changed or confirmed
    .cure = delete a translation in the document itself, and record what is left out with `sverka omit`
