package import ClaimModel
package import SourceText

/// Cuts text into words, in the gaps between spans that must stay whole.
///
/// It owns a word breaker of ICU; each worker has one of its own.
package struct Segmentation {
  private let breaker = WordBreaker()

  package init() {}

  /// The words of `text` within `span`, in text order, those between `numerals` only.
  ///
  /// `text` may be a document's text or its view. `numerals` are in text order and do not overlap. Punctuation and spaces are
  /// no words. Cost: linear in `span`.
  package func tokens(in text: [UInt8], span: TextSpan, around numerals: [TextSpan]) -> [Token] {
    var tokens: [Token] = []
    var start = span.start
    for numeral in numerals where numeral.end > start && numeral.start < span.end {
      if numeral.start > start { appendWords(of: text, in: start..<numeral.start, to: &tokens) }
      start = numeral.end
    }
    if start < span.end { appendWords(of: text, in: start..<span.end, to: &tokens) }
    return tokens
  }

  private func appendWords(of text: [UInt8], in range: Range<Int>, to tokens: inout [Token]) {
    var units: [UInt16] = []
    /// The byte offset of each UTF-16 unit, and of the end.
    var offsets: [Int] = []
    units.reserveCapacity(range.count)
    offsets.reserveCapacity(range.count + 1)
    var position = range.lowerBound
    while position < range.upperBound {
      let (value, width) = text.scalar(at: position)
      if value > 0xFFFF {
        units += [UInt16(0xD7C0 + (value >> 10)), UInt16(0xDC00 + (value & 0x3FF))]
        offsets += [position, position]
      } else {
        units.append(UInt16(value))
        offsets.append(position)
      }
      position += width
    }
    offsets.append(min(position, range.upperBound))
    for word in breaker.words(in: units) {
      tokens.append(Token(span: TextSpan(start: offsets[word.lowerBound], end: offsets[word.upperBound])))
    }
  }
}
