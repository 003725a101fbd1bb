#!/usr/bin/env python3
"""Characters a second that the release build reads, one core, whole process.

    python3 Benchmarks/speed.py [MILLIONS]     of characters each text is repeated to; 8 where nothing is said

The texts are the Chinese and the English pages of Corpus, and those of ../shared/data/gold where they are there. CPU seconds
(user and system) of the fastest of three runs.
"""
import json, os, pathlib, subprocess, sys, tempfile

root = pathlib.Path(__file__).resolve().parent.parent
program = str(root / ".build/release/kaozheng")
millions = float(sys.argv[1]) if len(sys.argv) > 1 else 8


def texts():
    gold = root.parent / "shared/data/gold/texts"
    for path in sorted(root.glob("Corpus/gold/*.article.txt")) + sorted(gold.glob("*") if gold.is_dir() else []):
        yield path.read_text(errors="replace")


def is_chinese(text):
    return sum("\u4e00" <= c <= "\u9fff" for c in text) > len(text) / 10


def seconds(arguments, source):
    best = None
    for _ in range(3):
        with open(source, "rb") as file:
            process = subprocess.Popen([program, *arguments], stdin=file, stdout=subprocess.DEVNULL)
            _, status, usage = os.wait4(process.pid, 0)
        if status != 0:
            return None
        spent = usage.ru_utime + usage.ru_stime
        best = spent if best is None else min(best, spent)
    return best


print(f"{'text':10} {'command':24} {'M characters':>12} {'CPU s':>7} {'M characters/s':>15}")
for language, wanted in (("Chinese", True), ("English", False)):
    text = "\n".join(t for t in texts() if is_chinese(t) == wanted)
    count = int(millions * 1e6)
    text = (text * (count // len(text) + 1))[:count]
    with tempfile.TemporaryDirectory() as folder:
        page, record = pathlib.Path(folder) / "page.txt", pathlib.Path(folder) / "record.jsonl"
        page.write_text(text)
        record.write_text(json.dumps({"id": "1", "text": text}, ensure_ascii=False))
        for name, arguments, source in (
            ("quantities --jsonl", ["quantities", "--jsonl"], record),
            ("quantities page.txt", ["quantities", str(page)], os.devnull),
        ):
            spent = seconds(arguments, source)
            rate = "failed" if spent is None else f"{len(text) / spent / 1e6:15.1f}"
            print(f"{language:10} {name:24} {len(text) / 1e6:12.1f} {spent or 0:7.2f} {rate}")
