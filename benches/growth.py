#!/usr/bin/env python3
"""Grows a check in each dimension and counts instructions: the work must grow with the size alone.

usage: growth.py BINARY [NAME...]

Each work is done at a size, twice and four times that. What the last doubling adds is set against what the first added,
so that the start of the process counts for nothing: 2 is linear, 4 is quadratic. More than 2.6 fails.
"""

import argparse
import os
import random
import sys
import tempfile

from corpus import PEOPLE, SENTENCES, THINGS, History, words
from instructions import count

MOST = 2.6


def sentence(number):
    rng = random.Random(7919 * number + 1)
    slots = words(rng)
    return [template.format(**side) for template, side in zip(rng.choice(SENTENCES), slots)]


def sentences(size, joined):
    both = zip(*(sentence(number) for number in range(size)))
    return [joined.join(side) + "\n" for side in both]


def quotations(size):
    """Sentences with quotations, all in one block."""
    name = lambda number: PEOPLE[number % len(PEOPLE)]
    thing = lambda number: THINGS[number % len(THINGS)]
    sides = ((f"{name(at)[0]} принёс «{thing(at)[0]}».", f"{name(at)[1]} brought “{thing(at)[1]}”.") for at in range(size))
    return [" ".join(side) + "\n" for side in zip(*sides)]


def leftovers(size):
    """As many paragraphs that only the original has as the translation has others, between some that belong together."""
    common = [sentence(number) for number in range(8)]
    lost = [sentence(1_000 + number)[0] for number in range(size)]
    added = [sentence(500_000 + number)[1] for number in range(size)]
    sides = [both[0] for both in common] + lost, [both[1] for both in common] + added
    return ["\n\n".join(side) + "\n" for side in sides]


def brackets(size):
    return ["Он написал " + "[" * size + " и ушёл.\n", "He wrote " + "[" * size + " and left.\n"]


def repeated(size):
    return ["Он сказал: " + "нет " * size + "и ушёл.\n", "He said: " + "no " * size + "and left.\n"]


# The sizes are such that a first count is some hundred million instructions at most.
TEXTS = {
    "quotation marks in a block": (60, quotations),
    "paragraphs without counterpart on both sides": (40, leftovers),
    "brackets": (2_000, brackets),
    "repeated words": (2_000, repeated),
    "sentences of a block": (60, lambda size: sentences(size, " ")),
    "paragraphs of a document": (80, lambda size: sentences(size, "\n\n")),
}


def project(folder, commits):
    """A repository with these commits, each a list of paths with their texts."""
    history = History(folder)
    for number, files in enumerate(commits):
        history.commit(f"Commit {number}", files)
    history.finish()
    return folder


def pair(name, sides):
    return [(f"source-ru/{name}.md", sides[0]), (f"translations/{name}.md", sides[1])]


def revisions(size):
    """A document that was edited so often."""
    blocks = [list(sentence(number)) for number in range(12)]
    text = lambda side: "\n\n".join(block[side] for block in blocks) + "\n"
    commits = [pair("a", (text(0), text(1)))]
    for number in range(size):
        blocks[number % len(blocks)][0] = sentence(10_000 + number)[0]
        commits.append([("source-ru/a.md", text(0))])
    return commits


def documents(size):
    texts = lambda number: [" ".join(sentence(5 * number + at)[side] for at in range(3)) + "\n" for side in (0, 1)]
    return [[file for number in range(size) for file in pair(f"{number:05}", texts(number))]]


HISTORIES = {"commits to a document": (20, revisions), "documents": (15, documents)}


def counts(binary, name):
    """The instructions at a size, twice and four times that."""
    size, commits = HISTORIES.get(name) or (TEXTS[name][0], lambda size: [pair("a", TEXTS[name][1](size))])
    for factor in (1, 2, 4):
        with tempfile.TemporaryDirectory() as folder:
            os.mkdir(os.path.join(folder, "project"))
            repository = project(os.path.join(folder, "project"), commits(size * factor))
            yield count([binary, "check"], repository)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("binary")
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    steep = []
    for name in options.names or [*TEXTS, *HISTORIES]:
        once, twice, four = counts(os.path.abspath(options.binary), name)
        growth = (four - twice) / max(twice - once, 1)
        print(f"{growth:6.2f}  {once / 1e6:8.0f} {twice / 1e6:8.0f} {four / 1e6:8.0f} M  {name}", flush=True)
        steep += [name] if growth > MOST else []
    if steep:
        sys.exit("more than linear: " + "; ".join(steep))


if __name__ == "__main__":
    main()
