package import ClaimModel
package import Knowledge

/// Reads numerals, quantities and periods from text, in Chinese and English.
///
/// Works on the matching view of a document (Simplified; offsets as in the text). Time is linear in the text, whatever it is.
package struct QuantityReader: Sendable {
  private let vocabulary: Vocabulary

  package init(knowledge: Knowledge) {
    vocabulary = Vocabulary(knowledge: knowledge)
  }

  /// Reads the byte range `range` of `text`; spans are offsets into `text`.
  ///
  /// `reference` resolves relative words (去年, last month); without it they are left out of `periods`. With a
  /// `question` the text is read for dates, stretches and lengths of time of every sort; an article is read for its figures.
  package func callAsFunction(_ text: [UInt8], in range: Range<Int>, reference: CalendarDay? = nil, question: TimeQuestion? = nil)
    -> Reading
  {
    var scan = Scan(text: FoldedText(text, in: range), vocabulary: vocabulary, reference: reference, question: question)
    scan.run()
    return scan.reading
  }
}
