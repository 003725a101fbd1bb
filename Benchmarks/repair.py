#!/usr/bin/env python3
"""Damages texts that the repair was not written for, and scores how much of them comes back.

    repair.py [--shared FOLDER] [--show N] [--seed N] PROGRAM

PROGRAM is the release build of kaozheng. FOLDER (default: ../shared beside the repository) holds the clean texts: the 162
articles of data/ingest/daniel-zh and the Chinese gold documents. Both are made Traditional by ICU, stripped of what GBK can't
write, and damaged by `damage.py`: with 80 to 175 glossed characters of GLOSSED each, two in three with cuts. The score is that
of ../shared/tools/score_repair.py. Then lines that lose a digit are made, 200 digits in all, and those of the shared pages are
added: a row of digits that the clean line does not have must stand beside U+FFFD, and a lost digit must leave one. Needs Python 3.11 and `uconv` (Debian: icu-devtools).
"""
import argparse
import glob
import json
import os
import random
import re
import subprocess
import sys

import damage

# Frequent characters whose Traditional form is another one, as annotated on damaged pages; and 嗎 們 and the like.
GLOSSED = """識樂驅資廣氣題間紀書購蘊雙報歐適運歷農鏈約歸國構貨謹創這議組戶們難簡買執滿與對單數準認關規級嚴呂鍵試東遠員務導選時
為頁遞轉軍靜鄉請優號類質衛評鐵隊擔團樹戰嗎測張沒幾雖現會點變訓階龍權飛紅網細頻據來許證總當無貿項聯趙錯滅楊勢傳結線計並億側
門決環調車義劃絡負麗審達圖際續習魚問統場產動濟兩劑縣標願礎錄經專過處衝條樣備電養錢萬鎮監層馬實說觀強驗價從製隨擴貝語陣鄉醫輕
論業術穩財劉領內護顯節離還餘極長陽預責費應賽堅補斷綜學進設發區黃風險開協態燈銀頭機廠個陳師臺響輸賣臺歲視確"""
HALF_WIDTH = str.maketrans("，！？；：（）", ",!?;:()")


def traditional(text):
    done = subprocess.run(["uconv", "-f", "utf-8", "-t", "utf-8", "-x", "Hans-Hant"], input=text.encode(), stdout=subprocess.PIPE, check=True)
    return done.stdout.decode()


def writable(character):
    try:
        return len(character.encode("gbk")) <= 2 and character not in "?\r"
    except UnicodeEncodeError:
        return False


def clean_texts(shared):
    for path in sorted(glob.glob(f"{shared}/data/ingest/daniel-zh/*.gold.txt")):
        yield path, open(path, encoding="utf-8").read()
    for document in json.load(open(f"{shared}/data/gold/index.json", encoding="utf-8")):
        # The seed page is damaged already.
        if document["lang"] == "zh" and document["id"] != "seed_time":
            yield document["id"], open(f"{shared}/data/gold/{document['file']}", encoding="utf-8").read()


def spans(indices):
    runs = []
    for index in indices:
        if runs and runs[-1][1] == index:
            runs[-1][1] += 1
        else:
            runs.append([index, index + 1])
    return runs


def pages(shared, generator):
    spoken = damage.readings(sorted(set(GLOSSED) - set("\n")))
    for name, text in clean_texts(shared):
        lines = ["".join(filter(writable, line)) for line in traditional(text).split("\n")]
        glossed = generator.sample(sorted(spoken), generator.randint(80, 175))
        cuts = generator.random() < 2 / 3
        page = {"id": name, "clean": [], "dirty": [], "garbled": [], "digits": []}
        for number, line in enumerate(lines):
            dirty, broken = damage.damaged(line, {character: spoken[character] for character in glossed}, cuts)
            page["clean"].append(line.translate(damage.HALF_WIDTH))
            page["dirty"].append(dirty)
            broken = [index for index in broken if line[index] not in "，！？；：（）。"]
            page["garbled"] += [[number, start, end] for start, end in spans(broken)]
            page["digits"] += [[number, index] for index in broken if line[index].isascii() and line[index].isdigit()]
        yield page | {"clean": "\n".join(page["clean"]), "dirty": "\n".join(page["dirty"])}


def digit_rows(line):
    return [(found.start(), found.group()) for found in re.finditer("[0-9]+", line)]


def losing_pages(shared, generator, wanted=200):
    """Pages of a few damaged lines and those that lose a digit, until `wanted` digits are lost; then the shared ones."""
    spoken = damage.readings(sorted(set(GLOSSED) - set("\n")))
    texts = [["".join(filter(writable, line)) for line in traditional(text).split("\n")] for _, text in clean_texts(shared)]
    made = 0
    while made < wanted:
        for lines in texts:
            glossed = {character: spoken[character] for character in generator.sample(sorted(spoken), 160)}
            around = [(line, damage.damaged(line, glossed)[0]) for line in lines if len(line) > 60][:4]
            lost = []
            for line in (line for line in lines if any(character.isdigit() for character in line)):
                dirty, broken = damage.damaged(line, glossed)
                digits = [index for index in broken if line[index].isascii() and line[index].isdigit()]
                if digits:
                    lost.append((line, dirty))
                    made += len(digits)
            if lost:
                pairs = around + lost
                yield [[line.translate(damage.HALF_WIDTH) for line, _ in pairs], [dirty for _, dirty in pairs]], len(around)
    for line in open(f"{shared}/data/normalize/damaged_pages.jsonl", encoding="utf-8"):
        page = json.loads(line)
        yield [page["clean"].split("\n"), page["dirty"].split("\n")], 0


def score_losses(program, shared, generator):
    made = list(losing_pages(shared, generator))
    lines = [json.dumps({"id": str(index), "text": "\n".join(dirty)}) for index, ((_, dirty), _) in enumerate(made)]
    done = subprocess.run([program, "normalize", "--repair-only", "--jsonl"], input="\n".join(lines).encode(), stdout=subprocess.PIPE, check=True)
    flagged = silent = 0
    for ((clean, _), skipped), record in zip(made, done.stdout.decode().split("\n")):
        repaired = json.loads(record)["text"].split("\n")
        for before, after in list(zip(clean, repaired))[skipped:]:
            known = [row for _, row in digit_rows(before)]
            odd = [(at, row) for at, row in digit_rows(after) if row not in known or known.remove(row)]
            missing = len(known) > 0 and "\ufffd" not in after
            unflagged = [row for at, row in odd if "\ufffd" not in after[max(0, at - 1):at + len(row) + 1]]
            if unflagged or missing:
                silent += 1
                print(f"  silent: {before[:60]!r} became {after[:60]!r}: {unflagged or known}")
            elif odd or known:
                flagged += 1
    print(f"lines with a figure that lost digits: {flagged} flagged, {silent} silent")


def main():
    repository = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", default=os.path.join(os.path.dirname(repository), "shared"))
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", default=os.path.join(repository, ".build", "damaged-pages.jsonl"))
    parser.add_argument("program")
    options = parser.parse_args()
    if not os.path.isdir(os.path.join(options.shared, "data")):
        sys.exit("The development data is absent (expected in ../shared): nothing to damage.")
    made = list(pages(options.shared, random.Random(options.seed)))
    with open(options.out, "w", encoding="utf-8") as out:
        out.writelines(json.dumps(page, ensure_ascii=False) + "\n" for page in made)
    print(f"{len(made)} texts, {sum(len(page['garbled']) for page in made)} damaged spans, {sum(len(page['digits']) for page in made)} digits lost")
    sys.stdout.flush()
    scorer = os.path.join(options.shared, "tools", "score_repair.py")
    subprocess.run([sys.executable, scorer, "--pages", options.out, "--show", str(options.show), "--", options.program, "normalize", "--repair-only", "--jsonl"], check=True)
    sys.stdout.flush()
    score_losses(options.program, options.shared, random.Random(options.seed))


if __name__ == "__main__":
    main()