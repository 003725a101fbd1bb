#!/usr/bin/env python3
"""Times the release build on texts that are made to be slow, and how the time grows with their length.

    python3 Benchmarks/hostile.py [SUBSTRING]     only the texts whose name has it

Each text is written at two lengths, one twice the other; the times are of the whole process less that of one with nothing to
do, the fastest of three. `growth` is the ratio of the two: about 2 for work that is linear in the text, 4 for quadratic work.
`memory` is the largest resident set.
"""
import os, pathlib, subprocess, sys, tempfile, time

root = pathlib.Path(__file__).resolve().parent.parent
program = str(root / ".build/release/kaozheng")


def repeated(unit, characters):
    return (unit * (characters // len(unit) + 1))[:characters]


# Name, command, unit that is repeated, characters of the longer text.
texts = [
    ("digits", "quantities", "7", 100_000),
    ("digits and commas", "quantities", "123,", 100_000),
    ("commas", "quantities", ",", 100_000),
    ("minus signs", "quantities", "-", 100_000),
    ("minus signs between digits", "quantities", "1-", 100_000),
    ("亿", "quantities", "亿", 100_000),
    ("一亿", "quantities", "一亿", 100_000),
    ("万亿千百十", "quantities", "万亿千百十", 100_000),
    ("三分之", "quantities", "三分之", 100_000),
    ("百分之", "quantities", "百分之", 100_000),
    ("nested ranges", "quantities", "从3到5至", 100_000),
    ("between and", "quantities", "between 2 and ", 100_000),
    ("powers of powers", "quantities", "10^", 100_000),
    ("scientific", "quantities", "1e5e", 100_000),
    ("points", "quantities", "1.", 100_000),
    ("slashes", "quantities", "1/2/", 100_000),
    ("number words", "quantities", "one hundred million ", 100_000),
    ("hundred", "quantities", "hundred ", 100_000),
    ("and a half", "quantities", "two and a half ", 100_000),
    ("currency marks", "quantities", "$", 100_000),
    ("years", "quantities", "2020年", 100_000),
    ("relative years", "quantities", "去年", 100_000),
    ("month names", "quantities", "March ", 100_000),
    ("spaces", "quantities", " ", 100_000),
    ("bound words", "quantities", "超过约至少", 100_000),
    ("units", "quantities", "5公里/小时", 100_000),
    ("brackets", "quantities", "(", 100_000),
    ("sentence without an end", "extract", "GPT-4有1750亿参数", 100_000),
    ("names", "extract", "GPT-4 ", 100_000),
    ("multiples of names", "audit", "A1有3亿个参数，是B1的2倍。", 400_000),
    ("copulas", "audit", "是", 300_000),
    ("lists of figures", "audit", "5人、", 100_000),
    ("a line of Han", "normalize", "模型参数", 400_000),
    ("UTF-8 read as Latin-1", "normalize", "Ã©", 400_000),
    ("UTF-8 read as GBK", "normalize", "浜哄伐", 400_000),
    ("half of that", "normalize", "鈥?", 400_000),
    ("GBK read as Latin-1", "normalize", "ÎÒÃÇ", 400_000),
    ("lost and read as GBK", "normalize", "锟斤拷", 400_000),
    ("references", "normalize", "&amp;", 400_000),
    ("accents apart", "normalize", "e\u0301", 400_000),
    ("zero width", "normalize", "\u200b", 400_000),
    ("glosses", "normalize", "個(gè)", 400_000),
    ("glosses and signs cut", "normalize", "個(gè)?,", 400_000),
    ("shifted spans", "normalize", "個(gè)每?jī)赡攴环", 400_000),
    ("Han to be cut", "segment", "模型参数训练", 400_000),
]


def run(command, text):
    with tempfile.NamedTemporaryFile(suffix=".txt") as page:
        page.write(text.encode())
        page.flush()
        best, memory = None, 0
        for _ in range(3):
            start = time.perf_counter()
            process = subprocess.Popen([program, command, page.name], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            _, status, usage = os.wait4(process.pid, 0)
            seconds = time.perf_counter() - start
            if os.waitstatus_to_exitcode(status) < 0:
                return None, usage.ru_maxrss
            best = seconds if best is None else min(best, seconds)
            memory = max(memory, usage.ru_maxrss)
        return best, memory


only = sys.argv[1] if len(sys.argv) > 1 else ""
print(f"{'text':28} {'command':11} {'characters':>10} {'ms':>8} {'growth':>7} {'memory MB':>10}")
idle = {command: run(command, "x")[0] for command in {text[1] for text in texts}}
for name, command, unit, characters in texts:
    if only not in name:
        continue
    half, _ = run(command, repeated(unit, characters // 2))
    whole, memory = run(command, repeated(unit, characters))
    if half is None or whole is None:
        print(f"{name:28} {command:11} {characters:10} crashed")
        continue
    half, whole = max(half - idle[command], 1e-4), max(whole - idle[command], 1e-4)
    growth = f"{whole / half:7.1f}" if whole > 0.004 else "      –"
    print(f"{name:28} {command:11} {characters:10} {whole * 1000:8.1f} {growth} {memory / 1024:10.1f}")
