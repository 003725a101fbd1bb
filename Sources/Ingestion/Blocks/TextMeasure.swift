internal import SourceText

/// Counts over a block's characters.
///
/// Mass is the UTF-8 length of the letters, digits and ideographs: an ideograph weighs as much as three Latin letters,
/// which is about what it says (a Chinese text takes a third of the characters of its English translation).
struct TextMeasure: Equatable, Sendable {
  var mass = 0
  var ideographs = 0
  var latinLetters = 0
  var digits = 0
  /// Marks that end a clause or sentence, in both widths: ， 。 ！ ？ ； ： and `, . ! ? ; :` before a space, a
  /// character beyond ASCII, or the end.
  var clauseMarks = 0
  /// Of these, the ones that end a sentence.
  var sentenceMarks = 0
  var separators = 0

  init() {}

  init(_ text: [UInt8], in range: Range<Int>) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let byte = text[offset]
      if byte < 0x80 {
        let next = offset + 1 < range.upperBound ? text[offset + 1] : 0
        countASCII(byte, isAtEnd: next <= 0x20 || next >= 0x80)
        offset += 1
      } else if byte < 0xE0 {
        if byte >= 0xC3 { mass += 2 }
        offset += 2
      } else if byte < 0xF0 {
        guard offset + 2 < text.count else { return }
        countThreeBytes(UInt32(byte & 0xF) << 12 | UInt32(text[offset + 1] & 0x3F) << 6 | UInt32(text[offset + 2] & 0x3F))
        offset += 3
      } else {
        mass += 3
        ideographs += 1
        offset += 4
      }
    }
  }

  private mutating func countASCII(_ byte: UInt8, isAtEnd: Bool) {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
      mass += 1
      latinLetters += 1
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      mass += 1
      digits += 1
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
      if isAtEnd {
        clauseMarks += 1
        sentenceMarks += 1
      }
    case UInt8(ascii: ","), UInt8(ascii: ";"): if isAtEnd { clauseMarks += 1 }
    case UInt8(ascii: "|"), UInt8(ascii: ">"): separators += 1
    default: break
    }
  }

  private mutating func countThreeBytes(_ scalar: UInt32) {
    switch scalar {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0xF900...0xFAFF, 0x3007:
      mass += 3
      ideographs += 1
    case 0x3002, 0xFF01, 0xFF1F:
      clauseMarks += 1
      sentenceMarks += 1
    case 0xFF0C, 0xFF1B: clauseMarks += 1
    case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: mass += 1
    case 0xFF5C, 0x2502, 0x00BB: separators += 1
    case 0x3000...0x303F, 0xFF00...0xFFEF, 0x2000...0x2BFF, 0xFEFF, 0xFFFD, 0xE000...0xF8FF: break
    default: mass += 3
    }
  }

  /// The mass of `range` alone. A character carries mass when it is a letter, a digit or an ideograph.
  static func mass(of text: [UInt8], in range: Range<Int>) -> Int {
    TextMeasure(text, in: range).mass
  }
}
