#!/usr/bin/env python3
"""Makes the table of Sources/ChineseCounts from counts of characters and of pairs.

    character_counts.py CHARACTERS.tsv PAIRS.tsv > Sources/ChineseCounts/characters.table

Both have a header line and lines of key, tab, count. What the keys stand for and how the table is laid out says
Sources/ChineseCounts/include/ChineseCounts.h; whose text was counted, its NOTICE.md.
"""
import collections
import math
import struct
import sys


def counts(path):
    with open(path, encoding="utf-8") as lines:
        next(lines)
        pairs = (line.rstrip("\n").rsplit("\t", 1) for line in lines)
        # Characters outside the Basic Multilingual Plane were counted once or twice.
        return {key: float(count) for key, count in pairs if all(ord(character) <= 0xFFFF for character in key)}


def cost(probability, steps):
    return min(round(-math.log2(probability) * steps), 255 if steps == 8 else 65535)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    single, pairs = counts(sys.argv[1]), counts(sys.argv[2])
    total = sum(single.values())
    rows = collections.defaultdict(dict)
    for key, count in pairs.items():
        rows[key[0]][key[1]] = count
    head, seconds, costs = [], [], []
    for character in sorted(single):
        row = rows[character]
        # What was counted behind the character but is in no pair kept, is shared out by the frequency of the second one (Katz
        # 1987), among those that are in no pair kept.
        rest = max(1 - sum(row.values()) / single[character], 0.002)
        weight = min(rest / max(1 - sum(single.get(second, 0) for second in row) / total, 0.002), 1)
        head.append(struct.pack("<HHHI", ord(character), cost(single[character] / total, 16), cost(weight, 16), len(seconds)))
        for second in sorted(row):
            seconds.append(struct.pack("<H", ord(second)))
            costs.append(cost(min(row[second] / single[character], 1), 8))
    sys.stdout.buffer.write(struct.pack("<II", len(head), len(seconds)) + b"".join(head + seconds) + bytes(costs))


if __name__ == "__main__":
    main()
