#!/usr/bin/env python3
"""Misreads lines in six ways and scores how many come back.

    score.py [--show N] PROGRAM

PROGRAM is the release build of kaozheng. lines.txt beside this file holds 200 lines of ours, half Chinese, ten of which look
misread and are right. A line that its damage leaves as it is does not count. A line counts as restored where it is what it was
before, as flagged where U+FFFD stands in it, that is, where it says that something is lost. Needs Python 3.11.
"""
import argparse
import collections
import json
import os
import subprocess


def windows_1252(data):
    """As browsers read it: the five bytes without a character are controls."""
    return "".join(bytes([byte]).decode("cp1252") if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else chr(byte) for byte in data)


def utf8_as_gbk(line):
    """A byte without a partner is a question mark, and what follows it stays."""
    data, text, at = line.encode(), [], 0
    while at < len(data):
        if data[at] < 0x80:
            text.append(chr(data[at]))
            at += 1
            continue
        try:
            text.append(data[at:at + 2].decode("gbk"))
            at += 2
        except UnicodeDecodeError:
            text.append("€" if data[at] == 0x80 else "?")
            at += 1
    return "".join(text)


def chinese(line):
    return any("\u4e00" <= character <= "\u9fff" for character in line)


def native_as_1252(line):
    """GBK read as windows-1252 for Chinese; windows-1252 read as UTF-8 for other text."""
    if chinese(line):
        return windows_1252(line.encode("gbk", "ignore")), line.encode("gbk", "ignore").decode("gbk")
    kept = line.encode("cp1252", "ignore")
    return kept.decode("utf-8", "replace"), kept.decode("cp1252")


WAYS = {
    "UTF-8 read as Latin-1": lambda line: (line.encode().decode("latin-1"), line),
    "UTF-8 read as windows-1252": lambda line: (windows_1252(line.encode()), line),
    "the same twice": lambda line: (windows_1252(windows_1252(line.encode()).encode()), line),
    "UTF-8 read as GBK": lambda line: (utf8_as_gbk(line), line),
    "GBK as windows-1252, or that as UTF-8": native_as_1252,
    "lost, and read as GBK": lambda line: ("".join(c if c.isascii() else "\ufffd\ufffd" for c in line).encode().decode("gb18030", "replace"), line),
}


def normalized(program, lines):
    sent = "".join(json.dumps({"id": str(index), "text": line}, ensure_ascii=False) + "\n" for index, line in enumerate(lines))
    command = [program, "normalize", "--as-it-stands", "--steps", "mojibake", "--jsonl"]
    done = subprocess.run(command, input=sent.encode(), stdout=subprocess.PIPE, check=True)
    return [json.loads(record)["text"] for record in done.stdout.decode().split("\n") if record]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("program")
    options = parser.parse_args()
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "lines.txt"), encoding="utf-8") as file:
        lines = file.read().rstrip("\n").split("\n")
    changed = [(line, after) for line, after in zip(lines, normalized(options.program, lines)) if line != after]
    print(f"{'way':<40} {'lines':>5} {'restored':>8} {'flagged':>8} {'both, %':>8}")
    total = collections.Counter()
    for name, way in WAYS.items():
        cases = [(misread, wanted) for misread, wanted in map(way, lines) if misread != wanted]
        made = normalized(options.program, [misread for misread, _ in cases])
        restored = sum(after == wanted for after, (_, wanted) in zip(made, cases))
        flagged = sum(after != wanted and "\ufffd" in after for after, (_, wanted) in zip(made, cases))
        for after, (misread, wanted) in zip(made, cases):
            if after != wanted and "\ufffd" not in after and options.show > 0:
                options.show -= 1
                print(f"  {wanted!r}\n    misread {misread!r}\n    made    {after!r}")
        total.update(cases=len(cases), restored=restored, flagged=flagged)
        print(f"{name:<40} {len(cases):>5} {restored:>8} {flagged:>8} {100 * (restored + flagged) / len(cases):>8.1f}")
    print(f"{'all':<40} {total['cases']:>5} {total['restored']:>8} {total['flagged']:>8} {100 * (total['restored'] + total['flagged']) / total['cases']:>8.1f}")
    print(f"undamaged lines changed: {len(changed)} of {len(lines)}")
    for line, after in changed:
        print(f"  {line!r} became {after!r}")


if __name__ == "__main__":
    main()
