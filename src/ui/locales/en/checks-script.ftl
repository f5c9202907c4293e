## What the checks of letters and invisible characters report.

look-alike = “{ $word }” mixes Latin letters with Cyrillic ones that look the same
cyrillic-left = “{ $text }” is left in Russian
invisible-character = an invisible character, { $character }, stands here
no-break-space = a no-break space stands between two words

explain-look-alike =
    A word is written with letters of both alphabets that look the same: a Cyrillic “с” in an English word, a Latin “a” in a Russian one.
    
    Search, spelling checkers and screen readers do not find such a word. Words joined by a hyphen, and letters that could not be taken for one another, are not meant.
    .title = look-alike letters of the other alphabet
    .cure = type the word anew
explain-cyrillic-left =
    A word in Cyrillic letters stands in an English sentence. In quotation marks, brackets, emphasis or code it is quoted on purpose.
    
    Readers of the translation cannot read it.
    .title = a Russian word left in the translation
    .cure = translate it, or set it off as a quotation
explain-invisible-character =
    A control of text direction, a zero-width space, a soft hyphen or the like stands in the translation.
    
    It came with copied text; it breaks search and may show letters in another order than they are.
    .title = a character that nobody sees
    .cure = delete the character
explain-no-break-space =
    A no-break space stands between two words. Russian typography puts it after short words; English does not.
    
    Beside a number, a sign or an abbreviation it is right and is not reported.
    .title = a no-break space between words
    .cure = put a plain space there
