## What translators forget in the text.

leftover = a note to oneself is left: { $text }

explain-leftover =
    `TODO`, `(?)`, `[check]`, `XXX` or the like stands in the translation and not in the original.
    
    The translator meant to come back to this place. Notes to the reader, in square brackets, are not meant.
    .title = a translator's note to oneself
    .cure = settle the question and delete the note
