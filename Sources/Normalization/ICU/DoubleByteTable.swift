import SourceText

/// The two-byte part of GB 18030 (GBK with the user-defined areas, U+E000 to U+E765), in both directions.
///
/// Made once per worker by decoding every pair of bytes with ICU.
struct DoubleByteTable {
  /// First and second byte of a character.
  struct Pair: Hashable {
    var lead: UInt8
    var trail: UInt8
  }

  static let leads: ClosedRange<UInt8> = 0x81...0xFE
  private static let trails: ClosedRange<UInt8> = 0x40...0xFE
  private static let malformed: UInt32 = 0xFFFD

  /// Characters by lead and trail byte; zero where there is none.
  private var characters: [UInt32]
  /// Pairs by character, all of which are in the Basic Multilingual Plane; zero where there is none.
  private var pairs: [UInt16]

  init(decoder: CharsetDecoder) {
    characters = [UInt32](repeating: 0, count: DoubleByteTable.leads.count * DoubleByteTable.trails.count)
    pairs = [UInt16](repeating: 0, count: 0x1_0000)
    var bytes: [UInt8] = []
    for lead in DoubleByteTable.leads {
      for trail in DoubleByteTable.trails where trail != 0x7F { bytes += [lead, trail, 0x0A] }
    }
    let text = decoder(bytes, charset: "gb18030")
    var next = 0
    for line in text.split(separator: 0x0A, omittingEmptySubsequences: false).prefix(bytes.count / 3) {
      let pair = Pair(lead: bytes[next], trail: bytes[next + 1])
      next += 3
      let (value, width) = line.isEmpty ? (DoubleByteTable.malformed, 0) : text.scalar(at: line.startIndex)
      guard width == line.count, value != DoubleByteTable.malformed, value <= 0xFFFF else { continue }
      characters[DoubleByteTable.index(of: pair)] = value
      pairs[Int(value)] = UInt16(pair.lead) << 8 | UInt16(pair.trail)
    }
  }

  /// The character of two bytes; nil where they make none.
  func character(lead: UInt8, trail: UInt8) -> UInt32? {
    guard DoubleByteTable.leads.contains(lead), DoubleByteTable.trails.contains(trail) else { return nil }
    let value = characters[DoubleByteTable.index(of: Pair(lead: lead, trail: trail))]
    return value == 0 ? nil : value
  }

  /// The two bytes of `character`; nil where it has none.
  func pair(of character: UInt32) -> Pair? {
    guard character <= 0xFFFF else { return nil }
    let pair = pairs[Int(character)]
    return pair == 0 ? nil : Pair(lead: UInt8(pair >> 8), trail: UInt8(pair & 0xFF))
  }

  private static func index(of pair: Pair) -> Int {
    Int(pair.lead - leads.lowerBound) * trails.count + Int(pair.trail - trails.lowerBound)
  }
}
