import SourceText

/// A reading aid in parentheses: `(jìn)`, or `（jìn）` with full-width signs.
struct Gloss {
  /// Longest reading looked at, in bytes: `zhuāng` takes 7, in decomposed form 8.
  private static let longestReading = 12

  /// The whole of it, parentheses included.
  let span: Range<Int>
  /// The letters between the parentheses.
  let letters: Range<Int>

  /// The gloss that begins at `start`; nil where no parenthesis opens there or something else than Latin letters is in it.
  ///
  /// Cost: constant.
  init?(at start: Int, in text: [UInt8]) {
    guard let opening = Gloss.parenthesis(at: start, in: text, ascii: 0x28, wide: 0xFF08) else { return nil }
    let first = start + opening
    guard let last = Gloss.lettersEnd(from: first, in: text) else { return nil }
    guard let closing = Gloss.parenthesis(at: last, in: text, ascii: 0x29, wide: 0xFF09) else { return nil }
    span = start..<last + closing
    letters = first..<last
  }

  /// What is left of a gloss whose opening parenthesis was lost: letters from `start` on and a closing parenthesis.
  init?(openedBefore start: Int, in text: [UInt8]) {
    guard let last = Gloss.lettersEnd(from: start, in: text) else { return nil }
    guard let closing = Gloss.parenthesis(at: last, in: text, ascii: 0x29, wide: 0xFF09) else { return nil }
    span = start..<last + closing
    letters = start..<last
  }

  /// The width of the parenthesis that stands at `offset`.
  private static func parenthesis(at offset: Int, in text: [UInt8], ascii: UInt8, wide: UInt32) -> Int? {
    guard offset < text.count else { return nil }
    if text[offset] == ascii { return 1 }
    guard text[offset] == 0xEF, text.scalar(at: offset).value == wide else { return nil }
    return 3
  }

  /// Where the Latin letters from `start` end; nil where there is none, or more than a reading has.
  private static func lettersEnd(from start: Int, in text: [UInt8]) -> Int? {
    var position = start
    while position < text.count, position - start <= longestReading {
      let (value, width) = text.scalar(at: position)
      guard isReadingLetter(value) else { break }
      position += width
    }
    return position > start && position - start <= longestReading ? position : nil
  }

  /// Lower-case ASCII, Latin-1 and Latin Extended-A and -B letters (ā, ǎ, ü), and combining marks.
  private static func isReadingLetter(_ value: UInt32) -> Bool {
    (0x61...0x7A).contains(value) || (0xE0...0x24F).contains(value) || (0x300...0x36F).contains(value)
  }
}
