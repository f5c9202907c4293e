## What the checks of consistency report.

translated-differently = the same text was translated otherwise: “{ $other }”
translated-alike = the same translation stands for another text: “{ $other }”
name-spelt-two-ways = the name is spelt “{ $rare }” here and “{ $usual }” elsewhere
spelling-mixed-british = “{ $word }” is British spelling; the document is mostly American
spelling-mixed-american = “{ $word }” is American spelling; the document is mostly British

explain-translated-differently =
    The original says the same in two places of a document, and the translation does not.
    
    In headings, labels and instructions readers take two wordings for two things.
    .title = one text in two translations
    .cure = use one translation, unless the place asks for another
explain-translated-alike =
    Two parts of the original that have little in common have the same translation.
    
    One of them was likely pasted into the wrong place.
    .title = two texts in one translation
    .cure = translate the one that is wrong
explain-spelling-mixed =
    A document spells words of one kind in the British and in the American way. Names, and `-ize` beside `-our`, are not meant.
    .title = British and American spelling in one document
    .cure = spell the word as the rest of the document does
explain-name-spelt-two-ways =
    A name is spelt in one way in most places of a document and in another way here.
    
    Readers take it for another person or place.
    .title = one name in two spellings
    .cure = spell the name in one way
