internal import Knowledge
internal import SourceText

/// Reads what may stand behind a name and belongs to it: versions, sizes and the words that products are told apart by.
///
/// `Qwen2` + `.5-72B`, `Llama 3` + `.1 405B`, `Mistral` + ` Large 2`, `AlphaGo` + ` Zero`, `PanGu` + `-α`.
struct VersionReader {
  let knowledge: Knowledge
  let view: [UInt8]

  /// Where the versions, sizes and name words behind `start` end; `start` itself where there are none.
  func end(from start: Int, limit: Int) -> Int {
    var end = start
    while let next = pieceEnd(at: end, limit: limit) { end = next }
    return end
  }

  private func pieceEnd(at position: Int, limit: Int) -> Int? {
    guard position + 1 < limit else { return nil }
    switch view[position] {
    case UInt8(ascii: "."):
      guard isDigit(position - 1), isDigit(position + 1) else { return nil }
      return wordEnd(from: position + 1, limit: limit)
    case UInt8(ascii: "-"): return hyphenated(position + 1..<wordEnd(from: position + 1, limit: limit))
    case 0x20:
      let word = position + 1..<wordEnd(from: position + 1, limit: limit)
      return !word.isEmpty && (isNameWord(word) || isVersion(word)) ? word.upperBound : nil
    default: return nil
    }
  }

  /// A word behind a hyphen belongs to the name, unless it makes an adjective of it: GPT-4-based.
  private func hyphenated(_ word: Range<Int>) -> Int? {
    guard !word.isEmpty else { return nil }
    let isAdjective = knowledge.cues.matches(in: view, at: word.lowerBound).contains {
      $0.entry.kind == .compound && $0.range == word
    }
    return isAdjective ? nil : word.upperBound
  }

  /// Letters and digits, with full stops between digits and Greek letters.
  private func wordEnd(from start: Int, limit: Int) -> Int {
    var end = start
    while end < limit {
      if isWordByte(view[end]) || (view[end] == UInt8(ascii: ".") && isDigit(end + 1) && end > start && isDigit(end - 1)) {
        end += 1
      } else if (0x391...0x3C9).contains(view.scalar(at: end).value) {
        end += view.scalar(at: end).width
      } else {
        break
      }
    }
    return min(end, limit)
  }

  /// Large, Zero, mini: one of the words that tell products of one name apart.
  private func isNameWord(_ word: Range<Int>) -> Bool {
    knowledge.cues.matches(in: view, at: word.lowerBound).contains { $0.entry.kind == .nameSuffix && $0.range == word }
  }

  /// Whether a word behind a space is a version or size: `3.5`, `2`, `7B`, `8x22B`, `V2`; no year, no figure with its unit.
  private func isVersion(_ word: Range<Int>) -> Bool {
    guard word.count <= 6, word.contains(where: isDigit), !isFigure(endingAt: word.upperBound) else { return false }
    let first = view[word.lowerBound]
    if word.count > 1, first | 0x20 == UInt8(ascii: "v") {
      return word.dropFirst().allSatisfy { isDigit($0) || view[$0] == UInt8(ascii: ".") }
    }
    guard isDigit(word.lowerBound) else { return false }
    if view[word.upperBound - 1] == UInt8(ascii: "B") {
      return word.dropLast().allSatisfy { isDigit($0) || view[$0] == UInt8(ascii: ".") || view[$0] == UInt8(ascii: "x") }
    }
    guard word.allSatisfy({ isDigit($0) || view[$0] == UInt8(ascii: ".") }) else { return false }
    return word.contains { view[$0] == UInt8(ascii: ".") } || word.count == 1 && !isCounted(behind: word.upperBound)
  }

  /// Whether a multiplier, a unit or a percent sign makes what ends at `offset` a figure.
  private func isFigure(endingAt offset: Int) -> Bool {
    guard offset < view.count else { return false }
    if view[offset] == UInt8(ascii: "%") { return true }
    let isSpaced = view[offset] == 0x20
    let start = isSpaced ? offset + 1 : offset
    if knowledge.multipliers.matches(in: view, at: start, afterDigits: true).contains(where: { !isSpaced || $0.range.count > 2 }) {
      return true
    }
    return knowledge.units.matches(in: view, at: start, afterDigits: true).contains { $0.range.count > 2 }
  }

  /// A digit before a word in lower case counts it, unless the word is a verb or joins what follows: `Llama 3 models`, but
  /// `AlphaFold 2 was`.
  private func isCounted(behind offset: Int) -> Bool {
    guard offset + 1 < view.count, view[offset] == 0x20, (0x61...0x7A).contains(view[offset + 1]) else { return false }
    return !knowledge.cues.matches(in: view, at: offset + 1).contains { Self.goesOn($0.entry.kind) }
  }

  private static func goesOn(_ kind: CueEntry.Kind) -> Bool {
    switch kind {
    case .topicEnd, .topicLead, .conjunction, .release, .event, .sourceAfter, .increase, .decrease, .baseline, .modelHint: true
    default: false
    }
  }

  private func isDigit(_ offset: Int) -> Bool { view.indices.contains(offset) && view[offset] >= 0x30 && view[offset] <= 0x39 }
}
