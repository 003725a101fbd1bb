internal import SourceText

/// A JSON string with its escapes undone, and the way back to what was written.
struct JSONString<Space> {
  private(set) var utf8: [UInt8] = []
  /// From `utf8` to the text that the string stands in. An escape is one unit; a pair of surrogates is one.
  private(set) var map = OffsetMap<Space, TreeText>()

  init() {}

  /// - range: the bytes between the quotes.
  init(_ text: [UInt8], in range: Range<Int>) { append(text, in: range) }

  /// Appends another string. `range` lies behind all that was appended.
  mutating func append(_ text: [UInt8], in range: Range<Int>) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      if text[offset] == UInt8(ascii: "\\"), offset + 1 < range.upperBound {
        let (scalar, end) = Self.escaped(text, at: offset, limit: range.upperBound)
        append(Array(String(Character(scalar)).utf8), asUnitFrom: offset..<end)
        offset = end
      } else {
        let end = text[(offset + 1)..<range.upperBound].firstIndex(of: UInt8(ascii: "\\")) ?? range.upperBound
        map.append(.init(from: utf8.count, to: offset, count: end - offset, fromWidth: 1, toWidth: 1))
        utf8 += text[offset..<end]
        offset = end
      }
    }
  }

  /// Inserts bytes that stand nowhere in the text, at the place `offset` of it.
  mutating func insert(_ bytes: [UInt8], at offset: Int) {
    map.append(.init(from: utf8.count, to: offset, count: bytes.count, fromWidth: 1, toWidth: 0))
    utf8 += bytes
  }

  private mutating func append(_ bytes: [UInt8], asUnitFrom range: Range<Int>) {
    map.append(.init(from: utf8.count, to: range.lowerBound, count: 1, fromWidth: bytes.count, toWidth: range.count))
    utf8 += bytes
  }

  /// The character of the escape at `offset`, and where it ends; half a pair of surrogates is U+FFFD.
  private static func escaped(_ text: [UInt8], at offset: Int, limit: Int) -> (Unicode.Scalar, Int) {
    switch text[offset + 1] {
    case UInt8(ascii: "n"), UInt8(ascii: "r"): return ("\n", offset + 2)
    case UInt8(ascii: "t"), UInt8(ascii: "b"), UInt8(ascii: "f"): return (" ", offset + 2)
    case UInt8(ascii: "u"):
      guard let unit = unit(text, at: offset, limit: limit) else { return ("\u{FFFD}", offset + 2) }
      if let scalar = Unicode.Scalar(unit) { return (scalar, offset + 6) }
      guard unit < 0xDC00, let low = Self.unit(text, at: offset + 6, limit: limit), (0xDC00...0xDFFF).contains(low),
        let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
      else { return ("\u{FFFD}", offset + 6) }
      return (scalar, offset + 12)
    case 0x80...: return ("\u{FFFD}", offset + 1)
    default: return (Unicode.Scalar(text[offset + 1]), offset + 2)
    }
  }

  /// The UTF-16 unit of `\uXXXX` at `offset`; nil where none stands.
  private static func unit(_ text: [UInt8], at offset: Int, limit: Int) -> UInt32? {
    guard offset + 6 <= limit, text[offset] == UInt8(ascii: "\\"), text[offset + 1] == UInt8(ascii: "u") else { return nil }
    return UInt32(text.string(offset + 2..<offset + 6), radix: 16)
  }
}
