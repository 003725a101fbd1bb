internal import ClaimModel
internal import Knowledge
internal import SourceText

/// Parts of a currency that are not named: 15 dollars 50, $20 and 43c, 3 GBP and one.
extension CompoundReader {
  /// `whole` with the hundredths behind it, where a number below a hundred ends the phrase; `whole` itself else.
  func withCents(_ whole: Part) -> Part {
    guard let unit = whole.unit, unit.base.dimension == .currency, unit.factor == .one, whole.amount.shape == .exact,
      !whole.numeral.hasMultiplier, whole.amount.low.exponent >= 0, !whole.rules.contains("compound measure"),
      !whole.rules.contains("multiplier behind the currency"), source.byte(at: whole.end) == 0x20
    else { return whole }
    let isJoined = source.has(" and ", at: whole.end)
    let start = isJoined ? whole.end + 5 : whole.end + 1
    guard numerals.mayBegin(at: start), case .numeral(let cents)? = numerals.read(at: start),
      let end = centsEnd(cents, whole, isJoined: isJoined),
      let share = cents.amount.low.scaled(byPowerOfTen: -2), let sum = whole.amount.low.adding(share)
    else { return whole }
    var result = whole
    result.amount = Amount(sum)
    result.end = end
    result.unit?.spanEnd = end
    result.numeral.significantDigits += 2
    result.rules += cents.rules + ["hundredths of the currency"]
    return result
  }

  /// Where the hundredths end: behind the letter of 43c, else where the phrase does.
  private func centsEnd(_ cents: Numeral, _ whole: Part, isJoined: Bool) -> Int? {
    let end = cents.range.upperBound
    guard cents.form == .cardinal, cents.amount.shape == .exact, cents.amount.low < ExactDecimal(100), !cents.amount.low.isZero else {
      return nil
    }
    let letter = source.skippingSpace(at: end)
    if cents.isPlainDigits, source.hasSymbol("c", at: letter) { return letter + 1 }
    if source.has("¢", at: letter) { return letter + 2 }
    guard cents.writing == .english || cents.isPlainDigits && cents.range.count == 2,
      source.endsPhrase(at: end) || source.has(" more,", at: end)
    else { return nil }
    // A mark in front and a number behind may be two figures of a list: only where they are all that is said.
    if whole.hasMark || cents.writing == .english && cents.amount.low == .one { return source.isAlone(whole.start..<end) ? end : nil }
    return end
  }
}
