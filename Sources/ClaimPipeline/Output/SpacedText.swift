package import ClaimModel
internal import SourceText

extension PageWorker {
  /// The article of a normalized document with `separator` between words, numerals, names and signs, a block a line.
  ///
  /// Spaces of the text only part words; a sign that is repeated (……) is one.
  package func separatedText(of document: Document, by separator: String) -> [UInt8] {
    let blocks = document.keptBlocks.filter { !$0.isPageTitle }
    return Array(blocks.map { separated($0, in: document, by: Array(separator.utf8)) }.joined(separator: [0x0A]))
  }

  private func separated(_ block: Block, in document: Document, by separator: [UInt8]) -> [UInt8] {
    var lines: [[ArraySlice<UInt8>]] = [[]]
    var position = block.span.start
    for token in tokens(of: block, in: document) {
      appendSigns(of: document.text, in: position..<token.span.start, to: &lines)
      lines[lines.count - 1].append(document.text[token.span.range])
      position = token.span.end
    }
    appendSigns(of: document.text, in: position..<block.span.end, to: &lines)
    return Array(lines.map { Array($0.joined(separator: separator)) }.joined(separator: [0x0A]))
  }

  /// What stands between words: its signs one by one, its line ends as such, no spaces.
  private func appendSigns(of text: [UInt8], in range: Range<Int>, to lines: inout [[ArraySlice<UInt8>]]) {
    var position = range.lowerBound
    while position < range.upperBound {
      let (value, width) = text.scalar(at: position)
      var end = position + width
      while end < range.upperBound, text.scalar(at: end).value == value { end += width }
      if value == 0x0A {
        for _ in position..<end { lines.append([]) }
      } else if value > 0x20, value != 0xA0, value != 0x3000 {
        lines[lines.count - 1].append(text[position..<end])
      }
      position = end
    }
  }
}
