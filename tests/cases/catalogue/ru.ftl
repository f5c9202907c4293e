# Приветствие
greeting = Здравствуйте, {$name}!
    Рады вас видеть.
menu-open = Открыть "Дневник"
menu-save =
    .label = Сохранить всё
letters = { $count ->
    [one] {$count} письмо
    [few] {$count} письма
    [many] {$count} писем
   *[other] {$count} письма
}
errors-404 = Страница не найдена, вернитесь на главную.
