internal import SourceText

/// UTF-8 that was read as Latin-1 or windows-1252 and written as UTF-8 again: `ç®å` for 算力.
enum DoubleEncoding {
  /// A page is believed to be encoded twice from this many characters on, where nine in ten of those beyond ASCII are.
  private static let leastCharacters = 8

  /// The page with the second encoding undone, and the way back to `utf8`; nil for a page that was encoded once. `utf8` is well formed.
  /// Linear.
  static func undone(_ utf8: [UInt8]) -> (text: [UInt8], map: OffsetMap<DecodedText, PageBytes>)? {
    guard looksDouble(utf8) else { return nil }
    var text: [UInt8] = []
    text.reserveCapacity(utf8.count)
    var map = OffsetMap<DecodedText, PageBytes>()
    var offset = 0
    while offset < utf8.count {
      if let found = character(in: utf8, at: offset) {
        map.append(.init(from: text.count, to: offset, count: 1, fromWidth: found.bytes.count, toWidth: found.end - offset))
        text += found.bytes
        offset = found.end
      } else {
        let width = utf8.scalar(at: offset).width
        map.append(.init(from: text.count, to: offset, count: width, fromWidth: 1, toWidth: 1))
        text += utf8[offset..<offset + width]
        offset += width
      }
    }
    return (text, map)
  }

  private static func looksDouble(_ utf8: [UInt8]) -> Bool {
    var found = 0
    var others = 0
    var offset = 0
    while offset < utf8.count {
      guard utf8[offset] >= 0x80 else {
        offset += 1
        continue
      }
      if let character = character(in: utf8, at: offset) {
        found += 1
        offset = character.end
      } else {
        others += 1
        offset += utf8.scalar(at: offset).width
        // An ordinary page is left after a look at its first characters.
        if others > 40, found < others { return false }
      }
    }
    return found >= leastCharacters && found >= others * 9
  }

  /// The character of two bytes or more that the characters at `offset` are the bytes of.
  private static func character(in utf8: [UInt8], at offset: Int) -> (bytes: [UInt8], end: Int)? {
    let (lead, width) = utf8.scalar(at: offset)
    guard let first = byte(for: lead), first >= 0xC2, first < 0xF5 else { return nil }
    let count = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    var bytes = [first]
    var end = offset + width
    while bytes.count < count {
      guard end < utf8.count else { return nil }
      let (scalar, width) = utf8.scalar(at: end)
      guard let next = byte(for: scalar), next & 0xC0 == 0x80 else { return nil }
      bytes.append(next)
      end += width
    }
    guard ByteStatistics.utf8(in: bytes, from: 0).malformed == 0 else { return nil }
    return (bytes, end)
  }

  /// The byte that Latin-1 or windows-1252 has for a character.
  private static func byte(for scalar: UInt32) -> UInt8? {
    if (0x80...0xFF).contains(scalar) { return UInt8(scalar) }
    return windows1252.firstIndex(of: scalar).map { UInt8(0x80 + $0) }
  }

  /// What windows-1252 has at 0x80 to 0x9F (Unicode's mapping table); 0 where it has nothing.
  private static let windows1252: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019,
    0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]
}
