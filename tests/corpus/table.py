#!/usr/bin/env python3
"""That the table has each finding of the answers.

usage: table.py ANSWERS TABLE_CSV
"""

import collections
import csv
import json
import sys

answers, table = (open(path, encoding="utf-8") for path in sys.argv[1:])
counted = collections.Counter()
for line in answers:
    counted.update((finding["code"], finding["severity"]) for finding in json.loads(line)["findings"])
summed = {(row["code"], row["severity"]): int(row["count"]) for row in csv.DictReader(table)}
assert counted and summed == counted, f"{summed} is not {counted}"
