import SourceText

/// Follows all readings of one damaged stretch through the visible text.
struct ShiftedSpanScan {
  let decoder: ShiftedSpanDecoder
  let page: DamagedPage
  let limit: Int
  /// Where the stretch begins.
  let start: Int

  var text: [UInt8] { page.text }

  /// The readings that came into step with the text again, each followed to the same place.
  func followed(_ beginnings: [ShiftedSpanHypothesis]) -> [ShiftedSpanHypothesis] {
    var live = beginnings
    var finished: [ShiftedSpanHypothesis] = []
    var steps = 0
    while let position = live.lazy.map(\.position).min() {
      let isOver = steps >= ShiftedSpanDecoder.longestSpan || position >= limit
      if isOver || hasSettled(live, at: position) {
        finished = live.filter(\.isInStep).map { closed($0, at: position) }
        break
      }
      steps += 1
      var next: [ShiftedSpanHypothesis] = []
      for hypothesis in live {
        if hypothesis.position == position { step(hypothesis, into: &next) } else { next.append(hypothesis) }
      }
      live = cheapest(of: next)
    }
    return finished
  }

  /// Whether all readings are in step with the text and far enough behind their spans.
  private func hasSettled(_ live: [ShiftedSpanHypothesis], at position: Int) -> Bool {
    let lastEnd = live.lazy.map(\.end).max() ?? 0
    return live.allSatisfy(\.isInStep) && position >= lastEnd + ShiftedSpanDecoder.comparedBytes
  }

  /// At the end of the stretch the line's boundary follows.
  private func closed(_ hypothesis: ShiftedSpanHypothesis, at position: Int) -> ShiftedSpanHypothesis {
    guard hypothesis.position >= limit else { return hypothesis }
    var closed = hypothesis
    closed.cost += page.vocabulary.cost(of: CharacterModel.boundary, after: closed.beforeLast, closed.last)
    return closed
  }

  /// The cheapest of those that go on alike, and of all no more than `ShiftedSpanDecoder.mostHypotheses`.
  private func cheapest(of hypotheses: [ShiftedSpanHypothesis]) -> [ShiftedSpanHypothesis] {
    var ranks: [ShiftedSpanHypothesis.Key: Int] = [:]
    var kept: [ShiftedSpanHypothesis] = []
    for index in hypotheses.indices.sorted(by: { hypotheses[$0].cost < hypotheses[$1].cost }) {
      let hypothesis = hypotheses[index]
      let rank = ranks[hypothesis.key, default: 0]
      ranks[hypothesis.key] = rank + 1
      if rank < ShiftedSpanDecoder.mostAlike { kept.append(hypothesis) }
    }
    guard kept.count > ShiftedSpanDecoder.mostHypotheses else { return kept }
    let dearest = kept[ShiftedSpanDecoder.mostHypotheses - 1].cost
    return kept.filter { $0.cost <= dearest || $0.end == start }
  }

  /// Reads the next visible character, or passes over a gloss.
  private func step(_ hypothesis: ShiftedSpanHypothesis, into next: inout [ShiftedSpanHypothesis]) {
    if let gloss = Gloss(at: hypothesis.position, in: text), gloss.span.upperBound <= limit, isGloss(gloss, of: hypothesis) {
      var passed = hypothesis
      passed.position = gloss.span.upperBound
      next.append(passed)
      return
    }
    let (value, width) = text.scalar(at: hypothesis.position)
    if hypothesis.isInStep {
      next.append(inStep(hypothesis, value, width: width))
    } else if value == 0x3F {
      readLoss(hypothesis, into: &next)
    } else {
      readShifted(value, width: width, hypothesis, into: &next)
    }
  }

  /// Takes a visible character as it is. What follows a `?` behind a span decoded may be the next damaged span, and is not
  /// held against this one.
  private func inStep(_ hypothesis: ShiftedSpanHypothesis, _ value: UInt32, width: Int) -> ShiftedSpanHypothesis {
    var read = hypothesis
    read.position += width
    if hypothesis.end > start, value == 0x3F { read.meetsNextSpan = true }
    read.cost += read.meetsNextSpan ? ShiftedSpanDecoder.usualCost : page.vocabulary.cost(of: value, after: read.beforeLast, read.last)
    if hypothesis.end == hypothesis.position, isOdd(value, after: read.last) { read.cost += ShiftedSpanDecoder.oddCost }
    read.last = value
    return read
  }

  /// Whether `gloss` gives the reading of the character seen before it, or of the one read.
  private func isGloss(_ gloss: Gloss, of hypothesis: ShiftedSpanHypothesis) -> Bool {
    let letters = text[gloss.letters]
    if decoder.readings.isReading(letters, of: hypothesis.last) { return true }
    return gloss.span.lowerBound > 0
      && decoder.readings.isReading(letters, of: text.scalar(before: gloss.span.lowerBound).value)
  }

  /// Reads a visible character out of step: its first byte ends one character, its second begins the next.
  ///
  /// An ASCII letter is a second byte, or a full-width letter that the damage folded; other ASCII signs can only be the latter.
  func readShifted(
    _ value: UInt32, width: Int, _ hypothesis: ShiftedSpanHypothesis, into next: inout [ShiftedSpanHypothesis]
  ) {
    let after = hypothesis.position + width
    if let byte = singleByte(of: value), let read = taking(hypothesis, trail: byte, upTo: after) { next.append(read) }
    let wide = (0x21...0x7E).contains(value) ? value + 0xFEE0 : value
    guard let pair = decoder.table.pair(of: wide), var read = taking(hypothesis, trail: pair.lead, upTo: after) else { return }
    if pair.trail > 0x80 {
      read.pending = pair.trail
    } else if pair.trail < 0x80 {
      append(UInt32(pair.trail), to: &read)
    } else {
      return
    }
    next.append(read)
  }

  /// Adds an ASCII character to the unit read last.
  func append(_ character: UInt32, to read: inout ShiftedSpanHypothesis) {
    read.units[read.units.count - 1].sign = character
    read.cost += page.vocabulary.cost(of: character, after: read.beforeLast, read.last)
    read.last = character
  }

  /// The byte of a character that is one byte in GBK and can stand second in a pair: ASCII from `@` on, and the euro sign.
  private func singleByte(of value: UInt32) -> UInt8? {
    if value == 0x20AC { return 0x80 }
    return (0x40..<0x7F).contains(value) ? UInt8(value) : nil
  }

  /// `hypothesis` with the character that its pending byte and `trail` make; nil where they make none.
  func taking(_ hypothesis: ShiftedSpanHypothesis, trail: UInt8, upTo position: Int) -> ShiftedSpanHypothesis? {
    guard let character = decoder.table.character(lead: hypothesis.pending, trail: trail), !isPrivate(character) else { return nil }
    var read = hypothesis
    let from = read.units.last?.source.upperBound ?? read.end
    read.units.append(.init(character: character, source: from..<position))
    read.cost += cost(of: character, behind: read)
    if let closing = ShiftedSpanDecoder.Context.closing[character] {
      read.closingMark = closing
    } else if character == read.closingMark {
      read.closingMark = 0
    }
    read.last = character
    read.position = position
    read.pending = 0
    read.isPendingKnown = true
    read.end = position
    return read
  }

  private func cost(of character: UInt32, behind read: ShiftedSpanHypothesis) -> Int {
    if character == read.closingMark { return ShiftedSpanDecoder.closingCost }
    let cost = page.vocabulary.cost(of: character, after: read.beforeLast, read.last)
    if page.vocabulary.isForeign(character) || isOdd(character, after: read.last) { return cost + ShiftedSpanDecoder.oddCost }
    return ShiftedSpanDecoder.Context.closings.contains(character) ? cost + ShiftedSpanDecoder.strayCost : cost
  }

  /// Whether `character` is a pause or a stop where none can stand: behind another one or an opening mark.
  private func isOdd(_ character: UInt32, after previous: UInt32) -> Bool {
    isPause(character) && (isPause(previous) || ShiftedSpanDecoder.Context.closing[previous] != nil)
  }

  private func isPause(_ character: UInt32) -> Bool {
    switch character {
    case 0x2C, 0x3A, 0x3B, 0x3001, 0x3002, 0xFF0C, 0xFF1A, 0xFF1B: true
    default: false
    }
  }

  private func isPrivate(_ character: UInt32) -> Bool { (0xE000...0xF8FF).contains(character) }
}
