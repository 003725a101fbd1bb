#!/usr/bin/env python3
"""Damages a clean page in Traditional Chinese the way some republishing sites do.

    damage.py CLEAN GLOSSED > PAGE

CLEAN is a text in UTF-8 whose characters all exist in GBK. GLOSSED lists the characters that get a reading, in any layout.
Both steps work on GBK bytes and do not look where a character begins:

1. every pair of bytes that equals a glossed character X becomes X(reading). Where the pair straddles two characters, what
   follows is read one byte off, until a byte below 0x80 ends the shift; private-use characters appear.
2. the text is cut at every pair of bytes that equals ， ！ ？ or ；, each piece is decoded alone, and the pieces are joined
   with the half-width sign. A pair that straddles leaves half a character on either side.

Readings are those of ICU's Han-Latin transform; `uconv` (Debian: icu-devtools) supplies them.
"""
import re
import subprocess
import sys

CUTS = {sign.encode("gbk"): half.encode() for sign, half in zip("，！？；", ",!?;")}
HALF_WIDTH = str.maketrans("：（）", ":()")


def readings(characters):
    """The reading of each character, as ICU gives it to the character alone."""
    lines = "\n".join(characters)
    spoken = subprocess.run(["uconv", "-f", "utf-8", "-t", "utf-8", "-x", "Han-Latin"], input=lines.encode(), stdout=subprocess.PIPE, check=True)
    return dict(zip(characters, spoken.stdout.decode().split("\n")))


def decode(data):
    """GBK as a lenient reader decodes it: an impossible pair is one question mark, and both its bytes are gone."""
    text, at = [], 0
    while at < len(data):
        lead, pair = data[at], data[at:at + 2]
        if lead < 0x80:
            text.append(chr(lead))
            at += 1
            continue
        valid = len(pair) == 2 and 0x81 <= lead <= 0xFE and 0x40 <= pair[1] <= 0xFE and pair[1] != 0x7F
        text.append(pair.decode("gb18030") if valid else "?")
        at += 2
    return "".join(text)


def damaged(line, spoken):
    data = line.encode("gbk")
    for character, reading in spoken.items():
        pair = character.encode("gbk")
        data = data.replace(pair, pair + f"({reading})".encode("gbk"))
    pieces = re.split(b"(" + b"|".join(CUTS) + b")", data)
    return "".join(CUTS[piece].decode() if piece in CUTS else decode(piece) for piece in pieces).translate(HALF_WIDTH)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    with open(sys.argv[1], encoding="utf-8", newline="") as clean, open(sys.argv[2], encoding="utf-8") as glossed:
        spoken = readings(list(dict.fromkeys("".join(glossed.read().split()))))
        sys.stdout.reconfigure(encoding="utf-8", newline="")
        for line in clean:
            sys.stdout.write(damaged(line, spoken))


if __name__ == "__main__":
    main()
