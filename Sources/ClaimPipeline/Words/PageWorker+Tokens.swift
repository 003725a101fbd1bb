package import ClaimModel
internal import Knowledge
internal import Normalization
internal import Quantities
internal import SourceText

extension PageWorker {
  /// The words, numerals and names of a block of a normalized document, in text order; punctuation and spaces left out.
  package func tokens(of block: Block, in document: Document) -> [Token] {
    let view = document.view
    let reading = reader(view, in: block.span.range)
    let known = KnownTokens(in: view, range: block.span.range, reading: reading, names: knowledge.names)
    let tokens = segmentation.tokens(in: view, span: block.span, around: known.tokens, breaks: known.breaks)
    return joiningVersions(tokens, in: view, reading)
  }

  /// A Han name with the version right behind it as one: 悟道2.0. A figure with a unit is no version.
  private func joiningVersions(_ tokens: [Token], in view: [UInt8], _ reading: Reading) -> [Token] {
    let counted = Set(reading.quantities.filter { $0.unitSpan != nil || $0.kind != .number }.map(\.numeral.start))
    var joined: [Token] = []
    for token in tokens {
      let isVersion = token.kind == .numeral && !counted.contains(token.span.start) && Self.isVersion(view[token.span.range])
      if isVersion, let last = joined.last, last.kind == .name, last.span.end == token.span.start {
        joined[joined.count - 1].span = last.span.union(token.span)
      } else {
        joined.append(token)
      }
    }
    return joined
  }

  /// 2.0, 3.5.
  private static func isVersion(_ text: ArraySlice<UInt8>) -> Bool {
    text.count <= 4 && text.contains(UInt8(ascii: ".")) && text.allSatisfy { $0 == UInt8(ascii: ".") || ($0 >= 0x30 && $0 <= 0x39) }
  }
}
