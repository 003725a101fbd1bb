"""`kaozheng normalize --to` beside OpenCC's test cases: conversion.py PROGRAM CASES [--all]

CASES is test/testcases/testcases.json of OpenCC's source (PyPI's sdist of `opencc` has it; its sentences are not in this
repository). Prints, for each configuration that has a counterpart here, how many cases come out the same, how many characters do,
and the pairs of characters that differ most; with --all every case that differs. Python 3, no packages.
"""

import collections
import difflib
import json
import pathlib
import re
import sys

from fold import normalized

CONFIGURATIONS = {
    "s2t": ("hant", None), "s2tw": ("hant", None), "s2hk": ("hant", "hk"), "s2twp": ("hant", "tw"), "s2hkp": ("hant", "hk"),
    "t2s": ("hans", None), "tw2s": ("hans", None), "hk2s": ("hans", None), "tw2sp": ("hans", "cn"), "hk2sp": ("hans", "cn"),
}


def cases(path):
    text = re.sub(r"^\s*//.*$", "", pathlib.Path(path).read_text(encoding="utf-8"), flags=re.M)
    return json.loads(re.sub(r",(\s*[\]}])", r"\1", text))["cases"]


def main():
    program, path = sys.argv[1:3]
    found = cases(path)
    for name, (script, region) in CONFIGURATIONS.items():
        asked = [(case["input"], case["expected"][name]) for case in found if name in case["expected"]]
        options = ["--as-it-stands", "--steps", "repair", "--to", script] + (["--region", region] if region else [])
        made = normalized(program, [source for source, _ in asked], *options)
        differing = collections.Counter()
        same = characters = equal = 0
        for (source, expected), text in zip(asked, made):
            expected = expected if isinstance(expected, str) else expected[0]
            same += text == expected
            characters += len(expected)
            equal += len(expected)
            if text != expected:
                for kind, a, b, c, d in difflib.SequenceMatcher(None, text, expected, autojunk=False).get_opcodes():
                    if kind != "equal":
                        differing[f"{text[a:b]}/{expected[c:d]}"] += 1
                        equal -= d - c
                if "--all" in sys.argv:
                    print(f"  {name}: {source} | {text} | {expected}")
        print(f"{name}: {same} of {len(asked)} cases, {equal / characters:.1%} of characters;",
              " ".join(f"{pair} {count}" for pair, count in differing.most_common(14)))


if __name__ == "__main__":
    main()
