internal import SourceText

/// One line of a text, without its line end and the white space around it.
struct TextLine {
  /// From the first to the last character that is no white space; empty for a blank line.
  var range: Range<Int>
  /// White space in front, in columns (a tab goes to the next multiple of four).
  var indent: Int
  /// The whole line, without its end.
  var whole: Range<Int>

  var isBlank: Bool { range.isEmpty }

  /// All lines of `text`; they end at LF, CR LF or CR.
  static func lines(of text: [UInt8]) -> [TextLine] {
    var lines: [TextLine] = []
    var start = 0
    var offset = 0
    while offset < text.count {
      let byte = text[offset]
      guard byte == 0x0A || byte == 0x0D else {
        offset += 1
        continue
      }
      lines.append(TextLine(start..<offset, of: text))
      offset += byte == 0x0D && offset + 1 < text.count && text[offset + 1] == 0x0A ? 2 : 1
      start = offset
    }
    if start < text.count { lines.append(TextLine(start..<text.count, of: text)) }
    return lines
  }

  init(_ whole: Range<Int>, of text: [UInt8]) {
    self.whole = whole
    var start = whole.lowerBound
    var columns = 0
    while start < whole.upperBound {
      let width = HTMLReader.spaceLength(in: text, at: start, end: whole.upperBound, isAtStart: true)
      guard width > 0 else { break }
      columns += text[start] == 0x09 ? 4 - columns % 4 : width == 1 ? 1 : 2
      start += width
    }
    var end = whole.upperBound
    while end > start {
      if text[end - 1] <= 0x20 {
        end -= 1
      } else if end - start >= 3, text[end - 1] == 0x80, text[end - 2] == 0x80, text[end - 3] == 0xE3 {
        end -= 3
      } else if end - start >= 2, text[end - 1] == 0xA0, text[end - 2] == 0xC2 {
        end -= 2
      } else {
        break
      }
    }
    range = start..<end
    indent = columns
  }

  /// Columns the line takes on a terminal: an ideograph takes two.
  func width(in text: [UInt8]) -> Int {
    var columns = 0
    for offset in range where text[offset] & 0xC0 != 0x80 { columns += text[offset] >= 0xE3 ? 2 : 1 }
    return columns
  }
}
