import SourceText

/// The byte that was lost at a `?` out of step.
extension ShiftedSpanScan {
  func readLoss(_ hypothesis: ShiftedSpanHypothesis, into next: inout [ShiftedSpanHypothesis]) {
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
      appendEndings(of: read, to: &next)
    }
  }

  /// The ways `read` can go on, whose last byte went together with the ASCII character behind it: a line's end, a tag's `<`, a
  /// space, an opening parenthesis that is closed behind it, or one that can't be told.
  private func appendEndings(of read: ShiftedSpanHypothesis, to next: inout [ShiftedSpanHypothesis]) {
    var whole = read
    let last = read.units.count - 1
    if let tagEnd = tagRemainder(at: read.position) {
      if page.isMarkup {
        append(UInt32(UInt8(ascii: "<")), to: &whole)
        next.append(whole)
        return
      }
      whole.units[last].source = whole.units[last].source.lowerBound..<tagEnd
      whole.position = tagEnd
      whole.end = tagEnd
      next.append(whole)
    } else if read.position >= limit {
      next.append(whole)
    } else if ShiftedSpanDecoder.isFoldedPunctuation(text.scalar(at: read.position).value) {
      // The text may have been cut there, or a digit may have stood in between: 變為0。
      next += [whole, losing(0x30, behind: read)]
    } else {
      next.append(losing(0x30, behind: read))
      if maySpaceStand(behind: read) { next.append(losing(0x20, behind: read)) }
      if closesParenthesis(behind: read.position) { next.append(losing(0x28, behind: read)) }
    }
  }

  /// `read` with the sign that was lost behind it; which digit it was can't be told.
  private func losing(_ sign: UInt32, behind read: ShiftedSpanHypothesis) -> ShiftedSpanHypothesis {
    var read = read
    append(sign, to: &read)
    if sign == 0x30 {
      read.units[read.units.count - 1].sign = 0xFFFD
      read.lacksCharacter = true
    }
    return read
  }

  /// Before a digit the sign lost may as well be a digit.
  private func maySpaceStand(behind read: ShiftedSpanHypothesis) -> Bool {
    let next = text[read.position]
    return !isDigit(next) && (isWordOpening(next) || page.vocabulary.isSpaced(after: read.last))
  }

  /// A Latin letter or `[`, before which spaces stand.
  private func isWordOpening(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) || byte == 0x5B }

  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// Whether the first parenthesis behind `start` that is part of no gloss is a closing one.
  private func closesParenthesis(behind start: Int) -> Bool {
    var position = start
    while position < min(limit, start + ShiftedSpanDecoder.longestSpan * 3) {
      if let gloss = Gloss(at: position, in: text) {
        position = gloss.span.upperBound
        continue
      }
      let (value, width) = text.scalar(at: position)
      if value == 0x28 || value == 0xFF08 { return false }
      if value == 0x29 || value == 0xFF09 { return true }
      position += width
    }
    return false
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
