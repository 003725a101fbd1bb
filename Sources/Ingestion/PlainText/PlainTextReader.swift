internal import ClaimModel
internal import SourceText

/// Cuts a text without markup into blocks: a line is a block, unless the text is wrapped at a fixed width; then a paragraph
/// is.
struct PlainTextReader {
  let text: [UInt8]
  private(set) var builder: DraftBuilder<DecodedText>

  init(text: [UInt8]) {
    self.text = text
    builder = DraftBuilder(capacity: text.count + 64)
  }

  mutating func read() {
    let lines = TextLine.lines(of: text)
    let wrapWidth = Self.wrapWidth(of: lines, in: text)
    let brokenWord = BrokenWord(text: text)
    var index = 0
    while index < lines.count, !builder.isFull {
      let line = lines[index]
      index += 1
      guard !line.isBlank else { continue }
      var last = line
      while let wrapWidth, index < lines.count, continues(last, with: lines[index], wrapWidth: wrapWidth) {
        switch brokenWord.end(of: last.range, before: lines[index].range) {
        case .whole:
          builder.copy(last.range, of: text)
          builder.space(last.range.upperBound..<lines[index].range.lowerBound)
        case .hyphenOfBreak: builder.copy(last.range.lowerBound..<last.range.upperBound - 1, of: text)
        case .hyphenOfWord: builder.copy(last.range, of: text)
        }
        last = lines[index]
        index += 1
      }
      builder.copy(last.range, of: text)
      let mark = LineMark(of: line.range, in: text)
      var context: BlockContext = mark.isBullet ? .bulleted : []
      if LineMark.isCutOff(last.range, in: text) { context.insert(.truncated) }
      builder.finishBlock(role: mark.isBullet ? .listItem : .paragraph, context: context)
    }
  }

  private func continues(_ line: TextLine, with next: TextLine, wrapWidth: Int) -> Bool {
    guard !next.isBlank, next.indent <= line.indent + 1, !LineMark(of: next.range, in: text).isBullet else { return false }
    return line.width(in: text) * 100 >= wrapWidth * 75
  }

  /// The width at which the text is wrapped; nil where lines are paragraphs.
  ///
  /// Wrapped: no line is wider than 100 columns, and of the lines with another right behind them most fill the width.
  private static func wrapWidth(of lines: [TextLine], in text: [UInt8]) -> Int? {
    var widest = 0
    for line in lines {
      widest = max(widest, line.width(in: text))
      if widest > 100 { return nil }
    }
    guard widest >= 40 else { return nil }
    var followed = 0
    var full = 0
    for (line, next) in zip(lines, lines.dropFirst()) where !line.isBlank && !next.isBlank {
      followed += 1
      if line.width(in: text) * 100 >= widest * 80 { full += 1 }
    }
    return followed >= 4 && full * 10 >= followed * 7 ? widest : nil
  }
}

/// How a line of a text begins and ends.
struct LineMark {
  /// Whether it begins with a bullet, as lists do in stripped pages.
  var isBullet: Bool

  private static let bullets: Set<UInt32> = [
    0x2A, 0x2B, 0x2D, 0xB7, 0x2022, 0x25CF, 0x25CB, 0x25CE, 0x25A0, 0x25A1, 0x25C6, 0x25C7, 0x25B2, 0x25BA, 0x25B6, 0x203A, 0x300B, 0x7C,
    0xFF5C, 0x2605, 0x2606, 0x30FB, 0xBB, 0x3009, 0x226B,
  ]

  init(of line: Range<Int>, in text: [UInt8]) {
    let (first, width) = text.scalar(at: line.lowerBound)
    guard Self.bullets.contains(first) else {
      isBullet = false
      return
    }
    // ASCII marks need a space behind them: `-5` and `*bold*` are no bullets.
    let next = line.lowerBound + width
    isBullet = first >= 0x80 || next >= line.upperBound || text[next] == 0x20
  }

  /// Whether the line ends in two dots or an ellipsis, as titles cut to a width do.
  static func isCutOff(_ line: Range<Int>, in text: [UInt8]) -> Bool {
    guard line.count >= 3 else { return false }
    let last = text[line.upperBound - 1]
    if last == UInt8(ascii: ".") { return text[line.upperBound - 2] == last }
    return last == 0xA6 && text[line.upperBound - 2] == 0x80 && text[line.upperBound - 3] == 0xE2
  }
}
