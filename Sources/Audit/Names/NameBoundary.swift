internal import SourceText

/// Where a name may begin and end: not inside a longer word, version or size.
enum NameBoundary {
  static func isStart(_ offset: Int, in text: [UInt8], range: Range<Int>) -> Bool {
    guard offset > range.lowerBound, text.isASCIIWordCharacter(at: offset) else { return true }
    if text.isASCIIWordCharacter(at: offset - 1) { return false }
    // mini-GPT-3 is another name; a hyphen after a space is not one of a name.
    return !(text[offset - 1] == UInt8(ascii: "-") && text.isASCIIWordCharacter(at: offset - 2))
  }

  static func isEnd(_ offset: Int, in text: [UInt8], range: Range<Int>) -> Bool {
    guard offset < range.upperBound else { return true }
    let lastIsASCII = text.isASCIIWordCharacter(at: offset - 1)
    guard lastIsASCII else { return true }
    if text.isASCIIWordCharacter(at: offset) || text[offset] == UInt8(ascii: "+") { return false }
    let joins = text[offset] == UInt8(ascii: "-") || text[offset] == UInt8(ascii: ".") && text.isDigit(at: offset - 1)
    if joins, text.isASCIIWordCharacter(at: offset + 1), offset + 1 < range.upperBound {
      // GPT-3.5 and Phi-3-mini are other names; GPT-3-sized is not.
      return text[offset] == UInt8(ascii: "-") && isLowerWord(at: offset + 1, in: text)
    }
    return !(text[offset] == UInt8(ascii: " ") && isVersionOrSize(at: offset + 1, in: text, end: range.upperBound))
  }

  /// Letters alone name something only where one of them is a capital: Transformer, not transformer.
  static func isSpelledAsName(_ text: [UInt8], _ span: Range<Int>) -> Bool {
    text[span].contains { (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) || $0 >= 0x80 }
  }

  /// -like, -based, -class, -sized, -style, -level, -scale.
  private static func isLowerWord(at offset: Int, in text: [UInt8]) -> Bool {
    ["like", "based", "class", "sized", "style", "level", "scale"].contains { text.hasBytes(Array($0.utf8), at: offset) }
  }

  /// A version or size that makes it another name: the 2 of PaLM 2, the 70B of Llama 2 70B.
  private static func isVersionOrSize(at offset: Int, in text: [UInt8], end: Int) -> Bool {
    var at = offset
    while at < end, text.isDigit(at: at) || text[at] == UInt8(ascii: ".") && text.isDigit(at: at + 1) { at += 1 }
    let digits = text[offset..<at]
    guard !digits.isEmpty, digits.count <= 4 else { return false }
    if at < end, "BbMmKk".utf8.contains(text[at]) { return !text.isASCIIWordCharacter(at: at + 1) }
    guard digits.count == 1 || digits.contains(UInt8(ascii: ".")) && digits.count == 3 else { return false }
    guard at < end else { return true }
    // A number before a Chinese character or a word such as billion is a figure.
    if text[at] >= 0x80 || text.isASCIIWordCharacter(at: at) { return false }
    return !(text[at] == UInt8(ascii: " ") && at + 1 < end && (0x61...0x7A).contains(text[at + 1]) && isFigureWord(at: at + 1, in: text))
  }

  private static func isFigureWord(at offset: Int, in text: [UInt8]) -> Bool {
    ["billion", "million", "trillion", "thousand", "parameter", "token", "day", "week", "month", "hour", "gpu"].contains {
      text.hasBytes(Array($0.utf8), at: offset)
    }
  }
}
