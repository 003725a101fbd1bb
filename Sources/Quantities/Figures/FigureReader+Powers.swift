internal import Knowledge
internal import SourceText

/// Scientific notation in its several dresses: 2.1e25, 7x10^5, 6.67×10²², 10^{-8}.
extension FigureReader {
  /// The end of `e25` or `E-4` right behind a figure.
  func exponentEnd(at offset: Int) -> Int? {
    guard source.byte(at: offset) | 0x20 == UInt8(ascii: "e") else { return nil }
    var digits = offset + 1
    if source.byte(at: digits) == UInt8(ascii: "+") || source.byte(at: digits) == UInt8(ascii: "-") { digits += 1 }
    let end = source.digitsEnd(at: digits)
    guard end > digits, !isWordByte(source.byte(at: end)) else { return nil }
    return end
  }

  /// The signed integer from `start` to `end`; nil for one that no figure means.
  func exponent(at start: Int, to end: Int) -> Int? {
    var digits = start
    let isNegative = source.byte(at: start) == UInt8(ascii: "-")
    if isNegative || source.byte(at: start) == UInt8(ascii: "+") { digits += 1 }
    guard let value = source.integer(in: digits..<end), value <= ExactDecimal.exponentLimit / 2 else { return nil }
    return isNegative ? -value : value
  }

  /// `×10^24` behind a figure.
  func timesPowerOfTen(_ figure: Plain) -> NumeralReading? {
    var position = source.skippingSpace(at: figure.end)
    let character = source.character(at: position)
    let word: Bool
    switch character {
    case "x", "X", "×", "*", "✕", "·": word = false
    case "\\":
      word = source.has("\\times", at: position)
      guard word else { return nil }
    default: return nil
    }
    position = source.skippingSpace(at: word ? position + 6 : source.next(position))
    if let product = timesPower(figure, at: position) { return product }
    guard source.has("10", at: position), let (power, end) = raised(at: position + 2) ?? plainNegative(at: position + 2) else { return nil }
    if continuesPower(at: end) { return .refused(figure.start..<chainEnd(from: end), reason: "a power of a power") }
    guard let power else { return .refused(figure.start..<end, reason: "an exponent beyond all figures") }
    var result = figure
    result.exponent += power
    result.end = end
    return finish(result, rule: "figure times power of ten")
  }

  /// 8×2^10: a figure times the power of another number than ten.
  private func timesPower(_ figure: Plain, at offset: Int) -> NumeralReading? {
    let digits = source.digitsEnd(at: offset)
    guard (1...2).contains(digits - offset), let base = source.integer(in: offset..<digits), base != 10, let raised = raised(at: digits),
      !continuesPower(at: raised.end), let power = raised.power, let value = Self.raise(ExactDecimal(base), to: power),
      let product = figure.coefficient.flatMap({ ExactDecimal(coefficient: $0, exponent: figure.exponent) })?.multiplied(by: value)
    else { return nil }
    return .numeral(
      Numeral(
        range: figure.start..<raised.end, amount: Amount(product), significantDigits: figure.digits, writing: .figures,
        rules: ["figure times a power"]))
  }

  /// `×10-5`, an exponent that lost its place above the line.
  private func plainNegative(at offset: Int) -> (power: Int?, end: Int)? {
    guard source.byte(at: offset) == UInt8(ascii: "-") else { return nil }
    let end = source.digitsEnd(at: offset + 1)
    guard end > offset + 1, end - offset <= 3 else { return nil }
    return (exponent(at: offset, to: end), end)
  }

  /// `10^25`, `2^32`: a figure that is itself raised.
  func power(after figure: Plain) -> NumeralReading? {
    guard let (power, end) = raised(at: figure.end) else { return nil }
    if continuesPower(at: end) { return .refused(figure.start..<chainEnd(from: end), reason: "a power of a power") }
    guard let base = figure.coefficient.flatMap({ ExactDecimal(coefficient: $0, exponent: figure.exponent) }), let power,
      let value = Self.raise(base, to: power)
    else { return .refused(figure.start..<end, reason: "a power beyond all figures") }
    return .numeral(
      Numeral(
        range: figure.start..<end, amount: Amount(value), significantDigits: 1, writing: .figures, rules: ["power"]))
  }

  private static func raise(_ base: ExactDecimal, to power: Int) -> ExactDecimal? {
    if base == ExactDecimal(10) { return ExactDecimal.one.scaled(byPowerOfTen: power) }
    guard abs(power) <= 130 else { return nil }
    var value = ExactDecimal.one
    for _ in 0..<abs(power) {
      guard let next = value.multiplied(by: base) else { return nil }
      value = next
    }
    return power < 0 ? ExactDecimal.one.divided(by: value) : value
  }

  /// An exponent at `offset`: `^24`, `^{-8}`, `²²`, `**9`. The power is nil where it is too large.
  private func raised(at offset: Int) -> (power: Int?, end: Int)? {
    var start = offset
    if source.has("<sup>", at: start) { return tagged(at: start + 5) }
    if source.byte(at: start) == UInt8(ascii: "^") {
      start += 1
    } else if source.has("**", at: start) {
      start += 2
    } else {
      return superscript(at: offset)
    }
    let isBraced = source.byte(at: start) == UInt8(ascii: "{")
    if isBraced { start += 1 }
    var digits = start
    if source.byte(at: digits) == UInt8(ascii: "-") || source.byte(at: digits) == UInt8(ascii: "+") { digits += 1 }
    let end = source.digitsEnd(at: digits)
    guard end > digits else { return nil }
    if isBraced, source.byte(at: end) != UInt8(ascii: "}") { return nil }
    return (exponent(at: start, to: end), isBraced ? end + 1 : end)
  }

  /// `<sup>22</sup>`, as it stands in Markdown.
  private func tagged(at offset: Int) -> (power: Int?, end: Int)? {
    let digits = source.byte(at: offset) == UInt8(ascii: "-") ? offset + 1 : offset
    let end = source.digitsEnd(at: digits)
    guard end > digits, source.has("</sup>", at: end) else { return nil }
    return (exponent(at: offset, to: end), end + 6)
  }

  private func superscript(at offset: Int) -> (power: Int?, end: Int)? {
    guard source.byte(at: offset) >= 0xC2 else { return nil }
    var position = offset
    var isNegative = false
    if source.character(at: position) == "⁻" {
      isNegative = true
      position += 3
    }
    var value = 0
    var digits = 0
    while let digit = Self.superscriptDigit(source.character(at: position)) {
      value = min(value * 10 + digit, 1_000_000)
      digits += 1
      position = source.next(position)
    }
    guard digits > 0 else { return nil }
    return (value <= ExactDecimal.exponentLimit / 2 ? (isNegative ? -value : value) : nil, position)
  }

  private static func superscriptDigit(_ character: Unicode.Scalar) -> Int? {
    switch character.value {
    case 0xB9: 1
    case 0xB2, 0xB3: Int(character.value) - 0xB0
    case 0x2070: 0
    case 0x2074...0x2079: Int(character.value) - 0x2070
    default: nil
    }
  }

  private func continuesPower(at offset: Int) -> Bool {
    source.byte(at: offset) == UInt8(ascii: "^") && isDigit(source.byte(at: offset + 1))
  }

  /// The end of `^10^10…`.
  private func chainEnd(from offset: Int) -> Int {
    var end = offset
    while continuesPower(at: end) { end = source.digitsEnd(at: end + 1) }
    return end
  }
}
