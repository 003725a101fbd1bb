/// Quick scans that settle for most texts that a step has nothing to do: a Han character a turn, other bytes one by one.
///
/// The loops end two bytes before the text does, so that no look at the bytes behind a place needs a check.
enum CleanTextScan {
  /// Offset of the next character from `start` on that may be full-width or a wide space; the text's length where there is none.
  ///
  /// The punctuation of Chinese text that stays is not among them; a wide comma is only right at `start`, where the digits that it
  /// may group have just been found. Cost: linear, some gigabyte a second.
  static func nextWide(in text: [UInt8], from start: Int) -> Int {
    let bytes = text.span
    let end = bytes.count - 2
    if start < end, bytes[start] == 0xEF, bytes[start + 1] == 0xBC, bytes[start + 2] == 0x8C { return start }
    var position = start
    while position < end {
      let lead = unsafe bytes[unchecked: position]
      if isHanLead(lead), unsafe bytes[unchecked: position + 2] & 0xC0 == 0x80 {
        position += 3
      } else if lead < 0xC2 {
        position += 1
      } else if unsafe mayBeWide(lead, bytes[unchecked: position + 1], bytes[unchecked: position + 2]) {
        return position
      } else {
        position += lead >= 0xE0 && lead < 0xF0 ? 3 : 1
      }
    }
    // A space of two bytes may still stand at the end.
    return position == end && bytes.count >= 2 && bytes[end] == 0xC2 ? end : bytes.count
  }

  /// U+00A0, U+2007, U+2009, U+202F, U+3000, and U+FF01 to U+FF5E without ！（），：；？.
  @inline(__always)
  private static func mayBeWide(_ lead: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch lead {
    case 0xEF where second == 0xBC:
      third != 0x8C && third != 0x81 && third != 0x88 && third != 0x89 && third != 0x9A && third != 0x9B && third != 0x9F
    case 0xEF: second == 0xBD
    case 0xE2, 0xE3: second == 0x80 && (third == 0x80 || third == 0x87 || third == 0x89 || third == 0xAF)
    case 0xC2: second == 0xA0
    default: false
    }
  }

  /// Offset of the next opening parenthesis, ASCII or full-width, from `start` on; the text's length where there is none. Cost: linear.
  static func nextParenthesis(in text: [UInt8], from start: Int) -> Int {
    let bytes = text.span
    let end = bytes.count - 2
    var position = start
    while position < end {
      let lead = unsafe bytes[unchecked: position]
      if isHanLead(lead), unsafe bytes[unchecked: position + 2] & 0xC0 == 0x80 {
        position += 3
      } else if lead == 0x28 {
        return position
      } else if unsafe lead == 0xEF && bytes[unchecked: position + 1] == 0xBC && bytes[unchecked: position + 2] == 0x88 {
        return position
      } else {
        position += 1
      }
    }
    return bytes.count
  }

  /// E4 to E9: the first bytes of U+4000 to U+9FFF.
  @inline(__always)
  private static func isHanLead(_ lead: UInt8) -> Bool { lead &- 0xE4 < 6 }
}
