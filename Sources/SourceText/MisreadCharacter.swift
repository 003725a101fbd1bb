/// A character whose bytes were read one by one in a charset of single bytes: `Ã©` for é, `ç®` and a control for 算.
package enum MisreadCharacter {
  /// The character of two UTF-8 bytes or more that the characters of `text` at `offset` are the bytes of in Latin-1 or windows-1252,
  /// and where they end; nil where they make none. Cost: constant.
  package static func utf8(in text: [UInt8], at offset: Int) -> (bytes: [UInt8], end: Int)? {
    let (lead, width) = text.scalar(at: offset)
    guard let first = byte(for: lead), first >= 0xC2, first < 0xF5 else { return nil }
    let count = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    var bytes = [first]
    var end = offset + width
    while bytes.count < count {
      guard end < text.count else { return nil }
      let (scalar, width) = text.scalar(at: end)
      guard let next = byte(for: scalar), next & 0xC0 == 0x80 else { return nil }
      bytes.append(next)
      end += width
    }
    guard bytes.scalar(at: 0).width == count, isShortest(bytes) else { return nil }
    return (bytes, end)
  }

  /// The byte that Latin-1 or windows-1252 has for a character beyond ASCII; nil for others.
  package static func byte(for scalar: UInt32) -> UInt8? {
    if (0x80...0xFF).contains(scalar) { return UInt8(scalar) }
    return windows1252.firstIndex(of: scalar).map { UInt8(0x80 + $0) }
  }

  /// Whether `bytes` are no longer than their character needs, and no half of a surrogate pair.
  private static func isShortest(_ bytes: [UInt8]) -> Bool {
    switch (bytes[0], bytes[1]) {
    case (0xE0, ..<0xA0), (0xED, 0xA0...), (0xF0, ..<0x90), (0xF4, 0x90...): false
    default: true
    }
  }

  /// What windows-1252 has at 0x80 to 0x9F (Unicode's mapping table); 0 where it has nothing.
  private static let windows1252: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019,
    0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]
}
