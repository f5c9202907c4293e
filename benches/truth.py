#!/usr/bin/env python3
"""Says how much of what corpus.py planted a check finds, and how much of what it says was never planted.

usage: truth.py [--bin sverka] [--list] [--least SHARE] [--most COUNT] [corpus.py arguments]

A paragraph that is stale must be shown (an error or a warning) as stale or, where a sentence came to it, as untranslated;
one that is missing as untranslated; one whose original was deleted as orphan, extra or stale. With --least and --most the
exit code is 1 where fewer of a kind are found than this share, or more findings than this are false.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile

ANSWERS = {"stale": {"stale", "untranslated"}, "missing": {"untranslated"}, "orphan": {"orphan", "extra", "stale"}}
KIND = {"stale": "stale", "untranslated": "missing", "orphan": "orphan", "extra": "orphan"}


def blocks(path):
    """The line of each paragraph, and its text."""
    line, found = 1, []
    for block in open(path, encoding="utf-8").read().rstrip("\n").split("\n\n"):
        found.append((line, block))
        line += block.count("\n") + 2
    return found


def check(binary, repository):
    ran = subprocess.run([binary, "-C", repository, "check", "--format", "json"], capture_output=True, text=True)
    if ran.returncode not in (0, 1):
        sys.exit(ran.stderr)
    return [finding for finding in json.loads(ran.stdout)["findings"] if finding["severity"] != "info"]


def standing(total, gone):
    """The numbers of the paragraphs that stand, in order."""
    return [number for number in range(total) if number not in gone]


def place(finding, side, numbers, lines):
    """The number of the paragraph in which one side of a finding begins, by its line."""
    at = finding.get(side)
    before = [index for index, line in enumerate(lines) if at and line <= at["line"]]
    return numbers[side][before[-1]] if before and before[-1] < len(numbers[side]) else None


def judge(repository, name, truth, paragraphs, findings):
    """The kind, number and whether found of each planted fault, and the findings that answer none."""
    numbers = {"source": standing(paragraphs, truth["orphan"]), "target": standing(paragraphs, truth["missing"])}
    folders = {"source": "source-ru", "target": "translations"}
    lines = {side: [line for line, _ in blocks(os.path.join(repository, folder, name))] for side, folder in folders.items()}
    touched = [(finding, {place(finding, side, numbers, lines[side]) for side in folders} - {None}) for finding in findings]
    found = [(kind, number, any(finding["code"] in ANSWERS[kind] and number in at for finding, at in touched))
             for kind in ANSWERS for number in truth[kind]]
    planted = {number for kind in ANSWERS for number in truth[kind]}
    false = [finding for finding, at in touched if not at & planted]
    return found, false


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--bin", default="sverka")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--least", type=float, default=0.0)
    parser.add_argument("--most", type=int)
    parser.add_argument("--paragraphs", type=int, default=30)
    options, rest = parser.parse_known_args()
    with tempfile.TemporaryDirectory() as folder:
        corpus = os.path.join(os.path.dirname(os.path.abspath(__file__)), "corpus.py")
        subprocess.run([sys.executable, corpus, folder, "--paragraphs", str(options.paragraphs), *rest], check=True)
        repository, truth = os.path.join(folder, "repository"), json.load(open(os.path.join(folder, "truth.json")))
        findings, by_name = check(options.bin, repository), {}
        for finding in findings:
            at = (finding.get("source") or finding.get("target"))["path"].split("/", 1)[1]
            by_name.setdefault(at, []).append(finding)
        planted, false = [], []
        nothing = {kind: [] for kind in ANSWERS}
        for name in sorted(set(truth) | set(by_name)):
            met, wrong = judge(repository, name, truth.get(name, nothing), options.paragraphs, by_name.get(name, []))
            planted += [(name, *one) for one in met]
            false += wrong
        report(planted, false, options)


def report(planted, false, options):
    fails = options.most is not None and len(false) > options.most
    for kind in ANSWERS:
        met = [found for _, one, _, found in planted if one == kind]
        share = sum(met) / max(1, len(met))
        fails |= bool(met) and share < options.least
        print(f"{kind:8} {sum(met)} of {len(met)} found")
    print(f"false    {len(false)}", " ".join(sorted(finding["code"] for finding in false)))
    if options.list:
        for name, kind, number, found in planted:
            if not found:
                print("not found:", name, kind, number)
        for finding in false:
            print("false:", finding["code"], *(f"{finding[side]['path']}:{finding[side]['line']}" for side in ("source", "target") if finding.get(side)))
    sys.exit(fails)


if __name__ == "__main__":
    main()
