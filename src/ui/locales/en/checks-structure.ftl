## What the checks of structure and of verbatim pieces report.

heading-level = the heading is of level { $is }; in the original it is of level { $was }
link-changed = the link leads elsewhere: `{ $was }` became `{ $is }`
link-lost = the link to `{ $was }` is lost
anchor-nowhere = the anchor `#{ $anchor }` leads nowhere; the one in the original leads to a heading
image-changed = the image is another one: `{ $was }` became `{ $is }`
image-lost = the image `{ $was }` is lost
code-changed = code changed: `{ $was }` became `{ $is }`
code-lost = the code `{ $was }` is lost
placeholder-changed = the placeholder changed: `{ $was }` became `{ $is }`
placeholder-lost = the placeholder `{ $was }` is lost
tag-changed = the tag `{ $was }` became `{ $is }`
tag-lost = the tag `{ $was }` is lost
footnote-changed = the footnote `{ $was }` became `{ $is }`
footnote-lost = the reference to footnote `{ $was }` is lost
block-kind = this is { $is ->
    [heading] a heading
   *[paragraph] a paragraph
    [list-item] a list item
    [table-cell] a table cell
    [footnote] a footnote
    [front-matter] a value of the front matter
    [value] a value by its name
}, and in the original { $was ->
    [heading] a heading
   *[paragraph] a paragraph
    [list-item] a list item
    [table-cell] a table cell
    [footnote] a footnote
    [front-matter] a value of the front matter
    [value] a value by its name
}
block-kind-depth = this list item stands on another level than in the original

explain-heading-level =
    A heading stands on another level than in the original. Where most headings of a document are shifted alike, only the others are reported.
    
    The outline and the table of contents come out wrong.
    .title = a heading of another level
    .cure = give it as many `#` as the original has
explain-block-kind =
    A list item became a paragraph, a heading became plain text, a table cell left its table, or an item moved to another level of its list.
    
    Readers see another structure than the author made.
    .title = a block of another kind
    .cure = give the block the markup that it has in the original
explain-link-changed =
    The address of a link is not the one in the original. The same page in the other language, and the anchor of a translated heading, are taken for the same.
    
    Readers land on a page that the author did not mean.
    .title = a link to another page
    .cure = put in the address of the original, or that page in English
explain-link-lost =
    The original links to a page to which the translation does not link anywhere.
    
    Readers cannot follow what the author refers to.
    .title = a link that the translation lost
    .cure = put the link in
explain-anchor-nowhere =
    A link leads to a place of its page that is not there: no heading has that anchor, no element that id. In the original the link leads to a heading, and that heading stands in the translation.
    
    Readers land at the top of the page and have to look for the place themselves.
    .title = an anchor that leads nowhere
    .cure = put in the anchor that the heading has in English, or give the heading the id of the original
explain-image-changed =
    An image is not the one of the original. An image in a folder or with a suffix of the other language is taken for the same.
    
    Readers see what the text does not speak of.
    .title = another image
    .cure = put in the image of the original
explain-image-lost =
    The original shows an image that the translation does not.
    
    The text may refer to it.
    .title = an image that the translation lost
    .cure = put the image in
explain-code-changed =
    Code differs from the original. Code with Russian words in it is not compared: it is translated.
    
    Readers copy code as it stands.
    .title = code that the translation changed
    .cure = copy the code from the original
explain-code-lost =
    The original has code that the translation has nowhere, or has without its markup.
    .title = code that the translation lost
    .cure = put the code in, in backquotes as in the original
explain-placeholder-changed =
    A template tag or a placeholder differs from the original.
    
    The page may not build, or show something else.
    .title = a placeholder that the translation changed
    .cure = copy it from the original
explain-placeholder-lost =
    The original has a template tag or a placeholder that the translation has nowhere.
    
    The page may not build, or lack a part.
    .title = a placeholder that the translation lost
    .cure = copy it from the original
explain-tag-changed =
    An HTML tag has another name than in the original. Attributes are not compared.
    
    Tags opened and closed may no longer agree.
    .title = an HTML tag that became another
    .cure = copy the tag from the original
explain-tag-lost =
    The original has an HTML tag that the translation does not have.
    
    Tags opened and closed may no longer agree, and the page comes out broken.
    .title = an HTML tag that the translation lost
    .cure = put the tag in
explain-footnote-changed =
    A sentence refers to another footnote than in the original.
    
    Readers get the wrong note.
    .title = a reference to another footnote
    .cure = put in the label of the original
explain-footnote-lost =
    The original refers to a footnote, and the translation does not.
    
    Many programs leave out footnotes that nothing refers to.
    .title = a footnote that nothing refers to
    .cure = put the reference in
