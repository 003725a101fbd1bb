internal import ClaimModel
internal import Quantities
internal import SourceText

/// The numbers that a figure may stand for, both ends included.
struct NumberRange: Hashable {
  var low: ExactDecimal
  var high: ExactDecimal

  init(_ low: ExactDecimal, _ high: ExactDecimal) {
    self.low = min(low, high)
    self.high = max(low, high)
  }

  init(_ value: ExactDecimal) { self.init(value, value) }

  func meets(_ other: NumberRange) -> Bool { low <= other.high && other.low <= high }

  var middle: ExactDecimal { low.adding(high)?.multiplied(by: .half) ?? low }

  /// The middle, at as many digits as the range lets stand.
  var plainMiddle: ExactDecimal {
    guard let width = high.subtracting(low), !width.isZero else { return middle.atFourDigits }
    return middle.rounded(toPower: min(width.leadingPower, middle.leadingPower)).atFourDigits
  }

  /// How far apart the two are; zero where they meet.
  func gap(to other: NumberRange) -> ExactDecimal {
    if meets(other) { return .zero }
    return (low > other.high ? low.subtracting(other.high) : other.low.subtracting(high)) ?? .zero
  }

  func adding(_ other: NumberRange) -> NumberRange? {
    guard let low = low.adding(other.low), let high = high.adding(other.high) else { return nil }
    return NumberRange(low, high)
  }

  func subtracting(_ other: NumberRange) -> NumberRange? {
    guard let low = low.subtracting(other.high), let high = high.subtracting(other.low) else { return nil }
    return NumberRange(low, high)
  }

  /// Nil for negative numbers, which the page's arithmetic does not multiply.
  func multiplied(by other: NumberRange) -> NumberRange? {
    guard !low.isNegative, !other.low.isNegative, let low = low.multiplied(by: other.low), let high = high.multiplied(by: other.high) else {
      return nil
    }
    return NumberRange(low, high)
  }

  /// Nil for a divisor that may be zero, and for negative numbers.
  func divided(by other: NumberRange) -> NumberRange? {
    guard !low.isNegative, other.low > .zero, let low = low.divided(by: other.high), let high = high.divided(by: other.low) else {
      return nil
    }
    return NumberRange(low, high)
  }

  var magnitude: NumberRange {
    guard low.isNegative else { return self }
    return high.isNegative ? NumberRange(low.magnitude, high.magnitude) : NumberRange(.zero, max(low.magnitude, high))
  }
}

extension Figure {
  /// What the figure stands for as an input: half a unit of its last digit to both sides; counts, years and days are exact.
  var inputRange: NumberRange? {
    guard date == nil, case .exactly(let value) = quantity.bounds else { return nil }
    if quantity.isApproximate { return widened(value, by: value.magnitude.multiplied(by: .tenth)) }
    let isCount = kind == .count || kind == .number || kind == .duration
    if isCount, value.exponent >= 0, precision.lastDigit <= .one { return NumberRange(value) }
    return widened(value, by: precision.lastDigit.multiplied(by: .half))
  }

  /// What the figure allows as a result: about allows 10 %, a bound half as much again on its side.
  var resultRange: NumberRange? {
    let wide = ExactDecimal("1.5") ?? .one
    switch quantity.bounds {
    case .exactly(let value):
      if isNearly { return value.multiplied(by: ExactDecimal("0.9") ?? .one).map { NumberRange($0, value) } }
      if quantity.isApproximate { return widened(value, by: value.magnitude.multiplied(by: .tenth)) }
      // Fractions in words (a third) have no last digit: half a percent.
      let word = value.magnitude.multiplied(by: ExactDecimal("0.005") ?? .zero) ?? .zero
      let half = precision.lastDigit.multiplied(by: .half) ?? .zero
      return widened(value, by: isFraction ? max(word, half) : half)
    case .above(let low, _): return low.multiplied(by: wide).map { NumberRange(low, $0) }
    case .below(let high, _): return high.divided(by: wide).map { NumberRange($0, high) }
    case .between(let low, let high), .order(let low, let high): return NumberRange(low, high)
    }
  }

  /// A part of a whole: 35%, 六成, a third.
  var isFraction: Bool { quantity.unit.name == "ratio" && quantity.per == nil }

  private func widened(_ value: ExactDecimal, by slack: ExactDecimal?) -> NumberRange? {
    guard let slack, let low = value.subtracting(slack), let high = value.adding(slack) else { return nil }
    return NumberRange(low, high)
  }
}
