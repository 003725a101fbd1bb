#!/usr/bin/env python3
"""Checks the corpus against itself: pages, pages.yaml, and the three kinds of gold.

    check.py [CORPUS]

Prints one line for each fault and a table of what there is; ends with 1 if there was a fault. Needs Python 3.11 only.
pages.yaml is read line by line: it keeps to one key a line, lists of pages and of figures, no anchors, no folded text.
"""
import collections
import html
import json
import pathlib
import re
import sys

KINDS = set("level share ratio change rate date rank probability".split())
SUBJECT_KINDS = set("model dataset benchmark hardware organization person technology other".split())
PROPERTIES = set("""parameters active_parameters training_compute training_data_size vocabulary_size context_length layers
hidden_size attention_heads training_cost training_time hardware_count memory throughput latency price score error_rate share
rank user_count headcount funding valuation revenue cost count duration growth doubling_time probability release_date distance
mass area temperature power energy other""".split())
COMPARATORS = set("= ≈ > ≥ < ≤ range order".split())
UNITS = set("""parameter token flop datapoint usd cny eur twd ratio percentage_point year month day hour second byte gpu layer
head dimension character word person item point meter square_meter kilogram watt joule celsius""".split())
# Nouns that are counted in the corpus. A new one is added here, so that a misspelt unit is noticed.
COUNTED = set("""chip server customer product country institution language transistor game task interruption page""".split())
PER = set("second minute hour day month year token million_token".split())
CHECKS = {"reference", "arithmetic"}
VERDICTS = set("supported refuted conflicting notEnoughEvidence".split())
DIAGNOSES = set("""rounding powerOfTen unitMixup percentVsPoints comparatorLost digitSwap yearShift dateShift wrongSubject
increaseByTo missingFigure arithmetic inheritsError referenceDrift notComparable""".split())
REASONS = set("noRow noCell ambiguousName incomparableUnit differentDefinition differentTime damagedFigure".split())
SNAPSHOTS = {"2023-12-20", "2025-02-24", "2026-07-18"}
COLUMNS = set("""parameters training_compute_flop dataset_size training_time_hours hardware_quantity training_cost_2023usd
publication_date""".split()) | {"Release date", "Memory (bytes)", "Memory bandwidth (byte/s)", "TDP (W)", "Transistors (millions)"}
CLAIM_KEYS = """start end surface kind subject subjectKind subjectFree property of value low high comparator direction unit year
source table qualifier""".split()
JUDGMENT_KEYS = "start end surface check snapshot verdict diagnosis row column".split()
JUDGMENT_EXTRAS = {"reason", "acceptDiagnosis"}
DECIMAL = re.compile(r"-?\d+(\.\d+)?(e-?\d+)?")
DAY = r"(\d{3}[\dX]|\d{2}XX)(-\d{2}(-\d{2})?)?"
EDTF = re.compile(rf"(\.\./{DAY}|{DAY}/\.\.|{DAY}(/{DAY})?)")
GLOSS = re.compile(r"\([a-z\u00e0-\u01dc]+\)")

faults = []


def fault(where, what):
    faults.append(f"{where}: {what}")


def scalar(text):
    text = text.strip()
    if text.startswith('"'):
        return json.loads(text)
    return text[1:-1].replace("''", "'") if text.startswith("'") else text


def read_pages(path):
    """The entries of pages.yaml, each with its figures."""
    pages = []
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        found = re.fullmatch(r"( *)(- )?([A-Za-z]+):( .*)?", line.rstrip())
        if not found:
            if line.strip() and not line.lstrip().startswith("#"):
                fault(f"pages.yaml:{number}", "a line that is neither `key: value` nor a remark")
            continue
        depth, dash, key, value = len(found[1]), found[2], found[3], scalar(found[4] or "")
        if depth == 2 and dash:
            pages.append({"line": number, "figures": []})
        if depth == 6 and dash:
            pages[-1]["figures"].append({"line": number})
        if depth in (2, 4) and pages:
            pages[-1][key] = pages[-1]["figures"] if key == "figures" else value
        elif depth in (6, 8):
            pages[-1]["figures"][-1][key] = value
    return pages


def read_lines(path):
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if line.strip():
            yield f"{path.name}:{number}", json.loads(line)


def as_listed(surface):
    """A surface without markup and glosses, as pages.yaml and the article write it."""
    text = html.unescape(re.sub(r"<[^>]*>", "", re.sub(r"<sup>(.*?)</sup>", r"^\1", surface)))
    return re.sub(r"\s+", " ", GLOSS.sub("", text)).strip()


def decode(data, charset):
    codec = {"utf-16le": "utf-16-le", "gbk": "gbk", "big5": "big5", "utf-8": "utf-8"}[charset]
    return data.decode(codec)


def check_claim(where, claim, data, charset):
    if list(claim) != CLAIM_KEYS:
        fault(where, f"keys {list(claim)}")
        return
    try:
        surface = decode(data[claim["start"]:claim["end"]], charset)
    except UnicodeDecodeError:
        surface = None
    if surface != claim["surface"] or not surface:
        fault(where, f"the page has {surface!r} there, not {claim['surface']!r}")
    for key, allowed in (("kind", KINDS), ("subjectKind", SUBJECT_KINDS), ("property", PROPERTIES), ("comparator", COMPARATORS)):
        if claim[key] not in allowed:
            fault(where, f"{key} {claim[key]!r}")
    base, _, per = claim["unit"].partition("_per_")
    if base not in UNITS | COUNTED or per and per not in PER:
        fault(where, f"unit {claim['unit']!r}")
    if claim["direction"] not in (None, "up", "down") or claim["kind"] == "change" and not claim["direction"]:
        fault(where, f"direction {claim['direction']!r} of a {claim['kind']}")
    value, low, high, comparator = claim["value"], claim["low"], claim["high"], claim["comparator"]
    given = (value is not None, low is not None, high is not None)
    wanted = {"=": (1, 0, 0), "≈": (1, 0, 0), ">": (0, 1, 0), "≥": (0, 1, 0), "<": (0, 0, 1), "≤": (0, 0, 1)}.get(comparator, (0, 1, 1))
    if given != tuple(map(bool, wanted)):
        fault(where, f"comparator {comparator} with value {value}, low {low}, high {high}")
    for number in (value, low, high):
        if number is not None and not DECIMAL.fullmatch(number):
            fault(where, f"{number!r} is no decimal")
    if claim["year"] is not None and not EDTF.fullmatch(claim["year"]):
        fault(where, f"year {claim['year']!r}")
    if claim["kind"] == "date" and (claim["unit"] != "year" or not (claim["year"] or "").startswith(claim["value"] or "?")):
        fault(where, "a date's value is its calendar year, the whole date is in `year`")


def check_judgment(where, judgment, claims):
    if list(judgment)[:len(JUDGMENT_KEYS)] != JUDGMENT_KEYS or set(judgment) - set(JUDGMENT_KEYS) - JUDGMENT_EXTRAS:
        fault(where, f"keys {list(judgment)}")
        return
    if (judgment["start"], judgment["end"], judgment["surface"]) not in claims:
        fault(where, f"no claim {judgment['surface']!r} at {judgment['start']}")
    if judgment["check"] not in CHECKS or judgment["verdict"] not in VERDICTS or set(judgment["diagnosis"]) - DIAGNOSES:
        fault(where, f"{judgment['check']} · {judgment['verdict']} · {judgment['diagnosis']}")
    if (judgment["verdict"] == "notEnoughEvidence") != ("reason" in judgment) or judgment.get("reason", "noRow") not in REASONS:
        fault(where, f"reason {judgment.get('reason')!r} of {judgment['verdict']}")
    if judgment["check"] == "reference":
        if judgment["snapshot"] not in SNAPSHOTS or judgment["column"] not in COLUMNS or not judgment["row"]:
            fault(where, f"{judgment['snapshot']} · {judgment['row']} · {judgment['column']}")
    elif judgment["snapshot"] or judgment["row"] or judgment["column"]:
        fault(where, "an arithmetic judgment has no snapshot, row or column")


def check_page(corpus, entry, rows):
    name = entry["page"]
    gold = corpus / "gold"
    data = (corpus / "pages" / name).read_bytes()
    if entry.get("charset") == "utf-16le" and not data.startswith(b"\xff\xfe"):
        fault(name, "no byte order mark")
    try:
        decode(data, entry["charset"])
    except UnicodeDecodeError as error:
        fault(name, str(error))
    for key in ("language", "charset", "kind", "imitates"):
        if not entry.get(key):
            fault(f"pages.yaml:{entry['line']}", f"{name} has no {key}")
    article_path, claims_path = gold / f"{name}.article.txt", gold / f"{name}.jsonl"
    for path in (article_path, claims_path):
        if not path.exists():
            fault(name, f"gold/{path.name} is missing")
            return
    article = article_path.read_text(encoding="utf-8")

    claims, seen, last = [], set(), -1
    for where, claim in read_lines(claims_path):
        check_claim(where, claim, data, entry["charset"])
        identity = tuple(claim[key] for key in ("start", "end", "subject", "property", "of", "qualifier"))
        if identity in seen:
            fault(where, "stands twice")
        seen.add(identity)
        if claim["start"] < last:
            fault(where, "not in the order of the page")
        last = claim["start"]
        if as_listed(claim["surface"]) not in GLOSS.sub("", article):
            fault(where, f"{as_listed(claim['surface'])!r} is not in {article_path.name}")
        claims.append(claim)

    written = collections.Counter(as_listed(surface) for _, _, surface in {(c["start"], c["end"], c["surface"]) for c in claims})
    listed = collections.Counter(text.strip() for figure in entry["figures"] for text in figure["text"].split(" · "))
    missing, foreign = list((written - listed).elements()), list((listed - written).elements())
    for text in foreign[:]:
        # pages.yaml may go on to the noun that the claim leaves out: 46種自然語言 for 46種.
        surface = next((surface for surface in missing if text.startswith(surface) and text in GLOSS.sub("", article)), None)
        if surface:
            missing.remove(surface)
            foreign.remove(text)
    for text in missing:
        fault(name, f"{text!r} is in the gold, not in pages.yaml")
    for text in foreign:
        fault(name, f"{text!r} is in pages.yaml, not in the gold")

    judgments = []
    judgments_path = gold / f"{name}.judgments.jsonl"
    if judgments_path.exists():
        spans = {(c["start"], c["end"], c["surface"]) for c in claims}
        seen = set()
        for where, judgment in read_lines(judgments_path):
            check_judgment(where, judgment, spans)
            identity = (judgment["start"], judgment["end"], judgment["check"], judgment["snapshot"], judgment["row"])
            if identity in seen:
                fault(where, "stands twice")
            seen.add(identity)
            judgments.append(judgment)
    refuted = {as_listed(j["surface"]): j["diagnosis"] for j in judgments if j["verdict"] == "refuted"}
    wrong = 0
    for figure in entry["figures"]:
        for key in ("about", "source"):
            if not figure.get(key):
                fault(f"pages.yaml:{figure['line']}", f"a figure without `{key}`")
        if figure.get("wrong") != "true":
            continue
        wrong += 1
        if not figure.get("right"):
            fault(f"pages.yaml:{figure['line']}", "wrong, and `right` is missing")
        if figure["text"] not in refuted:
            fault(f"pages.yaml:{figure['line']}", f"{figure['text']!r} is wrong, and no judgment refutes it")
        elif figure.get("diagnosis") and figure["diagnosis"] not in refuted[figure["text"]]:
            fault(f"pages.yaml:{figure['line']}", f"diagnosis {figure['diagnosis']}, the judgment says {refuted[figure['text']]}")
    rows.append((name, len(data), len(article.splitlines()), len(claims), wrong, *(sum(j["verdict"] == v for j in judgments) for v in ("supported", "refuted", "notEnoughEvidence"))))


def main():
    if len(sys.argv) > 2 or sys.argv[1:] in (["-h"], ["--help"]):
        sys.exit(__doc__)
    corpus = pathlib.Path(sys.argv[1]) if len(sys.argv) == 2 else pathlib.Path(__file__).parents[2] / "Corpus"
    entries = read_pages(corpus / "pages.yaml")
    names = [entry["page"] for entry in entries]
    on_disk = {path.name for path in (corpus / "pages").iterdir()}
    for name in sorted(on_disk ^ set(names)):
        fault(name, "is in pages/ but not in pages.yaml" if name in on_disk else "is in pages.yaml but not in pages/")
    for name, count in collections.Counter(names).items():
        if count > 1:
            fault(name, f"stands {count} times in pages.yaml")
    for path in sorted((corpus / "gold").iterdir()):
        if re.sub(r"(\.judgments)?\.jsonl$|\.article\.txt$", "", path.name) not in names:
            fault(path.name, "gold of no page")
    rows = []
    for entry in entries:
        if entry["page"] in on_disk:
            check_page(corpus, entry, rows)
    print(f"{'page':<24}{'bytes':>7}{'blocks':>8}{'claims':>8}{'wrong':>7}{'supported':>11}{'refuted':>9}{'open':>6}")
    for row in rows + [("total", *(sum(column) for column in list(zip(*rows))[1:]))]:
        print(f"{row[0]:<24}{row[1]:>7}{row[2]:>8}{row[3]:>8}{row[4]:>7}{row[5]:>11}{row[6]:>9}{row[7]:>6}")
    for line in faults:
        print(line)
    print(f"{len(faults)} faults")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
