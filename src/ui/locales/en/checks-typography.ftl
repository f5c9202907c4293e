## What the checks of English typography report.

guillemets = a Russian quotation mark, { $text }, is left
numero-sign = the sign № is left
unbalanced = { $text } has no partner
dash-dialogue = the speech begins with a dash, as in Russian
double-space = there are two spaces in the middle of a sentence
space-before-punctuation = there is a space before a punctuation mark
doubled-word = “{ $text }”: the word is doubled
sentence-end = the sentence has no mark at its end
guillemets-throughout = Russian quotation marks are left throughout: in { $count } places
numero-sign-throughout = the sign № is left throughout: in { $count } places
dash-dialogue-throughout = speech begins with a dash, as in Russian, throughout: in { $count } places
double-space-throughout = there are two spaces in the middle of sentences throughout: in { $count } places
space-before-punctuation-throughout = there are spaces before punctuation marks throughout: in { $count } places

explain-guillemets =
    Guillemets or low quotation marks stand in the English text; English uses “ ” or " ".
    
    Around Russian words they are part of what is quoted.
    .title = Russian quotation marks
    .cure = put English quotation marks
explain-numero-sign =
    The numero sign is not used in English: “No. 5”, or simply “5”.
    
    Some fonts do not have it.
    .title = the sign №
    .cure = write `No.` or `#`, or leave it out
explain-unbalanced =
    A bracket or a quotation mark is opened and not closed, or the reverse, where those of the original are in order. A quotation of several paragraphs may open in each and close in the last.
    
    Readers do not see where the quotation or the remark ends.
    .title = an unpaired bracket or quotation mark
    .cure = put in or delete the odd one
explain-dash-dialogue =
    A speech begins with a dash, as Russian sets it. English sets speech in quotation marks.
    
    Where the translator keeps the dash on purpose, turn this check off.
    .title = Russian dialogue with a dash
    .cure = set the speech in quotation marks
explain-double-space =
    Two or more spaces stand in the middle of a sentence.
    
    Some formats show them; often a word has been deleted there.
    .title = two spaces in a row
    .cure = delete one
explain-space-before-punctuation =
    A space stands before a comma, a full stop or the like.
    
    The mark may come to stand at the beginning of a line.
    .title = a space before punctuation
    .cure = delete the space
explain-doubled-word =
    The same word stands twice in a row. What English says twice (“had had”) and what the original says twice is not meant.
    .title = a doubled word
    .cure = delete one
explain-sentence-end =
    A paragraph ends without a full stop, a question mark or the like, and its original has one.
    
    The end of the paragraph may have been lost.
    .title = a sentence without its full stop
    .cure = put the mark in
