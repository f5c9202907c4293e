#!/usr/bin/env python3
"""Prints what the work of a day costs, in CPU seconds and megabytes, for each of some binaries.

usage: table.py [--full] [--floor] BINARY...

Works on repositories of `corpus.py`: 100 and 500 documents, with --full 2,000, a history of 5,000 commits and 20,000
documents. --floor puts `git status`, `git log -p` and `rg -c .` beside, where they are installed.
"""

import argparse
import os
import shutil
import subprocess
import tempfile
import time

from repositories import corpus, edit, first_file


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


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--floor", action="store_true")
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
    with tempfile.TemporaryDirectory() as folder:
        for name, shape in works:
            repository = corpus(os.path.join(folder, name), **shape)
            binaries = [os.path.abspath(binary) for binary in options.binaries]
            for same in zip(*(list(rows(binary, name, repository)) for binary in binaries)):
                cells = (f"{seconds:.3f} s, {memory:.0f} MB" for _, (seconds, memory) in same)
                print(f"| {same[0][0]} | " + " | ".join(cells) + " |", flush=True)
            for work, (seconds, memory) in floor(name, repository) if options.floor else ():
                print(f"| {work} | {seconds:.3f} s, {memory:.0f} MB |", flush=True)


if __name__ == "__main__":
    main()
