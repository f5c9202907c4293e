## Что говорят отчёты помимо самих замечаний.

severity-error = ошибка
severity-warn = предупреждение
severity-info = примечание
severity-off = отключено
label-cure = что делать
label-original = оригинал
label-translation = перевод
change-replaced = «{ $old }» стало «{ $new }»
change-inserted = добавлено «{ $new }»
change-deleted = убрано «{ $old }»
label-deleted-source = удалено из оригинала:

count-documents = { $count ->
    [one] { $count } документ
    [few] { $count } документа
   *[other] { $count } документов
}

check-summary = { $errors ->
    [one] { $errors } ошибка
    [few] { $errors } ошибки
   *[other] { $errors } ошибок
}, { $warnings ->
    [one] { $warnings } предупреждение
    [few] { $warnings } предупреждения
   *[other] { $warnings } предупреждений
} в { $documents ->
    [one] { $documents } документе
   *[other] { $documents } документах
}
check-clean = замечаний нет, проверено: { $documents ->
    [one] { $documents } документ
    [few] { $documents } документа
   *[other] { $documents } документов
}
check-clean-so-far = ошибок и предупреждений нет, но посмотреть удалось не всё ({ $documents ->
    [one] { $documents } документ
    [few] { $documents } документа
   *[many] { $documents } документов
})
check-fixable = { $count ->
    [one] { $count } замечание исправит
    [few] { $count } замечания исправит
   *[other] { $count } замечаний исправит
} --fix
check-remarks-hidden = { $count ->
    [one] { $count } примечание не показано
    [few] { $count } примечания не показаны
   *[other] { $count } примечаний не показано
}; чтобы увидеть { $count ->
    [one] его
   *[other] их
}, добавьте -v

status-document = ДОКУМЕНТ
status-words = СЛОВ
status-state = СОСТОЯНИЕ
status-segments = СЕГМЕНТЫ
status-done = ГОТОВО
status-approved = УТВЕРЖД
status-confirmed = ПОДТВЕРЖД
status-missing = НЕТ
status-stale = УСТАР
status-terms = ТЕРМ
status-other = ПРОЧ
status-total = всего, { $count ->
    [one] { $count } документ
    [few] { $count } документа
   *[other] { $count } документов
}
status-note-missing = { $count ->
    [one] { $count } документ ещё не переведён
    [few] { $count } документа ещё не переведены
   *[other] { $count } документов ещё не переведены
}
status-note-orphans = { $count ->
    [one] { $count } перевод остался без оригинала
    [few] { $count } перевода остались без оригинала
   *[other] { $count } переводов остались без оригинала
}
status-note-renamed = { $source } и { $target } сопоставлены по содержанию: один из файлов переименован?
status-note-unconfirmed = { $count ->
    [one] { $count } сегмент переведён, но не подтверждён
    [few] { $count } сегмента переведены, но не подтверждены
   *[other] { $count } сегментов переведены, но не подтверждены
}
status-note-edited = { $count ->
    [one] { $count } подтверждённый перевод с тех пор изменён
    [few] { $count } подтверждённых перевода с тех пор изменены
   *[other] { $count } подтверждённых переводов с тех пор изменены
}

todo-summary = { $count ->
    [0] делать нечего
    [one] { $count } дело
    [few] { $count } дела
   *[other] { $count } дел
}

align-pin = связано вручную
align-ledger = есть в журнале
align-words = слова { $agree }/{ $of }
align-numbers = числа { $agree }/{ $of }
align-names = имена { $agree }/{ $of }
align-summary = { $pairs ->
    [one] { $pairs } пара
    [few] { $pairs } пары
   *[other] { $pairs } пар
}, { $omissions ->
    [one] { $omissions } пропуск
    [few] { $omissions } пропуска
   *[other] { $omissions } пропусков
}, { $additions ->
    [one] { $additions } добавление
    [few] { $additions } добавления
   *[other] { $additions } добавлений
}
align-damaged-line = в этой строке нет пары: { $detail }
    .cure = пишите в каждой строке по объекту JSON: {"{"}"id": "1", "source": "…", "target": "…"{"}"}

explain-hint = Подробнее о каждом: `sverka explain КОД`.
explain-silence =
    Чтобы отключить замечание в одном месте, поставьте перед блоком:
      <!-- sverka: allow { $code } reason="…" -->
    Чтобы изменить его уровень, напишите в sverka.toml:
    {"  ["}check]
    {"  "}{ $code } = "off"    # или "info", "warn", "error"
unknown-code = замечания `{ $code }` не бывает
    .cure = все виды перечислит `sverka explain`
unknown-code-nearest = замечания `{ $code }` не бывает
    .cure = может быть, `{ $nearest }`?

progress-reading = чтение
progress-aligning = сопоставление
progress-judging = проверка

findings-more = { $count ->
    [one] в этом документе ещё { $count } такое же замечание (`{ $code }`)
    [few] в этом документе ещё { $count } таких же замечания (`{ $code }`)
   *[many] в этом документе ещё { $count } таких же замечаний (`{ $code }`)
}
    .cure = исправьте то, что показано, и запустите ещё раз
line-too-long = в этой строке больше { $bytes } байтов
    .cure = сколько их может быть, задаёт `--max-line BYTES`
option-max-line = Сколько байтов может быть в строке на входе
