package import ClaimModel
internal import SourceText

extension PageWorker {
  /// The article of a normalized document with one space between words, a block a line; spaces of the text are not doubled.
  package func spacedText(of document: Document) -> [UInt8] {
    Array(document.keptBlocks.map { spaced($0, in: document) }.joined(separator: [0x0A]))
  }

  private func spaced(_ block: Block, in document: Document) -> [UInt8] {
    var pieces: [ArraySlice<UInt8>] = []
    var position = block.span.start
    for span in words(of: block, in: document) + [TextSpan(start: block.span.end, end: block.span.end)] {
      let between = document.text[position..<max(position, span.start)].split { $0 <= 0x20 }
      pieces += between
      if !span.isEmpty { pieces.append(document.text[span.range]) }
      position = max(position, span.end)
    }
    return Array(pieces.joined(separator: [0x20]))
  }
}
