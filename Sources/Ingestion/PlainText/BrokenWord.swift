internal import SourceText

/// Words that a wrapped text breaks at the end of a line: `infor-` and `mation`.
struct BrokenWord {
  /// How a line ends.
  enum LineEnd {
    /// With a whole word, which a space parts from the next.
    case whole
    /// With a hyphen that the break put there.
    case hyphenOfBreak
    /// With a hyphen that the word has anyway: `state-of-the-`, `GPT-`.
    case hyphenOfWord
  }

  /// Bytes to both sides of a line that are searched for a word.
  private static let reach = 20_000

  let text: [UInt8]

  /// How `line` ends, `next` being the one behind it. A hyphen is the word's own where the word has another one or is written with it
  /// elsewhere near, and beside anything but small letters. Cost: bounded by a constant.
  func end(of line: Range<Int>, before next: Range<Int>) -> LineEnd {
    guard line.count > 2, text[line.upperBound - 1] == UInt8(ascii: "-"), isLetter(text[line.upperBound - 2]) else { return .whole }
    let first = wordStart(before: line.upperBound - 1, from: line.lowerBound)
    let last = wordEnd(from: next.lowerBound, to: next.upperBound)
    guard last > next.lowerBound else { return .whole }
    let head = Array(text[first..<line.upperBound])
    let tail = Array(text[next.lowerBound..<last])
    guard tail.allSatisfy(isSmall), head.dropLast().suffix(2).allSatisfy(isSmall) else { return .hyphenOfWord }
    if head.dropLast().contains(UInt8(ascii: "-")) || occurs(head + tail, around: line) { return .hyphenOfWord }
    return .hyphenOfBreak
  }

  private func wordStart(before end: Int, from start: Int) -> Int {
    var position = end
    while position > start, isLetter(text[position - 1]) || text[position - 1] == UInt8(ascii: "-") { position -= 1 }
    return position
  }

  private func wordEnd(from start: Int, to end: Int) -> Int {
    var position = start
    while position < end, isLetter(text[position]) { position += 1 }
    return position
  }

  private func occurs(_ word: [UInt8], around line: Range<Int>) -> Bool {
    let from = max(0, line.lowerBound - BrokenWord.reach)
    return text.hasBytes(word, in: from..<min(text.count, line.upperBound + BrokenWord.reach))
  }

  private func isSmall(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
  private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
