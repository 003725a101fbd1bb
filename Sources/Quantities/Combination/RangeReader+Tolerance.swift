internal import ClaimModel
internal import Knowledge
internal import SourceText

/// Figures with their tolerance: 12.9±0.1 TeV, 9.83e-3 +/- 1e-5 km, 5 plus or minus 2 percent.
extension RangeReader {
  /// The range around `first` that a tolerance behind it spans; nil where none stands.
  func tolerance(of first: Part) -> Ends? {
    guard first.amount.shape == .exact, first.numeral.form == .cardinal, let start = toleranceStart(at: first.end),
      numerals.mayBegin(at: start), case .numeral(let numeral)? = numerals.read(at: start), numeral.form == .cardinal
    else { return nil }
    let second = parts.read(numeral, floor: start)
    guard second.amount.shape == .exact, second.amount.low > .zero, fits(first, second),
      let low = first.amount.low.subtracting(second.amount.low), let high = first.amount.low.adding(second.amount.low)
    else { return nil }
    return Ends(
      low: low, high: high, unit: second.unit ?? first.unit, range: first.start..<second.end, digits: first.numeral.significantDigits,
      rules: first.rules + second.rules + ["tolerance"])
  }

  private func toleranceStart(at offset: Int) -> Int? {
    let start = source.skippingSpace(at: offset)
    for sign in ["±", "+/-", "+/−", "plus or minus", "plus/minus"] where source.has(sign, at: start) {
      return source.skippingSpace(at: start + sign.utf8.count)
    }
    return nil
  }

  /// Whether both have one unit, or one leaves it to the other; 20 ± 5% is neither.
  private func fits(_ first: Part, _ second: Part) -> Bool {
    guard let left = first.unit else { return second.unit?.base.dimension != .ratio }
    guard let right = second.unit else { return true }
    return left.base == right.base && left.factor == right.factor
  }
}
