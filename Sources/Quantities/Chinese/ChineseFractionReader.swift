internal import ClaimModel
internal import SourceText

/// Reads Chinese fractions and multiples: 三分之二, 百分之五, 万分之一, 一又二分之一, 一半, 对半, 翻两番, 减半.
struct ChineseFractionReader {
  let source: Source

  /// The fraction whose denominator `denominator` has been read; the numerator reader is `numeral`.
  func read(after denominator: Numeral, numeral: (Int) -> Numeral?) -> NumeralReading? {
    var position = pastSpaces(denominator.range.upperBound)
    guard source.has("分", at: position) else { return nil }
    position = pastSpaces(position + 3)
    guard source.has("之", at: position) else { return nil }
    position = pastSpaces(position + 3)
    guard let numerator = numeral(position), numerator.form == .cardinal || numerator.form == .fraction else { return nil }
    let range = denominator.range.lowerBound..<numerator.range.upperBound
    var result = numerator
    result.range = range
    let low = denominator.amount.low
    if low == ExactDecimal(100), denominator.isBareScale {
      result.form = .percent
      result.rules.append("百分之")
      if numerator.isBareScale { result.amount = Amount(numerator.amount.low) }
      result.isBareScale = false
      return .numeral(result)
    }
    guard let top = numerator.amount.low.divided(by: low), let end = numerator.amount.high.divided(by: low) else {
      return .refused(range, reason: "a fraction that does not come out")
    }
    result.amount = Amount(low: top, high: end, shape: numerator.amount.shape)
    // 千分之三, 万分之一 count in parts of a power of ten, as percent does.
    if low.coefficient == 1, low.exponent >= 3, denominator.isBareScale, let percent = result.amount.scaled(byPowerOfTen: 2) {
      result.amount = percent
      result.form = .percent
      result.isBareScale = false
      result.rules.append("parts of a power of ten")
      return .numeral(result)
    }
    result.form = .fraction
    result.rules.append("分之")
    return .numeral(result)
  }

  /// Past three spaces at most.
  private func pastSpaces(_ offset: Int) -> Int {
    var position = offset
    while position < offset + 3, source.byte(at: position) == 0x20 { position += 1 }
    return position
  }

  /// Words that are a fraction or a multiple by themselves, at `start`.
  func readWord(at start: Int) -> Numeral? {
    switch source.character(at: start) {
    case "翻": turned(at: start)
    case "减": fixed("减半", at: start)
    case "对": fixed("对半", at: start) ?? halfPrice(at: start)
    case "一": half(at: start)
    case "米": height(at: start)
    case "半": fixed("半数", at: start) ?? halfHundred(at: start)
    default: nil
    }
  }

  /// 一半; 一个半 and 一半导体 are something else.
  private func half(at start: Int) -> Numeral? {
    guard !source.has("一半导", at: start) else { return nil }
    return fixed("一半", at: start)
  }

  /// 身高⟦米八⟧: a body's height of one metre and so many tenths, where lengths are asked for or the text speaks of height.
  private func height(at start: Int) -> Numeral? {
    guard case .digit(let tenths) = ChineseSign(source.character(at: start + 3)), tenths >= 4,
      ChineseSign(source.character(before: start)) == nil, !isDigit(source.byte(at: start - 1)),
      ChineseSign(source.character(at: start + 6)) == nil,
      source.asked.contains(.dimension) || source.has("高", at: start - 3),
      let value = ExactDecimal(coefficient: Int128(10 + tenths), exponent: -1)
    else { return nil }
    var numeral = Numeral(
      range: start..<start + 6, amount: Amount(value), significantDigits: 2, writing: .chinese, rules: ["one metre understood"])
    numeral.impliesMeter = true
    return numeral
  }

  /// 年过半百: fifty.
  private func halfHundred(at start: Int) -> Numeral? {
    guard var numeral = fixed("半百", at: start) else { return nil }
    numeral.amount = Amount(ExactDecimal(50))
    numeral.form = .cardinal
    return numeral
  }

  /// 打对折.
  private func halfPrice(at start: Int) -> Numeral? {
    guard source.has("打", at: start - 3), var numeral = fixed("对折", at: start) else { return nil }
    numeral.amount = Amount(ExactDecimal(50))
    numeral.form = .percent
    return numeral
  }

  private func fixed(_ words: String, at start: Int) -> Numeral? {
    guard source.has(words, at: start), let value = ExactDecimal("0.5") else { return nil }
    return Numeral(
      range: start..<start + words.utf8.count, amount: Amount(value), significantDigits: 1, writing: .chinese, form: .fraction,
      rules: ["half"])
  }

  /// 翻番, 翻一番, 翻了两番, 翻倍: powers of two, and 翻三倍 as written.
  private func turned(at start: Int) -> Numeral? {
    var position = start + 3
    if source.has("了", at: position) { position += 3 }
    var count = 1
    if case .digit(let digit) = ChineseSign(source.character(at: position)) {
      count = digit
      position += 3
    } else if isDigit(source.byte(at: position)), !isDigit(source.byte(at: position + 1)) {
      count = Int(source.byte(at: position) - 0x30)
      position += 1
    }
    let isFold = source.has("倍", at: position)
    guard count > 0, isFold || source.has("番", at: position) else { return nil }
    let value = isFold ? max(count, 2) : 1 << count
    return Numeral(
      range: start..<position + 3, amount: Amount(ExactDecimal(value)), significantDigits: 1, writing: .chinese, form: .multiple,
      rules: [isFold ? "翻倍" : "翻番"])
  }
}
