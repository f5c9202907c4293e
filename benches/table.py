#!/usr/bin/env python3
"""Prints what the work of a day costs, in CPU seconds and megabytes, for each of some binaries.

usage: table.py [--full] [--floor] [--only WORD] BINARY...

Works on repositories of `corpus.py`: 100 and 500 documents, with --full 2,000, a history of 5,000 commits and 20,000
documents; on single documents of `growth.py`; and on pairs of `pairs.py`. --floor puts `git status`, `git log -p`,
`rg -c .` and hunalign without a dictionary beside, where they are installed. --only does the works whose name has WORD.
"""

import argparse
import glob
import os
import shutil
import subprocess
import sys
import tempfile
import time

from growth import leftovers, pair, project, sentences
from repositories import HERE, corpus, edit, first_file


def cost(command, folder):
    """CPU seconds and the greatest memory of a command, in megabytes."""
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def rows(binary, name, repository):
    check = [binary, "check"]
    shutil.rmtree(os.path.join(repository, ".git/sverka"), ignore_errors=True)
    subprocess.run(["git", "-C", repository, "checkout", "-q", "."], check=True)
    yield f"first check, {name}", cost(check, repository)
    # Files that were written just now are read again once.
    time.sleep(3)
    cost(check, repository)
    yield f"next check, {name}, nothing touched", cost(check, repository)
    one = first_file(repository, "source-ru")
    yield f"check one path, {name}", cost([*check, one], repository)
    edit(one)
    yield f"next check, {name}, one document edited", cost(check, repository)
    edit(one)
    yield f"hook on {name}: check --base HEAD", cost([*check, "--base", "HEAD"], repository)
    subprocess.run(["git", "-C", repository, "checkout", "-q", "."], check=True)


def floor(name, repository):
    for tool in (["git", "status"], ["git", "log", "-p"], ["rg", "-c", "."]):
        if shutil.which(tool[0]):
            yield f"`{' '.join(tool)}`, {name}", cost(tool, repository)
    if shutil.which("hunalign"):
        yield f"hunalign without a dictionary, {name}", hunalign(repository)


def hunalign(repository):
    """What aligning the blocks of each document costs, one after the other."""
    seconds, memory = 0.0, 0.0
    with tempfile.TemporaryDirectory() as folder:
        for source in sorted(glob.glob(os.path.join(repository, "source-ru", "*", "*.md"))):
            files = [os.path.join(folder, side) for side in ("none", "ru", "en")]
            texts = ["", *(read(path) for path in (source, source.replace("source-ru", "translations")))]
            for path, content in zip(files, texts):
                with open(path, "w", encoding="utf-8") as file:
                    file.write("\n".join(" ".join(block.split()) for block in content.split("\n\n")))
            one = cost(["hunalign", *files], folder)
            seconds, memory = seconds + one[0], max(memory, one[1])
    return seconds, memory


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


# Single documents: their names and texts.
TEXTS = [("one document of 20,000 sentences", lambda: sentences(20_000, "\n\n")),
         ("one block of 2,000 sentences", lambda: sentences(2_000, " ")),
         ("80 paragraphs without counterpart on both sides", lambda: leftovers(80)),
         ("1,000 paragraphs without counterpart on both sides", lambda: leftovers(1_000))]


def texts(binaries, folder, wanted):
    """What the first check of each single document costs with each binary."""
    for name, sides in filter(lambda text: wanted(text[0]), TEXTS):
        os.mkdir(os.path.join(folder, name))
        repository = project(os.path.join(folder, name), [pair("a", sides())])
        costs = []
        for binary in binaries:
            shutil.rmtree(os.path.join(repository, ".git/sverka"), ignore_errors=True)
            costs.append(cost([binary, "check"], repository))
        yield f"first check, {name}", costs


def pairs(binaries, folder, count=20_000):
    """What segment pairs cost with each binary on one core."""
    path = os.path.join(folder, "pairs.jsonl")
    with open(path, "wb") as file:
        subprocess.run([sys.executable, os.path.join(HERE, "pairs.py"), str(count)], stdout=file, check=True)
    yield f"check --pairs of {count:,}", [cost([binary, "check", "--pairs", path], folder) for binary in binaries]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--floor", action="store_true")
    parser.add_argument("--only", default="")
    parser.add_argument("binaries", nargs="+")
    options = parser.parse_args()
    works = [("3 documents", {"documents": 3}), ("100 documents", {"documents": 100, "edits": 0.04, "losses": 0.03}),
             ("500 documents", {"documents": 500, "edits": 0.04, "losses": 0.03}),
             ("one document of 3,000 paragraphs", {"documents": 1, "paragraphs": 3000})]
    if options.full:
        works += [("2,000 documents", {"documents": 2000, "edits": 0.04, "losses": 0.03}),
                  ("500 documents, 5,000 commits", {"documents": 500, "commits": 5000}),
                  ("20,000 documents", {"documents": 20000})]
    print("| work | " + " | ".join(os.path.basename(binary) for binary in options.binaries) + " |")
    print("| --- |" + " --- |" * len(options.binaries))
    binaries = [os.path.abspath(binary) for binary in options.binaries]
    wanted = lambda name: options.only in name
    with tempfile.TemporaryDirectory() as folder:
        further = [*texts(binaries, folder, wanted), *(pairs(binaries, folder) if wanted("pairs") else ())]
        for name, costs in further:
            cells = (f"{seconds:.3f} s, {memory:.0f} MB" for seconds, memory in costs)
            print(f"| {name} | " + " | ".join(cells) + " |", flush=True)
        for name, shape in filter(lambda work: wanted(work[0]), works):
            repository = corpus(os.path.join(folder, name), **shape)
            for same in zip(*(list(rows(binary, name, repository)) for binary in binaries)):
                cells = (f"{seconds:.3f} s, {memory:.0f} MB" for _, (seconds, memory) in same)
                print(f"| {same[0][0]} | " + " | ".join(cells) + " |", flush=True)
            for work, (seconds, memory) in floor(name, repository) if options.floor else ():
                print(f"| {work} | {seconds:.3f} s, {memory:.0f} MB |", flush=True)


if __name__ == "__main__":
    main()
