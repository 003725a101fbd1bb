internal import Knowledge

/// The characters of three bytes that a figure or a period can begin with. Most of a Chinese text has none of them, and is passed over
/// at one look each.
struct OpeningCharacters: Sendable {
  /// A bit for each code point up to U+FFFF.
  private var bits = [UInt64](repeating: 0, count: 1024)

  init() { insert(Self.grammar) }

  /// Signs of numerals, and what the readers of numerals and periods know by themselves.
  private static let grammar =
    "零〇○一壹弌二贰弍两俩三叁参四肆五伍六陆七柒八捌九玖十拾百佰千仟廿卅卌几第米半数上下前后翻减对民年月日周本今昨明去⅓⅔⅕⅛"

  mutating func insert(firstOf phrases: [Phrase]) {
    for phrase in phrases { insert(String(phrase.text.unicodeScalars.prefix(1))) }
  }

  private mutating func insert(_ characters: String) {
    for scalar in characters.unicodeScalars where scalar.value < 0x10000 { bits[Int(scalar.value) >> 6] |= 1 << UInt64(scalar.value & 63) }
  }

  /// Whether the character at `offset`, whose first byte is 0xE0 to 0xEF, is one of them.
  @inline(__always)
  func contains(characterOf bytes: [UInt8], at offset: Int) -> Bool {
    guard offset + 2 < bytes.count else { return true }
    let code = Int(bytes[offset] & 0x0F) << 12 | Int(bytes[offset + 1] & 0x3F) << 6 | Int(bytes[offset + 2] & 0x3F)
    return bits[code >> 6] & 1 << UInt64(code & 63) != 0
  }
}
