internal import ClaimModel
internal import Knowledge
internal import SourceText

/// Parts and wholes: shares, sums, remainders, averages.
extension RelationReader {
  /// 420名学员中，有147名未通过，占35%; Of the 640 patients 208 dropped out (32.5%).
  func share(_ index: Int) -> Relation? {
    let result = figures[index]
    guard result.isFraction, result.quantity.comparator != .range, index > 0 else { return nil }
    let gap = gapBefore(index)
    let isBracketed = view[gap].last == UInt8(ascii: "(") || view[gap].suffix(3) == Array("（".utf8)[...]
    guard isBracketed || has(words[.share], in: gap) else { return nil }
    let levels = (earlier + figures[..<index]).filter { !$0.isFraction && $0.inputRange != nil && $0.date == nil }
    if let found = partBeforeWhole(result, levels.suffix(2)) { return found }
    guard let part = levels.last, let partRange = part.inputRange else { return nil }
    let wholes = levels.dropLast().filter { compare($0, part) && ($0.inputRange?.low ?? .zero) > partRange.high }
    let expected = wholes.compactMap { whole in whole.inputRange.flatMap { partRange.divided(by: $0) } }
    guard !expected.isEmpty, let whole = wholes.last else { return nil }
    let isNear = figures.contains { $0.span == part.span } && figures[index].span.start - part.span.end <= 40
    let between = whole.span.end..<max(whole.span.end, part.span.start)
    let isPart =
      between.lowerBound >= sentence.lowerBound && (has(words[.partOf], in: between) || hasOf(before: whole))
      || has(words[.share], in: gap) && wholes.count == 1
    // 其中 right behind the first and largest figure: it is the whole of all that follow.
    if let first = levels.first,
      has(words[.among], in: first.span.end..<min(first.span.end + 16, max(first.span.end + 1, part.span.start))),
      levels.allSatisfy({ ($0.number ?? .zero) <= (first.number ?? .zero) }), compare(first, part), let range = first.inputRange,
      let one = partRange.divided(by: range)
    {
      return Relation(kind: .share, result: result, inputs: [part, first], expected: [one] + expected, isCertain: isNear)
    }
    return Relation(
      kind: .share, result: result, inputs: [part, whole], expected: expected, isCertain: isNear && isPart && wholes.count == 1)
  }

  /// 18,000 of the town's 24,000 inhabitants, or three quarters.
  private func partBeforeWhole(_ result: Figure, _ pair: ArraySlice<Figure>) -> Relation? {
    guard pair.count == 2, let part = pair.first, let whole = pair.last, let left = part.inputRange, let right = whole.inputRange,
      left.high < right.low, compare(part, whole) || isCounted(part) && isCounted(whole), part.span.start >= sentence.lowerBound,
      has(words[.of], in: part.span.end..<whole.span.start), whole.span.start - part.span.end <= 24,
      result.span.start - whole.span.end <= 40, let share = left.divided(by: right)
    else { return nil }
    return Relation(kind: .share, result: result, inputs: [part, whole], expected: [share], isCertain: true)
  }

  private func hasOf(before figure: Figure) -> Bool {
    has(words[.of], in: max(sentence.lowerBound, figure.span.start - 12)..<figure.span.start)
  }

  /// 120万吨、135万吨和141万吨，合计396万吨: the total behind its parts.
  func totalBehind(_ index: Int) -> Relation? {
    let result = figures[index]
    guard isTotal(index) else { return nil }
    let parts = figures[..<index].filter { isAlike($0, result) }
    guard parts.count >= 2, let all = sum(parts) else { return nil }
    let others = (2..<max(parts.count, 2)).flatMap { [sum(parts.suffix($0)), sum(parts.prefix($0))] }.compactMap(\.self)
    let isList = zip(parts, parts.dropFirst()).allSatisfy { $1.span.start - $0.span.end <= 40 }
    return Relation(
      kind: .sum, result: result, inputs: Array(parts), expected: [all] + others,
      isCertain: isList && parts.count >= 2 && !has(words[.open], in: sentence) && isContiguous(parts, before: index))
  }

  /// Whether no other figure stands between the parts, nor between the last and the result.
  private func isContiguous(_ parts: [Figure], before index: Int) -> Bool {
    guard let first = parts.first else { return false }
    return figures[..<index].filter { $0.span.start >= first.span.start }.count == parts.count
  }

  /// Whether a word for a total stands right before the figure, or right behind it (312 in all).
  func isTotal(_ index: Int) -> Bool {
    let figure = figures[index]
    let before = max(gapBefore(index).lowerBound, figure.phrase.start - 10)..<figure.span.start
    let behind = figure.span.end..<min(sentence.upperBound, figure.span.end + 14)
    return has(words[.total], in: before) || has(words[.totalBehind], in: behind)
  }

  /// 共512次，其中331次、118次、63次; The budget comes to $48 million: $30 million, $11 million and $7 million.
  func totalAhead(_ index: Int) -> Relation? {
    let result = figures[index]
    guard !result.isFraction, index + 2 < figures.count, isFirstOfItsKind(index) else { return nil }
    let parts = figures[(index + 1)...].prefix { compare($0, result) && isAlike($0, figures[index + 1]) }
    guard parts.count >= 2, parts.allSatisfy({ ($0.inputRange?.low ?? .zero) < (result.resultRange?.high ?? .zero) }), let all = sum(parts)
    else { return nil }
    let isList = zip(parts, parts.dropFirst()).allSatisfy { $1.span.start - $0.span.end <= 40 }
    guard isList, !has(words[.open], in: sentence),
      !has(words[.comparison], in: result.span.end..<(parts.last?.span.start ?? result.span.end)),
      !has(words[.remainder], in: result.span.end..<(parts.last?.span.start ?? result.span.end))
    else { return nil }
    let lead = result.span.end..<parts[parts.startIndex].span.start
    let isBreakdown =
      has(words[.whole], in: gapBefore(index)) || has(words[.partOf], in: lead) || view[lead].contains(UInt8(ascii: ":"))
      || has([Array("：".utf8)], in: lead)
    // Parts that do not fill the whole may be some of it; parts that exceed it can't be.
    let exceeds = all.low > (result.resultRange?.high ?? all.low)
    let end = min(view.count, sentence.upperBound + 60)
    let isClosed = has(words[.closed], in: sentence.lowerBound..<end)
    return Relation(kind: .sum, result: result, inputs: Array(parts), expected: [all], isCertain: isBreakdown && (exceeds || isClosed))
  }

  private func isFirstOfItsKind(_ index: Int) -> Bool { !figures[..<index].contains { compare($0, figures[index]) } }

  /// 预算3000万元，其中设备1800万元，余下的1200万元: the whole less its parts.
  func remainder(_ index: Int) -> Relation? {
    let result = figures[index]
    if let found = afterDeduction(index) { return found }
    guard has(words[.remainder], in: gapBefore(index)), let stated = result.resultRange else { return nil }
    let inputs = (earlier + figures[..<index]).filter { compare($0, result) }
    if result.isFraction {
      guard inputs.count >= 2, inputs.allSatisfy({ figure in figures.contains { $0.span == figure.span } }), let parts = sum(inputs),
        let rest = NumberRange(.one).subtracting(parts), rest.low > .zero
      else { return nil }
      return Relation(kind: .difference, result: result, inputs: inputs, expected: [rest], isCertain: true)
    }
    guard inputs.count >= 2, let whole = inputs.max(by: { ($0.number ?? .zero) < ($1.number ?? .zero) }), let wholeRange = whole.inputRange
    else {
      return nil
    }
    let parts = inputs.filter { $0.span != whole.span }
    var expected = [sum(parts)].compactMap { $0.flatMap { wholeRange.subtracting($0) } }
    if let last = parts.last, let range = last.inputRange, let one = wholeRange.subtracting(range) { expected.append(one) }
    let adjacent = inputs.suffix(2)
    if let left = adjacent.first?.inputRange, let right = adjacent.last?.inputRange, let both = left.subtracting(right) {
      expected.append(both.magnitude)
    }
    guard stated.low > .zero else { return nil }
    return Relation(kind: .difference, result: result, inputs: inputs, expected: expected, isCertain: inputs.count == 2)
  }

  /// 回收720份，剔除无效问卷36份后，有效问卷为684份.
  private func afterDeduction(_ index: Int) -> Relation? {
    let result = figures[index]
    let inputs = figures[..<index].filter { isAlike($0, result) }.suffix(2)
    guard index > 0, inputs.count == 2, let whole = inputs.first, let part = inputs.last, part.span == figures[index - 1].span,
      has(words[.deduction], in: gapBefore(index - 1)), let left = whole.inputRange, let right = part.inputRange,
      let rest = left.subtracting(right), result.span.start - part.span.end <= 40
    else { return nil }
    return Relation(kind: .difference, result: result, inputs: Array(inputs), expected: [rest], isCertain: true)
  }

  /// 比前年的5240人少了520人: the difference of the two figures before it.
  func difference(_ index: Int) -> Relation? {
    let result = figures[index]
    guard !result.isFraction, has(words.change, in: gapBefore(index)), index >= 2 else { return nil }
    let inputs = figures[..<index].filter { compare($0, result) }
    guard inputs.count >= 2, let first = inputs.first, let last = inputs.last else { return nil }
    let between = first.span.end..<result.span.start
    let gap = max(gapBefore(index).lowerBound, result.phrase.start - 16)..<result.span.start
    guard has(words[.comparison], in: between), !has(words[.to], in: gap) else { return nil }
    if inputs.count == 2, let left = first.inputRange, let right = last.inputRange, let both = left.subtracting(right) {
      return Relation(kind: .difference, result: result, inputs: Array(inputs), expected: [both.magnitude], isCertain: true)
    }
    let sorted = inputs.sorted { ($0.number ?? .zero) < ($1.number ?? .zero) }
    guard has(words[.extremes], in: between), let low = sorted.first?.inputRange, let high = sorted.last?.inputRange,
      let both = high.subtracting(low)
    else { return nil }
    return Relation(kind: .difference, result: result, inputs: [sorted[sorted.count - 1], sorted[0]], expected: [both], isCertain: false)
  }

  /// 三个班分别是82、78和86，平均为82.
  func average(_ index: Int) -> Relation? {
    let result = figures[index]
    guard !result.isFraction, has(words[.average], in: gapBefore(index)) else { return nil }
    let inputs = figures[..<index].filter { isAlike($0, result) }
    guard inputs.count >= 2, let total = sum(inputs), let mean = total.divided(by: NumberRange(ExactDecimal(inputs.count))) else {
      return nil
    }
    var expected = [mean]
    // Of a total that stands last among them.
    if let last = inputs.last?.inputRange, let ofTotal = last.divided(by: NumberRange(ExactDecimal(inputs.count - 1))) {
      expected.append(ofTotal)
    }
    let isList = zip(inputs, inputs.dropFirst()).allSatisfy { $1.span.start - $0.span.end <= 30 }
    return Relation(kind: .average, result: result, inputs: Array(inputs), expected: expected, isCertain: isList && inputs.count >= 3)
  }
}
