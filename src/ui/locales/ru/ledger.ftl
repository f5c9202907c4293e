## Реестр и команды, которые в него пишут.

ledger-line = эта строка реестра — не запись: { $detail }
    .cure = исправьте или удалите её; остальные в силе
ledger-conflict = в реестре остались метки конфликта слияния
    .cure = удалите строки с метками, остальные оставьте: реестр — это множество, в нём нужны обе стороны
ledger-unwritable = не удалось записать реестр: { $path }: { $detail }
ledger-no-choice = не сказано, что подтвердить
    .cure = назовите документы или папки, `--segment` или `--all`
pin-lines = `{ $name }` не называет строк
    .cure = напишите файл и строки: `source-ru/a.md:12` или `source-ru/a.md:12-14`
pin-one = --with связывает одно место оригинала с одним местом перевода
    .cure = `sverka accept source-ru/a.md:12 --with translations/a.md:15`
pin-no-pair = { $target } — не перевод { $source }
    .cure = назовите оба файла одной пары
ledger-no-segment = нет сегмента `{ $segment }`
    .cure = назовите строку любого из двух файлов (`translations/a.md:12`) или отпечаток замечания
ledger-refused = `{ $segment }` не переведён, подтвердить его нельзя
    .cure = переведите его или намеренно пропустите командой `sverka omit`

ledger-has-counterpart = у `{ $segment }` есть соответствие на другой стороне
    .cure = намеренно пропустить или добавить можно лишь то, чего на другой стороне нет

accepted = { $path }: { $count ->
    [one] подтверждена { $count } пара
    [few] подтверждены { $count } пары
   *[many] подтверждено { $count } пар
}
would-accept = { $path }: { $count ->
    [one] была бы подтверждена { $count } пара
    [few] были бы подтверждены { $count } пары
   *[many] было бы подтверждено { $count } пар
}
recorded-nothing = подтверждать нечего
left-out = { $count ->
    [one] не подтверждён { $count } сегмент
    [few] не подтверждены { $count } сегмента
   *[many] не подтверждено { $count } сегментов
}: нет перевода

command-accept = Подтвердить переводы в их нынешнем виде
command-accept-segment = Сегмент: строка любого из двух файлов (`a.md:12`) или отпечаток замечания
command-accept-all = Все документы
command-accept-state = Что записать: слово переводчика или редактора
command-accept-waive = Снять замечания этого вида о сегментах: так и должно быть, пока не изменится один из текстов
command-accept-note = Почему замечание снято
command-accept-with = Связать строки оригинала, указанные как PATH (`source-ru/a.md:12`), с этими строками перевода, что бы ни говорило выравнивание
command-accept-dry-run = Сказать, что было бы записано, и ничего не писать

recorded-omitted = { $path }: { $count ->
    [one] записан { $count } пропуск
    [few] записаны { $count } пропуска
   *[many] записано { $count } пропусков
}
recorded-added = { $path }: { $count ->
    [one] записано { $count } добавление
    [few] записаны { $count } добавления
   *[many] записано { $count } добавлений
}

command-omit = Записать, что места оригинала пропущены намеренно
command-omit-segment = Сегмент: строка оригинала (`a.md:12`) или отпечаток замечания
command-omit-note = Почему
command-omit-dry-run = Сказать, что было бы записано, и ничего не писать
command-add = Записать, что места перевода добавлены переводчиком
command-add-segment = Сегмент: строка перевода (`a.md:12`) или отпечаток замечания
command-add-note = Почему
command-add-dry-run = Сказать, что было бы записано, и ничего не писать

command-ledger = Следить за записями о подтверждённых переводах
command-ledger-prune = Убрать записи, которые больше не нужны ни одному документу, и назвать их
command-ledger-prune-dry-run = Сказать, что было бы убрано, и ничего не писать
ledger-pruned = { $count ->
    [one] убрана { $count } запись
    [few] убраны { $count } записи
   *[many] убрано { $count } записей
}
ledger-would-prune = { $count ->
    [one] была бы убрана { $count } запись
    [few] были бы убраны { $count } записи
   *[many] было бы убрано { $count } записей
}
ledger-nothing-to-prune = нужны все записи
ledger-prune-unread = не удалось прочесть `{ $path }`, и неизвестно, какие записи нужны этому документу; ничего не убрано
    .cure = исправьте файл; что с ним не так, скажет `sverka check`
