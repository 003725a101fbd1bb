internal import ClaimModel
internal import Knowledge
internal import Quantities
internal import SourceText

/// Growth over time: yearly rates that compound, doublings.
extension RelationReader {
  /// 五年间从1000万涨到3200万，年均复合增长率约为26%: the rate, compounded over the years, leads from one to the other.
  func growth(_ index: Int, _ pairs: [FromTo]) -> Relation? {
    let result = figures[index]
    guard result.isFraction, result.kind == .percent, let pair = pairs.last(where: { $0.to.span.end <= result.span.start }),
      has(words[.annual], in: pair.to.span.end..<result.span.start), let from = pair.from.inputRange, let to = pair.to.inputRange
    else { return nil }
    let spans = figures.filter { $0.kind == .duration && $0.quantity.unit.name == "year" && $0.number?.integer != nil }
    guard spans.count == 1, let years = spans[0].number?.integer, (2...60).contains(years), let target = to.divided(by: from) else {
      return nil
    }
    guard let low = root(of: target.low, degree: years), let high = root(of: target.high, degree: years),
      let rate = NumberRange(low, high).subtracting(NumberRange(.one))
    else { return nil }
    return Relation(kind: .growth, result: result, inputs: [pair.from, pair.to, spans[0]], expected: [rate], isCertain: true)
  }

  /// 每两年翻一番，十年下来就是32倍; doubles every 18 months, 16 times as large after six years.
  func multiplied(_ index: Int) -> Relation? {
    let result = figures[index]
    guard result.kind == .multiple, has(words[.doubling], in: sentence.lowerBound..<result.span.start) else { return nil }
    let spans = figures.filter { $0.kind == .duration && UnitConversion.isTime($0.quantity.unit.name) }
    guard spans.count == 2, let period = months(spans[0]), let whole = months(spans[1]), let steps = whole.divided(by: period)?.integer,
      (1...60).contains(steps)
    else { return nil }
    guard let factor = power(ExactDecimal(2), steps) else { return nil }
    return Relation(kind: .growth, result: result, inputs: spans, expected: [NumberRange(factor)], isCertain: true)
  }

  private func months(_ figure: Figure) -> ExactDecimal? {
    guard let number = figure.number, let factor = UnitConversion.factor(from: figure.quantity.unit.name, to: "month") else { return nil }
    return number.multiplied(by: factor)
  }

  /// `base` to a whole power at ten digits.
  private func power(_ base: ExactDecimal, _ exponent: Int) -> ExactDecimal? {
    var result = ExactDecimal.one
    for _ in 0..<exponent {
      guard let next = result.multiplied(by: base) else { return nil }
      result = next.rounded(toPower: next.leadingPower - 9)
    }
    return result
  }

  /// The root at five digits, by halving.
  private func root(of number: ExactDecimal, degree: Int) -> ExactDecimal? {
    guard number > .zero, number < ExactDecimal(1_000_000) else { return nil }
    var low = ExactDecimal.zero
    var high = max(number, .one)
    for _ in 0..<40 {
      guard let middle = low.adding(high)?.multiplied(by: .half)?.rounded(toPower: -8), let value = power(middle, degree) else {
        return nil
      }
      if value < number { low = middle } else { high = middle }
    }
    return high.rounded(toPower: -5)
  }
}
