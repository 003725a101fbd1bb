internal import ClaimModel
internal import Knowledge
internal import Quantities
internal import SourceText

/// Finds what a change or ratio compares: 营收为609亿元，同比增长126% is a change of the revenue.
struct ComparedProperty {
  /// The figures of the sentence before this one.
  let earlier: [PropertyLinker.Earlier]

  /// The property compared by `figure`; nil where neither a word before it nor a level before it says one.
  func property(of figure: QuantityMention, in sentence: AnnotatedSentence) -> String? {
    let index = sentence.sentence.clauseIndex(at: figure.span.start)
    let clause = sentence.sentence.clauses[index]
    if let word = lastWord(in: clause.lowerBound..<figure.span.start, of: sentence) { return word }
    let reach = sentence.sentence.clauses[max(0, index - 2)].lowerBound
    if let level = earlier.last(where: { $0.span.lowerBound >= reach && ($0.isLevel || Self.isProper($0.property)) }),
      Self.isProper(level.property)
    {
      return level.property
    }
    guard index > 0 else { return nil }
    return lastWord(in: sentence.sentence.clauses[index - 1], of: sentence)
  }

  private func lastWord(in range: Range<Int>, of sentence: AnnotatedSentence) -> String? {
    sentence.properties.last { found in
      range.lowerBound <= found.range.lowerBound && found.range.upperBound <= range.upperBound && found.entry.weight > 1
        && Self.isProper(found.entry.property)
        && !sentence.cues(.increase, .decrease, .more, .less).contains { $0.range.overlaps(found.range) }
    }?.entry.property
  }

  private static func isProper(_ property: String) -> Bool {
    !["growth", "share", "duration", "probability", "rank", "release_date"].contains(property)
  }
}
