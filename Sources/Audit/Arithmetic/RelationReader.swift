internal import ClaimModel
internal import Knowledge
internal import Quantities
internal import SourceText

/// Reads from one sentence which figures follow from which.
struct RelationReader {
  let view: [UInt8]
  let sentence: Range<Int>
  /// Of the sentence, in text order.
  let figures: [Figure]
  /// Of the sentence before in the same block.
  let earlier: [Figure]
  let words: ArithmeticWords

  var relations: [Relation] {
    let pairs = fromToPairs
    return figures.indices.flatMap { index -> [Relation] in
      let result = figures[index]
      guard result.date == nil else { return [] }
      return [
        changes(index, pairs), ratio(index, hasPair: !pairs.isEmpty), share(index), totalBehind(index), totalAhead(index), remainder(index),
        difference(index),
        product(index), perUnit(index), growth(index, pairs), multiplied(index), partOfWhole(index), average(index), duration(result),
      ].compactMap(\.self)
    }
  }

  // MARK: From A to B

  struct FromTo {
    var from: Figure
    var to: Figure
    /// The base stands behind the level, so that only a share right behind both is of them.
    var isReversed = false

    var end: Int { max(from.span.end, to.span.end) }
  }

  private var fromToPairs: [FromTo] {
    forwardPairs + reversedPairs
  }

  /// A level with its base behind it: reached ⟦26⟧ billion, up 262% from ⟦7.19⟧ billion; to ⟦10⟧ cents from ⟦4⟧; 营收为⟦22⟧亿元，比上年的⟦20⟧亿元.
  private var reversedPairs: [FromTo] {
    figures.indices.compactMap { index in
      let from = figures[index]
      guard from.date == nil, !from.isFraction, let to = figures[..<index].last(where: { !$0.isFraction && $0.date == nil }),
        compare(to, from), to.level != nil || !to.claims.isEmpty
      else { return nil }
      let between = figures[..<index].filter { $0.span.start >= to.span.end && $0.date == nil }
      let gap = to.span.end..<from.span.start
      guard gap.count <= 60, between.count <= 1, between.allSatisfy(\.isFraction) else { return nil }
      // A clause of its own that compares, or "from" right before the base.
      let isBase = ends(gap, with: words[.from]) && !has(words[.from], in: sentence.lowerBound..<to.span.start)
      let compares = between.isEmpty && has(words[.clauseBreak], in: gap) && has(words[.comparison], in: gap)
      return isBase || compares ? FromTo(from: from, to: to, isReversed: true) : nil
    }
  }

  /// Whether one of `words` stands at the end of `range`, before a space at most.
  private func ends(_ range: Range<Int>, with words: [[UInt8]]) -> Bool {
    let end = view[range].last == 0x20 ? range.upperBound - 1 : range.upperBound
    return words.contains { end - $0.count >= range.lowerBound && has([$0], in: end - $0.count..<end) }
  }

  private var forwardPairs: [FromTo] {
    zip(figures, figures.dropFirst()).compactMap { left, right in
      guard compare(left, right), left.date == nil, left.span.end < right.span.start else { return nil }
      let gap = left.span.end..<right.span.start
      let ahead = max(sentence.lowerBound, left.phrase.start - 16)..<left.span.start
      guard gap.count <= 40, has(words[.to], in: gap), has(words[.from], in: ahead) else { return nil }
      return FromTo(from: left, to: right)
    }
  }

  /// 从32亿元增至40亿元，增长25%: a percentage, points, 倍 or the difference itself.
  private func changes(_ index: Int, _ pairs: [FromTo]) -> Relation? {
    let result = figures[index]
    guard !pairs.contains(where: { $0.from.span == result.span || $0.to.span == result.span }) else { return nil }
    guard let pair = pair(of: result, pairs) else { return plainChange(index) }
    guard let from = pair.from.inputRange, let to = pair.to.inputRange else { return nil }
    guard let difference = to.subtracting(from)?.magnitude else { return nil }
    let ahead = cueRange(of: index, after: pair)
    guard !has(words[.annual], in: ahead) else { return nil }
    if isPoints(result) {
      guard pair.from.isFraction, has(words.change, in: ahead) else { return nil }
      let points = difference.multiplied(by: NumberRange(ExactDecimal(100)))
      return points.map { relation(.difference, result, pair, [$0, difference], certain: true) }
    }
    guard result.isFraction else {
      guard !pair.isReversed, compare(result, pair.from), has(words.change, in: ahead) else { return nil }
      return relation(.difference, result, pair, [difference], certain: true)
    }
    guard let relative = difference.divided(by: from), let quotient = to.divided(by: from) else { return nil }
    let behind = result.span.end..<min(sentence.upperBound, result.span.end + 8)
    if has(words[.ofBefore], in: ahead) || has(words[.ofBehind], in: behind) {
      var found = relation(.ratio, result, pair, [quotient], certain: true)
      found.confusions = [(relative, .increaseByTo)]
      return found
    }
    guard has(words.change, in: ahead) else { return nil }
    var found = relation(.change, result, pair, [relative], certain: true)
    found.confusions = [(quotient, .increaseByTo)]
    if pair.from.isFraction { found.confusions.insert((difference, .percentVsPoints), at: 0) }
    return found
  }

  /// The pair right before the figure, or right behind it (fell by half, from 36 to 24).
  private func pair(of result: Figure, _ pairs: [FromTo]) -> FromTo? {
    if let before = pairs.last(where: { $0.end <= result.span.start }), result.span.start - before.end <= 60 {
      let between = figures.filter { $0.span.start >= before.end && $0.span.end <= result.span.start && compare($0, before.to) }
      if between.isEmpty { return before }
    }
    if let around = pairs.first(where: { $0.to.span.end <= result.span.start && result.span.end <= $0.from.span.start }) { return around }
    return pairs.first { $0.from.span.start >= result.span.end && $0.from.span.start - result.span.end <= 12 }
  }

  /// 第二季240亿元，第三季276亿元，季增15%: told only where it agrees, since the two may not be meant.
  private func plainChange(_ index: Int) -> Relation? {
    let result = figures[index]
    let levels = figures[..<index].filter { !$0.isFraction && $0.date == nil && $0.inputRange != nil }.suffix(2)
    guard result.isFraction, result.kind != .multiple, has(words.change, in: gapBefore(index)), levels.count == 2,
      let from = levels.first, let to = levels.last, compare(from, to), let first = from.inputRange, let second = to.inputRange,
      let relative = second.subtracting(first)?.magnitude.divided(by: first)
    else { return nil }
    return Relation(kind: .change, result: result, inputs: [from, to], expected: [relative], isCertain: false)
  }

  private func cueRange(of index: Int, after pair: FromTo) -> Range<Int> {
    let result = figures[index]
    if pair.to.span.end <= result.span.start {
      let start = pair.end <= result.span.start ? pair.end : pair.to.span.end
      return max(start, index > 0 ? figures[index - 1].span.end : 0)..<result.span.start
    }
    let start = max(sentence.lowerBound, result.phrase.start - 24)
    return start..<max(start, result.span.start)
  }

  private func isPoints(_ figure: Figure) -> Bool {
    figure.quantity.unit.name == "percentage_point" || figure.quantity.unit.name == "point"
  }

  private func relation(_ kind: Relation.Kind, _ result: Figure, _ pair: FromTo, _ expected: [NumberRange], certain: Bool) -> Relation {
    Relation(kind: kind, result: result, inputs: [pair.from, pair.to], expected: expected, isCertain: certain)
  }

  // MARK: Shared with the other rules

  func has(_ words: [[UInt8]], in range: Range<Int>) -> Bool {
    !range.isEmpty && WordFinder(view: view).contains(words, in: range)
  }

  /// The stretch between the figure and the one before it, at most 40 bytes.
  func gapBefore(_ index: Int) -> Range<Int> {
    let start = max(index > 0 ? figures[index - 1].span.end : sentence.lowerBound, figures[index].phrase.start - 40)
    return start..<max(start, figures[index].span.start)
  }

  /// Whether two figures count the same in the same unit; a bare number counts what its neighbor does.
  func compare(_ left: Figure, _ right: Figure) -> Bool {
    guard left.date == nil, right.date == nil,
      left.quantity.per == right.quantity.per || left.quantity.per == nil || right.quantity.per == nil
    else { return false }
    let units = (left.moneyOrUnit, right.moneyOrUnit)
    if units.0 == units.1 { return true }
    return isCounted(left) && isCounted(right) && (units.0.isEmpty || units.1.isEmpty)
  }

  /// Whether two figures are written in the same unit, or both without one.
  func isAlike(_ left: Figure, _ right: Figure) -> Bool { left.unit == right.unit && left.date == nil && right.date == nil }

  func isCounted(_ figure: Figure) -> Bool { figure.kind == .count || figure.kind == .number }

  func sum(_ parts: some Collection<Figure>) -> NumberRange? {
    var total = NumberRange(.zero)
    for part in parts {
      guard let range = part.inputRange, let next = total.adding(range) else { return nil }
      total = next
    }
    return total
  }
}
