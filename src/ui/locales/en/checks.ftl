## What the checks report, and what each kind of finding means.

document-untranslated = the document has no translation ({ $words ->
    [one] { $words } word
   *[other] { $words } words
})
document-orphan = the translation has no original
unused-allow = this comment allows `{ $code }`, which is not reported here

untranslated-part = a part of a sentence is not translated
untranslated-sentence = a sentence is not translated
untranslated-sentence-unsure = a sentence is not translated, unless the one beside it renders it, too
untranslated-heading = a heading is not translated
untranslated-paragraph = a paragraph is not translated
untranslated-paragraph-unsure = a paragraph is not translated, unless what stands beside its place renders it
untranslated-list-item = a list item is not translated
untranslated-table-cell = a table cell is not translated
untranslated-table-row = a table row is not translated
untranslated-footnote = a footnote is not translated
untranslated-front-matter = a value of the front matter is not translated
untranslated-value = a text with a name of its own is not translated
untranslated-russian = the translation is still in Russian
    .cure = translate it
untranslated-english = the translation is still in English
    .cure = translate it
untranslated-placeholder = a placeholder stands where the translation should
    .cure = translate it
document-mismatch-language = this is in another language: it is no English translation of { $path }
    .cure = put the translation here, or pair the files otherwise in sverka.toml
document-mismatch-text = this is another text: it does not translate { $path }
    .cure = put the translation here, or pair the files otherwise in sverka.toml
untranslated-language = another language stands where the English translation should
    .cure = translate it
untranslated-unrelated = what stands here translates something else
    .cure = translate it; if it is a translation after all, `sverka accept` the pair
moved = this stands at another place of the translation
    .cure = nothing need be done if the translator meant it
left-in-source-language = the translation is still in Russian
stale = the original changed after it was translated
stale-reworded =
    “{ $was }” became “{ $now }” in { $count } places of the original after they were translated: { $places }{ $rest ->
        [0] {""}
       *[other] {" "}and { $rest } more
    }
unread = `{ $path }` cannot be checked: Sverka does not read .{ $extension }
    .cure = convert it (pandoc -t markdown), or pass it over: [files] ignore = ["**/*.{ $extension }"]
edited = the translation was edited after it was confirmed
note = a note: { $note }
note-by = { $who } notes: { $note }
extra = this has nothing that corresponds to it in the original
extra-passage = { $count ->
    [one] { $count } paragraph
   *[other] { $count } paragraphs
} from here on have nothing that corresponds to them in the original
orphan = what this translates was deleted from the original
coverage-below-minimum = { $percent } % of the words are translated and up to date; { $minimum } % are required here

explain-document-untranslated =
    An original has no file where its translation belongs. All its words count as not translated.
    
    Readers of the translation do not know that the document exists.
    .title = a document without a translation
    .cure = write the translation to the file named here
explain-document-orphan =
    A translation has no original: it was deleted, moved or renamed, or the translation stands in the wrong place.
    
    Nobody can check such a text against anything, and it may say what the authors have withdrawn.
    .title = a translation without an original
    .cure = delete it, move it to where its original is, or exclude it in sverka.toml
explain-document-mismatch =
    The translation of this document is another text: of another file or chapter, or in another language than English. Hardly any of its words, numbers and names have a counterpart in the original.
    
    Nothing else is said of such a pair: comparing the two sentence by sentence would give a thousand findings and no help. A document that is translated in part only is not meant, nor one that is translated freely. Where the two do belong together, confirm one pair of segments with `sverka accept`, and they are compared.
    .title = a translation that is another text
    .cure = put the right file in its place, or name the pair of files in sverka.toml
explain-moved =
    A part of the original, a paragraph, an item, a row of a table, a section, has its counterpart at another place of the translation. Nothing is lost: it is compared like everything else.
    
    A list that is sorted by the alphabet in each language is reported once at most.
    .title = a part that stands elsewhere in the translation
    .cure = move it, or leave it where it is
explain-unread =
    A file on either side holds text in a format that Sverka does not read. Nothing is known of it, and the rest is checked without it.

    A gate that is green would hide a document.
    .title = a document in a format that is not read
    .cure = convert the file, or name it in `[files] ignore` in sverka.toml
explain-unreadable-file =
    A file cannot be read as a text in UTF-8: it is in another encoding, binary, too large, or a link that leads out of the project.
    
    Nothing is known of it, and the rest is checked without it.
    .title = a file that cannot be read
    .cure = mend the file, or exclude it in sverka.toml
explain-malformed-file =
    A file can be read, but not all of it can be understood: marks of a merge conflict, a code fence that is never closed.
    
    What follows such a place may be taken for something that it is not.
    .title = a file with damaged markup
    .cure = mend the place in the file
explain-tracked-changes =
    A DOCX or ODT file has changes that nobody has accepted or rejected yet.
    
    It is read as if all of them were accepted, and the text inside of them is not written by `check --fix` or `review`.
    .title = changes that wait to be accepted
    .cure = accept or reject them in the word processor
explain-untranslated =
    A part of the original, from a sentence to several paragraphs, has no counterpart in the translation; or the counterpart is no translation yet: still Russian, a copy of the original, a placeholder.
    
    The report names the place where the translation belongs. Where what stands beside that place may well render it, too, it is a warning that says so; the freer a translation, the sooner. A deliberate omission is recorded with `sverka omit` and a note.
    .title = a part of the original that is not translated
    .cure = translate it; >>> <<< marks the place where it belongs
explain-left-in-source-language =
    The counterpart of a part of the original is still in Russian.
    
    Readers of the translation cannot read it. Russian words quoted in an English sentence are not meant.
    .title = a translation that is still in Russian
    .cure = translate it
explain-stale =
    A part of the original changed after its translation was last confirmed or, where the ledger says nothing of it, after the translation was last touched.
    
    The translation may say what the authors no longer say: an old number, an old name. The report shows how the original changed.
    
    Typography or a mended slip alone is a remark; other words are a warning, unless the translation plainly lacks what they say; what the translation says already is not reported. The level may be set by the kind of change (typography, spelling, rewording, wording, extent, name, date, negation, number) with a table in sverka.toml.
    .title = a translation of an earlier text
    .cure = translate the change, then `sverka accept` it; if the translation is still right, accept it as it is
explain-edited =
    A translation was confirmed and then changed, while its original stayed as it was.
    
    Whoever confirmed it has not seen it as it is now.
    .title = a confirmed translation that was edited
    .cure = look at it once more, then `sverka accept` it
explain-note =
    Somebody left a note or a question at this segment: with the key Q on the desk, or with `sverka note`.
    
    It is a remark and fails nothing. `sverka todo` lists it until somebody settles it; it stays at its segment while one of the two texts does.
    .title = a note or a question left at a segment
    .cure = answer it, then settle it: key R on the desk, or delete its line in the ledger
explain-unused-allow =
    A comment in a document silences a finding that is not there.
    
    It may have been needed once; left where it is, it would silence the next one unseen.
    .title = a comment that silences nothing
    .cure = delete the comment
explain-extra =
    A part of the translation has no counterpart in the original.
    
    Its author may never have said it. Notes in square brackets and the translator's credit line are known as the translator's own. A deliberate addition is recorded with `sverka add` and a note.
    .title = a part of the translation that the original does not have
    .cure = delete it, or record it as an addition
explain-orphan =
    A part of the translation renders what has since been deleted from the original.
    
    The authors have withdrawn it; the report shows what they deleted.
    .title = a translation of what was deleted
    .cure = delete it
approval-missing = { $missing } of { $of } translations here are not approved; approval is required
approval-confirmed = nobody has confirmed { $missing } of { $of } translations here; it is required
explain-approval-missing =
    A [[policy]] in sverka.toml says that every translation here must be confirmed or approved before it is published, and some are not.
    
    A translation that was changed afterwards, or whose original was, must be looked at again.
    .title = translations that nobody has approved where a policy requires it
    .cure = read them with `sverka review --unapproved`, or `sverka accept --state approved`
explain-coverage-below-minimum =
    Of a document's words fewer are translated and up to date than a [[policy]] in sverka.toml requires.
    
    The share counts source words. What is deliberately left out counts as translated.
    .title = a document less complete than its policy requires
    .cure = `sverka todo` lists what is left to translate
