/// Reading UTF-8 bytes one character at a time, without making strings.
extension Array where Element == UInt8 {
  /// The character that begins at `offset` and how many bytes it takes. Malformed bytes come out one by one as U+FFFD.
  package func scalar(at offset: Int) -> (value: UInt32, width: Int) {
    let first = self[offset]
    if first < 0x80 { return (UInt32(first), 1) }
    let width = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0
    guard width > 0, first < 0xF5, offset + width <= count else { return (0xFFFD, 1) }
    var value = UInt32(first) & (0x7F >> UInt32(width))
    for index in 1..<width {
      let next = self[offset + index]
      guard next & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      value = value << 6 | UInt32(next & 0x3F)
    }
    return (value, width)
  }

  /// The character that ends right before `offset` (at least 1) and how many bytes it takes.
  package func scalar(before offset: Int) -> (value: UInt32, width: Int) {
    var start = offset - 1
    while start > 0, offset - start < 4, self[start] & 0xC0 == 0x80 { start -= 1 }
    let found = scalar(at: start)
    return found.width == offset - start ? found : (0xFFFD, 1)
  }

  /// Whether `bytes` stand at `offset`.
  package func hasBytes(_ bytes: [UInt8], at offset: Int) -> Bool {
    guard offset >= 0, offset + bytes.count <= count else { return false }
    for index in 0..<bytes.count where self[offset + index] != bytes[index] { return false }
    return true
  }

  /// Whether `bytes` stand anywhere in `range`. Cost: the length of the range, for short `bytes`.
  package func hasBytes(_ bytes: [UInt8], in range: Range<Int>) -> Bool {
    guard let first = bytes.first, range.count >= bytes.count else { return false }
    return (range.lowerBound...range.upperBound - bytes.count).contains { self[$0] == first && hasBytes(bytes, at: $0) }
  }

  /// The characters of a byte range; malformed bytes become U+FFFD.
  package func string(_ range: Range<Int>) -> String {
    String(decoding: self[range], as: UTF8.self)
  }
}

/// Whether a character is a Han ideograph: the Unified Ideographs blocks, their extensions, 〇 and the compatibility forms
/// (Unicode 15.1, Blocks.txt).
package func isHan(_ scalar: UInt32) -> Bool {
  (0x4E00...0x9FFF).contains(scalar) || (0x3400...0x4DBF).contains(scalar) || scalar == 0x3007
    || (0xF900...0xFAFF).contains(scalar) || (0x20000...0x323AF).contains(scalar)
}
