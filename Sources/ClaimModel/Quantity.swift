package import SourceText

/// A figure as a text gives it: bounds in a unit, approximate or not, and how finely it was written.
package struct Quantity: Hashable, Sendable {
  package var bounds: Bounds
  package var unit: Unit
  /// What it is per, where it is a rate per time or thing.
  package var per: Per?
  package var isApproximate: Bool
  /// Significant digits as written (2 for 1.6亿, 1 for 10億's neighbor 数十亿); sets the audit's tolerance.
  package var significantDigits: Int

  package init(bounds: Bounds, unit: Unit, per: Per? = nil, isApproximate: Bool = false, significantDigits: Int) {
    self.bounds = bounds
    self.unit = unit
    self.per = per
    self.isApproximate = isApproximate
    self.significantDigits = significantDigits
  }

  package var comparator: Comparator {
    switch bounds {
    case .exactly: isApproximate ? .approximately : .equal
    case .between: .range
    case .order: .order
    case .above(_, let inclusive): inclusive ? .atLeast : .greater
    case .below(_, let inclusive): inclusive ? .atMost : .less
    }
  }
}

/// The numbers that a figure allows, in the base unit after multipliers.
package enum Bounds: Hashable, Sendable {
  case exactly(ExactDecimal)
  /// Both ends included.
  case between(ExactDecimal, ExactDecimal)
  /// Only the order of magnitude is said: 数十亿 is 1e9 to 1e10.
  case order(ExactDecimal, ExactDecimal)
  case above(ExactDecimal, inclusive: Bool)
  case below(ExactDecimal, inclusive: Bool)

  /// Every number in it changed by `change`; nil as soon as one is.
  package func mapped(_ change: (ExactDecimal) -> ExactDecimal?) -> Bounds? {
    switch self {
    case .exactly(let value): change(value).map { .exactly($0) }
    case .between(let low, let high): change(low).flatMap { low in change(high).map { .between(low, $0) } }
    case .order(let low, let high): change(low).flatMap { low in change(high).map { .order(low, $0) } }
    case .above(let value, let inclusive): change(value).map { .above($0, inclusive: inclusive) }
    case .below(let value, let inclusive): change(value).map { .below($0, inclusive: inclusive) }
    }
  }
}

/// How a figure relates to the number that it names. Raw values as in the claim record.
package enum Comparator: String, Hashable, Sendable, CaseIterable {
  case equal = "="
  case approximately = "≈"
  case greater = ">"
  case atLeast = "≥"
  case less = "<"
  case atMost = "≤"
  case range, order
}

/// A named measure. `name` is the base unit of the claim record (`flop`, `usd`, `item`); figures are already converted to it.
package struct Unit: Hashable, Sendable {
  package var name: String
  package var dimension: Dimension

  package init(name: String, dimension: Dimension) {
    self.name = name
    self.dimension = dimension
  }

  package static let none = Unit(name: "", dimension: .number)
}

/// What quantities measure; only those of one dimension compare.
package enum Dimension: String, Hashable, Sendable, CaseIterable {
  /// A number without a unit.
  case number
  /// Percent, fractions, 倍: a number of wholes.
  case ratio
  case percentagePoint, currency, time, length, area, volume, mass, temperature, speed
  case power, energy, voltage, current, frequency, angle, pressure, force
  /// Charge, torque, dose and all that is measured seldom: only the base unit tells them apart.
  case other
  case information, compute, computeRate, token, parameter, datapoint, word, character, score, count
  case ordinal, age
}

/// The denominator of a rate: `value` of `unit` (1 month, 1,000,000 tokens).
package struct Per: Hashable, Sendable {
  package var value: ExactDecimal
  package var unit: String

  package init(value: ExactDecimal, unit: String) {
    self.value = value
    self.unit = unit
  }
}
