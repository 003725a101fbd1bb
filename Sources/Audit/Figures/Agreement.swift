internal import ClaimModel
internal import SourceText

/// Whether a figure agrees with a published number, by the digits it was written in.
///
/// A written figure stands for half a unit of its last digit to both sides, at most 10 % of the number. Trailing zeros of an
/// integer may be placeholders: then half a unit of the last digit before them, at most 5 %. *About* allows 10 %; *nearly*
/// only what is below; a bound that says less than half as much again agrees; ranges and orders hold what lies in them.
struct Agreement: Hashable {
  enum Finding: Hashable {
    case agrees
    /// Only as the placeholders of a rounded figure.
    case agreesRounded
    case differs
  }

  var bounds: Bounds
  var isApproximate: Bool
  var isNearly: Bool
  var precision: Precision

  /// Both in the same unit.
  func finding(_ number: ExactDecimal) -> Finding {
    switch bounds {
    case .exactly(let value): plain(value, number)
    case .above(let low, _): low <= number ? .agrees : .differs
    case .below(let high, _): number <= high ? .agrees : .differs
    case .between(let low, let high): low <= number && number <= high ? .agrees : .differs
    case .order(let low, let high): low <= number && number < high ? .agrees : .differs
    }
  }

  private func plain(_ value: ExactDecimal, _ number: ExactDecimal) -> Finding {
    guard let distance = number.subtracting(value)?.magnitude else { return .differs }
    let limit = number.magnitude
    if isNearly {
      let top = precision.lastDigit.multiplied(by: .half).flatMap { value.adding($0) } ?? value
      guard let low = value.multiplied(by: ExactDecimal("0.9") ?? .one) else { return .differs }
      return low <= number && number <= top ? .agrees : .differs
    }
    if isApproximate { return distance.isAtMost("0.1", of: limit) ? .agrees : .differs }
    if distance.isAtMost("0.5", of: precision.lastDigit), distance.isAtMost("0.1", of: limit) { return .agrees }
    if precision.softDigit > precision.lastDigit, distance.isAtMost("0.5", of: precision.softDigit), distance.isAtMost("0.05", of: limit) {
      return .agreesRounded
    }
    return .differs
  }

  /// The same figure × `factor`, in another unit or at another power of ten.
  func scaled(by factor: ExactDecimal) -> Agreement? {
    guard let bounds = bounds.mapped({ $0.multiplied(by: factor) }), let last = precision.lastDigit.multiplied(by: factor),
      let soft = precision.softDigit.multiplied(by: factor)
    else { return nil }
    var scaled = self
    scaled.bounds = bounds
    scaled.precision.lastDigit = last
    scaled.precision.softDigit = soft
    return scaled
  }

  /// The one number that is written; nil for a range or an order.
  var number: ExactDecimal? {
    switch bounds {
    case .exactly(let value), .above(let value, _), .below(let value, _): value
    case .between, .order: nil
    }
  }

  var isBound: Bool {
    switch bounds {
    case .above, .below: true
    default: false
    }
  }

  /// The same number as if it had been written plainly.
  var asPlain: Agreement? {
    number.map { Agreement(bounds: .exactly($0), isApproximate: isApproximate, isNearly: false, precision: precision) }
  }
}

extension ExactDecimal {
  /// Whether this number is at most `share` of `whole`; both not negative.
  func isAtMost(_ share: String, of whole: ExactDecimal) -> Bool {
    guard let share = ExactDecimal(share), let limit = whole.multiplied(by: share) else { return false }
    return self <= limit
  }
}
