#!/usr/bin/env python3
"""How well a program cuts Chinese into words: precision, recall and F1 on Corpus/segmentation, and what it cut that is one word.

    segmentation.py [--show] PROGRAM [TEXT...]

Prints for each script the scores over words that hold a letter or digit (signs are no words). Then, over the gold texts (those
beside the repository where they are, the pages of Corpus, and the sentences themselves), how many numerals and names of the
catalog have a word's border inside them. Numerals are taken from `PROGRAM quantities --jsonl`, names from names.yaml. A name that
the program has inside a longer word or name is not cut. --show lists the sentences that differ and what was cut.

TEXT are files already segmented, one sentence a line and a space between words, in the order hans, hant: scored instead of the
program's own output, to compare with other segmenters.
"""
import argparse
import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
GOLD = ROOT / "Corpus" / "segmentation"
SCRIPTS = ("hans", "hant")
NUMERAL = re.compile(
    r"(?:(?<![\w%])[-+−])?\d+(?:,\d{3})*(?:\.\d+)?(?:[eE][-+]?\d+|[x×*]?10\^?[-⁻]?[\d⁰¹²³⁴-⁹]+)?"
    r"(?:[十百千万萬亿億兆]+(?![瓦米克赫伏卡帕焦字比]))?[%‰]?"
    r"|(?:[百千万]分之)?[一二三四五六七八九十百千万萬亿億兆两兩几幾数數零〇点點]{2,}多?"
)
# Places where the characters of a name stand that is not meant: 提高|通信.
NO_NAMES = ["提高通信"]


def sentences(script):
    """The words of each sentence."""
    lines = (GOLD / f"{script}.txt").read_text(encoding="utf-8").splitlines()
    return [re.split(r"[| ]+", line.strip()) for line in lines if line.strip() and not line.startswith("#")]


def plain(script):
    lines = (GOLD / f"{script}.txt").read_text(encoding="utf-8").splitlines()
    return [line.replace("|", "") for line in lines if line.strip() and not line.startswith("#")]


def is_word(text):
    return any(character.isalnum() for character in text)


def places(words):
    """Where the words are, spaces not counted."""
    found, position = set(), 0
    for word in words:
        if is_word(word):
            found.add((position, position + len(word)))
        position += len(word)
    return found


def run(program, command, records):
    """One answer for each record, in order."""
    lines = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    done = subprocess.run([program, command, "--jsonl"], input=lines, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.split("\n") if line]


def record(number, text):
    return {"id": str(number), "url": "", "text": text}


def words_of(answer):
    """The tokens of an answer and the signs between, spaces taken out of both."""
    text, words, position = answer["text"], [], 0
    for token in answer["tokens"]:
        words += list(re.sub(r"\s", "", text[position : token["start"]]))
        words += text[token["start"] : token["end"]].split()
        position = token["end"]
    return words + list(re.sub(r"\s", "", text[position:]))


def score(gold, cut, show):
    right = wanted = given = 0
    for expected, found in zip(gold, cut, strict=True):
        if "".join(expected) != "".join(found):
            sys.exit(f"not the same text:\n{''.join(expected)}\n{''.join(found)}")
        a, b = places(expected), places(found)
        right, wanted, given = right + len(a & b), wanted + len(a), given + len(b)
        if show and a != b:
            print("  expected", "|".join(expected))
            print("  found   ", "|".join(found))
    return right / given, right / wanted, 2 * right / (given + wanted), wanted


def catalog():
    """The names of names.yaml in every way of writing; read line by line, so that no YAML library is needed."""
    names = set()
    for line in (ROOT / "Sources/Knowledge/Data/names.yaml").read_text(encoding="utf-8").splitlines():
        if match := re.match(r"- name: (.+)$", line):
            names.add(match[1].strip("\"' "))
        elif match := re.match(r"  aliases: \[(.+)\]", line):
            names.update(name.strip("\"' ") for name in match[1].split(","))
    return sorted(names, key=len, reverse=True)


def name_places(names, text):
    """The longest names first; a Latin name ends where its word ends."""
    taken, found = set(), []
    for other in NO_NAMES:
        taken.update(place for match in re.finditer(other, text) for place in range(*match.span()))
    for name in names:
        start = text.find(name)
        while start >= 0:
            end = start + len(name)
            around = text[start - 1 : start] + name[0], name[-1] + text[end : end + 1]
            inside = any(re.fullmatch(r"[A-Za-z0-9]{2}", pair) for pair in around)
            if not inside and not taken & set(range(start, end)):
                taken.update(range(start, end))
                found.append((start, end))
            start = text.find(name, start + 1)
    return found


def numeral_places(answer, text):
    """The digits with their multipliers of every figure that was read."""
    for figure in answer["quantities"]:
        for match in NUMERAL.finditer(figure["text"]):
            yield figure["start"] + match.start(), figure["start"] + match.end()


def gold_texts():
    files = sorted((ROOT.parent / "shared/data/gold/texts").glob("*")) + sorted((ROOT / "Corpus/gold").glob("*.article.txt"))
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in files]
    return texts + ["\n".join(plain(script)) for script in SCRIPTS]


def count_cut(program, show):
    texts = gold_texts()
    answers = run(program, "segment", [record(number, text) for number, text in enumerate(texts)])
    # The figures of the normalized text, so that the offsets of both are of one text.
    texts = [answer["text"] for answer in answers]
    figures = run(program, "quantities", [record(number, text) for number, text in enumerate(texts)])
    names, totals, cut = catalog(), {"numerals": 0, "names": 0}, {"numerals": [], "names": []}
    for text, answer, figure in zip(texts, answers, figures, strict=True):
        borders = {token["start"] for token in answer["tokens"]} | {token["end"] for token in answer["tokens"]}
        for kind, spans in (("numerals", numeral_places(figure, text)), ("names", name_places(names, text))):
            for start, end in spans:
                totals[kind] += 1
                if any(border in borders for border in range(start + 1, end)):
                    cut[kind].append(text[max(0, start - 8) : start] + "⟦" + text[start:end] + "⟧" + text[end : end + 8])
    for kind in totals:
        print(f"{kind} cut: {len(cut[kind])} of {totals[kind]} in {len(texts)} texts")
        for place in cut[kind] if show else []:
            print("  " + place.replace("\n", "⏎"))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("program")
    parser.add_argument("texts", nargs="*")
    options = parser.parse_args()
    for number, script in enumerate(SCRIPTS):
        if options.texts:
            lines = pathlib.Path(options.texts[number]).read_text(encoding="utf-8").splitlines()
            cut = [line.split() for line in lines]
        else:
            answers = run(options.program, "segment", [record(place, text) for place, text in enumerate(plain(script))])
            cut = [words_of(answer) for answer in answers]
        precision, recall, f1, words = score(sentences(script), cut, options.show)
        print(f"{script}: precision {precision:.4f}  recall {recall:.4f}  F1 {f1:.4f}  ({words} words)")
    if not options.texts:
        count_cut(options.program, options.show)


if __name__ == "__main__":
    main()
