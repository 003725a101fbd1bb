internal import ClaimModel
internal import SourceText

/// Whether a claim's figure is the one that the gold gives: bounds after words and multipliers, and the unit.
enum FigureAgreement {
  static func agrees(_ quantity: Quantity, with gold: GoldClaim) -> Bool {
    let (low, high) = bounds(quantity)
    let (goldLow, goldHigh) = bounds(gold)
    return close(low, goldLow, magnitude: gold.kind == "change") && close(high, goldHigh, magnitude: gold.kind == "change")
      && unitClass(quantity.unit.name) == unitClass(gold.unit)
  }

  /// Low and high, whatever the notation: a value is its own low and high, > and ≥ open upwards, < and ≤ downwards.
  private static func bounds(_ quantity: Quantity) -> (ExactDecimal?, ExactDecimal?) {
    switch quantity.bounds {
    case .exactly(let value): (value, value)
    case .between(let low, let high), .order(let low, let high): (low, high)
    case .above(let low, _): (low, nil)
    case .below(let high, _): (nil, high)
    }
  }

  private static func bounds(_ gold: GoldClaim) -> (ExactDecimal?, ExactDecimal?) {
    let (low, high) = (gold.low.flatMap { ExactDecimal($0) }, gold.high.flatMap { ExactDecimal($0) })
    guard low == nil, high == nil, let value = gold.value.flatMap({ ExactDecimal($0) }) else { return (low, high) }
    switch gold.comparator {
    case ">", "≥": return (value, nil)
    case "<", "≤": return (nil, value)
    default: return (value, value)
    }
  }

  /// Equal up to a millionth: thirds are written with more or fewer digits.
  private static func close(_ left: ExactDecimal?, _ right: ExactDecimal?, magnitude: Bool) -> Bool {
    guard var left, var right else { return left == nil && right == nil }
    if magnitude { (left, right) = (left.magnitude, right.magnitude) }
    if left == right { return true }
    guard let difference = left.subtracting(right)?.magnitude, let slack = max(left.magnitude, right.magnitude).scaled(byPowerOfTen: -6)
    else { return false }
    return difference <= slack
  }

  /// The unit without what it is per; every counted noun is one class.
  private static func unitClass(_ unit: String) -> String {
    let words = unit.split(separator: "_")
    let base = words.firstIndex(of: "per").map { words[..<$0].joined(separator: "_") } ?? unit
    return measures.contains(base) ? base : "item"
  }

  /// The units that are no counted nouns: those that CLAIMS.md names as measures, and the currencies of the corpus.
  private static let measures: Set<String> = [
    "parameter", "token", "flop", "flop_per_second", "datapoint", "word", "character", "gpu", "ratio", "percentage_point", "year",
    "quarter",
    "month", "week", "day", "hour", "second", "byte", "point", "meter", "square_meter", "cubic_meter", "kilogram", "watt", "joule",
    "celsius",
    "volt", "ampere", "usd", "cny", "eur", "gbp", "jpy", "hkd", "twd", "krw", "inr",
  ]
}

extension String {
  /// For comparing names: case, spaces, hyphens and brackets do not matter.
  var comparableName: String {
    String(lowercased().filter { $0.isLetter || $0.isNumber })
  }

  /// Whether one name is the other or holds it.
  func names(sameAs other: String, exactly: Bool) -> Bool {
    let (left, right) = (comparableName, other.comparableName)
    if left == right { return true }
    let shorter = left.count < right.count ? left : right
    return !exactly && shorter.count >= 2 && (left.contains(right) || right.contains(left))
  }
}
