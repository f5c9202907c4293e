## Как изменились оригинал и перевод.

diff-summary = { $count ->
    [0] ничего не изменилось
    [one] изменился { $count } сегмент
    [few] изменились { $count } сегмента
   *[many] изменилось { $count } сегментов
}
diff-nothing-so-far = изменений не найдено, но посмотреть удалось не всё
diff-left-out = { $count ->
    [one] изменился ещё { $count } сегмент
    [few] изменились ещё { $count } сегмента
   *[many] изменилось ещё { $count } сегментов
}: все покажет `sverka diff`
diff-original = Оригинал
diff-translation = Перевод

grade-typography = пунктуация
grade-spelling = опечатка
grade-rewording = другими словами
grade-wording = слова
grade-extent = добавлено или удалено
grade-name = имя
grade-date = дата
grade-negation = отрицание
grade-number = число

history-no-revision = здесь нет версии `{ $revision }`
    .cure = назовите коммит, ветку или тег; в неполном клоне `git fetch --unshallow` загрузит остальное

command-diff = Показать, как изменились оригинал и перевод, по сегментам
command-diff-revision = REV, A..B или A...B, как в git; без этого — с тех пор, как переведён каждый сегмент
