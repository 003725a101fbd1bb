internal import ClaimModel
internal import Quantities
internal import SourceText

/// Reads "…约10亿个数据点——比Perceptron Mark I增加了1.6亿倍": how many times as much as another subject's figure, given before.
struct BaselineRatios {
  let passage: Passage
  let document: Document

  func relations(_ figures: [Figure]) -> [Relation] {
    figures.compactMap { figure in
      guard figure.kind == .multiple, let number = passage.sentence(at: figure.span.start) else { return nil }
      return relation(figure, in: passage.sentences[number], figures: figures)
    }
  }

  private func relation(_ result: Figure, in sentence: Range<Int>, figures: [Figure]) -> Relation? {
    let finder = WordFinder(view: passage.view)
    let levels = figures.filter { sentence.contains($0.span.start) && $0.span.end <= result.span.start && $0.level != nil }
    guard let own = levels.last, let ownRange = own.inputRange else { return nil }
    let gap = own.span.end..<result.span.start
    guard gap.count <= 90, finder.contains(ArithmeticWords.comparison, in: gap), finder.contains(ArithmeticWords.change, in: gap) else {
      return nil
    }
    let baseline = figures.last { figure in
      guard figure.span.end <= own.span.start, let claim = figure.level, let subject = claim.subject, figure.unit == own.unit,
        !own.unit.isEmpty
      else { return false }
      return subject.name.utf8.count >= 3 && finder.contains([Array(subject.name.lowercased().utf8)], in: gap)
    }
    guard let baseline, let range = baseline.inputRange, let quotient = ownRange.divided(by: range),
      let more = quotient.subtracting(NumberRange(.one))
    else { return nil }
    return Relation(kind: .ratio, result: result, inputs: [own, baseline], expected: [quotient, more], isCertain: true)
  }
}
