/// The way forward: from the text a map leads to into the text made.
extension OffsetMap {
  /// The smallest stretch of the text made that holds every unit touching `span`.
  ///
  /// What was deleted or inserted counts for nothing. A span that is empty, or deleted as a whole, gives the empty span at its
  /// place. Cost: O(log runs), plus the runs of inserted text at the edges.
  package func preimage(of span: ByteSpan<To>) -> ByteSpan<From> {
    let place = runCount { $0.toEnd <= span.start }
    var first = place
    var last = runCount { $0.to < span.end } - 1
    while first <= last, runs[first].toWidth == 0 { first += 1 }
    while last >= first, runs[last].toWidth == 0 { last -= 1 }
    guard !span.isEmpty, first <= last else {
      let start = place < runs.count ? madeFrom(span.start, in: runs[place]).lowerBound : length
      return ByteSpan(start: start, end: start)
    }
    let start = madeFrom(span.start, in: runs[first]).lowerBound
    return ByteSpan(start: start, end: madeFrom(span.end - 1, in: runs[last]).upperBound)
  }

  /// The unit of `run` made from the byte `offset`, or from the nearest byte that `run` has.
  private func madeFrom(_ offset: Int, in run: Run) -> Range<Int> {
    guard run.toWidth > 0 else { return run.from..<run.from }
    let index = min(max(0, offset - run.to) / run.toWidth, run.count - 1)
    let start = run.from + index * run.fromWidth
    return start..<start + run.fromWidth
  }

  /// How many runs from the first on satisfy `condition`, which no run does behind one that does not.
  private func runCount(_ condition: (Run) -> Bool) -> Int {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if condition(runs[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
