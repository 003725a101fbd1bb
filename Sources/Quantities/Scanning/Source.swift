internal import ClaimModel
internal import Knowledge
internal import SourceText

/// The folded bytes under the readers' eyes, with the words they know.
final class Source {
  let bytes: [UInt8]
  let vocabulary: Vocabulary
  /// The kinds that the caller looks for; empty: all.
  let asked: Set<QuantityKind>
  /// Whether any Han character stands in the text: ¥ then means the yuan.
  let isChinese: Bool
  /// Whether 民国 stands in the text: bare three-digit years are then of that calendar.
  let isTraditionalCalendar: Bool

  init(bytes: [UInt8], vocabulary: Vocabulary, asked: Set<QuantityKind>) {
    self.bytes = bytes
    self.vocabulary = vocabulary
    self.asked = asked
    asksForNumbersAlone = asked == [.number]
    isChinese = bytes.contains { $0 >= 0xE4 && $0 <= 0xE9 }
    isTraditionalCalendar = isChinese && Self.contains("民国", in: bytes)
  }

  private static func contains(_ word: String, in bytes: [UInt8]) -> Bool {
    let pattern = Array(word.utf8)
    var index = 0
    while index + pattern.count <= bytes.count {
      if bytes[index] == pattern[0], bytes.hasBytes(pattern, at: index) { return true }
      index += 1
    }
    return false
  }

  /// Whether plain numbers and nothing else are asked for: then those in dates count, too.
  let asksForNumbersAlone: Bool

  var count: Int { bytes.count }

  /// The byte at `offset`; 0 outside.
  @inline(__always)
  func byte(at offset: Int) -> UInt8 { offset >= 0 && offset < bytes.count ? bytes[offset] : 0 }

  /// The character that begins at `offset`; U+0000 outside.
  func character(at offset: Int) -> Unicode.Scalar {
    guard offset >= 0, offset < bytes.count else { return "\0" }
    return Unicode.Scalar(bytes.scalar(at: offset).value) ?? "\u{FFFD}"
  }

  /// The character that ends at `offset`; U+0000 at the start.
  func character(before offset: Int) -> Unicode.Scalar {
    guard offset > 0, offset <= bytes.count else { return "\0" }
    return Unicode.Scalar(bytes.scalar(before: offset).value) ?? "\u{FFFD}"
  }

  /// Where the character after the one at `offset` begins.
  func next(_ offset: Int) -> Int { offset < bytes.count ? offset + bytes.scalar(at: offset).width : offset + 1 }

  /// Where the character that ends at `offset` begins.
  func previous(_ offset: Int) -> Int { offset > 0 ? offset - bytes.scalar(before: offset).width : 0 }

  /// Past one space or line break at `offset`, if one is there and more text follows it.
  func skippingGap(at offset: Int) -> Int {
    let byte = byte(at: offset)
    guard byte == 0x20 || byte == 0x0A, offset + 1 < count else { return offset }
    let next = self.byte(at: offset + 1)
    return next == 0x20 || next == 0x0A ? offset : offset + 1
  }

  /// Past one space at `offset`.
  func skippingSpace(at offset: Int) -> Int { byte(at: offset) == 0x20 ? offset + 1 : offset }

  /// Before the spaces that end at `offset`, two at most.
  func droppingSpace(before offset: Int, floor: Int) -> Int {
    var start = offset
    while start > floor, offset - start < 2, byte(at: start - 1) == 0x20 { start -= 1 }
    return start
  }

  /// Whether `text` stands at `offset`, as written.
  func has(_ text: String, at offset: Int) -> Bool {
    guard offset >= 0, offset + text.utf8.count <= bytes.count else { return false }
    var position = offset
    for byte in text.utf8 {
      if bytes[position] != byte { return false }
      position += 1
    }
    return true
  }

  /// Whether `symbol` stands at `offset`, as written, and no letter or digit continues it.
  func hasSymbol(_ symbol: String, at offset: Int) -> Bool { has(symbol, at: offset) && !isWordByte(byte(at: offset + symbol.utf8.count)) }

  /// Whether the English word `word` (lower case) stands at `offset`, whatever its case, not as a part of a longer word.
  func hasWord(_ word: String, at offset: Int) -> Bool {
    guard offset >= 0, offset + word.utf8.count <= bytes.count else { return false }
    var position = offset
    for byte in word.utf8 {
      if lowered(bytes[position]) != byte { return false }
      position += 1
    }
    return !isWordByte(self.byte(at: position)) && (offset == 0 || !isWordByte(bytes[offset - 1]))
  }

  /// Whether `range` is all that the text says, but for spaces and marks of punctuation around it: few, "- 10 k".
  func isAlone(_ range: Range<Int>) -> Bool { endsText(at: range.upperBound) && beginsText(at: range.lowerBound) }

  /// Whether nothing but a few spaces and marks of punctuation stands before `offset`.
  func beginsText(at offset: Int) -> Bool {
    guard offset <= 8 else { return false }
    return (0..<max(offset, 0)).allSatisfy { Self.isPunctuation(bytes[$0]) }
  }

  /// Whether nothing but a few spaces and marks of punctuation stands behind `offset`.
  func endsText(at offset: Int) -> Bool {
    guard offset >= count - 8 else { return false }
    return (min(offset, count)..<count).allSatisfy { Self.isPunctuation(bytes[$0]) }
  }

  /// Whether no word follows at `offset`: the end, a mark of punctuation, a line break.
  func endsPhrase(at offset: Int) -> Bool {
    let next = byte(at: offset)
    guard next == 0x20 || next == 0 else { return Self.isPunctuation(next) && !isWordByte(byte(at: offset + 1)) }
    return endsText(at: offset)
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x0A, 0x21, 0x22, 0x27, 0x28, 0x29, 0x2C, 0x2D, 0x2E, 0x3A, 0x3B, 0x3F: true
    default: false
    }
  }

  /// The end of the run of ASCII letters that begins at `offset`.
  func lettersEnd(at offset: Int) -> Int {
    var end = offset
    while end < count, isLetter(bytes[end]) { end += 1 }
    return end
  }

  /// The end of the run of ASCII digits that begins at `offset`.
  func digitsEnd(at offset: Int) -> Int {
    var end = offset
    while end < count, isDigit(bytes[end]) { end += 1 }
    return end
  }

  /// The value of the ASCII digits in `range`, at most nine of them; nil for more or none.
  func integer(in range: Range<Int>) -> Int? {
    guard !range.isEmpty, range.count <= 9 else { return nil }
    var value = 0
    for index in range {
      guard isDigit(bytes[index]) else { return nil }
      value = value * 10 + Int(bytes[index] - 0x30)
    }
    return value
  }
}

@inline(__always) func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
@inline(__always) func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
@inline(__always) func isUpper(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }
@inline(__always) func isLower(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }

/// Whether a character is a Han ideograph.
func isHan(_ character: Unicode.Scalar) -> Bool { SourceText.isHan(character.value) }
