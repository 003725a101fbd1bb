internal import Knowledge

/// Looking for the words that hold a phrase together.
extension Source {
  /// Past the spaces at `offset`, two at most.
  func spacesEnd(at offset: Int) -> Int {
    byte(at: offset) == 0x20 ? (byte(at: offset + 1) == 0x20 ? offset + 2 : offset + 1) : offset
  }

  /// The end of the first of `words` that stands at `offset`, longer ones first in the list; nil where none does.
  ///
  /// English words may be in any case and are never cut out of longer ones; Chinese ones stand as written.
  func end(ofOneOf words: [String], at offset: Int) -> Int? {
    for word in words {
      let isEnglish = word.utf8.first.map(isLetter) == true
      if isEnglish ? hasWord(word, at: offset) : has(word, at: offset) { return offset + word.utf8.count }
    }
    return nil
  }

  /// Past one of `words` and the spaces behind it; `offset` itself where none stands there.
  func skipping(_ words: [String], at offset: Int) -> Int {
    end(ofOneOf: words, at: offset).map { spacesEnd(at: $0) } ?? offset
  }

  /// Whether one of `words` ends right before `offset`, or one space before it.
  func hasOne(of words: [String], before offset: Int) -> Bool {
    let end = byte(at: offset - 1) == 0x20 ? offset - 1 : offset
    return words.contains { word in
      let start = end - word.utf8.count
      return word.utf8.first.map(isLetter) == true ? hasWord(word, at: start) : has(word, at: start)
    }
  }

  /// The longest entry of one of `kinds` at `offset`, with where it ends.
  func timeWord(_ kinds: PeriodEntry.Kind..., at offset: Int) -> (kind: PeriodEntry.Kind, number: Int, end: Int)? {
    let first = byte(at: offset)
    guard first >= 0xE3 || isLetter(first) && !isWordByte(byte(at: offset - 1)) else { return nil }
    for match in vocabulary.times.matches(in: bytes, at: offset, beforeDigits: kinds == [.monthName]).reversed()
    where kinds.contains(match.entry.kind) {
      return (match.entry.kind, match.entry.number, match.range.upperBound)
    }
    return nil
  }
}
