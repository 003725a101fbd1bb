#!/usr/bin/env python3
"""The seed page in other dress: wrapped in HTML, with CRLF, as GB 18030 bytes, and its repaired text in Big5.

    python3 Benchmarks/variants.py [PROGRAM]

Prints for each how many claims (value, subject, property, year) it gives, and which are missing or new against the page as
it is. Names are compared without regard to script. Needs the development data in ../shared.
"""
import collections, html, json, pathlib, subprocess, sys, tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
PROGRAM = sys.argv[1] if len(sys.argv) > 1 else str(ROOT / ".build/release/kaozheng")
T2S = dict(line.rstrip("\n").split("\t") for line in open(SHARED / "tools/t2s.tsv", encoding="utf-8"))


def variants():
    raw = (SHARED / "seed/000_251aee54246bc607.txt").read_bytes()
    text = raw.decode("utf-8")
    repaired = (SHARED / "data/normalize/seed_gold_traditional.txt").read_text(encoding="utf-8")
    paragraphs = "\n".join(f"<p>{html.escape(line)}</p>" for line in text.split("\n") if line.strip())
    page = f'<!doctype html><html><head><meta charset="utf-8"><title>AI</title></head><body><div class="article">\n{paragraphs}\n</div></body></html>'
    yield "as it is", raw
    yield "wrapped in HTML", page.encode("utf-8")
    yield "with CRLF", text.replace("\n", "\r\n").encode("utf-8")
    yield "as GB 18030", text.encode("gb18030")
    yield "repaired, UTF-8", repaired.encode("utf-8")
    yield "repaired, Big5", repaired.encode("big5", "replace")


def simplified(name):
    return "".join(T2S.get(c, c) for c in name or "")


def claims(data):
    with tempfile.NamedTemporaryFile(suffix=".txt") as file:
        file.write(data)
        file.flush()
        done = subprocess.run([PROGRAM, "extract", file.name], stdout=subprocess.PIPE, check=True)
    found = collections.Counter()
    for line in done.stdout.decode().split("\n"):
        if line:
            claim = json.loads(line)
            quantity = claim["quantity"]
            value = quantity["value"] or f"{quantity['low']}..{quantity['high']}"
            found[(value, simplified(claim["subject"]["name"]), claim["property"], claim["year"])] += 1
    return found


def main():
    base = None
    differs = False
    print(f"{'variant':<20}{'claims':>7}{'missing':>9}{'new':>5}")
    for name, data in variants():
        found = claims(data)
        base = base if base is not None else found
        missing, new = base - found, found - base
        print(f"{name:<20}{sum(found.values()):>7}{sum(missing.values()):>9}{sum(new.values()):>5}")
        for sign, some in (("-", missing), ("+", new)):
            for claim in some:
                print("   ", sign, *claim)
        differs = differs or bool(missing or new)
    sys.exit(1 if differs else 0)


main()
