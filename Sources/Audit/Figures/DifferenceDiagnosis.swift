internal import ClaimModel
internal import SourceText

/// Names how a figure that disagrees with a number differs from it: the first that fits.
struct DifferenceDiagnosis {
  let agreement: Agreement
  let number: ExactDecimal
  /// The same column of rows that a reader may take for this one.
  let siblings: [ExactDecimal]
  /// The figure's unit is not the column's, the number is; or tokens are off by 4/3 from words.
  let isUnitMixup: Bool

  func callAsFunction() -> Diagnosis? {
    if isUnitMixup { return .unitMixup }
    if isSibling { return .wrongSubject }
    if power != nil { return .powerOfTen }
    if isComparatorLost { return .comparatorLost }
    return isRoundedOtherwise ? .rounding : nil
  }

  private var isSibling: Bool {
    guard case .exactly = agreement.bounds else { return false }
    return siblings.contains { $0 != number && agreement.finding($0) != .differs }
  }

  /// The power of ten that the figure lacks to agree; nil where none makes it agree.
  var power: Int? {
    if case .order(let low, _) = agreement.bounds {
      let power = number.leadingPower - low.leadingPower
      return power == 0 ? nil : power
    }
    guard let plain = agreement.asPlain, let value = plain.number, !value.isZero, !number.isZero else { return nil }
    let distance = number.leadingPower - value.leadingPower
    for power in [distance, distance - 1, distance + 1] where power != 0 && abs(power) <= 24 {
      guard let factor = ExactDecimal(coefficient: 1, exponent: power), let scaled = plain.scaled(by: factor) else { continue }
      if scaled.finding(number) != .differs || isNear(scaled, power: power) { return power }
    }
    return nil
  }

  /// An approximate figure of at most two digits that is off by three powers of ten or more: within a factor of 1.5.
  private func isNear(_ scaled: Agreement, power: Int) -> Bool {
    guard agreement.isApproximate, abs(power) >= 3, let value = scaled.number, value.coefficient.magnitude < 100 else { return false }
    guard let wide = value.multiplied(by: ExactDecimal("1.5") ?? .one), let most = number.multiplied(by: ExactDecimal("1.5") ?? .one) else {
      return false
    }
    return number <= wide && value <= most
  }

  private var isComparatorLost: Bool {
    guard agreement.isBound, let value = agreement.number, let distance = number.subtracting(value)?.magnitude else { return false }
    return distance.isAtMost("0.2", of: number.magnitude)
  }

  /// The number rounded up or down to the digits that the figure shows.
  private var isRoundedOtherwise: Bool {
    guard case .exactly(let value) = agreement.bounds else { return false }
    return [agreement.precision.lastDigit, agreement.precision.softDigit].contains { unit in
      guard let distance = number.subtracting(value)?.magnitude else { return false }
      return distance < unit
    }
  }
}
