# Термины: чего требует глоссарий.

term-missing = «{ $form }» в переводе не передано как “{ $expected }”
term-missing-nearest = «{ $form }» в переводе не передано как “{ $expected }”; может быть, это имелось в виду под “{ $found }”?
term-missing-next-door = «{ $form }» здесь не передано; “{ $expected }” или другой допустимый перевод есть в соседнем сегменте
term-forbidden = “{ $found }” здесь запрещено; в глоссарии — “{ $expected }”
term-deprecated = “{ $found }” устарело; в глоссарии — “{ $expected }”
term-inconsistent = «{ $term }» сначала “{ $first }”, а здесь “{ $other }”

explain-term-missing =
    В оригинале есть термин из глоссария, в той или иной форме, а в переводе нет ни одного из его утверждённых соответствий.

    Два названия читатель примет за две вещи. Термин считается переданным, где бы в сегменте ни стояло соответствие, в единственном числе или во множественном, в британском написании или в американском. Имена людей, совпавшие с термином, названия в кавычках и выражения, перечисленные в `unless`, не считаются.
    .title = термин без утверждённого соответствия
    .cure = возьмите утверждённое соответствие; если годится и другое, добавьте его в глоссарий со `status = "admitted"`
explain-term-forbidden =
    Термин из глоссария передан так, как глоссарий запрещает.

    Кто-то решил так не переводить; понятие и примечание к нему покажет `sverka glossary explain`.
    .title = соответствие, запрещённое глоссарием
    .cure = возьмите утверждённое соответствие; выражения, в которых слово значит другое, перечисляют в `except`
explain-term-deprecated =
    Термин из глоссария передан так, как больше не переводят.

    В старых текстах так бывает, в новых не нужно.
    .title = устаревшее соответствие
    .cure = возьмите основное соответствие
explain-term-inconsistent =
    В одном документе термин передан двумя способами, и оба утверждены.

    По отдельности верно каждое, а вместе их можно принять за разные вещи.
    .title = термин передан двумя допустимыми способами
    .cure = если значение одно, выберите для этого документа что-то одно

term-base-no-id = у этого понятия нет `id`
    .cure = дайте ему короткое имя: id = "mobilization"
term-base-no-rendering = у понятия «{ $concept }» нет английского термина
    .cure = добавьте, как его называть: en = [{"{"} term = "…" {"}"}]
term-base-no-term = у понятия «{ $concept }» нет русского термина, и оно ничего не запрещает
    .cure = добавьте ru = [{"{"} term = "…" {"}"}] или английский термин со status = "forbidden"
term-base-no-text = здесь нет термина
    .cure = запишите его так: {"{"} term = "…" {"}"}
term-base-duplicate = понятие «{ $concept }» уже определено: { $path }, строка { $line }
    .cure = соедините их или дайте одному другой id
term-base-too-long = таких длинных терминов не бывает: больше { $bytes } байтов
    .cure = оставьте сам термин, а пояснение перенесите в `note`
term-base-unreadable = этот файл глоссария не читается: { $detail }
    .cure = сохраните его как текст в UTF-8
toml-unknown-value = «{ $value }» не из числа: { $known }
pairs-damaged-line = в этой строке нет пары сегментов: { $detail }
    .cure = пишите в каждой строке по объекту JSON: {"{"}"id": "1", "ru": "…", "en": "…"{"}"}
pairs-damaged-columns = в этой строке { $count ->
    [one] { $count } столбец
    [few] { $count } столбца
   *[other] { $count } столбцов
 }, а не два или три
    .cure = разделите русский и английский текст табуляцией; столбец перед ними называет пару
pairs-not-utf8 = эта строка не в UTF-8
    .cure = перекодируйте файл в UTF-8
command-check-tsv = Вместе с --pairs: строки состоят из столбцов через табуляцию: русский и английский текст, перед ними может стоять имя пары
command-check-all-lines = Вместе с --pairs: на каждую строку отвечать одной строкой, {"{"}"id", "findings"{"}"}, в том же порядке
command-check-config = Вместе с --pairs: взять настройки и глоссарий из этого файла, а не из проекта
command-check-pairs = Проверить вместо документов пары сегментов: строки JSON с «id», «ru» и «en»; - — стандартный ввод

command-glossary = Смотреть, проверять и пополнять глоссарий
command-glossary-list = Перечислить понятия и сколько раз каждое встречается
command-glossary-find = Показать, где стоит слово, в любой форме и на любом из двух языков, и как его переводят
command-glossary-find-word = Русское или английское слово или выражение
command-glossary-explain = Показать, что глоссарий знает о слове: формы, соответствия, места
command-glossary-explain-word = Термин, соответствие или id понятия
command-glossary-lint = Сообщить о сомнительном в самом глоссарии
command-glossary-suggest = Предложить термины, которые есть в документах, в виде TOML
command-glossary-suggest-count = Сколько
command-glossary-add = Добавить понятие, показав сначала, что оно найдёт
command-glossary-add-term = Русский термин в словарной форме
command-glossary-add-rendering = Английское соответствие
command-glossary-add-admitted = Другое допустимое соответствие
command-glossary-add-forbidden = Соответствие, которое запрещено
command-glossary-add-id = Имя понятия; если не дано, оно составляется из соответствия
command-glossary-add-note = Примечание для переводчиков
command-glossary-add-into = Файл глоссария; если не дан, terms.toml
command-glossary-add-dry-run = Показать, что найдётся, и ничего не записывать

glossary-list-summary = { $count ->
    [one] { $count } понятие
    [few] { $count } понятия
   *[many] { $count } понятий
}
glossary-find-concept = { $concept }: { $expected }
glossary-find-summary = { $count ->
    [0] не встречается нигде
    [one] встречается в { $count } сегменте
   *[many] встречается в { $count } сегментах
}
glossary-unknown-word = в глоссарии нет «{ $word }»
    .cure = в документах это слово ищет `sverka glossary find`, в глоссарий добавляет `sverka glossary add`
glossary-explain-places = { $count ->
    [0] в оригиналах не встречается
    [one] в оригиналах встречается { $count } раз
    [few] в оригиналах встречается { $count } раза
   *[many] в оригиналах встречается { $count } раз
}
derivation-given = формы из глоссария
derivation-known = формы из словаря
derivation-guessed = формы угаданы по окончанию
derivation-fixed = не изменяется
status-preferred = основное
status-admitted = допустимое
status-deprecated = устаревшее
status-forbidden = запрещено
label-note = примечание
label-decision = источник
term-base-same-term = «{ $term }» — термин и понятия «{ $concept }»
    .cure = соедините понятия или разведите их через `scope` или `unless`
term-base-shared-form = у «{ $term }» общая форма «{ $form }» с «{ $other }» из «{ $concept }»; подойдёт соответствие любого из них
term-base-conflict = “{ $rendering }” и утверждено, и запрещено
    .cure = оставьте одно из двух или ограничьте каждое через `for`
term-base-same-rendering = “{ $rendering }” стоит здесь дважды
    .cure = уберите одно из двух
term-base-unknown-for = “{ $rendering }” дано для «{ $term }», а такого термина у понятия нет
    .cure = запишите термин точно так, как в `ru`
term-base-guessed = формы слова «{ $term }» угаданы: { $forms } …
    .cure = посмотрите их через `sverka glossary explain`; если они неверны, задайте `forms`
term-base-not-russian = «{ $term }» записано как русский термин, но в нём нет кириллицы, а «{ $rendering }» записано как английский, и она там есть
    .cure = поменяйте их местами
term-base-unseen = «{ $concept }» не встречается ни в одном оригинале
glossary-lint-summary = { $remarks ->
    [0] сомнительного нет
    [one] { $remarks } замечание
    [few] { $remarks } замечания
   *[many] { $remarks } замечаний
}, { $concepts ->
    [one] { $concepts } понятие
    [few] { $concepts } понятия
   *[many] { $concepts } понятий
}
glossary-suggest-counts = в { $count ->
    [one] { $count } сегменте
   *[many] { $count } сегментах
}; { $renderings }
glossary-suggest-inconsistent = имя в нескольких написаниях, в { $count ->
    [one] { $count } сегменте
   *[many] { $count } сегментах
}; { $renderings }
glossary-add-swapped = русский термин пишется первым, а «{ $term }» — не русское слово
    .cure = `sverka glossary add { $rendering } { $term }`
glossary-add-preview = { $occurrences ->
    [0] в оригиналах не встречается
    [one] в оригиналах встречается { $occurrences } раз; { $alarms ->
        [0] соответствие есть во всех переводах
        [one] соответствия нет в { $alarms } переводе
       *[many] соответствия нет в { $alarms } переводах
    }
    [few] в оригиналах встречается { $occurrences } раза; { $alarms ->
        [0] соответствие есть во всех переводах
        [one] соответствия нет в { $alarms } переводе
       *[many] соответствия нет в { $alarms } переводах
    }
   *[many] в оригиналах встречается { $occurrences } раз; { $alarms ->
        [0] соответствие есть во всех переводах
        [one] соответствия нет в { $alarms } переводе
       *[many] соответствия нет в { $alarms } переводах
    }
}
glossary-added = понятие «{ $concept }» добавлено в { $path }
