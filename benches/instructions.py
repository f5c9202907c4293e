#!/usr/bin/env python3
"""Counts the instructions of eight fixed works with callgrind and compares them with `instructions.txt`.

usage: instructions.py [--keep] BINARY

Fails when a work grew by more than three in a hundred; with another compiler than the one that `instructions.txt`
names the counts are only printed. --keep writes them down with the compiler of today. One thread works, so that the
counts hardly vary.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

from repositories import HERE, corpus, edit, first_file

KEPT = os.path.join(HERE, "instructions.txt")
MOST = 1.03


def compiler():
    return subprocess.run(["rustc", "--version"], capture_output=True, text=True, check=True).stdout.strip()


def count(command, folder, stdin=None):
    """The instructions of a command; a check may end with 1."""
    callgrind = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command]
    environment = dict(os.environ, RAYON_NUM_THREADS="1", GIT_CONFIG_GLOBAL="/dev/null", GIT_CONFIG_NOSYSTEM="1")
    done = subprocess.run(callgrind, cwd=folder, stdin=stdin and open(stdin, "rb"), capture_output=True, env=environment)
    found = re.search(rb"Collected : (\d+)", done.stderr)
    if done.returncode > 1 or not found:
        sys.exit(f"{' '.join(command)}: {done.stderr.decode(errors='replace')}")
    return int(found[1])


def pairs(repository, path):
    """The paragraphs of a document pair as pairs for `--pairs`, some times over."""
    sides = []
    for side in ("source-ru", "translations"):
        with open(first_file(repository, side), encoding="utf-8") as file:
            sides.append([block for block in file.read().split("\n\n") if block.strip()])
    with open(path, "w", encoding="utf-8") as file:
        for number, (source, target) in enumerate(list(zip(*sides)) * 20):
            file.write(json.dumps({"id": str(number), "ru": source.strip(), "en": target.strip()}, ensure_ascii=False) + "\n")


def works(binary, folder):
    """The name and the count of each work."""
    check = [binary, "check"]
    few = corpus(os.path.join(folder, "few"), documents=3, edits=0.04, losses=0.03)
    long = corpus(os.path.join(folder, "long"), documents=1, paragraphs=300)
    past = corpus(os.path.join(folder, "past"), documents=5, commits=100)
    yield "version", count([binary, "--version"], folder)
    yield "first check of 3 documents", count(check, few)
    # Files that were written just now are read again once.
    time.sleep(3)
    subprocess.run(check, cwd=few, capture_output=True)
    yield "next check of 3 documents, nothing touched", count(check, few)
    edit(first_file(few, "source-ru"))
    yield "check --base HEAD of 3 documents, one edited", count([*check, "--base", "HEAD"], few)
    yield "first check of a document of 300 paragraphs", count(check, long)
    yield "first check of 5 documents and 100 commits", count(check, past)
    yield "align of two files of 300 paragraphs", count([binary, "align", first_file(long, "source-ru"), first_file(long, "translations")], folder)
    lines = os.path.join(folder, "pairs.jsonl")
    pairs(few, lines)
    yield "check --pairs of 600 pairs", count([*check, "--pairs", "-"], folder, lines)


def kept():
    """The compiler and the counts that were written down."""
    if not os.path.exists(KEPT):
        return "", {}
    with open(KEPT, encoding="utf-8") as file:
        head, *lines = file.read().splitlines()
    return head, {name: int(number) for number, name in (line.split(" ", 1) for line in lines)}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--keep", action="store_true")
    parser.add_argument("binary")
    options = parser.parse_args()
    if not shutil.which("valgrind"):
        sys.exit("valgrind is not installed")
    pinned, before = kept()
    grown, counts = [], {}
    with tempfile.TemporaryDirectory() as folder:
        for name, number in works(os.path.abspath(options.binary), folder):
            counts[name] = number
            ratio = number / before[name] if name in before else 1.0
            print(f"{number:>15,}  {ratio:6.3f}  {name}", flush=True)
            grown += [name] if ratio > MOST else []
    if options.keep:
        with open(KEPT, "w", encoding="utf-8") as file:
            file.write("\n".join([compiler(), *(f"{number} {name}" for name, number in counts.items())]) + "\n")
    elif pinned != compiler():
        print(f"The counts kept are of {pinned}, not of {compiler()}: compared, not judged.")
    elif grown:
        sys.exit("grew by more than 3 %: " + "; ".join(grown))


if __name__ == "__main__":
    main()
