## Проект: настройки, файлы, расположение.

no-documents = здесь не нашлось документов
    .cure = укажите в sverka.toml, где лежат оригиналы и переводы; файл запишет `sverka init`
path-outside-project = `{ $path }` лежит вне проекта
    .cure = указывайте документы или папки внутри папки с sverka.toml
path-ambiguous = файлов с именем `{ $path }` несколько: { $paths }
    .cure = напишите путь подробнее
path-without-documents = по пути `{ $path }` документов нет
    .cure = какие есть, покажет `sverka status`
folder-not-found = папки `{ $path }` нет

file-unreadable = не удалось прочитать `{ $path }`: { $detail }
file-unwritable = не удалось записать `{ $path }`: { $detail }
file-link-outside = `{ $path }` ведёт за пределы проекта или в служебную папку git
    .cure = положите на её место копию файла или исключите её в sverka.toml
file-special = `{ $path }` — не обычный файл
    .cure = положите на его место обычный файл или исключите его в sverka.toml
diagnostics-more = в этом файле есть ещё { $count ->
    [one] { $count } ошибка
    [few] { $count } ошибки
   *[many] { $count } ошибок
}
    .cure = с ключом -v показаны все
file-name-encoding = имя `{ $path }` — не в UTF-8, такой файл посмотреть нельзя
    .cure = переименуйте его
file-encoding = `{ $path }` — не в UTF-8
    .cure = перекодируйте: iconv -f CP1251 -t UTF-8 (или -f KOI8-R, смотря в чём он)
file-encoding-likely = `{ $path }` — не в UTF-8, а, похоже, в { $encoding }
    .cure = перекодируйте: iconv -f { $encoding } -t UTF-8
file-too-large = `{ $path }` больше { $megabytes } МиБ
    .cure = разделите его или исключите в sverka.toml
file-lfs-pointer = `{ $path }` — указатель Git LFS, а не сам текст
    .cure = скачайте текст: git lfs pull
package-damaged = `{ $path }` повреждён: распаковать его нельзя
    .cure = откройте его в программе, которая его создала, и сохраните заново
package-too-large = `{ $path }` распаковался бы в больше текста, чем кто-либо пишет
    .cure = исключите его в sverka.toml
package-encrypted = `{ $path }` закрыт паролем
    .cure = сохраните его без пароля или исключите в sverka.toml
splice-refused = правку в абзаце { $line } файла `{ $path }` записать нельзя: она задевает исправление, поле или конец абзаца
    .cure = внесите её в программе, в которой сделан файл
cell-too-narrow = правку в строке { $line } файла `{ $path }` записать нельзя: таблица нарисована знаками, и столбец для неё узок
    .cure = расширьте столбец или внесите правку сами
tracked-changes = { $count ->
    [one] в { $count } абзаце есть исправления; он прочитан так, словно они приняты, и внутрь них ничего не пишется
    [few] в { $count } абзацах есть исправления; они прочитаны так, словно исправления приняты, и внутрь них ничего не пишется
   *[other] в { $count } абзацах есть исправления; они прочитаны так, словно исправления приняты, и внутрь них ничего не пишется
}
    .cure = примите или отклоните их в текстовом редакторе
file-binary = `{ $path }` — не текст
    .cure = исключите его в sverka.toml

conflict-markers = в тексте остались метки конфликта слияния
    .cure = разрешите конфликт: оставьте верное и удалите строки, которые вписал git
malformed-catalogue = с этого места файл не читается: он повреждён
    .cure = исправьте его синтаксис
unclosed-fence = этот блок кода нигде не закрыт
    .cure = там, где код кончается, поставьте строку из стольких же обратных апострофов или тильд

config-encoding = настройки — не в UTF-8
config-folder-outside = `{ $path }` — не папка внутри проекта
    .cure = укажите папку относительно sverka.toml, без `..` и не в `.git`
config-glob = `{ $glob }` — не шаблон пути: { $detail }
    .cure = `*` заменяет часть имени, `**` — любые папки
config-glob-long = это не шаблон пути: путей длиннее { $bytes } байт не бывает
    .cure = `*` заменяет часть имени, `**` — любые папки
config-level = уровень для `{ $code }` задаётся словом
    .cure = подойдёт "error", "warn", "info" или "off"
config-pair-idle = паре { $source } и { $target } не соответствует ни один документ
    .cure = поправьте пути или уберите эту [[pair]]
config-policy-idle = правилу для `{ $path }` не соответствует ни один документ
    .cure = поправьте путь или уберите эту [[policy]]
config-require = потребовать можно "confirmed" или "approved", а не `{ $word }`
    .cure = напишите require = "approved"
config-minimum = минимум — это доля слов оригинала
    .cure = пишите от "0%" до "100%"
config-pair-incomplete = в этом [[pair]] нет `{ $key }`
    .cure = нужны оба: source = "source-ru/{"{"}path{"}"}" и target = "translations/{"{"}path{"}"}"
config-rule-shared = в `{ $rule }` должно ровно один раз стоять {"{"}path{"}"}
    .cure = {"{"}path{"}"} — то, что в путях обеих сторон общее: "docs/{"{"}path{"}"}.ru.md"
config-rule-outside = `{ $rule }` ведёт за пределы проекта
    .cure = пишите путь относительно sverka.toml, без `..` и не в `.git`
config-policy-path = в этом [[policy]] нет `path`
    .cure = укажите, для каких документов оно: path = "letters/**"
config-shallow = `shallow` говорит, чем считать неполный клон
    .cure = подойдёт "warn" или "error"
config-unit = `{ $unit }` — не единица перевода
    .cure = подойдёт "sentence", "line" или "block"
config-unknown-code = замечания `{ $code }` не бывает
    .cure = все виды перечислит `sverka explain`
config-unknown-code-nearest = замечания `{ $code }` не бывает
    .cure = может быть, `{ $nearest }`?

toml-syntax = это не TOML: { $detail }
toml-unknown-key = ключа `{ $key }` здесь нет
    .cure = здесь бывают: { $known }
toml-unknown-key-nearest = ключа `{ $key }` здесь нет
    .cure = может быть, `{ $nearest }`?
toml-expected-table = здесь должна стоять таблица, а не { $found }
toml-expected-tables = здесь должны стоять таблицы, каждая под своим [[заголовком]], а не { $found }
toml-expected-string = здесь должна стоять строка в кавычках, а не { $found }
toml-expected-boolean = здесь должно стоять true или false, а не { $found }
toml-expected-integer = здесь должно стоять целое число, а не { $found }

init-exists = настройки уже есть: { $path }
    .cure = измените их вручную или замените с --force
init-found = найдено: { $source } с переводами в { $target }, { $count ->
    [one] { $count } документ
    [few] { $count } документа
   *[other] { $count } документов
}
init-found-nothing = русских документов здесь ещё нет: место оригиналов предлагается в source-ru/, переводов — в translations/; другие папки назовёт `sverka init --source ПАПКА --target ПАПКА`
init-wrote = записан { $path }
init-next = дальше: `sverka status` покажет, насколько готов перевод

breakdown = на этом документе Sverka сломалась: { $detail } ({ $place }); остальные проверены
    .cure = это ошибка самой программы: сообщите о ней разработчикам — с этой строкой и, если можно, с документом; до исправления исключите его в `[[pair]] exclude`
breakdown-of-all = Sverka сломалась: { $detail } ({ $place }); то, что напечатано выше, не весь ответ
    .cure = это ошибка самой Sverka: пожалуйста, сообщите разработчикам эту строку и что вы запускали
breakdown-of-history = Sverka сломалась на истории репозитория: { $detail } ({ $place }); какие переводы устарели, узнать нельзя
    .cure = это ошибка самой Sverka: пожалуйста, сообщите разработчикам эту строку
init-next-first = дальше: переведите `{ $source }` в `{ $target }`; `sverka status` покажет, сколько сделано
init-found-by-content = { $source } и { $target } сопоставлены по содержанию
init-proposed = в { $source } { $count ->
    [one] { $count } документ по-русски, английского перевода ещё нет: его место предлагается в { $target }
    [few] { $count } документа по-русски, английских переводов ещё нет: их место предлагается в { $target }
   *[other] { $count } документов по-русски, английских переводов ещё нет: их место предлагается в { $target }
}
left-alone-languages = файлы на других языках не тронуты: { $languages }
left-alone-formats = { $count ->
    [one] { $count } файл в формате, который Сверка не читает: { $paths }
    [few] { $count } файла в формате, который Сверка не читает: { $paths }
   *[other] { $count } файлов в формате, который Сверка не читает: { $paths }
}
config-pair-of-two-kinds = пара состоит либо из двух правил с {"{"}path{"}"}, либо из двух файлов
    .cure = напишите {"{"}path{"}"} с обеих сторон или ни с одной
config-direction = `{ $direction }` — не направление
    .cure = напишите "auto", "ru-en" или "en-ru"
config-folder-missing = папки `{ $path }` нет
    .cure = создайте папку или уберите эту настройку
config-folder-missing-nearest = папки `{ $path }` нет
    .cure = может быть, `{ $nearest }`?
config-sides-swapped = оригиналы, { $source }, написаны по-английски, а переводы, { $target }, по-русски
    .cure = поменяйте их местами: `source` — всегда русская сторона; если ведущий текст английский, добавьте direction = "en-ru"
