"""How many sentences are the same after the fold: fold.py PROGRAM [PAIRS]

PAIRS is a tab-separated file of sentences in Traditional and in Simplified, with a header (default:
../shared/data/normalize/fold_pairs.tsv beside the repository). Prints the share that is equal after folding both, and each
pair that is not, character by character. Python 3, no packages.
"""

import json
import pathlib
import subprocess
import sys

BAR = 0.99
ROOT = pathlib.Path(__file__).resolve().parents[1]


def normalized(program, texts, *options):
    """`texts` through `kaozheng normalize --jsonl` with `options`."""
    lines = "".join(json.dumps({"id": str(i), "text": t}, ensure_ascii=False) + "\n" for i, t in enumerate(texts))
    done = subprocess.run([program, "normalize", "--jsonl", *options], input=lines, capture_output=True, text=True, check=True)
    return [json.loads(line)["text"] for line in done.stdout.split("\n") if line]


def main():
    program = sys.argv[1]
    path = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else ROOT.parent / "shared/data/normalize/fold_pairs.tsv"
    pairs = [line.split("\t") for line in path.read_text(encoding="utf-8").split("\n")[1:] if line]
    traditional = normalized(program, [pair[0] for pair in pairs], "--as-it-stands", "--fold")
    simplified = normalized(program, [pair[1] for pair in pairs], "--as-it-stands", "--fold")
    equal = sum(t == s for t, s in zip(traditional, simplified))
    for pair, t, s in zip(pairs, traditional, simplified):
        if t != s:
            print("differs:", " ".join(f"{a}/{b}" for a, b in zip(t, s) if a != b), "|", pair[0])
    print(f"equal after the fold: {equal} of {len(pairs)}, {equal / len(pairs):.1%} (bar {BAR:.0%})")
    sys.exit(0 if equal / len(pairs) >= BAR else 1)


if __name__ == "__main__":
    main()
