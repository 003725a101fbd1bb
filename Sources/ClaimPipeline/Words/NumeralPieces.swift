internal import ClaimModel
internal import Quantities
internal import SourceText

/// Tells which stretches of what was read as figures and dates are numerals, each one word.
struct NumeralPieces {
  let text: [UInt8]

  /// The numerals of a figure: one, or those at the ends of a range (30 and 45 of 30至45天), each with its sign and percent sign.
  ///
  /// 半 is none in 上半年.
  func pieces(of quantity: QuantityMention) -> [Range<Int>] {
    var whole = quantity.numeral.range
    if Self.halves.contains(where: { text.hasBytes($0, at: whole.lowerBound - 3) && whole.count == 3 }) { return [] }
    // A range takes its unit along: 2.5–3.9 billion tokens.
    if let unit = quantity.unitSpan, unit.end == whole.upperBound, unit.start > whole.lowerBound {
      whole = trimmed(whole.lowerBound..<unit.start)
    }
    let sign = quantity.span.start
    if sign < whole.lowerBound, Self.signs.contains(where: { text.hasBytes($0, at: sign) && sign + $0.count == whole.lowerBound }) {
      whole = sign..<whole.upperBound
    }
    for mark in Self.percentMarks where text.hasBytes(mark, at: whole.upperBound) {
      whole = whole.lowerBound..<whole.upperBound + mark.count
    }
    guard case .between = quantity.written.bounds else { return [withoutUnit(whole)] }
    return parts(of: whole).map(withoutUnit)
  }

  /// Up to the last character that is no Han character or a digit: 45 of 45天.
  private func withoutUnit(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound {
      let (value, width) = text.scalar(before: end)
      guard isHan(value), !Self.hanDigits.contains(value) else { return range.lowerBound..<end }
      end -= width
    }
    return range
  }

  private static let halves = ["上半", "下半"].map { Array($0.utf8) }
  private static let signs = ["-", "−", "+", "－"].map { Array($0.utf8) }
  private static let percentMarks = ["%", "‰"].map { Array($0.utf8) }
  private static let joiners = ["至", "到", "—", "–", "~", "～", "-", " to ", " and "].map { Array($0.utf8) }

  /// A range at its joining words; the minus of a power (1e-5, 10^-3) joins nothing.
  private func parts(of range: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    var position = start
    while position < range.upperBound {
      let joiner = Self.joiners.first { text.hasBytes($0, at: position) }
      guard let joiner, position > start, text[position - 1] | 0x20 != UInt8(ascii: "e"), text[position - 1] != UInt8(ascii: "^") else {
        position += 1
        continue
      }
      parts.append(start..<position)
      position += joiner.count
      start = position
    }
    if start < range.upperBound { parts.append(start..<range.upperBound) }
    return parts.map(trimmed).filter { !$0.isEmpty }
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, text[start] <= 0x20 { start += 1 }
    while end > start, text[end - 1] <= 0x20 { end -= 1 }
    return start..<end
  }

  /// The numerals of a date: digits, with the marks between them (2023-08-09), and Han digits before 年, 月, 日, 号, 点.
  func pieces(ofPeriod range: Range<Int>) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var position = range.lowerBound
    while position < range.upperBound {
      let start = position
      if isDigit(text[position]), position == 0 || !isLetter(text[position - 1]) {
        while position < range.upperBound, isDigit(text[position]) || isMark(at: position, limit: range.upperBound) { position += 1 }
        pieces.append(start..<position)
        continue
      }
      while position < range.upperBound, Self.hanDigits.contains(text.scalar(at: position).value) { position += 3 }
      if position == start {
        position += text.scalar(at: position).width
      } else if position < range.upperBound, Self.dateSigns.contains(text.scalar(at: position).value) {
        pieces.append(start..<position)
      }
    }
    return pieces
  }

  private func isMark(at offset: Int, limit: Int) -> Bool {
    let byte = text[offset]
    guard byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":") else {
      return false
    }
    return offset + 1 < limit && isDigit(text[offset + 1])
  }

  /// What digits that are no quantity are as a token; nil where they may be cut like other text.
  ///
  /// Names with digits are told by their form, and idioms (一方面) hold no numeral.
  func kind(ofLeftAlone left: LeftAlone) -> Token.Kind? {
    let bytes = text[left.span.range]
    if left.reason == "an address" { return .word }
    if bytes.contains(where: isLetter) { return nil }
    if bytes.contains(where: isDigit) { return .numeral }
    let scalars = text.string(left.span.range).unicodeScalars
    return scalars.count > 1 && scalars.allSatisfy { Self.hanDigits.contains($0.value) } ? .numeral : nil
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
  private func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }

  private static let hanDigits = Set("〇零一二三四五六七八九十百千万亿兆两几数多半余来廿卅壹贰叁肆伍陆柒捌玖拾佰仟".unicodeScalars.map(\.value))
  private static let dateSigns = Set("年月日号点时分季".unicodeScalars.map(\.value))
}
