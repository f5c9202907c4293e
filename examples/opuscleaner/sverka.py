#!/usr/bin/env python3
"""Keeps the lines, Russian and English separated by a tab, in which Sverka finds nothing bad.

usage: sverka.py [--fail-on error|warn] [--ignore CODES] [--config FILE] [--reverse] [--debug] < TSV > TSV

A filter for OpusCleaner: `sverka.json` describes it. Further columns are kept as they are. Lines that are no pair are
dropped. Memory does not grow with the input.
"""

import argparse
import json
import queue
import subprocess
import sys
import threading

SEVERITIES = ["info", "warn", "error"]

# So many lines wait for their answers, at most.
WAITING = 1 << 14


def feed(process, waiting, is_reverse):
    """Gives each line to Sverka and keeps it until it is answered."""
    for line in sys.stdin.buffer:
        line = line.rstrip(b"\r\n")
        pair = line.split(b"\t")[:2]
        pair = pair[::-1] if is_reverse else pair
        waiting.put(line)
        process.stdin.write(b"\t".join(pair) + b"\n")
    process.stdin.close()
    waiting.put(None)


def reasons(answer, options):
    """Why a pair is dropped."""
    if "error" in answer:
        return [answer["error"]]
    severities = SEVERITIES[SEVERITIES.index(options.fail_on):]
    ignored = options.ignore.split(",")
    found = (finding for finding in answer["findings"] if finding["severity"] in severities)
    return [finding["message"] for finding in found if finding["code"] not in ignored]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--fail-on", choices=SEVERITIES[1:], default="error")
    parser.add_argument("--ignore", default="")
    parser.add_argument("--config")
    parser.add_argument("--reverse", action="store_true")
    parser.add_argument("--debug", action="store_true")
    parser.add_argument("--sverka", default="sverka")
    options = parser.parse_args()
    command = [options.sverka, "check", "--pairs", "-", "--tsv", "--all-lines", "--exit-zero", "--quiet"]
    command += ["--config", options.config] if options.config else []
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    waiting = queue.Queue(WAITING)
    threading.Thread(target=feed, args=(process, waiting, options.reverse), daemon=True).start()
    while (line := waiting.get()) is not None:
        answer = process.stdout.readline()
        if not answer:
            sys.exit("sverka ended before the input did")
        why = reasons(json.loads(answer), options)
        if not line.strip() or (why and not options.debug):
            continue
        if why:
            print(line.decode(errors="replace"), *why, sep="\n    ", file=sys.stderr)
        else:
            sys.stdout.buffer.write(line + b"\n")
    process.wait()


if __name__ == "__main__":
    main()
