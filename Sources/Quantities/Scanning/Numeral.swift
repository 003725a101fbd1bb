internal import ClaimModel
internal import SourceText

/// Digits or number words as written, with their value: what the rest of a quantity is built around.
struct Numeral {
  /// How the numbers are written.
  enum Writing { case figures, chinese, english }

  /// What a numeral already says about its own unit.
  enum Form {
    case cardinal, ordinal
    /// 三分之二, 3/4, half.
    case fraction
    /// 百分之五: the value is in hundredths.
    case percent
    /// 翻番, doubled: a number of wholes.
    case multiple
  }

  var range: Range<Int>
  var amount: Amount
  var significantDigits: Int
  var writing: Writing
  var form = Form.cardinal
  /// Names of the rules that read it.
  var rules: [String]
  /// Only words of magnitude, no digit: 百亿, 千万.
  var isBareScale = false
  /// With a multiplier word or letter: 亿, billion, B.
  var hasMultiplier = false
  /// The power of ten of the words or letters behind the last digit, where they multiply the whole: 8 in 30亿.
  var trailingPower = 0
  /// A height whose unit stands before the digits: 米九.
  var impliesMeter = false
  /// Only digits, without point, comma or multiplier: what a year or an id may look like.
  var isPlainDigits = false

  var bounds: Bounds { amount.bounds }

  /// The same below zero, with the sign at `start`.
  func negated(from start: Int) -> Numeral {
    var result = self
    result.amount = amount.negated
    result.range = start..<range.upperBound
    return result
  }
}

/// What reading a numeral came to.
enum NumeralReading {
  case numeral(Numeral)
  /// It can't be read as a number; the reason says why.
  case refused(Range<Int>, reason: String)
}

/// The numbers a numeral allows while it is being put together.
struct Amount {
  enum Shape: Int { case exact, approximate, between, order, above }

  var low: ExactDecimal
  var high: ExactDecimal
  var shape: Shape

  init(_ value: ExactDecimal) {
    low = value
    high = value
    shape = .exact
  }

  init(low: ExactDecimal, high: ExactDecimal, shape: Shape) {
    self.low = low
    self.high = high
    self.shape = shape
  }

  var bounds: Bounds {
    switch shape {
    case .exact, .approximate: .exactly(low)
    case .between: .between(low, high)
    case .order: .order(low, high)
    case .above: .above(low, inclusive: false)
    }
  }

  var isApproximate: Bool { shape == .approximate }

  func scaled(byPowerOfTen power: Int) -> Amount? {
    guard let low = low.scaled(byPowerOfTen: power), let high = high.scaled(byPowerOfTen: power) else { return nil }
    return Amount(low: low, high: high, shape: shape)
  }

  func adding(_ other: Amount) -> Amount? {
    guard let low = low.adding(other.low), let high = high.adding(other.high) else { return nil }
    return Amount(low: low, high: high, shape: shape.rawValue > other.shape.rawValue ? shape : other.shape)
  }

  var negated: Amount { Amount(low: high.negated, high: low.negated, shape: shape) }
}
