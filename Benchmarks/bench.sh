#!/bin/sh
# Whole-process times of the release build in milliseconds: start-up, and each page of Corpus/pages from bytes to claims.
# The median and the fastest of 21 runs.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
. "$root/.ci/setup.sh"
install_packages
build release
program=$root/.build/release/kaozheng
runs=21

measure() { # measure TITLE COMMAND…
  title=$1
  shift
  for _ in $(seq "$runs"); do
    start=$(date +%s%N)
    "$@" >/dev/null
    end=$(date +%s%N)
    echo $((end - start))
  done | sort -n | awk -v title="$title" -v runs="$runs" '
    NR == 1 { fastest = $1 }
    NR == int((runs + 1) / 2) { median = $1 }
    END {
      if (NR < runs) exit 1
      printf "%-44s median %7.1f ms, fastest %7.1f ms\n", title, median / 1e6, fastest / 1e6
    }'
}

measure 'an empty process, for comparison' true
measure 'kaozheng --version' "$program" --version
for page in "$root"/Corpus/pages/*; do
  measure "kaozheng extract ${page##*/}" "$program" extract "$page"
done
