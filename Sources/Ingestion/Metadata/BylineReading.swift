internal import SourceText

/// Author and source as a byline writes them: `本文作者:Aeneas、好困，来源:新智元`, `By Ann Lee`.
struct BylineReading {
  private(set) var author: String?
  private(set) var source: String?

  private enum Field { case author, source }

  /// Labels in both scripts; a colon follows, but for `by`.
  /// Their characters take three bytes each.
  private static let labels: [(bytes: [UInt8], field: Field)] =
    ["作者", "记者", "記者", "撰文"].map { (Array($0.utf8), .author) }
    + ["来源", "來源", "稿源", "转自", "轉自", "出处", "出處"].map { (Array($0.utf8), .source) }

  /// Longer values are sentences, not names; in bytes.
  private static let longestValue = 90

  init(_ text: [UInt8], in range: Range<Int>) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      if let (field, start) = Self.label(in: text, at: offset, end: range.upperBound) {
        let value = Self.value(in: text, start..<range.upperBound)
        note(text.string(value), as: field)
        offset = max(value.upperBound, start)
      } else {
        offset += text.scalar(at: offset).width
      }
    }
    if author == nil, range.count > 4, text[range.lowerBound] | 0x20 == UInt8(ascii: "b"),
      text[range.lowerBound + 1] | 0x20 == UInt8(ascii: "y"),
      text[range.lowerBound + 2] == 0x20
    {
      note(text.string(Self.value(in: text, range.lowerBound + 3..<range.upperBound)), as: .author)
    }
  }

  private mutating func note(_ value: String, as field: Field) {
    guard !value.isEmpty, value.utf8.count <= Self.longestValue else { return }
    switch field {
    case .author: if author == nil { author = value }
    case .source: if source == nil { source = value }
    }
  }

  /// The field of the label at `offset`, and where its value begins.
  private static func label(in text: [UInt8], at offset: Int, end: Int) -> (Field, Int)? {
    guard text[offset] >= 0xE4 else { return nil }
    for (bytes, field) in labels {
      guard var position = labelEnd(of: bytes, in: text, at: offset, end: end) else { continue }
      while position < end, text[position] == 0x20 { position += 1 }
      guard position < end else { return nil }
      let (mark, width) = text.scalar(at: position)
      guard mark == 0x3A || mark == 0xFF1A else { continue }
      position += width
      while position < end, text[position] <= 0x20 { position += 1 }
      return (field, position)
    }
    return nil
  }

  /// One past the label at `offset`; a gloss may stand behind each of its characters.
  private static func labelEnd(of label: [UInt8], in text: [UInt8], at offset: Int, end: Int) -> Int? {
    var position = offset
    for index in label.indices {
      guard position < end, text[position] == label[index] else { return nil }
      position += 1
      if index % 3 == 2 { position = afterGloss(in: text, at: position, end: end) }
    }
    return position
  }

  private static func afterGloss(in text: [UInt8], at offset: Int, end: Int) -> Int {
    guard offset < end, text[offset] == UInt8(ascii: "(") else { return offset }
    let limit = min(end, offset + 14)
    return (offset..<limit).first { text[$0] == UInt8(ascii: ")") }.map { $0 + 1 } ?? offset
  }

  /// From the start of `range` to the mark that ends a name: a comma, bracket, bar, two spaces, or a digit behind a space.
  private static func value(in text: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var end = range.lowerBound
    while end < range.upperBound {
      let (scalar, width) = text.scalar(at: end)
      if [0x2C, 0x3B, 0x7C, 0x28, 0x29, 0x5D, 0x09, 0x0A, 0xFF0C, 0xFF1B, 0xFF5C, 0xFF08, 0xFF09, 0x3011, 0x3002, 0x3000].contains(scalar) {
        break
      }
      if scalar == 0x20, end > range.lowerBound, end + 1 < range.upperBound, endsName(text, before: end, next: end + 1) { break }
      end += width
    }
    while end > range.lowerBound, text[end - 1] == 0x20 { end -= 1 }
    return range.lowerBound..<end
  }

  /// Whether a space ends a name: a digit, another space or an ideograph behind an ideograph follows.
  private static func endsName(_ text: [UInt8], before space: Int, next: Int) -> Bool {
    text[next] == 0x20 || (text[next] >= 0x30 && text[next] <= 0x39) || (text[space - 1] >= 0x80 && text[next] >= 0x80)
  }
}
