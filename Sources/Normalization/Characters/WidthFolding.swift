import SourceText

/// Full-width letters, digits and signs as ASCII, and wide or fixed spaces as a space.
///
/// The punctuation of Chinese text ，。！？；：（） stays.
enum WidthFolding {
  /// The ASCII byte for `character`; nil where it stays.
  static func ascii(for character: UInt32) -> UInt8? {
    switch character {
    case 0xFF01, 0xFF08, 0xFF09, 0xFF0C, 0xFF1A, 0xFF1B, 0xFF1F: nil
    case 0xFF02...0xFF5E: UInt8(character - 0xFEE0)
    case 0x00A0, 0x2007, 0x2009, 0x202F, 0x3000: 0x20
    default: nil
    }
  }

  /// Whether `character` is the full-width form of an ASCII one, the punctuation that stays among them.
  static func isWide(_ character: UInt32) -> Bool { (0xFF01...0xFF5E).contains(character) }

  /// ４，５６５: whether a wide comma groups wide digits by threes.
  private static func groupsDigits(_ character: UInt32, in text: [UInt8], at position: Int) -> Bool {
    guard character == 0xFF0C, position >= 3, position + 12 <= text.count, isWideDigit(text.scalar(before: position).value) else {
      return false
    }
    if position >= 12, (1...4).allSatisfy({ isWideDigit(text.scalar(at: position - 3 * $0).value) }) { return false }
    guard (1...3).allSatisfy({ isWideDigit(text.scalar(at: position + 3 * $0).value) }) else { return false }
    return position + 12 == text.count || !isWideDigit(text.scalar(at: position + 12).value)
  }

  private static func isWideDigit(_ character: UInt32) -> Bool { (0xFF10...0xFF19).contains(character) }

  /// Folds a whole text; nil where nothing in it is wide. Cost: linear.
  static func folded(_ text: [UInt8]) -> StepText? {
    var result = StepText(.width)
    var position = CleanTextScan.nextWide(in: text, from: 0)
    while position < text.count {
      let (value, width) = text.scalar(at: position)
      if let byte = ascii(for: value) ?? (groupsDigits(value, in: text, at: position) ? UInt8(ascii: ",") : nil) {
        result.replace(position..<position + width, of: text, with: CollectionOfOne(byte))
      }
      position = CleanTextScan.nextWide(in: text, from: position + width)
    }
    return result.finished(text)
  }
}
