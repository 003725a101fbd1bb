internal import ClaimModel
internal import Knowledge
internal import SourceText

/// The unit of one figure, with where it was written.
struct UnitMatch {
  /// As written, English singular: `kilometer`.
  var name: String
  var base: Unit
  var factor: ExactDecimal
  var divisor: ExactDecimal
  var offset: ExactDecimal
  var usage: UnitEntry.Usage
  var per: Per?
  var range: Range<Int>
  /// Where the figure's span ends: a counted noun behind a classifier may stay outside.
  var spanEnd: Int

  init(_ entry: UnitEntry, range: Range<Int>) {
    name = entry.name
    base = entry.base
    factor = entry.factor
    divisor = entry.divisor
    offset = entry.offset
    usage = entry.usage
    per = entry.per
    self.range = range
    spanEnd = range.upperBound
  }

  /// A unit that grammar gives, not a word.
  init(name: String, base: Unit, factor: ExactDecimal = .one, usage: UnitEntry.Usage = .measure, range: Range<Int>) {
    self.name = name
    self.base = base
    self.factor = factor
    divisor = .one
    offset = .zero
    self.usage = usage
    per = nil
    self.range = range
    spanEnd = range.upperBound
  }

  /// A number of this unit as one of base units; nil where it has more digits than fit.
  func inBase(_ value: ExactDecimal) -> ExactDecimal? {
    guard let product = value.adding(offset)?.multiplied(by: factor) else { return nil }
    return divisor == .one ? product : product.divided(by: divisor)
  }

  var kind: QuantityKind {
    switch base.dimension {
    case .ratio: name == "fold" || name == "order_of_magnitude" ? .multiple : .percent
    case .percentagePoint: .percent
    case .currency: .currency
    case .time: .duration
    case .age: .age
    case .temperature: .temperature
    case .number: .number
    case .ordinal: .ordinal
    case .count, .token, .parameter, .datapoint, .word, .character, .score: .count
    default: .dimension
    }
  }
}

extension Unit {
  static let ratio = Unit(name: "ratio", dimension: .ratio)
  static let ordinal = Unit(name: "ordinal", dimension: .ordinal)
}
