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
  /// `reference` resolves relative words (去年, last month); without it they are left out of `periods`. `asked` are the kinds that
  /// the caller looks for: a word that may mean several things (5分) then means one of them, and where plain numbers are asked for a
  /// single character counts as one. With a `question` the text is read for dates, stretches and lengths of time of every sort; an
  /// article is read for its figures.
  package func callAsFunction(
    _ text: [UInt8], in range: Range<Int>, reference: CalendarDay? = nil, asked: Set<QuantityKind> = [], question: TimeQuestion? = nil
  ) -> Reading {
    var scan = Scan(
      text: FoldedText(text, in: range), vocabulary: vocabulary, reference: reference, asked: asked, question: question)
    scan.run()
    return scan.reading
  }
}
