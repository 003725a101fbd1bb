internal import ClaimModel
internal import Knowledge
internal import SourceText

/// English words of magnitude without a number: several hundred, a couple of thousand, dozens, tens of millions.
extension EnglishNumeralReader {
  /// several hundred, a few thousand: the order of magnitude alone. Nothing without such a word.
  func few(from start: Int, at end: Int) -> NumeralReading? {
    guard let next = wordStart(after: end) else { return nil }
    return scale(Amount(low: .one, high: ExactDecimal(10), shape: .order), from: start, at: next, rule: "several of a scale")
  }

  /// a couple of hundred, a couple of.
  func couple(from start: Int, at end: Int) -> NumeralReading? {
    var next = source.skippingSpace(at: end)
    if source.hasWord("of", at: next) { next = source.skippingSpace(at: next + 2) }
    if let scaled = scale(Amount(ExactDecimal(2)), from: start, at: next, rule: "couple") { return scaled }
    var numeral = self.numeral(ExactDecimal(2), range: start..<end, digits: 1, rule: "couple")
    numeral.amount.shape = .approximate
    return next > end + 1 || !isLetter(source.byte(at: source.skippingSpace(at: end))) ? .numeral(numeral) : nil
  }

  private func scale(_ amount: Amount, from start: Int, at first: Int, rule: String) -> NumeralReading? {
    if let word = source.vocabulary.numberWords.match(in: source.bytes, at: first), case .dozen = word.word {
      return dozens(amount, range: start..<word.end, rule: rule)
    }
    var power = 0
    var end = first
    var next = first
    if let word = source.vocabulary.numberWords.match(in: source.bytes, at: next), case .hundred = word.word, !word.isPlural {
      power = 2
      end = word.end
      next = source.skippingSpace(at: end)
    }
    if let multiplier = multiplier(at: next), !multiplier.isPlural {
      power += multiplier.power
      end = multiplier.end
    }
    guard power > 0, let scaled = amount.scaled(byPowerOfTen: power) else { return nil }
    var numeral = Numeral(range: start..<end, amount: scaled, significantDigits: 1, writing: .english, rules: [rule])
    numeral.hasMultiplier = true
    return .numeral(numeral)
  }

  /// a few dozen: tens, as dozens are; a couple of dozen: twenty-four.
  private func dozens(_ amount: Amount, range: Range<Int>, rule: String) -> NumeralReading? {
    guard amount.shape == .order else { return .numeral(numeral(ExactDecimal(24), range: range, digits: 2, rule: rule)) }
    guard let tens = amount.scaled(byPowerOfTen: 1) else { return nil }
    var numeral = Numeral(range: range, amount: tens, significantDigits: 1, writing: .english, rules: [rule])
    numeral.hasMultiplier = true
    return .numeral(numeral)
  }

  /// dozens, hundreds of millions, tens of thousands: the order of magnitude alone.
  func pluralScale(at start: Int) -> NumeralReading? {
    var power = 0
    var end = start
    var next = start
    var isFirst = true
    while let scale = pluralWord(at: next, isFirst: isFirst) {
      power = min(power + scale.power, 60)
      end = scale.end
      isFirst = false
      guard source.hasWord("of", at: end + 1), source.byte(at: end) == 0x20 else { break }
      next = end + 4
    }
    if power >= 60 { return .refused(start..<end, reason: "more digits than a figure has") }
    guard power > 0, let low = ExactDecimal.one.scaled(byPowerOfTen: power), let high = low.scaled(byPowerOfTen: 1) else { return nil }
    var numeral = Numeral(
      range: start..<end, amount: Amount(low: low, high: high, shape: .order), significantDigits: 1, writing: .english,
      rules: ["plural scale word"])
    numeral.hasMultiplier = true
    return .numeral(numeral)
  }

  private func pluralWord(at offset: Int, isFirst: Bool) -> (power: Int, end: Int)? {
    if source.hasWord("tens", at: offset), source.hasWord("of", at: offset + 5) { return (1, offset + 4) }
    if let word = source.vocabulary.numberWords.match(in: source.bytes, at: offset), word.isPlural {
      switch word.word {
      case .hundred: return (2, word.end)
      case .dozen: return (1, word.end)
      default: return nil
      }
    }
    guard let multiplier = multiplier(at: offset), multiplier.isPlural else { return nil }
    return (multiplier.power, multiplier.end)
  }
}
