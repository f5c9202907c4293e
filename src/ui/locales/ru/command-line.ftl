## Командная строка: справка и ошибки в аргументах.

about = Проверяет английские переводы русской прозы в git: что не переведено, что устарело, что расходится с глоссарием

heading-usage = Использование:
heading-commands = Команды
heading-arguments = Аргументы
heading-options = Параметры
heading-global-options = Общие параметры
value-command = КОМАНДА
value-options = ПАРАМЕТРЫ
choices = одно из: { $values }
choice-default = по умолчанию: { $value }

option-folder = Работать так, будто программа запущена в папке DIR
option-output = Писать в файл FILE, а не на стандартный вывод; файл появляется, только когда готов целиком
option-lang = Язык сообщений; машинные форматы от него не зависят
option-color = Когда раскрашивать вывод
option-quiet = Ничего не выводить, кроме данных
option-verbose = Выводить больше, в том числе примечания
option-help = Показать справку
option-version = Показать версию
option-format = В каком виде выводить
option-paths = Документы или папки любой из сторон, которыми ограничить отчёт

command-init = Найти, где лежат оригиналы и переводы, и записать sverka.toml
command-init-dry-run = Показать, что будет записано, но ничего не записывать
command-init-force = Заменить настройки, которые уже есть
command-init-source = Папка оригиналов или правило с {"{"}path{"}"}
command-init-target = Папка переводов, так же

command-status = Показать, насколько готов каждый документ, в словах оригинала
command-status-sort = Порядок документов
command-status-by = Что показывает строка; когда документов много, они суммируются по папкам

command-check = Сообщить, чего нет, что устарело и что неверно; при ошибках код выхода — 1

command-todo = Перечислить, что делать дальше, начиная с самого срочного

command-align = Показать, какие сегменты двух файлов соответствуют друг другу
command-align-source = Оригинал, на русском
command-align-target = Перевод, на английском
command-align-unit = Что считать сегментом
command-align-stdin = Читать пары со стандартного ввода: в каждой строке объект JSON с полями id, source и target

command-explain = Объяснить, что означает замечание, как его исправить и как отключить
command-explain-code = Вид замечания; без него перечисляются все

command-schema = Вывести JSON-схему машинного формата
command-schema-name = Формат

command-completions = Вывести автодополнение для командной оболочки
command-completions-shell = Оболочка

command-man = Вывести страницу руководства о команде или обо всей программе
command-man-command = Команда
command-man-all = Записать страницы обо всех командах в папку DIR

man-examples = Примеры
man-exit-status = 0: сообщать не о чем.
    1: есть замечания того уровня, при котором проверка не пройдена, или выше.
    2: работу не удалось выполнить, или ответ неполон настолько, что мог скрыть ошибку.
    .heading = Коды выхода
man-environment = SVERKA_LANG: язык сообщений, en или ru; параметр --lang важнее, системный язык учитывается последним.
    NO_COLOR, CLICOLOR_FORCE: выводить без цвета или с цветом, даже если вывод идёт не на терминал.
    VISUAL, EDITOR: редактор, который открывает review.
    GITHUB_STEP_SUMMARY: файл, в который `check --format github` дописывает сводку.
    .heading = Переменные окружения
man-files = sverka.toml: настройки, в корне проекта.
    translations/.sverka: журнал подтверждённых пар, если в настройках не указано другое место.
    { ".git/sverka" }: то, что сохраняется между запусками; можно удалить в любой момент.
    .heading = Файлы

command-help = Показать справку по команде
command-help-command = Команда

usage-unknown-argument = аргумента `{ $argument }` здесь нет
    .cure = что есть, покажет `{ $help }`
usage-unknown-argument-nearest = аргумента `{ $argument }` здесь нет
    .cure = может быть, `{ $nearest }`?
usage-unknown-command = команды `{ $command }` нет
    .cure = что есть, покажет `{ $help }`
usage-unknown-command-nearest = команды `{ $command }` нет
    .cure = может быть, `{ $nearest }`?
usage-missing-command = не указана команда
    .cure = что есть, покажет `{ $help }`
usage-missing-argument = не указано: { $argument }
    .cure = как пользоваться командой, покажет `--help` после неё
usage-missing-value = параметру `{ $argument }` нужно значение
    .cure = какое, покажет `--help`
usage-invalid-value = значение `{ $value }` параметру `{ $argument }` не подходит
    .cure = подойдёт одно из: { $values }
usage-refused-value = значение `{ $value }` параметру `{ $argument }` не подходит
    .cure = какие подходят, покажет `--help`
usage-too-many-values = значение `{ $value }` для `{ $argument }` лишнее
    .cure = как пользоваться командой, покажет `--help` после неё
usage-conflict = `{ $argument }` и `{ $other }` нельзя использовать вместе
    .cure = оставьте что-то одно
usage-other = { $detail }

failure-output = не удалось записать вывод: { $detail }
option-licenses = Напечатать лицензии всего, что входит в программу
