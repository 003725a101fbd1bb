internal import SourceText

/// Figures and words that build one number together: 3 hundred and 21, 4 thousand 3 hundred, 6 crore and two hundred.
extension NumeralReader {
  /// `first`, whose multiplier is a word, with the smaller numbers that follow it.
  func withAddends(_ first: Numeral) -> Numeral {
    guard first.writing == .figures, first.hasMultiplier, first.trailingPower > 0, endsWithWord(first) else { return first }
    var whole = first
    var power = first.trailingPower
    for _ in 0..<4 {
      guard let (addend, next) = addend(to: whole, below: power), let sum = whole.amount.adding(addend.amount) else { break }
      whole.amount = sum
      whole.range = whole.range.lowerBound..<addend.range.upperBound
      whole.significantDigits += addend.significantDigits
      whole.rules += addend.rules + ["sum of figure and words"]
      power = next
    }
    // 3 hundred and 21 million is no sum of multiplied parts.
    if whole.range != first.range { whole.trailingPower = 0 }
    return whole
  }

  /// Whether the multiplier is a word, not a letter: 3 hundred, not 3k.
  private func endsWithWord(_ numeral: Numeral) -> Bool {
    let end = numeral.range.upperBound
    return isLetter(source.byte(at: end - 1)) && isLetter(source.byte(at: end - 2)) && isLetter(source.byte(at: end - 4))
  }

  /// The next smaller number behind `whole`, with the power that limits the one after it.
  private func addend(to whole: Numeral, below power: Int) -> (addend: Numeral, power: Int)? {
    let end = whole.range.upperBound
    guard source.byte(at: end) == 0x20, power > 1 else { return nil }
    let isJoined = source.has(" and ", at: end)
    let start = isJoined ? end + 5 : end + 1
    let reading = isDigit(source.byte(at: start)) ? readPlain(at: start) : isJoined ? readEnglish(at: start) : nil
    guard case .numeral(let addend)? = reading, addend.form == .cardinal, addend.amount.shape == .exact, addend.amount.low.exponent >= 0,
      !addend.amount.low.isZero, let limit = ExactDecimal.one.scaled(byPowerOfTen: power), addend.amount.low < limit
    else { return nil }
    if addend.hasMultiplier, addend.writing == .figures { return (addend, addend.trailingPower) }
    guard isJoined, power == 2 || addend.writing == .english && addend.amount.low >= ExactDecimal(100) else { return nil }
    return power == 2 || source.endsPhrase(at: addend.range.upperBound) ? (addend, 0) : nil
  }
}
