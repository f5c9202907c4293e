#!/usr/bin/env python3
"""Writes segment pairs for `sverka check --pairs -`, the same for the same arguments.

usage: pairs.py COUNT [--tsv] [--faults SHARE]

Sentences of `corpus.py`; in a SHARE of the pairs (a tenth unless said) the number is another one, a word is left in
Russian, or the English is that of another sentence.
"""

import argparse
import json
import random
import sys

from corpus import SENTENCES, words


def sentence(rng):
    slots = words(rng)
    return [template.format(**side) for template, side in zip(rng.choice(SENTENCES), slots)]


def faulty(rng, russian, english):
    kind = rng.randrange(3)
    if kind == 0 and any(c.isdigit() for c in english):
        return "".join(str((int(c) + 1) % 10) if c.isdigit() else c for c in english)
    if kind == 1:
        return english + " " + russian.split()[-1]
    return sentence(rng)[1]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("count", type=int)
    parser.add_argument("--tsv", action="store_true")
    parser.add_argument("--faults", type=float, default=0.1)
    options = parser.parse_args()
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    for number in range(options.count):
        rng = random.Random(6_700_417 * number + 3)
        russian, english = sentence(rng)
        if rng.random() < options.faults:
            english = faulty(rng, russian, english)
        if options.tsv:
            print(number, russian, english, sep="\t")
        else:
            print(json.dumps({"id": number, "ru": russian, "en": english}, ensure_ascii=False))


if __name__ == "__main__":
    main()
