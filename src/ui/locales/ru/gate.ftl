## Контроль: что принято как есть, что привносит ветка, что разрешено на месте.

malformed-allow-unknown-code = этот комментарий отключает `{ $code }`, но такого вида замечаний нет
    .cure = все виды перечислит `sverka explain`
malformed-allow-no-code = в этом комментарии не сказано, что он отключает
    .cure = укажите код после `allow`: sverka: allow CODE reason="…"
malformed-allow-no-reason = в этом комментарии не сказано, почему замечание отключено
    .cure = допишите причину: reason="…"
explain-malformed-allow =
    Комментарий, который должен отключить замечание, называет несуществующий вид, не называет никакого или не объясняет причину.

    Без причины никто после вас не поймёт, нужен ли он ещё. С неверным кодом он ничего не отключает.
    .title = комментарий для Sverka, в котором что-то не так
    .cure = пишите так: sverka: allow CODE reason="…"; коды перечислит `sverka explain`

baseline-unreadable = не удалось прочитать список принятых замечаний { $path }: { $detail }
    .cure = его запишет `sverka baseline --file { $path }`
baseline-damaged-line = эта строка списка принятых замечаний повреждена: { $detail }
    .cure = запишите список заново: `sverka baseline`; пока эта строка ничего не принимает
baseline-gone = { $count ->
    [one] { $count } принятое замечание больше не встречается
    [few] { $count } принятых замечания больше не встречаются
   *[other] { $count } принятых замечаний больше не встречаются
}: { $examples }
    .cure = `sverka baseline --prune` уберёт их из списка, и вернуться незаметно они не смогут
baseline-written = { $path }: { $count ->
    [one] принято { $count } замечание
    [few] принято { $count } замечания
   *[other] принято { $count } замечаний
}, { $added ->
    [0] новых среди них нет
   *[other] новых среди них: { $added }
}; { $gone ->
    [0] все принятые раньше остались
   *[other] из принятых раньше исчезло: { $gone }
}
check-accepted = { $count ->
    [one] { $count } принятое замечание не показано
    [few] { $count } принятых замечания не показаны
   *[other] { $count } принятых замечаний не показаны
}

github-more = ещё { $count }: все перечислены в сводке задания
github-summary-more = ещё { $count } замечаний сюда не поместилось; все покажет `sverka check`

command-baseline = Принять нынешние замечания, чтобы `check --baseline` сообщал только о новых
command-baseline-file = Список принятых замечаний
command-baseline-prune = Только убрать то, что больше не встречается; нового не принимать
command-baseline-dry-run = Показать, что изменится, но ничего не записывать
command-check-baseline = Не показывать замечания, принятые в файле FILE; его пишет `sverka baseline`
command-check-base = Сообщать только о сегментах, изменённых в этой ветке с тех пор, как она отошла от REV
command-check-select = Только замечания этих видов: коды или их первые слова (term — всё о терминах)
command-check-ignore = Все виды, кроме этих
command-check-statistics = Показать не сами замечания, а сколько их каждого вида
command-check-exit-zero = Завершиться с кодом 0, даже если замечания есть
command-check-only-translations = Вместе с --base: без документов, переводы которых не менялись
command-check-watch = Проверять снова, когда меняются тексты, глоссарий, журнал или настройки
watch-waiting = Жду изменений; Ctrl-C завершает.
command-check-report = Записать отчёт ещё и в файл FILE в этом формате, например sarif=findings.sarif; можно указать несколько раз
report-malformed = `{ $text }` — не FORMAT=FILE
    .cure = напишите, например, sarif=findings.sarif; форматы: { $formats }
command-check-fail-on = Наименьшая важность, при которой код выхода — 1

base-unknown = версии `{ $revision }`, с которой нужно сравнить, здесь нет
    .cure = загрузите её: `git fetch origin { $revision }`
base-fork-unknown = неизвестно, где эта ветка отошла от `{ $revision }`: история здесь неполная; сравнение — с последним коммитом `{ $revision }`
    .cure = загрузите больше: `git fetch --deepen=100 origin { $revision }`, а в CI — `fetch-depth: 0`

command-check-fix = Исправить то, что можно исправить без человека: пробелы, кавычки, невидимые знаки, буквы-двойники
command-check-dry-run = Вместе с --fix: показать правки как diff и ничего не писать
fix-done = исправлено: { $findings ->
    [one] { $findings } замечание
    [few] { $findings } замечания
   *[many] { $findings } замечаний
} в { $files ->
    [one] { $files } файле
   *[other] { $files } файлах
}
fix-changed-meanwhile = файл изменился, пока его проверяли; он оставлен как есть
    .cure = запустите `sverka check --fix` ещё раз
