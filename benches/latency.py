#!/usr/bin/env python3
"""How long a check takes after one sentence of a long document was edited, all else kept from before.

usage: latency.py BINARY [--paragraphs N] [--times N]

Prints the milliseconds of the quickest run of several, the start of the process among them: for the edited document,
and for nothing edited. 2,000 paragraphs are about 5,000 segments.
"""

import argparse
import os
import subprocess
import tempfile
import time

from repositories import corpus, edit, first_file


def milliseconds(binary, repository):
    start = time.perf_counter()
    subprocess.run([binary, "check", "--format", "json"], cwd=repository, capture_output=True)
    return (time.perf_counter() - start) * 1000


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("binary")
    parser.add_argument("--paragraphs", type=int, default=2000)
    parser.add_argument("--times", type=int, default=5)
    options = parser.parse_args()
    binary = os.path.abspath(options.binary)
    with tempfile.TemporaryDirectory() as folder:
        repository = corpus(folder, documents=1, paragraphs=options.paragraphs, edits=0.02, losses=0.01)
        milliseconds(binary, repository)
        # Files that were written just now are read again once.
        time.sleep(3)
        milliseconds(binary, repository)
        same = min(milliseconds(binary, repository) for _ in range(options.times))
        edited = []
        for _ in range(options.times):
            edit(first_file(repository, "source-ru"))
            edited.append(milliseconds(binary, repository))
        print(f"nothing edited {same:8.1f} ms\none sentence   {min(edited):8.1f} ms")


if __name__ == "__main__":
    main()
