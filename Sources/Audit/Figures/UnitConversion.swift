internal import SourceText

/// Exact factors between the units that figures and columns are given in.
enum UnitConversion {
  /// Seconds: a month is 730.5 hours, a year twelve of them.
  private static let seconds: [String: Int] = [
    "second": 1, "minute": 60, "hour": 3600, "day": 86_400, "week": 604_800, "month": 2_629_800, "year": 31_557_600,
  ]

  /// What a figure in `unit` is multiplied by to be in `target`; nil where the two do not compare.
  static func factor(from unit: String, to target: String) -> ExactDecimal? {
    if unit == target { return .one }
    guard let from = seconds[unit], let to = seconds[target] else { return nil }
    return ExactDecimal(from).divided(by: ExactDecimal(to))
  }

  static func isTime(_ unit: String) -> Bool { seconds[unit] != nil }

  /// Three lower-case letters of ISO 4217, as the units of money are named.
  static func isCurrency(_ unit: String) -> Bool { currencies.contains(unit) }

  private static let currencies: Set = [
    "usd", "cny", "eur", "gbp", "jpy", "hkd", "twd", "krw", "inr", "chf", "cad", "aud", "sgd", "rub", "brl",
  ]
}
