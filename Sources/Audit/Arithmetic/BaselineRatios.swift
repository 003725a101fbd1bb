internal import ClaimModel
internal import Knowledge
internal import Quantities
internal import SourceText

/// Reads "…约10亿个数据点——比Perceptron Mark I增加了1.6亿倍": how many times as much as another subject's figure, given before.
struct BaselineRatios {
  let passage: Passage
  let document: Document
  let words: ArithmeticWords

  /// Numbers of figures in text order, by unit and by the name of their subject in lower case.
  private typealias Given = [String: [[UInt8]: [Int]]]

  func relations(_ figures: [Figure]) -> [Relation] {
    let given = given(figures)
    return figures.indices.compactMap { index in
      guard figures[index].kind == .multiple, let number = passage.sentence(at: figures[index].span.start) else { return nil }
      return relation(index, in: passage.sentences[number], figures: figures, given: given)
    }
  }

  private func given(_ figures: [Figure]) -> Given {
    var given: Given = [:]
    for (index, figure) in figures.enumerated() {
      guard !figure.unit.isEmpty, let name = figure.level?.subject?.name, name.utf8.count >= 3 else { continue }
      given[figure.unit, default: [:]][Array(name.lowercased().utf8), default: []].append(index)
    }
    return given
  }

  private func relation(_ index: Int, in sentence: Range<Int>, figures: [Figure], given: Given) -> Relation? {
    let finder = WordFinder(view: passage.view)
    let result = figures[index]
    let ahead = figures[..<index].reversed().prefix { sentence.contains($0.span.start) }
    guard let own = ahead.first(where: { $0.span.end <= result.span.start && $0.level != nil }), let ownRange = own.inputRange else {
      return nil
    }
    let gap = own.span.end..<result.span.start
    guard gap.count <= 90, finder.contains(words[.comparison], in: gap), finder.contains(words.change, in: gap) else {
      return nil
    }
    let named = (given[own.unit] ?? [:]).filter { finder.contains([$0.key], in: gap) }.values
    let before = named.compactMap { numbers in numbers.last { $0 < index && figures[$0].span.end <= own.span.start } }
    guard let baseline = before.max(), let range = figures[baseline].inputRange, let quotient = ownRange.divided(by: range),
      let more = quotient.subtracting(NumberRange(.one))
    else { return nil }
    return Relation(kind: .ratio, result: result, inputs: [own, figures[baseline]], expected: [quotient, more], isCertain: true)
  }
}
