#!/usr/bin/env python3
"""That OpusCleaner's filter kept the pairs in whose answers there is no error, and no others.

usage: kept.py ANSWERS PAIRS_TSV KEPT_TSV
"""

import json
import sys

answers, pairs, kept = (open(path, encoding="utf-8") for path in sys.argv[1:])
expected = []
for answer, pair in zip(answers, pairs, strict=True):
    severities = {finding["severity"] for finding in json.loads(answer)["findings"]}
    if "error" not in severities:
        expected.append(pair.split("\t", 1)[1])
found = kept.readlines()
assert found == expected, f"{len(found)} lines were kept, {len(expected)} are right"
assert 0 < len(found)
