#!/usr/bin/env python3
"""Makes a repository of Russian documents and their English translations, the same for the same arguments.

usage: corpus.py FOLDER [--documents N] [--paragraphs N] [--edits SHARE] [--losses SHARE] [--commits N]

FOLDER/repository is the repository, FOLDER/truth.json what a check must find in it: for each document the numbers of
the paragraphs that are stale (edited after they were translated), missing (lost in the translation) and orphan
(deleted from the original). With --commits the originals are edited one by one, each edit a commit.
"""

import argparse
import json
import os
import random
import subprocess

PEOPLE = [("Вера", "Vera"), ("Николай", "Nikolai"), ("Зинаида", "Zinaida"), ("Тимофей", "Timofei"), ("Клавдия", "Klavdia"),
          ("Матвей", "Matvei"), ("Раиса", "Raisa"), ("Степан", "Stepan"), ("Лидия", "Lidia"), ("Григорий", "Grigory")]
PLACES = [("в Твери", "in Tver"), ("в Пскове", "in Pskov"), ("в Самаре", "in Samara"), ("в Вологде", "in Vologda"),
          ("на вокзале", "at the station"), ("в библиотеке", "in the library"), ("на рынке", "at the market"),
          ("в больнице", "in the hospital"), ("у реки", "by the river"), ("за городом", "outside the town")]
TIMES = [("утром", "in the morning"), ("вечером", "in the evening"), ("зимой", "in winter"), ("летом", "in summer"),
         ("в полдень", "at noon"), ("ночью", "at night"), ("весной", "in spring"), ("осенью", "in autumn")]
THINGS = [("письмо", "the letter"), ("книгу", "the book"), ("билет", "the ticket"), ("ключ", "the key"), ("лампу", "the lamp"),
          ("карту", "the map"), ("корзину", "the basket"), ("чашку", "the cup"), ("лестницу", "the ladder"), ("скамейку", "the bench"),
          ("тетрадь", "the notebook"), ("зеркало", "the mirror"), ("верёвку", "the rope"), ("фонарь", "the lantern")]
SENTENCES = [
    ("{name} {time} забыл{a} {thing} {place}, и никто этого не заметил.", "{Time} {name} left {thing} {place}, and nobody noticed."),
    ("Сосед продал {thing} за {number} рублей и уехал жить к сестре.", "The neighbour sold {thing} for {number} roubles and went to live with his sister."),
    ("До закрытия оставалось {number} минут, но очередь {place} не двигалась.", "There were {number} minutes left before closing, but the queue {place} did not move."),
    ("Старый врач {place} записывал всё, что слышал, и хранил записи под замком.", "The old doctor {place} wrote down all that he heard and kept his notes under lock and key."),
    ("{Time} дети нашли {thing} под снегом и принесли учителю.", "{Time} the children found {thing} under the snow and brought it to their teacher."),
    ("Хозяйка долго искала {thing}, а потом махнула рукой и поставила чай.", "The landlady looked for {thing} for a long time, then gave up and made tea."),
    ("В списке было {number} имён, и каждое из них {name} помнил{a} с детства.", "There were {number} names on the list, and {name} had known each of them since childhood."),
    ("Инженер объяснил, почему мост {place} нельзя открыть раньше срока.", "The engineer explained why the bridge {place} could not be opened ahead of time."),
    ("{name} обещал{a} вернуть {thing} до праздника, но дорогу размыло дождём.", "{name} promised to return {thing} before the holiday, but the rain washed the road away."),
    ("Повар {time} сварил суп из рыбы, и его хватило на {number} человек.", "{Time} the cook made a soup of fish, and it was enough for {number} people."),
    ("Музыканты играли {place} до рассвета, пока не погасли последние окна.", "The musicians played {place} until dawn, when the last windows went dark."),
    ("Почтальон принёс {thing}, попросил расписаться и рассказал новости.", "The postman brought {thing}, asked for a signature and told the news."),
    ("Газета написала, что {place} сгорел склад, но {name} в это не поверил{a}.", "The newspaper wrote that a warehouse had burned down {place}, but {name} did not believe it."),
    ("Через {number} дней вода ушла, и стало видно, где раньше стоял забор.", "After {number} days the water went down, and one could see where the fence had stood."),
]
EDITS = [("никто", "почти никто"), ("долго", "три дня"), ("старый", "молодой"), ("рублей", "копеек"), ("дети", "солдаты"),
         ("праздника", "отъезда"), ("суп", "кашу"), ("мост", "тоннель"), ("новости", "небылицы"), ("забор", "сарай")]


def words(rng):
    name, place, time, thing = (rng.choice(kind) for kind in (PEOPLE, PLACES, TIMES, THINGS))
    number = str(rng.randrange(11, 9000))
    sides = []
    for side in (0, 1):
        slots = {"name": name[side], "place": place[side], "time": time[side], "thing": thing[side], "number": number}
        slots["Time"] = slots["time"][:1].upper() + slots["time"][1:]
        slots["a"] = "а" if name[0][-1] in "ая" else ""
        sides.append(slots)
    return sides


def paragraph(rng):
    """A paragraph in both languages, of one to four sentences."""
    both = [], []
    for _ in range(rng.choice((1, 2, 2, 3, 3, 4))):
        slots = words(rng)
        for side, template in enumerate(rng.choice(SENTENCES)):
            both[side].append(template.format(**slots[side]))
    return [" ".join(side) for side in both]


def edited(rng, text):
    """The text with another meaning."""
    for old, new in rng.sample(EDITS, len(EDITS)):
        if old in text.lower().split():
            return " ".join(new if word.lower() == old else word for word in text.split())
    return text + " " + SENTENCES[rng.randrange(len(SENTENCES))][0].format(**words(rng)[0])


def document(number, paragraphs):
    """Blocks as number, Russian, English; the first is the heading."""
    rng = random.Random(7919 * number + 11)
    blocks = [[at, *paragraph(rng)] for at in range(paragraphs)]
    blocks[0][1:] = f"# Глава {number + 1}", f"# Chapter {number + 1}"
    return blocks


def text(blocks, side):
    return "\n\n".join(block[side] for block in blocks) + "\n"


class History:
    """Commits, written by `git fast-import`."""

    def __init__(self, folder):
        environment = dict(os.environ, GIT_CONFIG_GLOBAL="/dev/null", GIT_CONFIG_NOSYSTEM="1")
        git = ["git", "-C", folder]
        subprocess.run(["git", "init", "-q", "-b", "main", folder], check=True, env=environment)
        self.importer = subprocess.Popen([*git, "fast-import", "--quiet"], stdin=subprocess.PIPE, env=environment)
        self.reset = lambda: subprocess.run([*git, "reset", "-q", "--hard"], check=True, env=environment)
        self.count = 0

    def commit(self, message, files):
        write = self.importer.stdin.write
        when = 1_700_000_000 + self.count * 3600
        write(f"commit refs/heads/main\nmark :{self.count + 1}\ncommitter Ann <ann@example.org> {when} +0000\n".encode())
        write(f"data {len(message.encode())}\n{message}\n".encode())
        if self.count:
            write(f"from :{self.count}\n".encode())
        for path, content in files:
            content = content.encode()
            write(f"M 100644 inline {path}\ndata {len(content)}\n".encode() + content + b"\n")
        self.count += 1

    def finish(self):
        self.importer.stdin.close()
        assert self.importer.wait() == 0
        self.reset()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--documents", type=int, default=100)
    parser.add_argument("--paragraphs", type=int, default=30)
    parser.add_argument("--edits", type=float, default=0.0)
    parser.add_argument("--losses", type=float, default=0.0)
    parser.add_argument("--commits", type=int, default=0)
    options = parser.parse_args()
    repository = os.path.join(options.folder, "repository")
    os.makedirs(repository)
    history, truth = History(repository), {}
    names = [f"{number // 100:03}/{number:05}.md" for number in range(options.documents)]
    all_blocks = [document(number, options.paragraphs) for number in range(options.documents)]
    both = [("source-ru/", 1), ("translations/", 2)]
    history.commit("Translate", [(folder + name, text(blocks, side)) for name, blocks in zip(names, all_blocks) for folder, side in both])
    originals, translations = [], []
    for number, (name, blocks) in enumerate(zip(names, all_blocks)):
        rng = random.Random(104_729 * number + 5)
        body = [block[0] for block in blocks[1:]]
        chosen = lambda share: {at for at in body if rng.random() < share}
        stale, missing, orphan = chosen(options.edits), chosen(options.losses), chosen(options.losses / 2)
        missing -= orphan
        stale -= orphan | missing
        source = [[at, edited(rng, russian) if at in stale else russian, english] for at, russian, english in blocks if at not in orphan]
        target = [block for block in blocks if block[0] not in missing]
        if stale or orphan:
            originals.append(("source-ru/" + name, text(source, 1)))
        if missing:
            translations.append(("translations/" + name, text(target, 2)))
        if stale or missing or orphan:
            truth[name] = {kind: sorted(found) for kind, found in (("stale", stale), ("missing", missing), ("orphan", orphan))}
        blocks[:] = source
    if originals:
        history.commit("Work on the originals", originals)
    if translations:
        history.commit("Lose paragraphs", translations)
    for count in range(options.commits):
        rng = random.Random(15_485_863 * count + 3)
        number = rng.randrange(options.documents)
        blocks = all_blocks[number]
        block = rng.choice(blocks[1:])
        block[1] = edited(rng, block[1])
        truth.setdefault(names[number], {"stale": [], "missing": [], "orphan": []})
        if block[0] not in truth[names[number]]["stale"] + truth[names[number]]["missing"]:
            truth[names[number]]["stale"].append(block[0])
        history.commit(f"Edit {count}", [("source-ru/" + names[number], text(blocks, 1))])
    history.finish()
    with open(os.path.join(options.folder, "truth.json"), "w", encoding="utf-8") as file:
        json.dump(truth, file)


if __name__ == "__main__":
    main()
