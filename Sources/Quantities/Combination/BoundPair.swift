internal import ClaimModel
internal import Knowledge
internal import SourceText

/// Two bounds that say one range together: 大于12小于50, more than 3 million but less than 5 million.
struct BoundPair {
  let source: Source

  /// `second` with `first` taken in, where `first` bounds from one side, `second` from the other and nothing but a joining word stands
  /// between them; nil else.
  func joined(_ first: QuantityCombiner.Combined, _ second: QuantityCombiner.Combined) -> QuantityCombiner.Combined? {
    let gap = first.phrase.upperBound..<max(first.phrase.upperBound, second.phrase.lowerBound)
    guard gap.upperBound == second.phrase.lowerBound, gap.count <= 24, joins(gap), isSameUnit(first, second),
      let (low, high) = ends(first.quantity.bounds, second.quantity.bounds), low < high,
      let (lowWritten, highWritten) = ends(first.written, second.written)
    else { return nil }
    var pair = second
    pair.span = first.span.lowerBound..<second.span.upperBound
    pair.phrase = first.phrase.lowerBound..<second.phrase.upperBound
    pair.numeralRange = first.numeralRange.lowerBound..<second.numeralRange.upperBound
    pair.quantity.bounds = .between(low, high)
    pair.written = .between(lowWritten, highWritten)
    pair.rules = first.rules + second.rules + ["two bounds"]
    return pair
  }

  /// Whether a figure is a bound, which another one may complete.
  static func mayBegin(_ combined: QuantityCombiner.Combined) -> Bool {
    switch combined.quantity.bounds {
    case .above, .below: true
    default: false
    }
  }

  private func ends(_ first: Bounds, _ second: Bounds) -> (low: ExactDecimal, high: ExactDecimal)? {
    switch (first, second) {
    case (.above(let low, _), .below(let high, _)), (.below(let high, _), .above(let low, _)): (low, high)
    default: nil
    }
  }

  private func isSameUnit(_ first: QuantityCombiner.Combined, _ second: QuantityCombiner.Combined) -> Bool {
    (first.quantity.unit == second.quantity.unit && first.quantity.per == second.quantity.per) || leavesUnit(first, second)
  }

  /// at most 100 and at least 20 apples: the first leaves its unit to the second, which counts in ones.
  private func leavesUnit(_ first: QuantityCombiner.Combined, _ second: QuantityCombiner.Combined) -> Bool {
    guard first.unit == nil, let unit = second.unit else { return false }
    return unit.base.dimension == .count && unit.factor == .one && second.quantity.per == nil
  }

  /// Nothing, or words and signs that add one condition to another.
  private func joins(_ gap: Range<Int>) -> Bool {
    var position = gap.lowerBound
    while position < gap.upperBound {
      guard let word = Self.joints.first(where: { source.has($0, at: position) && position + $0.utf8.count <= gap.upperBound }) else {
        return false
      }
      position += word.utf8.count
    }
    return true
  }

  private static let joints = [" ", "，", ",", "、", "的同时", "同时", "并且", "并", "而且", "且", "但", "和", "and ", "but ", "also "]
}
