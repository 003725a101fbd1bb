/// A sentence and its clauses, as byte ranges of the document's text.
struct Sentence: Hashable, Sendable {
  var range: Range<Int>
  /// In text order, covering the sentence.
  var clauses: [Range<Int>]

  /// Index of the clause that holds the byte `offset`.
  func clauseIndex(at offset: Int) -> Int {
    clauses.lastIndex { $0.lowerBound <= offset } ?? 0
  }
}
