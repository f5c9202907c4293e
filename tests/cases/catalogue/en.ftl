errors-404 = Page not found, go back to the main page.
greeting = Hello, {$name}! We are glad to see you.
letters = { $count ->
    [one] {$count} letter
   *[other] {$count} letters
}
menu-save =
    .label = Save all
menu-open = Open the "Diary"
