internal import ClaimModel
internal import SourceText

/// A figure that follows from others on the page, and what it comes to.
struct Relation {
  enum Kind: String {
    case change, share, sum, ratio, difference, duration, average, product, growth
  }

  var kind: Kind
  var result: Figure
  var inputs: [Figure]
  /// What the inputs come to; the first says how the text is read, others are readings that count as right, too.
  var expected: [NumberRange]
  /// Readings that would be a known confusion.
  var confusions: [(range: NumberRange, diagnosis: Diagnosis)] = []
  /// Whether the text leaves no other reading, so that a difference is an error. Else only agreement is told.
  var isCertain: Bool

  /// Whether the inputs can stand in it together: products may mix units, everything else needs one. Of a ratio, the inputs lie
  /// within nine powers of ten, within six where only one has a unit: 2.0 and 1.75万亿 are no two figures of one thing.
  var isOfOneKind: Bool {
    if kind == .product || kind == .average || kind == .duration { return true }
    let figures = inputs.filter { $0.date == nil }
    guard Set(figures.filter { !$0.unit.isEmpty }.map(\.unit)).count <= 1 else { return false }
    guard kind == .ratio else { return true }
    let powers = figures.compactMap { $0.number?.leadingPower }
    guard let least = powers.min(), let most = powers.max() else { return true }
    return Set(figures.map(\.unit)).count <= 1 ? most - least <= 9 : most - least <= 6
  }

  enum Finding: Hashable {
    case agrees
    case differs([Diagnosis])
    /// Nothing to tell.
    case open
  }

  var finding: Finding {
    guard let stated = result.resultRange else { return .open }
    if expected.contains(where: { $0.meets(stated) }) { return .agrees }
    guard isCertain, let first = expected.first else { return .open }
    // Apart by at least a unit of the last digit; a bound or about is decided by its own width.
    let unit =
      result.quantity.isApproximate || result.isFraction && result.precision.lastDigit < ExactDecimal("0.0001") ?? .zero
      ? .zero : result.precision.lastDigit
    guard let half = unit.multiplied(by: .half), first.gap(to: stated) >= half, first.gap(to: stated) > .zero else { return .open }
    if let confusion = confusions.first(where: { $0.range.meets(stated) }) { return .differs([.arithmetic, confusion.diagnosis]) }
    return .differs(isPowerOfTen(stated, first) ? [.arithmetic, .powerOfTen] : [.arithmetic])
  }

  private func isPowerOfTen(_ stated: NumberRange, _ expected: NumberRange) -> Bool {
    (-6...6).contains { power in
      guard power != 0, let low = stated.low.scaled(byPowerOfTen: power), let high = stated.high.scaled(byPowerOfTen: power) else {
        return false
      }
      return NumberRange(low, high).meets(expected)
    }
  }
}
