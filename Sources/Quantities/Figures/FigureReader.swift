internal import Knowledge
internal import SourceText

/// Reads figures: ASCII digits with grouping marks, a decimal point, an exponent, a power of ten or a fraction.
struct FigureReader {
  let source: Source

  /// The figure at `start`, where a digit or a point with a digit behind it stands.
  func read(at start: Int) -> NumeralReading? {
    guard var figure = plain(at: start) else { return nil }
    if let reading = power(after: figure) { return reading }
    if let end = exponentEnd(at: figure.end), let exponent = exponent(at: figure.end + 1, to: end) {
      figure.exponent += exponent
      figure.end = end
      return finish(figure, rule: "figure with exponent")
    }
    if let reading = timesPowerOfTen(figure) { return reading }
    if let reading = fraction(figure) { return reading }
    return finish(figure, rule: "figure")
  }

  /// Digits with grouping and point, before anything is made of them.
  struct Plain {
    var start: Int
    var end: Int
    /// Nil where there are more digits than fit.
    var coefficient: Int128?
    var exponent: Int
    var digits: Int
    var isBare: Bool
  }

  func plain(at start: Int) -> Plain? {
    var end = start
    var coefficient: Int128? = 0
    var digits = 0
    func take(_ byte: UInt8) {
      if digits > 0 || byte != 0x30 { digits += 1 }
      guard let value = coefficient else { return }
      let (tenfold, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = tenfold.addingReportingOverflow(Int128(byte - 0x30))
      coefficient = overflow || carry ? nil : sum
    }
    while end < source.count, isDigit(source.bytes[end]) {
      take(source.bytes[end])
      end += 1
    }
    var isBare = true
    if end > start, end - start <= 3 {
      while let group = groupEnd(at: end) {
        for index in group.first..<group.end { take(source.bytes[index]) }
        end = group.end
        isBare = false
      }
    }
    var exponent = 0
    let isShort = end > start && end - start <= 3 && isBare
    let groups = isShort ? pointGroupsEnd(at: end) : nil
    if let groups {
      for index in end..<groups where isDigit(source.bytes[index]) { take(source.bytes[index]) }
      end = groups
    }
    let isComma = isShort && decimalCommaEnd(at: end, from: start, isGrouped: groups != nil) != nil
    if isComma || source.byte(at: end) == UInt8(ascii: ".") && isDigit(source.byte(at: end + 1)) {
      end += 1
      isBare = false
      while end < source.count, isDigit(source.bytes[end]) {
        take(source.bytes[end])
        exponent -= 1
        end += 1
      }
    }
    guard end > start else { return nil }
    return Plain(start: start, end: end, coefficient: coefficient, exponent: exponent, digits: max(digits, 1), isBare: isBare)
  }

  /// One more group of digits behind a grouping mark: `,500`, ` 000`, `’000`, and `,00` of Indian grouping where three
  /// digits close the number.
  private func groupEnd(at offset: Int) -> (first: Int, end: Int)? {
    let mark = source.byte(at: offset)
    var first = offset + 1
    switch mark {
    case UInt8(ascii: ","): break
    case UInt8(ascii: "'"): break
    case 0x20:
      // A space only before zeros or two groups: "30 000" and "1 234 567", not "chapter 3 100".
      guard source.has("000", at: first) || spacedGroups(at: offset) else { return nil }
    case 0xE2:
      let character = source.character(at: offset)
      guard character == "\u{2009}" || character == "\u{202F}" || character == "\u{2019}" else { return nil }
      first = offset + 3
    default: return nil
    }
    let end = source.digitsEnd(at: first)
    if end - first == 3 { return (first, end) }
    if mark == UInt8(ascii: ","), end - first == 2, indianTail(from: end) { return (first, end) }
    return nil
  }

  /// Whether two groups of three digits behind spaces stand at `offset`, or the last of them behind another.
  private func spacedGroups(at offset: Int) -> Bool {
    func isGroup(at space: Int) -> Bool { source.byte(at: space) == 0x20 && source.digitsEnd(at: space + 1) == space + 4 }
    return isGroup(at: offset) && (isGroup(at: offset + 4) || (isGroup(at: offset - 4) && isDigit(source.byte(at: offset - 5))))
  }

  /// Whether groups of two digits lead to a closing group of three, as in 1,00,000.
  private func indianTail(from offset: Int) -> Bool {
    var position = offset
    for _ in 0..<6 {
      guard source.byte(at: position) == UInt8(ascii: ",") else { return false }
      let end = source.digitsEnd(at: position + 1)
      if end - position - 1 == 3 { return true }
      guard end - position - 1 == 2 else { return false }
      position = end
    }
    return false
  }

  func finish(_ figure: Plain, rule: String) -> NumeralReading {
    guard let coefficient = figure.coefficient, let value = ExactDecimal(coefficient: coefficient, exponent: figure.exponent) else {
      return .refused(figure.start..<figure.end, reason: "more digits than a figure has")
    }
    var numeral = Numeral(
      range: figure.start..<figure.end, amount: Amount(value), significantDigits: figure.digits, writing: .figures, rules: [rule])
    numeral.isPlainDigits = figure.isBare && rule == "figure"
    return .numeral(numeral)
  }

  private func fraction(_ figure: Plain) -> NumeralReading? {
    if let (value, width) = glyph(at: figure.end), figure.isBare {
      return glyphFraction(figure, value: value, end: figure.end + width)
    }
    if figure.isBare, let mixed = mixedNumber(figure) { return mixed }
    guard let end = slashEnd(figure) else { return nil }
    return quotient(of: figure.start..<figure.end, by: figure.end + 1..<end, adding: .zero, from: figure.start)
  }

  /// The end of `/4` behind a figure that may be a numerator: short, no date, no path.
  private func slashEnd(_ figure: Plain) -> Int? {
    guard figure.isBare, figure.end - figure.start <= 4, source.byte(at: figure.end) == UInt8(ascii: "/") else { return nil }
    let end = source.digitsEnd(at: figure.end + 1)
    guard (1...4).contains(end - figure.end - 1) else { return nil }
    let next = source.byte(at: end)
    guard next != UInt8(ascii: "/"), next != UInt8(ascii: ".") || !isDigit(source.byte(at: end + 1)) else { return nil }
    if isWordByte(next), source.vocabulary.units.longest(in: source, at: end, afterDigits: true) == nil { return nil }
    return end
  }

  /// `1 1/2`, `1又3/4`.
  private func mixedNumber(_ figure: Plain) -> NumeralReading? {
    var first = figure.end
    if source.has("又", at: first) { first += 3 } else if source.byte(at: first) == 0x20 { first += 1 } else { return nil }
    guard let whole = figure.coefficient.flatMap({ ExactDecimal(coefficient: $0, exponent: 0) }) else { return nil }
    if let (value, width) = glyph(at: first) { return glyphFraction(figure, value: value, end: first + width) }
    guard isDigit(source.byte(at: first)), let numerator = plain(at: first), numerator.end - first <= 2 else { return nil }
    guard let end = slashEnd(numerator) else { return nil }
    return quotient(of: first..<numerator.end, by: numerator.end + 1..<end, adding: whole, from: figure.start)
  }

  private func quotient(of top: Range<Int>, by bottom: Range<Int>, adding whole: ExactDecimal, from start: Int) -> NumeralReading? {
    guard let numerator = source.integer(in: top), let denominator = source.integer(in: bottom) else { return nil }
    guard denominator > 0 else { return .refused(start..<bottom.upperBound, reason: "a fraction of zero parts") }
    guard let value = ExactDecimal(numerator).divided(by: ExactDecimal(denominator))?.adding(whole) else { return nil }
    return .numeral(
      Numeral(
        range: start..<bottom.upperBound, amount: Amount(value), significantDigits: top.count, writing: .figures,
        form: whole.isZero ? .fraction : .cardinal, rules: ["fraction"]))
  }

  private func glyphFraction(_ figure: Plain, value: ExactDecimal, end: Int) -> NumeralReading? {
    guard let whole = figure.coefficient.flatMap({ ExactDecimal(coefficient: $0, exponent: 0) }), let sum = whole.adding(value) else {
      return nil
    }
    return .numeral(
      Numeral(
        range: figure.start..<end, amount: Amount(sum), significantDigits: figure.digits + 1, writing: .figures, rules: ["fraction sign"]))
  }

  /// A fraction sign that stands alone: ½.
  func readGlyph(at start: Int) -> NumeralReading? {
    guard let (value, width) = glyph(at: start) else { return nil }
    return .numeral(
      Numeral(
        range: start..<start + width, amount: Amount(value), significantDigits: 1, writing: .figures, form: .fraction,
        rules: ["fraction sign"]))
  }

  private func glyph(at offset: Int) -> (ExactDecimal, Int)? {
    guard source.byte(at: offset) >= 0xC2 else { return nil }
    let (top, bottom): (Int, Int)
    switch source.character(at: offset) {
    case "½": (top, bottom) = (1, 2)
    case "¼": (top, bottom) = (1, 4)
    case "¾": (top, bottom) = (3, 4)
    case "⅓": (top, bottom) = (1, 3)
    case "⅔": (top, bottom) = (2, 3)
    case "⅕": (top, bottom) = (1, 5)
    case "⅛": (top, bottom) = (1, 8)
    default: return nil
    }
    guard let value = ExactDecimal(top).divided(by: ExactDecimal(bottom)) else { return nil }
    return (value, source.next(offset) - offset)
  }
}
