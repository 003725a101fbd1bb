internal import ClaimModel
internal import Knowledge
internal import Quantities
internal import SourceText

/// Products, ratios and spans of time.
extension RelationReader {
  /// 旧模型有13亿参数，新模型有52亿，是前者的4倍.
  func ratio(_ index: Int, hasPair: Bool) -> Relation? {
    let result = figures[index]
    guard !hasPair, !has(words[.doubling], in: sentence), result.kind == .multiple, let stated = result.number, stated > .one else {
      return nil
    }
    let window = max(sentence.lowerBound, result.phrase.start - 30)..<min(sentence.upperBound, result.phrase.end + 24)
    let isOf = has(
      [Array("是".utf8), Array("times as".utf8), Array("as many as".utf8), Array("as much as".utf8), Array("as large as".utf8)], in: window)
    let isMore = has(words[.more], in: gapBefore(index))
    guard isOf || isMore else { return nil }
    let levels = figures.filter {
      !$0.isFraction && $0.date == nil && $0.inputRange != nil && $0.span != result.span && $0.kind != .duration
    }
    guard levels.count == 2, compare(levels[0], levels[1]), let left = levels[0].inputRange, let right = levels[1].inputRange else {
      return nil
    }
    let (large, small) = left.low >= right.high ? (left, right) : (right, left)
    guard let quotient = large.divided(by: small), let less = quotient.subtracting(NumberRange(.one)) else { return nil }
    return Relation(
      kind: .ratio, result: result, inputs: levels, expected: isOf ? [quotient] : [less, quotient], isCertain: true)
  }

  /// 每箱24瓶，60箱，总计1440瓶; 120 nodes of 8 GPUs each, the cluster has 960 GPUs.
  func product(_ index: Int) -> Relation? {
    let result = figures[index]
    guard !result.isFraction, index >= 2 else { return nil }
    let lead = sentence.lowerBound..<result.span.start
    guard has(words[.each], in: lead) else { return nil }
    let inputs = figures[..<index].filter { !$0.isFraction && $0.date == nil && $0.kind != .ordinal && $0.inputRange != nil }
    guard inputs.count >= 2, inputs.contains(where: { compare($0, result) || result.kind == .currency && $0.kind == .currency }) else {
      return nil
    }
    let isTotal = isTotal(index) || has(words[.all], in: gapBefore(index))
    let last = inputs.suffix(2)
    guard let left = last.first?.inputRange, let right = last.last?.inputRange, let two = left.multiplied(by: right) else { return nil }
    var expected = [two]
    if inputs.count > 2 {
      for (first, one) in inputs.enumerated() {
        for other in inputs.dropFirst(first + 1) {
          if let a = one.inputRange, let b = other.inputRange, let product = a.multiplied(by: b) { expected.append(product) }
        }
      }
    }
    guard isTotal || inputs.count == 2 else { return nil }
    return Relation(kind: .product, result: result, inputs: Array(last), expected: expected, isCertain: isTotal && inputs.count == 2)
  }

  /// 运送旅客3000万人次，平均每班150人; 9,800 bicycles, 700 per store: one figure by the other.
  func perUnit(_ index: Int) -> Relation? {
    let result = figures[index]
    guard !result.isFraction, result.kind != .multiple, index >= 2 else { return nil }
    let behind = result.span.end..<min(sentence.upperBound, result.span.end + 12)
    let isPer = has(words[.perBehind], in: behind)
    guard isPer || has(words[.perAhead], in: gapBefore(index)) else { return nil }
    let inputs = figures[..<index].filter { !$0.isFraction && $0.date == nil && $0.inputRange != nil && $0.kind != .ordinal }
    // What is shared out and what each gets are the same: 9,800 bicycles, 700 of them.
    let quotients = inputs.filter { compare($0, result) || isCounted($0) && isCounted(result) }.flatMap { over in
      inputs.compactMap { under in
        over.span == under.span ? nil : over.inputRange.flatMap { a in under.inputRange.flatMap { a.divided(by: $0) } }
      }
    }
    let likely = quotients.filter { $0.high >= .one }
    guard !likely.isEmpty, inputs.count <= 4 else { return nil }
    return Relation(
      kind: .average, result: result, inputs: Array(inputs.suffix(2)), expected: likely, isCertain: inputs.count == 2 && likely.count == 1)
  }

  /// 2400人，研发人员占35%，也就是840人.
  func partOfWhole(_ index: Int) -> Relation? {
    let result = figures[index]
    guard index > 0, !result.isFraction, figures[index - 1].isFraction, has(words[.thatIs], in: gapBefore(index)),
      let share = figures[index - 1].inputRange
    else { return nil }
    let wholes = (earlier + figures[..<index]).filter { compare($0, result) && ($0.number ?? .zero) > (result.number ?? .zero) }
    guard let whole = wholes.last, let range = whole.inputRange, let part = range.multiplied(by: share) else { return nil }
    return Relation(
      kind: .product, result: result, inputs: [whole, figures[index - 1]], expected: [part],
      isCertain: result.span.start - figures[index - 1].span.end <= 24)
  }

  /// 建于1931年，到2021年已有90年历史.
  func duration(_ result: Figure) -> Relation? {
    guard result.kind == .duration, result.quantity.unit.name == "year", result.quantity.per == nil else { return nil }
    let around = max(sentence.lowerBound, result.phrase.start - 24)..<min(sentence.upperBound, result.phrase.end + 8)
    guard has(words[.lasting], in: around) else { return nil }
    let years = figures.filter { $0.date.map { $0.utf8.count == 4 } ?? false }
    guard years.count == 2, let first = years[0].number, let second = years[1].number, let span = second.subtracting(first)?.magnitude
    else {
      return nil
    }
    return Relation(kind: .duration, result: result, inputs: years, expected: [NumberRange(span)], isCertain: true)
  }
}
