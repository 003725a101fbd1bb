#!/usr/bin/env python3
"""Makes the table of words of Sources/ChineseCounts from a list of words and how often they were counted.

    word_counts.py WORDS > Sources/ChineseCounts/words.table

WORDS has lines of word, count and more, a space between. Kept are words of one to five Han characters counted ten times or
more. How the table is laid out says Sources/ChineseCounts/include/ChineseCounts.h; whose list it was, its NOTICE.md.
"""
import math
import struct
import sys

LONGEST = 5
FEWEST = 10


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    with open(sys.argv[1], encoding="utf-8") as lines:
        counted = [line.split(" ")[:2] for line in lines]
    total = sum(int(count) for _, count in counted)
    by_length = [[] for _ in range(LONGEST)]
    for word, count in counted:
        if len(word) <= LONGEST and int(count) >= FEWEST and all("\u4e00" <= character <= "\u9fff" for character in word):
            by_length[len(word) - 1].append((word, min(round(-math.log2(int(count) / total) * 8), 255)))
    out = [struct.pack(f"<{LONGEST}I", *map(len, by_length))]
    out += [word.encode("utf-16-le") for words in by_length for word, _ in sorted(words)]
    out.append(bytes(cost for words in by_length for _, cost in sorted(words)))
    sys.stdout.buffer.write(b"".join(out))


if __name__ == "__main__":
    main()
