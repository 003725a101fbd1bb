/// Latin words that are one by their form: letters and digits, with hyphens, points and underscores between them.
package enum CompoundForm {
  /// Where the word that begins at `offset` ends, at most at `limit`; nil where it has no digit or no letter.
  ///
  /// GPT-4, Llama-3.1-405B, v1.5, bert_base_v2: a point joins only what a digit follows. Cost: the word's length.
  package static func end(in text: [UInt8], at offset: Int, limit: Int) -> Int? {
    var end = offset
    var hasDigit = false
    var hasLetter = false
    while end < limit {
      let byte = text[end]
      if isDigit(byte) {
        hasDigit = true
      } else if isLetter(byte) {
        hasLetter = true
      } else if !joins(byte, at: end, in: text, from: offset, limit: limit) {
        break
      }
      end += 1
    }
    return hasDigit && hasLetter ? end : nil
  }

  private static func joins(_ byte: UInt8, at offset: Int, in text: [UInt8], from start: Int, limit: Int) -> Bool {
    guard offset > start, offset + 1 < limit, isWordByte(text[offset - 1]) else { return false }
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "_"): return isWordByte(text[offset + 1])
    case UInt8(ascii: "."): return isDigit(text[offset + 1])
    default: return false
    }
  }

  static func isWordByte(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) }
  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
  private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
}
