import CharacterCounts
import SourceText

/// How likely one character is behind another in Chinese text, in sixteenths of a bit.
///
/// From the embedded counts; a pair that was not counted is judged by its second character alone (the "stupid backoff" of
/// Brants et al. 2007, with their factor 0.4). Made once per worker, at the first damaged span.
struct CharacterModel {
  /// The boundary of a line, ⏎.
  static let boundary: UInt32 = 0x23CE

  private static let bit = 16
  /// log2(1 / 0.4) in sixteenths of a bit.
  private static let backoff = 21
  /// What a character costs that was counted fewer than 20 times among 33 million.
  private static let rare = 22 * bit

  /// log2 of the counts, in bits.
  private var single: [UInt32: UInt8] = [:]
  private var pairs: [UInt64: UInt8] = [:]
  /// log2 of the number of all characters, in bits.
  private let total = 25

  init() {
    let size = kz_character_counts_size()
    let text = unsafe Array(UnsafeBufferPointer(start: kz_character_counts(), count: size))
    var position = 0
    CharacterModel.readLine(of: text, from: &position) { character, bits in single[character] = bits }
    while position < text.count {
      let (first, width) = text.scalar(at: position)
      position += width
      CharacterModel.readLine(of: text, from: &position) { second, bits in pairs[CharacterModel.key(first, second)] = bits }
    }
  }

  /// Cost of `next` behind `previous`: minus log2 of its probability, in sixteenths of a bit.
  ///
  /// Both as `kind(of:)` gives them.
  func cost(of next: UInt32, after previous: UInt32) -> Int {
    guard let count = single[next] else { return CharacterModel.rare }
    if let pair = pairs[CharacterModel.key(previous, next)], let whole = single[previous] {
      return max(0, Int(whole) - Int(pair)) * CharacterModel.bit
    }
    return (total - Int(count)) * CharacterModel.bit + CharacterModel.backoff
  }

  /// Whether `character` (Simplified) is one of the 1,250 most frequent, counted about 4,000 times or more in 33 million.
  func isEveryday(_ character: UInt32) -> Bool { single[character, default: 0] >= 12 }

  /// What `character` is counted as, once it is Simplified: ASCII letters and digits as one of them, full-width signs as ASCII.
  static func kind(of character: UInt32) -> UInt32 {
    switch character {
    case 0x30...0x39: 0x30
    case 0x41...0x5A, 0x61...0x7A: 0x61
    case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: character
    case 0xFF01...0xFF5E: character - 0xFEE0
    default: character
    }
  }

  private static func key(_ first: UInt32, _ second: UInt32) -> UInt64 { UInt64(first) << 32 | UInt64(second) }

  private static func readLine(of text: [UInt8], from position: inout Int, _ take: (UInt32, UInt8) -> Void) {
    var bits: UInt8 = 0
    while position < text.count {
      let (value, width) = text.scalar(at: position)
      position += width
      if value == 0x0A { return }
      if (0x41...0x5A).contains(value) { bits = UInt8(value - 0x41) } else { take(value, bits) }
    }
  }
}
