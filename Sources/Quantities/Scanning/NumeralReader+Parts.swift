internal import ClaimModel
internal import Knowledge
internal import SourceText

/// Parts of a whole that two numerals say: 7 out of 10, three in five, one over three.
extension NumeralReader {
  /// `7 out of 10`, `three in five`, `one over three`: a part of a whole.
  func outOf(_ part: Numeral) -> NumeralReading? {
    let end = part.range.upperBound
    let isOver = source.has(" over ", at: end)
    let isIn = source.has(" in ", at: end)
    guard isOver || isIn || source.has(" out of ", at: end), part.form == .cardinal, part.amount.shape == .exact else { return nil }
    let start = end + (isOver ? 6 : isIn ? 4 : 8)
    let reading = isDigit(source.byte(at: start)) ? figures.read(at: start) : english.read(at: start)
    guard case .numeral(let whole) = reading, whole.form == .cardinal, !whole.amount.low.isZero, !whole.hasMultiplier,
      isOver
        ? endsPhrase(at: whole.range.upperBound)
        : part.amount.low < whole.amount.low && (isShare(whole, limit: isIn ? 20 : 100) || !isIn && whole.writing == .english),
      let share = part.amount.low.divided(by: whole.amount.low)
    else { return nil }
    return .numeral(
      Numeral(
        range: part.range.lowerBound..<whole.range.upperBound, amount: Amount(share), significantDigits: part.significantDigits,
        writing: part.writing, form: .fraction, rules: part.rules + ["out of"]))
  }

  private func isShare(_ whole: Numeral, limit: Int) -> Bool { whole.amount.low <= ExactDecimal(limit) }

  /// Whether nothing follows that the number before `offset` could count.
  private func endsPhrase(at offset: Int) -> Bool {
    let next = source.byte(at: source.skippingSpace(at: offset))
    return !isWordByte(next) && next < 0x80 && next != UInt8(ascii: "%") && next != UInt8(ascii: "$")
  }
}
