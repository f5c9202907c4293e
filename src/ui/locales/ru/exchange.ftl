# Глоссарий в форматах других программ.

command-glossary-import = Перенять понятия из глоссария другой программы, все или ни одного
command-glossary-import-file = Файл TBX, файл CSV с именами столбцов или список через табуляцию: термин, соответствие, комментарий
command-glossary-import-format = Формат; если не дан, его подскажет расширение файла
command-glossary-import-into = Файл глоссария; если не дан, одноимённый файл в папке глоссария
command-glossary-import-dry-run = Напечатать понятия в виде TOML и ничего не записывать
command-glossary-export = Записать глоссарий для других программ; что в формат не вошло, будет сказано
command-glossary-export-format = Формат; если не дан, его подскажет расширение выходного файла, а без него это TBX

glossary-imported = { $count ->
    [one] в { $path } добавлено { $count } понятие
    [few] в { $path } добавлено { $count } понятия
   *[many] в { $path } добавлено { $count } понятий
}

exchange-spreadsheet = `{ $path }` — электронная таблица, их sverka не читает и не пишет
    .cure = возьмите CSV: табличные программы открывают `terms.csv` и сохраняют как «CSV UTF-8»
import-differs = «{ $term }» пропущено: в { $path }:{ $line } оно уже есть как «{ $concept }», с другими соответствиями
    .cure = выберите между ними и поправьте понятие там
import-known = { $count ->
    [one] { $count } понятие уже было
    [few] { $count } понятия уже были
   *[many] { $count } понятий уже было
}
exchange-format-unknown = по имени `{ $path }` не понять формат
    .cure = назовите его через --format
exchange-into-outside = `{ $path }` — не файл глоссария в папке `{ $folder }`
    .cure = назовите файл с расширением .toml в папке глоссария
exchange-encoding = файл не в UTF-8
    .cure = сохраните его в UTF-8 или перекодируйте: iconv -f CP1251 -t UTF-8 (или из какой он кодировки)
exchange-encoding-likely = файл не в UTF-8, а, по-видимому, в { $encoding }
    .cure = сохраните его в UTF-8 или перекодируйте: iconv -f { $encoding } -t UTF-8
exchange-encoding-wrong = файл назван файлом в { $encoding }, но это не так
    .cure = узнайте его кодировку и перекодируйте через iconv или сохраните его в UTF-8
exchange-encoding-unknown = файл назван файлом в «{ $encoding }», а такой кодировки нет
    .cure = перекодируйте его в UTF-8 через iconv и укажите это в его первой строке
exchange-empty = здесь нет ни одного понятия
    .cure = проверьте, тот ли это формат
exchange-no-rendering = у «{ $term }» нет английского соответствия; понятие пропущено
exchange-no-term = у “{ $rendering }” нет русского термина, и ничего не запрещено; понятие пропущено
exchange-id-twice = id «{ $concept }» уже занят в строке { $line }
    .cure = дайте одному из двух другой id
exchange-no-tab = в этой строке нет термина и соответствия, разделённых табуляцией
    .cure = пишите так: термин, табуляция, соответствие, табуляция, комментарий
exchange-more-columns = всё после третьего столбца пропущено
exchange-quote-open = эта кавычка не закрыта
    .cure = закройте её или удвойте, если она принадлежит тексту
exchange-quote-text = после закрывающей кавычки в ячейке есть ещё текст
    .cure = удвойте кавычки, которые принадлежат тексту
exchange-no-header = в первой строке нет столбца с английскими соответствиями
    .cure = назовите столбцы в первой строке, хотя бы ru и en; бывают { $known }
exchange-column-nearest = столбец «{ $column }» неизвестен и пропущен; может быть, «{ $nearest }»?
exchange-column-unknown = столбец «{ $column }» неизвестен и пропущен; бывают { $known }
exchange-column-twice = столбец «{ $column }» встречается дважды
    .cure = оставьте один из двух
exchange-row-length = в этой строке { $found ->
    [one] { $found } ячейка
    [few] { $found } ячейки
   *[many] { $found } ячеек
}, а в первой { $expected }
    .cure = возьмите в кавычки ячейки, в которых есть разделитель
exchange-row-without-term = в этой строке нет ни id, ни термина, ни соответствия
    .cure = заполните её или удалите
exchange-cell-differs = «{ $column }» не такой, как в строке { $line }, где понятие начинается; пропущено
exchange-no-xml = в файле нет XML
    .cure = читаются TBX-Core и TBX-Basic: их корень — `tbx` или `martif`
exchange-no-tbx = корень файла — `{ $element }`, а не корень TBX
    .cure = читаются TBX-Core и TBX-Basic: их корень — `tbx` или `martif`
exchange-xml-broken = XML построен неправильно: { $detail }
    .cure = выгрузите файл заново или исправьте его в редакторе XML
exchange-xml-open = `{ $element }` не закрыт до конца файла
    .cure = возьмите файл целиком: похоже, он оборван
exchange-xml-entity = сущность `&{ $entity };` не раскрывается
    .cure = напишите сам текст; в XML есть только amp, lt, gt, quot и apos
exchange-xml-doctype = файл объявляет собственные сущности или элементы; они не раскрываются
    .cure = уберите то, что стоит в DOCTYPE между [ и ], и напишите текст вместо сущностей
exchange-xml-deep = элементы вложены глубже, чем бывает в глоссариях
    .cure = выгрузите файл заново: это не TBX
exchange-no-language = у этого раздела не указан язык
    .cure = добавьте xml:lang="ru" или xml:lang="en"
exchange-status = состояние «{ $status }» у “{ $rendering }” неизвестно; соответствие пропущено
exchange-unknown-element = { $count ->
    [one] в TBX нет элемента `{ $element }`
    [few] в TBX нет элемента `{ $element }`; в файле их { $count }, первый — здесь
   *[many] в TBX нет элемента `{ $element }`; в файле их { $count }, первый — здесь
}
    .cure = уберите его или выгрузите файл как TBX-Basic
exchange-left-out = { $count ->
    [one] «{ $category }» пропущено
    [few] «{ $category }» пропущено, в файле { $count } раза
   *[many] «{ $category }» пропущено, в файле { $count } раз
}
exchange-language = { $count ->
    [one] термины на языке «{ $language }» пропущены
   *[many] термины на языке «{ $language }» пропущены, у { $count } понятий
}
exchange-more = { $count ->
    [one] и ещё { $count } такое место, последнее — здесь
    [few] и ещё { $count } таких места, последнее — здесь
   *[many] и ещё { $count } таких мест, последнее — здесь
}

exchange-loss-termless = { $count ->
    [one] не вошло { $count } понятие без русского термина: в этом формате соответствие стоит при термине
    [few] не вошли { $count } понятия без русского термина: в этом формате соответствие стоит при термине
   *[many] не вошли { $count } понятий без русского термина: в этом формате соответствие стоит при термине
}
exchange-loss-split = { $count ->
    [one] { $count } понятие с несколькими русскими терминами распалось на отдельные записи
    [few] { $count } понятия с несколькими русскими терминами распались на отдельные записи
   *[many] { $count } понятий с несколькими русскими терминами распались на отдельные записи
}
exchange-loss-hash = { $count ->
    [one] не вошёл { $count } термин, который начинается с #: в этом формате так начинаются примечания
    [few] не вошли { $count } термина, которые начинаются с #: в этом формате так начинаются примечания
   *[many] не вошли { $count } терминов, которые начинаются с #: в этом формате так начинаются примечания
}
exchange-loss-id = { $count ->
    [one] не вошёл id { $count } понятия
   *[many] не вошли id { $count } понятий
}
exchange-loss-definition = { $count ->
    [one] не вошло { $count } определение
    [few] не вошли { $count } определения
   *[many] не вошли { $count } определений
}
exchange-loss-domain = { $count ->
    [one] не вошла область { $count } понятия
   *[many] не вошли области { $count } понятий
}
exchange-loss-origin = { $count ->
    [one] не вошёл источник { $count } решения
   *[many] не вошли источники { $count } решений
}
exchange-loss-line-breaks = { $count ->
    [one] строки { $count } примечания слились в одну
   *[many] строки { $count } примечаний слились в одну
}
exchange-loss-rejected = { $count ->
    [one] не вошло { $count } устаревшее или запрещённое соответствие
    [few] не вошли { $count } устаревших или запрещённых соответствия
   *[many] не вошли { $count } устаревших или запрещённых соответствий
}
exchange-loss-status = { $count ->
    [one] не вошло, основное или допустимое { $count } соответствие
    [few] не вошло, основные или допустимые { $count } соответствия
   *[many] не вошло, основные или допустимые { $count } соответствий
}
exchange-loss-variants = { $count ->
    [one] не вошли варианты { $count } соответствия
   *[many] не вошли варианты { $count } соответствий
}
exchange-loss-level = { $count ->
    [one] не вошёл уровень { $count } понятия
   *[many] не вошли уровни { $count } понятий
}
exchange-loss-scope = { $count ->
    [one] не вошло, на какие документы распространяется { $count } понятие
    [few] не вошло, на какие документы распространяются { $count } понятия
   *[many] не вошло, на какие документы распространяются { $count } понятий
}
exchange-loss-unless = { $count ->
    [one] не вошли выражения `unless` { $count } понятия
   *[many] не вошли выражения `unless` { $count } понятий
}
exchange-loss-case = { $count ->
    [one] не вошёл `case` { $count } понятия
   *[many] не вошёл `case` { $count } понятий
}
exchange-loss-count = { $count ->
    [one] не вошёл `count` { $count } понятия
   *[many] не вошёл `count` { $count } понятий
}
exchange-loss-forms = { $count ->
    [one] не вошли `forms` и `not_forms` { $count } термина
   *[many] не вошли `forms` и `not_forms` { $count } терминов
}
exchange-loss-derived = { $count ->
    [one] не вошло, что { $count } термин — производный
    [few] не вошло, что { $count } термина — производные
   *[many] не вошло, что { $count } терминов — производные
}
exchange-loss-for = { $count ->
    [one] не вошло, для каких терминов предназначено { $count } соответствие
    [few] не вошло, для каких терминов предназначены { $count } соответствия
   *[many] не вошло, для каких терминов предназначены { $count } соответствий
}
exchange-loss-except = { $count ->
    [one] не вошли выражения `except` { $count } соответствия
   *[many] не вошли выражения `except` { $count } соответствий
}
