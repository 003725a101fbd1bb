package import ClaimModel
package import SourceText

/// Cuts text into words, in the gaps between spans that must stay whole.
///
/// ICU's words are the base. Runs of Han characters are cut anew by `WordLattice`, among whose words ICU's are; Latin words that are
/// one by their form (GPT-4) are joined. It owns a word breaker of ICU; each worker has one of its own.
package struct Segmentation {
  private let breaker = WordBreaker()
  private let lattice: WordLattice

  /// `terms` are what the lexicons know of words.
  package init(terms: [SegmentationTerm] = []) { lattice = WordLattice(terms: terms) }

  /// The words of `text` within `span`, and `fixed`, in text order; punctuation and spaces are no words.
  ///
  /// `text` is a document's view (the terms are Simplified). `fixed` are tokens that are known already, numerals above all, in text
  /// order and not overlapping: no word is cut out of them. No word crosses one of `breaks`, which are in text order. Cost: linear in `span`.
  package func tokens(in text: [UInt8], span: TextSpan, around fixed: [Token], breaks: [Int] = []) -> [Token] {
    var pass = SegmentationPass(text: text, range: span.range, breaker: breaker, lattice: lattice)
    var nextBreak = 0
    var start = span.start
    func cut(to end: Int) {
      while nextBreak < breaks.count, breaks[nextBreak] < end {
        if breaks[nextBreak] > start {
          pass.cut(start..<breaks[nextBreak])
          start = breaks[nextBreak]
        }
        nextBreak += 1
      }
      if end > start { pass.cut(start..<end) }
    }
    for token in fixed where token.span.end > start && token.span.start < span.end {
      cut(to: token.span.start)
      pass.tokens.append(token)
      start = token.span.end
    }
    cut(to: span.end)
    return pass.tokens
  }
}
