import SourceText

/// Characters that nobody sees and that cut words and figures in two: soft hyphens, zero-width spaces and joiners, byte order
/// marks, controls of direction (Unicode 15.1, general category Cf).
///
/// Joiners and directions stay where a script needs them: beside emoji, Arabic, Hebrew and the scripts of India.
enum InvisibleCharacters {
  static func left(out text: [UInt8]) -> StepText? {
    var result = StepText(.invisible)
    var position = 0
    while position < text.count {
      let lead = text[position]
      guard lead == 0xC2 || lead == 0xE2 || lead == 0xEF else {
        position += 1
        continue
      }
      let (value, width) = text.scalar(at: position)
      if isInvisible(value), !isNeeded(value, at: position, width: width, in: text) {
        result.replace(position..<position + width, of: text, with: [])
      }
      position += width
    }
    return result.finished(text)
  }

  private static func isInvisible(_ character: UInt32) -> Bool {
    switch character {
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF, 0xFFF9...0xFFFB: true
    default: false
    }
  }

  private static func isNeeded(_ character: UInt32, at position: Int, width: Int, in text: [UInt8]) -> Bool {
    guard character == 0x200C || character == 0x200D || (0x200E...0x2069).contains(character) else { return false }
    let before = position > 0 ? text.scalar(before: position).value : 0
    let after = position + width < text.count ? text.scalar(at: position + width).value : 0
    return joins(before) || joins(after)
  }

  /// Hebrew to the scripts of South-East Asia, Khmer and Mongolian, variation selectors, symbols and emoji.
  private static func joins(_ character: UInt32) -> Bool {
    switch character {
    case 0x0590...0x109F, 0x1780...0x18AF, 0x2600...0x27BF, 0xFB1D...0xFE0F, 0xFE70...0xFEFE, 0x1F000...: true
    default: false
    }
  }
}
