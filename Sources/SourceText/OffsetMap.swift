/// `count` neighboring units of an offset map, each `fromWidth` bytes of the text made and `toWidth` bytes of the text it was made from.
package struct OffsetRun: Hashable, Sendable {
  package var from: Int
  package var to: Int
  package var count: Int
  package var fromWidth: Int
  /// Zero for text that was inserted; `to` then says where.
  package var toWidth: Int

  package init(from: Int, to: Int, count: Int, fromWidth: Int, toWidth: Int) {
    self.from = from
    self.to = to
    self.count = count
    self.fromWidth = fromWidth
    self.toWidth = toWidth
  }

  package var fromEnd: Int { from + count * fromWidth }
  package var toEnd: Int { to + count * toWidth }
}

/// Where each byte of a text made (`From`) came from in the text it was made from (`To`).
///
/// The map is a list of runs of units. A unit is what moves as a whole: one byte of a stretch that was copied, one
/// character that was decoded, one character together with the gloss that was removed behind it. Bytes of `To` that no run
/// covers were deleted and have no preimage.
package struct OffsetMap<From, To>: Sendable {
  package typealias Run = OffsetRun

  /// In ascending order of `from`, covering `0..<length` without a hole; `to` never descends.
  package private(set) var runs: [Run]

  /// Bytes of the text made.
  package var length: Int { runs.last?.fromEnd ?? 0 }

  package init() { runs = [] }

  /// The same map between texts of other spaces: for a step that works alike on any text.
  package init<OtherFrom, OtherTo>(retyping other: OffsetMap<OtherFrom, OtherTo>) { runs = other.runs }

  /// The map of a text that was copied as it is: `length` bytes.
  package init(identity length: Int) {
    runs = []
    append(Run(from: 0, to: 0, count: length, fromWidth: 1, toWidth: 1))
  }

  /// Appends a run that begins where the last one ends; it joins that one where both are of one kind.
  ///
  /// Runs without units are left out. Cost: constant, amortized.
  package mutating func append(_ run: Run) {
    guard run.count > 0, run.fromWidth > 0 else { return }
    precondition(run.from == length, "runs cover the text without a hole")
    if let last = runs.last, last.toEnd == run.to {
      if last.fromWidth == run.fromWidth, last.toWidth == run.toWidth {
        runs[runs.count - 1].count += run.count
        return
      }
    }
    runs.append(run)
  }

  /// The stretch of `To` that `span` came from: whole units, with everything deleted between the first and the last.
  ///
  /// Inserted text at the edges of the span counts for nothing. A span that is empty, or inserted as a whole, gives the
  /// empty span at its place. Cost: O(log runs).
  package func callAsFunction(_ span: ByteSpan<From>) -> ByteSpan<To> {
    precondition(span.end <= length, "span \(span) reaches past the text of \(length) bytes")
    guard !span.isEmpty else { return emptySpan(at: span.start) }
    var first = runIndex(at: span.start)
    var last = runIndex(at: span.end - 1)
    while first < last, runs[first].toWidth == 0 { first += 1 }
    while last > first, runs[last].toWidth == 0 { last -= 1 }
    guard runs[first].toWidth > 0 else { return emptySpan(at: span.start) }
    let start = target(ofByte: max(span.start, runs[first].from), in: runs[first]).lowerBound
    let end = target(ofByte: min(span.end, runs[last].fromEnd) - 1, in: runs[last]).upperBound
    return ByteSpan(start: start, end: max(start, end))
  }

  private func emptySpan(at offset: Int) -> ByteSpan<To> {
    guard offset < length else {
      let end = runs.last?.toEnd ?? 0
      return ByteSpan(start: end, end: end)
    }
    let place = target(ofByte: offset, in: runs[runIndex(at: offset)]).lowerBound
    return ByteSpan(start: place, end: place)
  }

  /// The bytes of `To` behind the unit of `run` that holds the byte `offset` of `From`.
  private func target(ofByte offset: Int, in run: Run) -> Range<Int> {
    let start = run.to + (offset - run.from) / run.fromWidth * run.toWidth
    return start..<start + run.toWidth
  }

  /// Index of the run that holds the byte `offset` of `From`.
  package func runIndex(at offset: Int) -> Int {
    var low = 0
    var high = runs.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if runs[middle].from <= offset { low = middle } else { high = middle }
    }
    return low
  }
}

extension OffsetMap {
  /// This map followed by `next`: from this map's text straight to the text that `next` leads to.
  ///
  /// A unit of the composed map is a unit of this one, as wide as what it covers in the end. Cost: linear in the runs of
  /// both maps plus the units that are not copied bytes.
  package func composed<Origin>(with next: OffsetMap<To, Origin>) -> OffsetMap<From, Origin> {
    var result = OffsetMap<From, Origin>()
    var cursor = 0
    for run in runs {
      guard run.toWidth > 0 else {
        let place = next(ByteSpan(start: run.to, end: run.to)).start
        result.append(.init(from: run.from, to: place, count: run.count, fromWidth: run.fromWidth, toWidth: 0))
        continue
      }
      if run.fromWidth == run.toWidth, run.fromWidth == 1 {
        next.forward(run, from: &cursor, into: &result)
        continue
      }
      for index in 0..<run.count {
        let start = run.to + index * run.toWidth
        let target = next(ByteSpan(start: start, end: start + run.toWidth))
        result.append(
          .init(from: run.from + index * run.fromWidth, to: target.start, count: 1, fromWidth: run.fromWidth, toWidth: target.count))
      }
    }
    return result
  }

  /// Appends to `result` what becomes of a copied stretch when this map follows: pieces of this map's own runs.
  private func forward<Start>(_ copied: OffsetMap<Start, From>.Run, from cursor: inout Int, into result: inout OffsetMap<Start, To>) {
    if cursor >= runs.count || runs[cursor].from > copied.to { cursor = runIndex(at: copied.to) }
    while runs[cursor].fromEnd <= copied.to { cursor += 1 }
    var position = copied.to
    while position < copied.toEnd {
      let run = runs[cursor]
      let stop = min(run.fromEnd, copied.toEnd)
      let made = copied.from + position - copied.to
      let skipped = (position - run.from) / run.fromWidth
      if run.fromWidth == 1 {
        let target = run.to + skipped * run.toWidth
        result.append(.init(from: made, to: target, count: stop - position, fromWidth: 1, toWidth: run.toWidth))
      } else {
        appendWide(run, range: position..<stop, made: made, into: &result)
      }
      position = stop
      if position == run.fromEnd { cursor += 1 }
    }
  }

  /// Appends units of several bytes; one that the copied stretch cuts in two keeps its whole target on both sides.
  private func appendWide<Start>(_ run: Run, range: Range<Int>, made: Int, into result: inout OffsetMap<Start, To>) {
    var position = range.lowerBound
    while position < range.upperBound {
      let index = (position - run.from) / run.fromWidth
      let unitStart = run.from + index * run.fromWidth
      let whole = position == unitStart ? (range.upperBound - position) / run.fromWidth : 0
      let from = made + position - range.lowerBound
      if whole > 0 {
        result.append(.init(from: from, to: run.to + index * run.toWidth, count: whole, fromWidth: run.fromWidth, toWidth: run.toWidth))
        position += whole * run.fromWidth
      } else {
        let stop = min(unitStart + run.fromWidth, range.upperBound)
        result.append(.init(from: from, to: run.to + index * run.toWidth, count: 1, fromWidth: stop - position, toWidth: run.toWidth))
        position = stop
      }
    }
  }
}
