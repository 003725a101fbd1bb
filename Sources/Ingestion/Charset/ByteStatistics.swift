/// What the bytes of a page look like, counted in one pass each.
enum ByteStatistics {
  /// Whole UTF-8 sequences of two bytes and more, and bytes that begin none.
  struct UTF8Count: Equatable {
    var sequences = 0
    var malformed = 0
  }

  static func utf8(in bytes: [UInt8], from start: Int) -> UTF8Count {
    var count = UTF8Count()
    var offset = start
    while offset < bytes.count {
      if bytes[offset] < 0x80 {
        offset += 1
        continue
      }
      let width = sequenceWidth(in: bytes, at: offset)
      if width > 0 {
        count.sequences += 1
        offset += width
      } else {
        count.malformed += 1
        offset += 1
      }
    }
    return count
  }

  /// The length of the well-formed sequence at `offset`, or 0 (Unicode 15.1, table 3-7).
  private static func sequenceWidth(in bytes: [UInt8], at offset: Int) -> Int {
    let first = bytes[offset]
    let width = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0
    guard width > 0, first < 0xF5, offset + width <= bytes.count else { return 0 }
    let second = bytes[offset + 1]
    switch first {
    case 0xE0: guard second >= 0xA0 else { return 0 }
    case 0xED: guard second < 0xA0 else { return 0 }
    case 0xF0: guard second >= 0x90 else { return 0 }
    case 0xF4: guard second < 0x90 else { return 0 }
    default: break
    }
    for index in 1..<width where bytes[offset + index] & 0xC0 != 0x80 { return 0 }
    return width
  }

  /// How well the bytes above 0x7F read as pairs of a double-byte charset.
  struct PairCount: Equatable {
    var pairs = 0
    /// Pairs that are no character.
    var malformed = 0
    /// Pairs in the rows of everyday characters and punctuation.
    var common = 0

    /// From 0 to 1; malformed pairs count against it.
    var plausibility: Double {
      let seen = pairs + malformed
      return seen == 0 ? 0 : (Double(common) - 2 * Double(malformed)) / Double(seen)
    }
  }

  /// Read as gb18030. Everyday rows: GB 2312 level 1 (B0 to D7), punctuation and full-width forms (A1, A3).
  static func gb18030(in bytes: [UInt8]) -> PairCount {
    var count = PairCount()
    var offset = 0
    while offset < bytes.count {
      let lead = bytes[offset]
      guard lead >= 0x80 else {
        offset += 1
        continue
      }
      guard lead > 0x80, lead < 0xFF, offset + 1 < bytes.count else {
        count.malformed += 1
        offset += 1
        continue
      }
      let trail = bytes[offset + 1]
      if trail >= 0x40, trail != 0x7F, trail < 0xFF {
        count.pairs += 1
        if trail >= 0xA1, (lead >= 0xB0 && lead <= 0xD7) || lead == 0xA1 || lead == 0xA3 { count.common += 1 }
        offset += 2
      } else if trail >= 0x30, trail <= 0x39, offset + 3 < bytes.count, bytes[offset + 2] > 0x80, (0x30...0x39).contains(bytes[offset + 3])
      {
        count.pairs += 1
        offset += 4
      } else {
        count.malformed += 1
        offset += 1
      }
    }
    return count
  }

  /// Read as Big5. Everyday rows: the frequently used characters (A4 to C6) and punctuation (A1 to A3).
  static func big5(in bytes: [UInt8]) -> PairCount {
    var count = PairCount()
    var offset = 0
    while offset < bytes.count {
      let lead = bytes[offset]
      guard lead >= 0x80 else {
        offset += 1
        continue
      }
      guard lead > 0x80, lead < 0xFF, offset + 1 < bytes.count else {
        count.malformed += 1
        offset += 1
        continue
      }
      let trail = bytes[offset + 1]
      if (0x40...0x7E).contains(trail) || (0xA1...0xFE).contains(trail) {
        count.pairs += 1
        if lead >= 0xA1, lead <= 0xC6 { count.common += 1 }
        offset += 2
      } else {
        count.malformed += 1
        offset += 1
      }
    }
    return count
  }

  /// UTF-16 without a byte order mark, told by where the NUL bytes lie; nil where they lie on both sides or are few.
  ///
  /// Markup and Latin text have one NUL per character. Needs one character in fifty with a NUL, all on one side.
  static func utf16Converter(for bytes: [UInt8]) -> String? {
    let end = min(bytes.count, 65536) & ~1
    guard end >= 4 else { return nil }
    var even = 0
    var odd = 0
    for offset in stride(from: 0, to: end, by: 2) {
      if bytes[offset] == 0 { even += 1 }
      if bytes[offset + 1] == 0 { odd += 1 }
    }
    let least = max(1, end / 2 / 50)
    if odd >= least, even * 20 <= odd { return "UTF-16LE" }
    if even >= least, odd * 20 <= even { return "UTF-16BE" }
    return nil
  }

  /// Whether the bytes are an image, an archive or another thing without text: control bytes that no text has.
  static func looksBinary(_ bytes: [UInt8]) -> Bool {
    let end = min(bytes.count, 4096)
    guard end > 0 else { return false }
    var controls = 0
    for offset in 0..<end {
      let byte = bytes[offset]
      if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D, byte != 0x0C, byte != 0x1B { controls += 1 }
    }
    return controls * 10 > end
  }
}
