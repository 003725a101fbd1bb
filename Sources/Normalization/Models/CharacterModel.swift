import ChineseCounts

/// How likely one character is behind another in Chinese text, in sixteenths of a bit.
///
/// From the embedded counts: what a pair kept was counted, else the second character alone, weighed by how much of what was
/// seen behind the first one is in no pair kept. Made once per worker, at the first damaged page; takes less than 1 ms.
struct CharacterModel {
  /// The boundary of a line, ⏎.
  static let boundary: UInt32 = 0x23CE

  static let bit = 16
  /// What a character costs that was not counted among 44 million.
  private static let unseen = 26 * bit
  /// log2 of 44 million over 6.5, the most that a pair left out was counted on average.
  private static let leastPairCost = 363
  private static let headWidth = 10

  /// The embedded table, laid out as `ChineseCounts.h` says.
  private let table: [UInt8]
  /// One more than the place of each character among the table's; zero where it has none.
  private var places = [UInt16](repeating: 0, count: 0x1_0000)
  private let firstSecond: Int
  private let firstCost: Int

  init() {
    table = unsafe Array(UnsafeBufferPointer(start: kz_character_counts(), count: kz_character_counts_size()))
    let characterCount = CharacterModel.number(at: 0, in: table)
    firstSecond = 8 + characterCount * CharacterModel.headWidth
    firstCost = firstSecond + CharacterModel.number(at: 4, in: table) * 2
    for place in 0..<characterCount {
      places[CharacterModel.half(at: 8 + place * CharacterModel.headWidth, in: table)] = UInt16(place + 1)
    }
  }

  /// Cost of `next` behind `previous`: minus log2 of its probability, in sixteenths of a bit.
  ///
  /// Both as `kind(of:)` gives them.
  func cost(of next: UInt32, after previous: UInt32) -> Int {
    guard let first = head(of: previous) else { return cost(of: next) }
    var low = CharacterModel.number(at: first + 6, in: table)
    let rowEnd = CharacterModel.number(at: first + CharacterModel.headWidth + 6, in: table)
    var high = first + CharacterModel.headWidth < firstSecond ? rowEnd : (firstCost - firstSecond) / 2
    while low < high {
      let middle = (low + high) / 2
      let second = CharacterModel.half(at: firstSecond + middle * 2, in: table)
      if second == next { return Int(table[firstCost + middle]) * 2 }
      if second < next { low = middle + 1 } else { high = middle }
    }
    // Pairs kept were counted 13 times or more: one that was not can't be likelier than half of that.
    return max(CharacterModel.half(at: first + 4, in: table) + cost(of: next), CharacterModel.leastPairCost - cost(of: previous))
  }

  /// Whether `character` (Simplified) is one of the 1,250 most frequent, counted about 4,000 times or more in 44 million.
  func isEveryday(_ character: UInt32) -> Bool { cost(of: character) <= 214 }

  /// Cost of `character` whatever stands before it.
  private func cost(of character: UInt32) -> Int {
    head(of: character).map { CharacterModel.half(at: $0 + 2, in: table) } ?? CharacterModel.unseen
  }

  private func head(of character: UInt32) -> Int? {
    guard character < 0x1_0000, places[Int(character)] > 0 else { return nil }
    return 8 + (Int(places[Int(character)]) - 1) * CharacterModel.headWidth
  }

  /// What `character` is counted as, once it is Simplified: ASCII letters and digits as one of them, full-width signs as ASCII,
  /// 「 and 」 as “ and ”.
  static func kind(of character: UInt32) -> UInt32 {
    switch character {
    case 0x30...0x39: 0x30
    case 0x41...0x5A, 0x61...0x7A: 0x61
    case 0x300C, 0x300E: 0x201C
    case 0x300D, 0x300F: 0x201D
    case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: character
    case 0xFF01...0xFF5E: character - 0xFEE0
    default: character
    }
  }

  private static func half(at offset: Int, in table: [UInt8]) -> Int { Int(table[offset]) | Int(table[offset + 1]) << 8 }

  private static func number(at offset: Int, in table: [UInt8]) -> Int {
    half(at: offset, in: table) | half(at: offset + 2, in: table) << 16
  }
}
