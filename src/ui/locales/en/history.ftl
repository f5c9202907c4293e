## What of git's history could not be known.

history-no-repository = this is no git repository: which translations are out of date cannot be known
    .cure = `git init` and commit the documents
history-owner = the repository at { $path } belongs to somebody else, so git will not read it: which translations are out of date cannot be known
    .cure = if you trust it, run `git config --global --add safe.directory '{ $path }'`
history-unreadable = the history of the repository cannot be read ({ $detail }): which translations are out of date cannot be known
    .cure = `git fsck` says what is damaged
history-object-format = this repository names its objects by SHA-256, which Sverka cannot read: which translations are out of date cannot be known
    .cure = a clone into a repository made with `git init --object-format=sha1` can be checked
history-cut = the history is cut short here, so { $count ->
    [one] { $count } segment
   *[other] { $count } segments
} could not be compared with the original as it was
    .cure = `git fetch --unshallow` gets the rest; in a partial clone, `git fetch --refetch --no-filter`
history-none = this is no git repository, so { $count ->
    [one] { $count } segment
   *[other] { $count } segments
} could not be compared with the original as it was
    .cure = `git init` and commit the documents, or confirm translations with `sverka accept`
direction-english = history says that the English text is the original of { $count ->
    [one] { $count } document
   *[other] { $count } documents
} ({ $path }): what changes there makes the Russian stale
    .cure = write direction = "en-ru", or "ru-en" where that is wrong, into the [[pair]] of sverka.toml
history-damaged = { $count ->
    [one] { $count } older version of a document is
   *[other] { $count } older versions of documents are
} not in the repository or damaged: whether { $segments ->
    [one] { $segments } segment is
   *[other] { $segments } segments are
} out of date cannot be known
    .cure = `git fsck` says what is damaged
history-passed-over = { $count ->
    [one] { $count } older version of a translation is
   *[other] { $count } older versions of translations are
} no text in UTF-8 and { $count ->
    [one] was
   *[other] were
} passed over
history-not-cloned = this clone lacks the file as it was, so that its changes are not known
    .cure = in a partial clone, `git fetch --refetch --no-filter` gets what is missing
history-missing = { $count ->
    [one] { $count } older version of a document is
   *[other] { $count } older versions of documents are
} not in this clone, so { $segments ->
    [one] { $segments } segment
   *[other] { $segments } segments
} could not be compared with the original as it was
    .cure = in a partial clone, `git fetch --refetch --no-filter` gets what is missing
