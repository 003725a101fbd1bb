internal import ClaimModel
internal import Knowledge
internal import SourceText

/// Reads one numeral of any writing: figures with the multiplier behind them, Chinese, English.
struct NumeralReader {
  let source: Source
  let figures: FigureReader
  private let chinese: ChineseNumeralReader
  private let chineseFractions: ChineseFractionReader
  let english: EnglishNumeralReader

  init(source: Source) {
    self.source = source
    figures = FigureReader(source: source)
    chinese = ChineseNumeralReader(source: source)
    chineseFractions = ChineseFractionReader(source: source)
    english = EnglishNumeralReader(source: source)
  }

  /// Whether a numeral may begin with the character at `offset`.
  func mayBegin(at offset: Int) -> Bool {
    let byte = source.byte(at: offset)
    if isDigit(byte) { return true }
    if byte == UInt8(ascii: ".") { return isDigit(source.byte(at: offset + 1)) && !isDigit(source.byte(at: offset - 1)) }
    if isLetter(byte) { return !isWordByte(source.byte(at: offset - 1)) }
    return byte >= 0xC2
  }

  /// The numeral that begins at `start`; nil where none does.
  ///
  /// With `isMoney` a letter may be a multiplier that without a currency would be a unit: the second figure of $10-15m.
  func read(at start: Int, isMoney: Bool = false) -> NumeralReading? {
    let byte = source.byte(at: start)
    if isDigit(byte) || byte == UInt8(ascii: ".") { return readFigure(at: start, isMoney: isMoney) }
    if isLetter(byte) { return isWordByte(source.byte(at: start - 1)) ? nil : readEnglish(at: start) }
    if byte < 0xE3 { return byte >= 0xC2 ? figures.readGlyph(at: start) : nil }
    if let word = chineseFractions.readWord(at: start) { return .numeral(word) }
    if source.character(at: start) == "第" { return ordinal(at: start) }
    if source.character(at: start) == "半" { return half(at: start) }
    guard let reading = chinese.read(at: start) else { return figures.readGlyph(at: start) }
    guard case .numeral(let numeral) = reading else { return reading }
    return chineseFraction(after: numeral) ?? mixedChinese(after: numeral) ?? reading
  }

  /// A figure with its multiplier alone.
  func readPlain(at start: Int) -> NumeralReading? {
    guard case .numeral(let figure)? = figures.read(at: start) else { return nil }
    return .numeral(withMultiplier(figure, isMoney: false))
  }

  func readEnglish(at start: Int) -> NumeralReading? {
    guard let reading = english.read(at: start) else { return nil }
    guard case .numeral(let numeral) = reading else { return reading }
    return outOf(numeral) ?? reading
  }

  private func chineseFraction(after denominator: Numeral) -> NumeralReading? {
    chineseFractions.read(after: denominator) { position in
      if source.has("负", at: position), let part = unsigned(at: position + 3) { return part.negated(from: position) }
      return unsigned(at: position)
    }
  }

  /// A numerator without its sign.
  private func unsigned(at position: Int) -> Numeral? {
    let byte = source.byte(at: position)
    let reading = isDigit(byte) ? figures.read(at: position) : byte >= 0xE3 ? chinese.read(at: position) : nil
    guard case .numeral(let numeral) = reading else { return nil }
    return isDigit(byte) ? withMultiplier(numeral, isMoney: false) : numeral
  }

  /// 一又二分之一, 三百五十又3分之1.
  private func mixedChinese(after whole: Numeral) -> NumeralReading? {
    let joint = source.skippingSpace(at: whole.range.upperBound)
    guard source.has("又", at: joint), whole.amount.shape == .exact, whole.form == .cardinal else { return nil }
    let start = source.skippingSpace(at: joint + 3)
    let reading = isDigit(source.byte(at: start)) ? figures.read(at: start) : source.byte(at: start) >= 0xE3 ? chinese.read(at: start) : nil
    guard case .numeral(let denominator) = reading, case .numeral(let fraction)? = chineseFraction(after: denominator),
      fraction.form == .fraction,
      let sum = whole.amount.adding(fraction.amount)
    else { return nil }
    var result = whole
    result.amount = sum
    result.range = whole.range.lowerBound..<fraction.range.upperBound
    result.rules += fraction.rules
    return .numeral(result)
  }

  private func readFigure(at start: Int, isMoney: Bool) -> NumeralReading? {
    guard let reading = figures.read(at: start) else { return nil }
    guard case .numeral(let figure) = reading else { return reading }
    if let fraction = chineseFraction(after: figure) { return fraction }
    if let extended = chinese.read(after: figure) { return extended }
    if let ordinal = englishOrdinal(figure) { return ordinal }
    if let part = outOf(figure) { return part }
    return .numeral(withAddends(withMultiplier(withHalf(figure), isMoney: isMoney)))
  }

  /// `1st`, `22nd`.
  private func englishOrdinal(_ figure: Numeral) -> NumeralReading? {
    let end = figure.range.upperBound
    guard figure.isPlainDigits, isLower(source.byte(at: end)) else { return nil }
    for suffix in ["st", "nd", "rd", "th"] where source.has(suffix, at: end) && !isWordByte(source.byte(at: end + 2)) {
      var ordinal = figure
      ordinal.range = figure.range.lowerBound..<end + 2
      ordinal.form = .ordinal
      ordinal.isPlainDigits = false
      ordinal.rules.append("ordinal")
      return .numeral(ordinal)
    }
    return nil
  }

  /// `2 and a half`, `1 point 1`.
  private func withHalf(_ figure: Numeral) -> Numeral {
    let end = figure.range.upperBound
    if let decimals = spokenDecimals(figure) { return decimals }
    guard source.has(" and a half", at: end), !isWordByte(source.byte(at: end + 11)), let half = ExactDecimal("0.5"),
      let sum = figure.amount.adding(Amount(half))
    else { return figure }
    var result = figure
    result.amount = sum
    result.range = figure.range.lowerBound..<end + 11
    result.isPlainDigits = false
    result.rules.append("and a half")
    return result
  }

  private func spokenDecimals(_ figure: Numeral) -> Numeral? {
    let end = figure.range.upperBound
    guard figure.isPlainDigits, source.has(" point ", at: end) else { return nil }
    let stop = source.digitsEnd(at: end + 7)
    guard stop > end + 7, let digits = source.integer(in: end + 7..<stop), !isWordByte(source.byte(at: stop)),
      let fraction = ExactDecimal(coefficient: Int128(digits), exponent: -(stop - end - 7)),
      let sum = figure.amount.adding(Amount(fraction))
    else { return nil }
    var result = figure
    result.amount = sum
    result.range = figure.range.lowerBound..<stop
    result.isPlainDigits = false
    result.rules.append("decimals after the word point")
    return result
  }

  /// 第三, 第70.
  private func ordinal(at start: Int) -> NumeralReading? {
    let first = source.skippingSpace(at: start + 3)
    let reading = isDigit(source.byte(at: first)) ? figures.read(at: first) : source.byte(at: first) >= 0xE3 ? chinese.read(at: first) : nil
    guard case .numeral(var numeral) = reading, numeral.form == .cardinal else { return nil }
    if isDigit(source.byte(at: first)), case .numeral(let extended)? = chinese.read(after: numeral) { numeral = extended }
    numeral.range = start..<numeral.range.upperBound
    numeral.form = .ordinal
    numeral.isPlainDigits = false
    numeral.amount = Amount(numeral.amount.low)
    numeral.rules.append("第")
    return .numeral(numeral)
  }

  /// 半 before a unit: 半年, 半个月; 个半小时 is one and a half.
  private func half(at start: Int) -> NumeralReading? {
    if source.has("个", at: start - 3), !isDigit(source.byte(at: start - 4)), ChineseSign(source.character(before: start - 3)) == nil,
      let unit = source.vocabulary.units.longest(in: source, at: start + 3), unit.entry.base.dimension == .time
    {
      return ExactDecimal("1.5").map {
        .numeral(Numeral(range: start - 3..<start + 3, amount: Amount($0), significantDigits: 2, writing: .chinese, rules: ["个半"]))
      }
    }
    guard let match = source.vocabulary.units.longest(in: source, at: start + 3),
      match.entry.usage == .measure || source.has("个", at: start + 3),
      let value = ExactDecimal("0.5")
    else { return nil }
    return .numeral(
      Numeral(range: start..<start + 3, amount: Amount(value), significantDigits: 1, writing: .chinese, rules: ["半"]))
  }
}
