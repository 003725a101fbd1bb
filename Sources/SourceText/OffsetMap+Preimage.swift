/// The way forward: from the text a map leads to into the text made.
extension OffsetMap {
  /// The smallest stretch of the text made that holds every unit touching `span`.
  ///
  /// What was deleted counts for nothing; a stretch deleted as a whole gives the empty span at its place. Cost: O(log runs).
  package func preimage(of span: ByteSpan<To>) -> ByteSpan<From> {
    let start = place(ofByte: span.start)
    guard !span.isEmpty else { return ByteSpan(start: start, end: start) }
    let first = firstRun(endingAfter: span.start)
    guard first < runs.count, runs[first].to < span.end else { return ByteSpan(start: start, end: start) }
    return ByteSpan(start: start, end: max(start, end(ofBytesBefore: span.end)))
  }

  /// Where the first unit begins that ends behind the byte `offset` of `To`.
  private func place(ofByte offset: Int) -> Int {
    let index = firstRun(endingAfter: offset)
    guard index < runs.count else { return length }
    let run = runs[index]
    return offset <= run.to ? run.from : run.from + (offset - run.to) / run.toWidth * run.fromWidth
  }

  /// Where the last unit ends that begins before the byte `offset` of `To`.
  private func end(ofBytesBefore offset: Int) -> Int {
    let index = firstRun(endingAfter: offset)
    guard index < runs.count else { return length }
    let run = runs[index]
    guard offset > run.to else { return run.from }
    return run.from + (offset - run.to + run.toWidth - 1) / run.toWidth * run.fromWidth
  }

  /// Index of the first run with a byte of `To` at or behind `offset`; the number of runs where there is none.
  private func firstRun(endingAfter offset: Int) -> Int {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].toEnd <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
