## What the checks of numbers, dates and times report.

number-changed = the number changed: { $was } became { $is }
number-lost = the number { $number } is lost
number-invented = the original does not have the number { $number }
unit-changed = the unit changed: { $was } became { $is }
date-changed = the date changed: { $was } became { $is }
time-changed = the time changed: { $was } became { $is }

explain-number-changed =
    A number of the original is not in the translation, and another stands in its place. Values are compared, not writing: `130 000` and `130,000`, `двадцать` and `20`, `18:00` and `6 p.m.`, converted units agree.
    
    A wrong number misleads without anybody noticing.
    .title = a number that the translation changed
    .cure = put in the number of the original
explain-number-lost =
    A number of the original is not in the translation, nor in the sentences beside it. Values are compared, not writing: `130 000` and `130,000`, `двадцать` and `20`, `18:00` and `6 p.m.`, converted units agree.
    .title = a number that the translation lost
    .cure = put the number in
explain-number-invented =
    A number of the translation is not in the original, nor in the sentences beside it. Values are compared, not writing: `130 000` and `130,000`, `двадцать` and `20`, `18:00` and `6 p.m.`, converted units agree.
    .title = a number that the original does not have
    .cure = check it against the original
explain-unit-changed =
    A number is the same on both sides, and its unit is another: kilograms became pounds, roubles became dollars. Converted values (`20 °C` and `68 °F`) agree.
    .title = a number with another unit
    .cure = put in the unit of the original, or convert the number
explain-date-changed =
    A month or a day of the week of the original is not in the translation, and another stands there.
    .title = another month or day of the week
    .cure = put in the date of the original
explain-time-changed =
    A time of day of the original is not in the translation, and another stands there. `18:00` and `6 p.m.` agree.
    .title = another time of day
    .cure = put in the time of the original
