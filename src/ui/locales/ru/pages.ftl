## Что говорят страницы рабочего стола и готового отчёта.

page-skip = Перейти к содержанию
page-pages = Страницы
page-overview = Обзор
page-glossary = Глоссарий
page-changes = Изменения
page-changes-since = Что изменилось с обеих сторон с { $since }
page-changes-range = Ревизия или две через две точки
page-changes-show = Показать
page-changes-commits = Выбрать коммит
page-changes-its-own = что изменил он сам
page-changes-from-then = всё после него
page-changes-none = Ничего не изменилось.
page-theme = Светлая или тёмная
page-other-language = In English
page-made-by = Составлено Сверкой по файлам, какие они есть
page-documents = Документы
page-original = Оригинал
page-translation = Перевод
page-texts = Оригинал и перевод, сегмент за сегментом

page-done = переведено и не устарело
page-words = { $count ->
    [one] { $written } слово оригинала
    [few] { $written } слова оригинала
   *[other] { $written } слов оригинала
}
page-ready = { $ready ->
    [0] К публикации пока не готов ни один документ.
    [one] К публикации готов { $ready } документ из { $count }: переведён, не устарел, ошибок нет.
    [few] К публикации готовы { $ready } документа из { $count }: переведены, не устарели, ошибок нет.
   *[other] К публикации готовы { $ready } документов из { $count }: переведены, не устарели, ошибок нет.
}
page-since = Замечания с { $base }
page-no-file = файла ещё нет
page-no-translation = нет перевода
page-no-original = нет оригинала

page-past = Ход работы
page-past-words = слов в оригиналах
page-past-translated = переведено
page-past-stale = устарело
page-past-day = День
page-past-numbers = То же в числах
page-past-begins = История здесь известна с { $date }: клон неполный.
page-stale-by-age = Как давно устарело
page-age-month = меньше месяца
page-age-quarter = от месяца до трёх
page-age-year = от трёх месяцев до года
page-age-longer = больше года
page-age-words = { $count ->
    [one] { $written } слово
    [few] { $written } слова
   *[other] { $written } слов
}
page-person = Кто менял
page-person-all = Все

page-show = Показать
page-show-all = Всё
page-show-work = Где есть работа
page-show-ready = Готовое к публикации
page-by-state = По состоянию
page-by-finding = По замечанию
page-path = Путь
page-find = Найти
page-find-texts = Найти во всех текстах
page-shown = показано
page-nothing = Ничего не нашлось.
page-more = Есть и другие: добавьте ещё слово.
page-next = Дальше
page-next-key = Следующий сегмент, где есть работа (N)
page-previous = Назад
page-previous-key = Предыдущий сегмент, где есть работа (Shift+N)

page-column-document = Документ
page-column-progress = Готовность
page-column-words = Слов
page-column-missing = Перевести
page-column-stale = Устарело
page-column-findings = Замечания
page-column-changed = Последняя правка

page-state-untranslated = не переведено
page-state-stale = устарело
page-state-unconfirmed = переведено
page-state-edited = правлено после подтверждения
page-state-confirmed = подтверждено
page-state-approved = утверждено
page-state-extra = без оригинала
page-state-orphan = оригинал удалён
page-state-omitted = опущено намеренно
page-state-added = добавлено намеренно

page-unit = Сегмент { $number }
page-shape = Сегментов оригинала : перевода
page-gap-target = Не переведено
page-gap-source = В оригинале этого нет
page-gap-omitted = Опущено намеренно
page-gap-added = Добавлено переводчиком
page-gap-orphan = Удалено из оригинала
page-source-changed = Оригинал изменился с тех пор, как сделан перевод
page-target-changed = Перевод изменился с тех пор, как был подтверждён
page-note = Пометка
page-elsewhere = О документе в целом
page-meanings = Что значат замечания
page-terms = Термины этого документа
page-facts = Числа, даты, имена
page-next-document = Следующий документ, где есть работа:
page-facts-key = Что помечено одним номером, то на обеих сторонах одно и то же. ∅: на другой стороне ничего похожего нет.
page-facts-pair = метка
page-facts-alone = на другой стороне ничего похожего
page-term-admitted = можно и так
page-term-deprecated = больше не надо
page-term-forbidden = нельзя

page-concepts = { $count ->
    [one] { $count } понятие
    [few] { $count } понятия
   *[other] { $count } понятий
}
page-no-concepts = Глоссария у проекта ещё нет: его заводит команда sverka glossary add.
page-occurrences = { $count ->
    [0] не встречается
    [one] встречается в { $count } сегменте
   *[other] встречается в { $count } сегментах
}
page-term-faults = { $count ->
    [one] { $count } замечание
    [few] { $count } замечания
   *[other] { $count } замечаний
}
page-where = Где встречается
page-and-more = Есть и другие места: их найдёт поиск по текстам.
page-forms = Формы
page-term-fault = Названо не так, как надо
page-show-doubtful = С замечаниями
page-suggestions = Термины, которые есть в текстах, но не в глоссарии
page-suggestions-sampled = Просмотрено { $looked } переведённых сегментов из { $all }.
page-suggestion-segments = { $count ->
    [one] в { $count } сегменте
   *[other] в { $count } сегментах
}
page-suggestion-split = имя пишется по-разному
page-suggestion-add = Добавить в глоссарий

page-concept-new = Добавить понятие
page-concept-source = Русские термины, каждый на своей строке, главный первым
page-concept-preferred = Как переводить
page-concept-admitted = Как ещё можно
page-concept-deprecated = Как переводили раньше
page-concept-forbidden = Как нельзя
page-concept-definition = Что это, одним предложением
page-concept-note = Заметка для переводчиков

page-decisions = Решения
page-do-confirm = Подтвердить
page-do-approve = Утвердить
page-do-edit = Править
page-do-write = Перевести
page-do-omit = Опущено намеренно
page-do-add = Оставить намеренно
page-do-waive = Снять замечание
page-do-undo = Отменить
page-do-confirm-all = { $count ->
    [one] Подтвердить { $count } переведённый сегмент
    [few] Подтвердить все { $count } переведённых сегмента
   *[other] Подтвердить все { $count } переведённых сегментов
}
page-do-approve-all = { $count ->
    [one] Утвердить { $count } переведённый сегмент
    [few] Утвердить все { $count } переведённых сегмента
   *[other] Утвердить все { $count } переведённых сегментов
}
page-do-link = Соединить
page-do-unlink = Разъединить
page-do-split = Разделить
page-do-note = Заметка или вопрос
page-do-settle = Вопрос решён
page-picked = Выбрано
page-key-pick = Выбрать ещё один сегмент
page-key-extend = Выбрать и следующий, и предыдущий
page-split-label = Где кончается первая часть
page-split-nothing = ничего
page-do-begin = Начать перевод
page-save = Сохранить
page-cancel = Не надо
page-record = Записать
page-close = Закрыть
page-edit-label = Перевод, как он стоит в файле
page-waive-label = Какое замечание здесь лишнее
page-note-label = Почему
page-conflict = Файл тем временем кто-то изменил. Сейчас там стоит вот что; ничего не записано.
page-keys = Клавиши
page-key-next = Следующий сегмент
page-key-previous = Предыдущий сегмент
page-key-next-work = Следующий, где есть работа
page-key-edit = Править или перевести
page-key-deliberate = Опущено или добавлено намеренно
page-key-term = Следующий термин сегмента: переводы и другие места
page-key-search = Поиск

page-badge = перевод
page-summary-findings = { $errors ->
    [one] { $errors } ошибка
    [few] { $errors } ошибки
   *[other] { $errors } ошибок
}, { $warnings ->
    [one] { $warnings } предупреждение
    [few] { $warnings } предупреждения
   *[other] { $warnings } предупреждений
}
page-summary-more = { $count ->
    [one] И ещё { $count } документ.
    [few] И ещё { $count } документа.
   *[other] И ещё { $count } документов.
}

command-report = Записать страницы проекта готовым сайтом
    .more =
        Сайт самостоятелен: ему не нужны ни сервер, ни сеть, его можно открыть как файл, сохранить вместе с результатами CI или опубликовать как есть. Рядом со страницами лежат badge.svg, summary.md и данные в JSON.
command-report-paths = Документы или папки; если не названы, весь проект
command-report-base = Показать замечания только к тому, что вносит эта ветка начиная с REV
command-report-url = Где будет стоять сайт: для ссылок в summary.md
report-no-folder = не названа папка для отчёта
    .cure = скажите, куда его положить: sverka report --output DIR
report-written = { $count ->
    [one] страницы { $count } документа лежат
   *[other] страницы { $count } документов лежат
} в { $path }
