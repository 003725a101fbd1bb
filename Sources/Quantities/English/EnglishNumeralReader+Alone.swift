internal import ClaimModel
internal import Knowledge
internal import SourceText

/// Words that are a number only where a text says nothing else: single, a pair, a few, point 77, one twenty-two.
extension EnglishNumeralReader {
  /// single, pair, few, as the whole text from `start`.
  func alone(_ word: NumberWords.Match, from start: Int) -> NumeralReading? {
    let value: Int
    switch word.word {
    case .single: value = 1
    case .pair: value = 2
    case .few where source.hasWord("few", at: word.end - 3): value = 3
    default: return nil
    }
    guard source.isAlone(start..<word.end) else { return nil }
    var numeral = self.numeral(ExactDecimal(value), range: start..<word.end, digits: 1, rule: "a word alone")
    if value == 3 { numeral.amount.shape = .approximate }
    return .numeral(numeral)
  }

  /// point 77, as the whole text.
  func decimalsAlone(from start: Int, at offset: Int) -> NumeralReading? {
    let first = source.skippingSpace(at: offset)
    if isLetter(source.byte(at: first)) { return wordsBehindPoint(from: start, at: offset) }
    let end = source.digitsEnd(at: first)
    guard end > first, let digits = source.integer(in: first..<end), source.isAlone(start..<end),
      let value = ExactDecimal(coefficient: Int128(digits), exponent: first - end)
    else { return nil }
    return .numeral(numeral(value, range: start..<end, digits: end - first, rule: "decimals after the word point"))
  }

  /// ⟦point five⟧ percent, and point five as the whole text.
  private func wordsBehindPoint(from start: Int, at offset: Int) -> NumeralReading? {
    var assembly = EnglishAssembly()
    guard assembly.takeSmall(0), let end = takePoint(&assembly, at: offset), let value = assembly.total else { return nil }
    guard source.isAlone(start..<end) || source.hasWord("percent", at: end + 1) || source.hasWord("per", at: end + 1) else { return nil }
    return .numeral(numeral(value, range: start..<end, digits: 1, rule: "decimals after the word point"))
  }

  /// one twenty-two, four fifty: hundreds as they are spoken, as the whole text.
  func spokenHundreds(_ assembly: EnglishAssembly, range: Range<Int>) -> NumeralReading? {
    guard let hundreds = assembly.simple, (1...9).contains(hundreds), let next = wordStart(after: range.upperBound),
      let word = source.vocabulary.numberWords.match(in: source.bytes, at: next), case .tens = word.word
    else { return nil }
    var rest = EnglishAssembly()
    let end = take(&rest, from: next)
    guard let value = rest.simple, value < 100, source.isAlone(range.lowerBound..<end) else { return nil }
    return .numeral(numeral(ExactDecimal(hundreds * 100 + value), range: range.lowerBound..<end, digits: 3, rule: "spoken hundreds"))
  }
}
