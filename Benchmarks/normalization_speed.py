"""Times the fold, the repair's gate and the folding of width on clean Chinese, beside OpenCC's t2s, in one run.

normalization_speed.py [TEXT]: builds Benchmarks/normalization and runs it in turn with OpenCC (PyPI `opencc`, in whichever
environment runs this) on TEXT, by default the pages' texts of Corpus/pages and, where it is there, the sentences of
../shared/data/normalize/fold_pairs.tsv, both scripts, repeated to 16 MB. Best of several runs, one core. Python 3.
"""

import pathlib
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "Benchmarks/normalization"
BYTES = 16_000_000
BARS = {"fold": "300 M characters/s", "gate": "300 MB/s", "all": "3 x OpenCC"}


def samples():
    pairs = ROOT.parent / "shared/data/normalize/fold_pairs.tsv"
    if len(sys.argv) > 1:
        yield "text", pathlib.Path(sys.argv[1]).read_text(encoding="utf-8")
    elif pairs.exists():
        lines = [line.split("\t") for line in pairs.read_text(encoding="utf-8").split("\n")[1:] if line]
        yield "Traditional", "\n".join(line[0] for line in lines) + "\n"
        yield "Simplified", "\n".join(line[1] for line in lines) + "\n"
    else:
        yield "text", "".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "Corpus/pages").glob("*.txt")))


def opencc_rate(text):
    """Bytes a second of OpenCC's t2s, line by line as it takes texts; nil where it is not installed."""
    try:
        import opencc
    except ImportError:
        return None
    converter = opencc.OpenCC("t2s")
    part = text[: len(text) // 8]
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        converter.convert(part)
        best = min(best, time.perf_counter() - start)
    return len(part.encode()) / best


def main():
    subprocess.run(["swift", "build", "-c", "release", "--package-path", PACKAGE], check=True, stdout=subprocess.DEVNULL)
    for name, sample in samples():
        text = sample * (BYTES // len(sample.encode()) + 1)
        with tempfile.NamedTemporaryFile("w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            done = subprocess.run([PACKAGE / ".build/release/Speed", file.name], check=True, capture_output=True, text=True)
        other = opencc_rate(text)
        print(f"{name}: OpenCC t2s {other / 1e6:.1f} MB/s" if other else f"{name}: OpenCC is not installed (pip install opencc)")
        for line in done.stdout.splitlines():
            step, rate, characters = line.split("\t")[:3]
            ratio = f", {float(rate) / other:.0f} x OpenCC" if other else ""
            bar = f" (bar {BARS[step]})" if step in BARS else ""
            print(f"  {step}: {float(rate) / 1e6:.0f} MB/s, {float(characters) / 1e6:.0f} M characters/s{ratio}{bar}")


if __name__ == "__main__":
    main()
