#!/usr/bin/env python3
"""Every claim of every page: does its quote stand in the page's bytes where it says?

    python3 Benchmarks/quotes.py [PROGRAM]

Runs `extract` over the gold documents and over the pages of ../shared/data/ingest, and prints for each set the pages, claims,
rejected pages, and quotes that are not the page's bytes decoded by one of the charsets that the pages are in.
"""
import base64, csv, gzip, json, pathlib, subprocess, sys, time

ROOT = pathlib.Path(__file__).resolve().parent.parent
DATA = ROOT.parent / "shared" / "data"
PROGRAM = sys.argv[1] if len(sys.argv) > 1 else str(ROOT / ".build/release/kaozheng")
CHARSETS = ("utf-8", "gb18030", "big5", "big5hkscs", "utf-16-le", "utf-16-be", "windows-1252", "shift_jis", "euc_jp", "iso8859-2", "windows-1251")


def sets():
    yield "gold", [(path.name, path.read_bytes(), "text") for path in sorted((DATA / "gold/texts").iterdir())]
    for folder in sorted(p for p in (DATA / "ingest").iterdir() if (p / "index.tsv").exists()):
        pages = []
        for row in csv.DictReader(open(folder / "index.tsv", encoding="utf-8"), delimiter="\t"):
            page = folder / f"{row['file']}.html.gz"
            if page.exists():
                pages.append((row["file"], gzip.decompress(page.read_bytes()), "html"))
            else:
                pages.append((row["file"], (folder / f"{row['file']}.in.txt").read_bytes(), "text"))
        yield folder.name, pages


def stands(claim, data):
    span = claim["quote"]["source"]
    piece = data[span["start"]:span["end"]]
    for charset in CHARSETS:
        if piece.decode(charset, "replace") == claim["quote"]["exact"]:
            return True
    return False


def main():
    wrong = 0
    print(f"{'set':<18}{'pages':>6}{'claims':>8}{'rejected':>10}{'not the bytes':>15}{'seconds':>9}")
    for name, pages in sets():
        data = {ident: content for ident, content, _ in pages}
        lines = []
        for ident, content, kind in pages:
            body = {"text": content.decode("utf-8")} if kind == "text" else {"html_b64": base64.b64encode(content).decode()}
            lines.append(json.dumps({"id": ident, "url": "", **body}, ensure_ascii=False))
        start = time.monotonic()
        done = subprocess.run([PROGRAM, "extract", "--jsonl"], input="\n".join(lines).encode(), stdout=subprocess.PIPE)
        seconds = time.monotonic() - start
        if done.returncode != 0:
            sys.exit(f"{name}: extract ended with {done.returncode}")
        records = [json.loads(line) for line in done.stdout.decode().split("\n") if line]
        claims = [r for r in records if r["schema"] == "kaozheng/claim/1"]
        bad = [c for c in claims if not stands(c, data[c["record"]])]
        for claim in bad[:5]:
            print("   ", claim["record"], claim["quote"])
        wrong += len(bad)
        print(f"{name:<18}{len(pages):>6}{len(claims):>8}{len(records) - len(claims):>10}{len(bad):>15}{seconds:>9.1f}")
    sys.exit(1 if wrong else 0)


main()
