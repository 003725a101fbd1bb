internal import SourceText

/// The strings of a JSON text, one after the other, each with the key it stands behind: one pass, the keys on the way kept on a stack.
///
/// What is no JSON is passed over; a page's script may be cut, or go on behind the object.
struct JSONScanner {
  /// Objects nested deeper are not read.
  private static let deepest = 64
  /// Longer keys, in bytes, read as none.
  private static let longestKey = 32

  /// The key that each open object or array stands behind; empty for what stands in an array.
  private(set) var path: [String] = []
  private let text: [UInt8]
  private var offset: Int
  private var key = ""

  init(_ text: [UInt8], from start: Int = 0) {
    self.text = text
    offset = start
  }

  /// The next string that is a value: its key, and its bytes between the quotes, escapes included.
  mutating func next() -> (key: String, value: Range<Int>)? {
    while offset < text.count, path.count <= Self.deepest {
      switch text[offset] {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        path.append(key)
        if text[offset] == UInt8(ascii: "{") { key = "" }
        offset += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        key = path.popLast() ?? ""
        offset += 1
      case UInt8(ascii: "\""):
        let value = offset + 1..<stringEnd(after: offset + 1)
        offset = value.upperBound + 1
        while offset < text.count, text[offset] <= 0x20 { offset += 1 }
        guard offset < text.count, text[offset] == UInt8(ascii: ":") else { return (key, value) }
        key = value.count <= Self.longestKey ? text.string(value) : ""
        offset += 1
      default: offset += 1
      }
    }
    return nil
  }

  private func stringEnd(after start: Int) -> Int {
    var end = start
    while end < text.count, text[end] != UInt8(ascii: "\"") { end += text[end] == UInt8(ascii: "\\") ? 2 : 1 }
    return min(end, text.count)
  }
}
