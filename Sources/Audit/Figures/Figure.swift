internal import ClaimModel
internal import Quantities
internal import SourceText

/// A figure of the page as the audit holds it: its number with the fineness it was written in, and its claim where it is one.
struct Figure {
  /// The numeral with its unit, in the document.
  var span: TextSpan
  /// `span` with the bound words around it.
  var phrase: TextSpan
  var quantity: Quantity
  var precision: Precision
  /// 近, nearly: not quite what is written.
  var isNearly: Bool
  /// The number as written, before its conversion to the base unit (2 for two weeks).
  var written: WrittenQuantity
  var kind: QuantityKind?
  /// EDTF, for a date.
  var date: String?
  var claims: [Claim]

  /// `flop_per_second` for figures per second; the base unit's name alone otherwise.
  var unit: String {
    guard let per = quantity.per else { return moneyOrUnit }
    return per.value == .one ? "\(moneyOrUnit)_per_\(per.unit)" : "\(moneyOrUnit)_per_\(per.value)_\(per.unit)"
  }

  /// The unit's name; of money the claim's, which knows whose 元 the page counts in.
  var moneyOrUnit: String {
    let claimed = claims.first?.value.quantity.unit
    return quantity.unit.dimension == .currency ? claimed?.name ?? quantity.unit.name : quantity.unit.name
  }

  /// The one number that is written; the named end of a bound.
  var number: ExactDecimal? {
    switch quantity.bounds {
    case .exactly(let value), .above(let value, _), .below(let value, _): value
    case .between, .order: nil
    }
  }

  /// The claim that says how much something is.
  var level: Claim? {
    claims.first { claim in
      if case .level = claim.value { true } else { false }
    }
  }

  var interval: Interval {
    if let date { return Interval(low: date, high: date, unit: "date") }
    switch quantity.bounds {
    case .exactly(let value):
      let half = (precision.lastDigit.multiplied(by: .half)) ?? .zero
      let slack = quantity.isApproximate ? value.magnitude.multiplied(by: .tenth) ?? half : half
      return Interval(low: (value.subtracting(slack) ?? value).description, high: (value.adding(slack) ?? value).description, unit: unit)
    case .between(let low, let high), .order(let low, let high):
      return Interval(low: low.description, high: high.description, unit: unit)
    case .above(let low, _): return Interval(low: low.description, high: nil, unit: unit)
    case .below(let high, _): return Interval(low: nil, high: high.description, unit: unit)
    }
  }
}

/// How finely a number was written, in its base unit.
struct Precision: Hashable {
  /// One unit of the last written digit, after the multiplier: 1e8 for 1750亿.
  var lastDigit: ExactDecimal
  /// One unit of the last digit before the trailing zeros of an integer, which may be mere placeholders: 1e9 for 1750亿.
  /// The same as `lastDigit` where there are none.
  var softDigit: ExactDecimal

  /// `value` as written with `significantDigits`, `factor` to its base unit.
  init(writing value: ExactDecimal, significantDigits: Int, hasFraction: Bool, factor: ExactDecimal) {
    let last = value.leadingPower - max(significantDigits, 1) + 1
    let soft = hasFraction ? last : max(last, value.exponent)
    let unit = { (power: Int) in ExactDecimal(coefficient: 1, exponent: power).flatMap { $0.multiplied(by: factor) } ?? .one }
    lastDigit = unit(last)
    softDigit = unit(soft)
  }
}

extension ExactDecimal {
  static let half = ExactDecimal("0.5") ?? .one
  static let tenth = ExactDecimal("0.1") ?? .one
  static let ten = ExactDecimal(10)

  /// This number at a multiple of 10^`power`, rounded half up.
  func rounded(toPower power: Int) -> ExactDecimal {
    guard exponent < power, power - exponent <= 38 else { return self }
    var rest = coefficient
    for _ in exponent..<(power - 1) { rest /= 10 }
    return ExactDecimal(coefficient: (rest + (rest < 0 ? -5 : 5)) / 10, exponent: power) ?? self
  }

  /// As shown to a person: exactly up to six digits, else rounded to four.
  var shown: ExactDecimal { coefficient.magnitude < 1_000_000 ? self : atFourDigits }

  /// This number at four significant digits.
  var atFourDigits: ExactDecimal {
    var rest = coefficient
    var power = exponent
    while rest.magnitude >= 100_000 {
      rest /= 10
      power += 1
    }
    if rest.magnitude >= 10_000 {
      rest = (rest + (rest < 0 ? -5 : 5)) / 10
      power += 1
    }
    return ExactDecimal(coefficient: rest, exponent: power) ?? self
  }
}
