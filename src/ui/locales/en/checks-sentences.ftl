## What the checks of sentences report.

negation-lost = the Russian text denies (“{ $word }”), the English one does not
negation-added = the English text denies (“{ $word }”), the Russian one does not
length = the translation is much longer or shorter than usual in this document
question-changed-lost = the original asks a question, the translation does not
question-changed-added = the translation asks a question, the original does not

explain-negation-lost =
    The original has a negation, and the translation has no word that could carry it.
    
    The translation may say the opposite.
    .title = a negation that the translation lost
    .cure = see whether the meaning is the same
explain-negation-added =
    The translation has a negation, and the original has no word that could ask for it.
    
    The translation may say the opposite.
    .title = a negation that the original does not have
    .cure = see whether the meaning is the same
explain-question-changed =
    One side ends with a question mark, and the other has none, nor have the sentences beside it.
    .title = a question that became a statement, or the reverse
    .cure = end both alike
explain-length =
    The translation is longer or shorter than those of the same document are, by far more than they differ among themselves.
    
    A part may be lost or repeated.
    .title = a translation of unusual length
    .cure = see whether all is there
