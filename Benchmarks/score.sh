#!/bin/sh
# Runs every scorer of the development data (../shared, beside the repository) on the release build and prints their
# tables as they are. Says so, and ends well, where that data is absent.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
shared=$(dirname -- "$root")/shared
if [ ! -d "$shared/tools" ]; then
  echo "The development data is absent (expected in ../shared): nothing to score."
  exit 0
fi
command -v python3 >/dev/null 2>&1 || { echo "python3 is not on the PATH: the scorers need Python 3.11." >&2; exit 2; }

. "$root/.ci/setup.sh"
install_packages
build release
program=$root/.build/release/kaozheng
tools=$shared/tools
failed=

score() { # score TITLE SCORER [ARGUMENT…]
  printf '\n== %s\n' "$1"
  title=$1
  shift
  PYTHONDONTWRITEBYTECODE=1 python3 "$@" || failed="$failed
  $title"
}

# One command as a shell word, since these two scorers start it through a shell.
quoted="'$(printf '%s' "$program" | sed "s/'/'\\\\''/g")'"

score 'Claims: the seed page' "$tools/score_claims.py" --gold "$shared/data/gold" --only seed_time -- "$program" extract
score 'Claims: all gold documents' "$tools/score_claims.py" --gold "$shared/data/gold" -- "$program" extract
score 'Quantities: public suites' "$tools/numbers/score.py" run --name kaozheng --out "$root/.build/number-scores" \
  --cmd "$quoted quantities --jsonl"
score 'Quantities: hard phrases' "$tools/numbers/hard.py" "$quoted quantities --jsonl"
score 'Ingestion' "$tools/score_ingest.py" --speed -- "$program" ingest --jsonl
score 'Repair' "$tools/score_repair.py" -- "$program" normalize --repair-only --jsonl
if "$program" --help | grep -q '^  audit '; then
  score 'Audit' "$tools/score_audit.py" -- "$program" audit --jsonl
else
  printf '\n== Audit\nnot scored: this program has no audit command yet\n'
fi

[ -z "$failed" ] || fail "
These scorers did not end well:$failed"
