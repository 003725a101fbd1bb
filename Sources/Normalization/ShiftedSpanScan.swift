import SourceText

/// Follows all readings of one damaged stretch through the visible text.
struct ShiftedSpanScan {
  let decoder: ShiftedSpanDecoder
  let text: [UInt8]
  let limit: Int
  /// Where the stretch begins.
  let start: Int
  /// The mark that would close the innermost one left open before the stretch; zero where there is none.
  let closingMark: UInt32

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
    closed.cost += decoder.cost(of: CharacterModel.boundary, after: closed.last)
    return closed
  }

  /// The cheapest of each kind, and of those no more than `ShiftedSpanDecoder.mostHypotheses`.
  private func cheapest(of hypotheses: [ShiftedSpanHypothesis]) -> [ShiftedSpanHypothesis] {
    var places: [ShiftedSpanHypothesis.Key: Int] = [:]
    var kept: [ShiftedSpanHypothesis] = []
    for hypothesis in hypotheses {
      if let place = places[hypothesis.key] {
        let (better, worse) = hypothesis.cost < kept[place].cost ? (hypothesis, kept[place]) : (kept[place], hypothesis)
        kept[place] = better.beating(worse)
      } else {
        places[hypothesis.key] = kept.count
        kept.append(hypothesis)
      }
    }
    guard kept.count > ShiftedSpanDecoder.mostHypotheses else { return kept }
    let dearest = kept.map(\.cost).sorted()[ShiftedSpanDecoder.mostHypotheses - 1]
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
    read.cost += read.meetsNextSpan ? ShiftedSpanDecoder.usualCost : decoder.cost(of: value, after: read.last)
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
  private func readShifted(
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
  private func append(_ character: UInt32, to read: inout ShiftedSpanHypothesis) {
    read.units[read.units.count - 1].sign = character
    read.cost += decoder.cost(of: character, after: read.last)
    read.last = character
  }

  /// The byte of a character that is one byte in GBK and can stand second in a pair: ASCII from `@` on, and the euro sign.
  private func singleByte(of value: UInt32) -> UInt8? {
    if value == 0x20AC { return 0x80 }
    return (0x40..<0x7F).contains(value) ? UInt8(value) : nil
  }

  /// `hypothesis` with the character that its pending byte and `trail` make; nil where they make none.
  private func taking(_ hypothesis: ShiftedSpanHypothesis, trail: UInt8, upTo position: Int) -> ShiftedSpanHypothesis? {
    guard let character = decoder.table.character(lead: hypothesis.pending, trail: trail), !isPrivate(character) else { return nil }
    var read = hypothesis
    let from = read.units.last?.source.upperBound ?? read.end
    read.units.append(.init(character: character, source: from..<position))
    read.cost += character == closingMark ? ShiftedSpanDecoder.closingCost : decoder.cost(of: character, after: read.last)
    read.last = character
    read.position = position
    read.pending = 0
    read.isPendingKnown = true
    read.end = position
    return read
  }

  private func isPrivate(_ character: UInt32) -> Bool { (0xE000...0xF8FF).contains(character) }
}

/// The byte that was lost at a `?` out of step.
extension ShiftedSpanScan {
  private func readLoss(_ hypothesis: ShiftedSpanHypothesis, into next: inout [ShiftedSpanHypothesis]) {
    let after = hypothesis.position + 1
    // It may be a full-width question mark that was folded.
    readShifted(0x3F, width: 1, hypothesis, into: &next)
    // A character of which both bytes are lost is a guess.
    guard hypothesis.isPendingKnown else { return }
    if let gloss = Gloss(openedBefore: after, in: text), gloss.span.upperBound <= limit {
      let trails = decoder.bytes(behind: hypothesis.pending, readAs: text[gloss.letters])
      next += trails.compactMap { taking(hypothesis, trail: $0, upTo: gloss.span.upperBound) }
    }
    for trail in DoubleByteTable.leads {
      guard let read = taking(hypothesis, trail: trail, upTo: after) else { continue }
      next.append(endingInLoss(read))
    }
  }

  /// `read`, whose last byte went together with the ASCII sign behind it: a line's end, a tag's `<`, or one that can't be told.
  private func endingInLoss(_ read: ShiftedSpanHypothesis) -> ShiftedSpanHypothesis {
    var read = read
    let last = read.units.count - 1
    if let tagEnd = tagRemainder(at: read.position) {
      read.units[last].source = read.units[last].source.lowerBound..<tagEnd
      read.position = tagEnd
      read.end = tagEnd
    } else if read.position < limit, !ShiftedSpanDecoder.isFoldedPunctuation(text.scalar(at: read.position).value) {
      append(0x3F, to: &read)
      read.lacksCharacter = true
    }
    return read
  }

  /// The end of what is left of a tag without attributes (`/p>`, `br/>`) at `start`, its `<` lost; nil where there is none.
  private func tagRemainder(at start: Int) -> Int? {
    var position = start
    if position < limit, text[position] == UInt8(ascii: "/") { position += 1 }
    let name = position
    while position < limit, position - name < 10, isTagLetter(text[position]) { position += 1 }
    guard position > name else { return nil }
    if position < limit, text[position] == UInt8(ascii: "/") { position += 1 }
    guard position < limit, text[position] == UInt8(ascii: ">") else { return nil }
    return position + 1
  }

  private func isTagLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) || (0x31...0x36).contains(byte) }
}
