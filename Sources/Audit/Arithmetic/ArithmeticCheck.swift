internal import ClaimModel
internal import Quantities
internal import SourceText

/// Holds the figures of a page against one another, sentence by sentence.
struct ArithmeticCheck {
  let passage: Passage
  let document: Document
  let words: ArithmeticWords

  /// One judgment for each figure that follows from others and agrees with them or clearly does not. `refuted` are the
  /// figures that a reference has refuted: what follows from them inherits the error.
  func judgments(_ figures: [Figure], refuted: [TextSpan]) -> [Judgment] {
    var wrong = Set(refuted)
    var judgments: [Judgment] = []
    for relation in relations(figures) {
      guard let judgment = judgment(relation, wrong: wrong) else { continue }
      if judgment.verdict == .refuted { wrong.insert(relation.result.span) }
      judgments.append(judgment)
    }
    return judgments
  }

  /// The relations of each figure come to one: the first that agrees, else the first that differs.
  private func relations(_ figures: [Figure]) -> [Relation] {
    var found: [Relation] = []
    let groups = Dictionary(grouping: figures) { passage.sentence(at: $0.span.start) ?? -1 }
    for (number, sentence) in passage.sentences.enumerated() {
      let inside = (groups[number] ?? []).filter { passage.cell(at: $0.span.start) == nil }
      guard (1...40).contains(inside.count) else { continue }
      let isContinued = number > 0 && !passage.blockStarts.contains(sentence.lowerBound)
      let earlier = isContinued ? (groups[number - 1] ?? []) : []
      guard earlier.count <= 40 else { continue }
      found += RelationReader(view: passage.view, sentence: sentence, figures: inside, earlier: earlier, words: words).relations
    }
    found += BaselineRatios(passage: passage, document: document, words: words).relations(figures)
    found += EquativeRatios(passage: passage, words: words).relations(figures)
    found += ColumnTotals(document: document).relations(figures)
    var best: [TextSpan: Relation] = [:]
    for relation in found where relation.finding != .open && relation.isOfOneKind {
      if let known = best[relation.result.span], known.finding == .agrees || relation.finding != .agrees { continue }
      best[relation.result.span] = relation
    }
    return best.values.sorted { $0.result.span < $1.result.span }
  }

  private func judgment(_ relation: Relation, wrong: Set<TextSpan>) -> Judgment? {
    let result = relation.result
    let text = RelationExplanation(relation: relation)
    let inherits = relation.inputs.contains { wrong.contains($0.span) }
    let verdict: Verdict
    let diagnosis: [Diagnosis]
    switch relation.finding {
    case .open: return nil
    case .agrees where inherits:
      verdict = .refuted
      diagnosis = [.inheritsError]
    case .agrees:
      verdict = .supported
      diagnosis = []
    case .differs(let found):
      verdict = .refuted
      diagnosis = found
    }
    let check: Check = relation.kind == .duration ? .date : .arithmetic
    return Judgment(
      claim: result.claims.first?.id, check: check, verdict: verdict, diagnosis: diagnosis, ratio: verdict == .refuted ? text.ratio : nil,
      claimed: result.interval, explanation: text.explanation(inherits: inherits && verdict == .refuted && diagnosis == [.inheritsError]),
      confidence: relation.isCertain ? 0.85 : 0.75, text: result.span, source: document.map(result.span))
  }
}
