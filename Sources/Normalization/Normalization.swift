package import ClaimModel
import SourceText

/// Repairs and normalizes the text of documents: glosses, shifted spans, width, script.
///
/// It owns handles of ICU and caches what it asked; each worker has one of its own.
package struct Normalization {
  private let fold = SimplifiedFold()
  private let repair: TextRepair
  private let languageWords: LanguageWords
  private let longestLanguageWord: Int

  /// `languageWords` tell English from other languages; without them every Latin text without accents is English.
  package init(languageWords: LanguageWords = LanguageWords()) {
    repair = TextRepair(fold: fold)
    self.languageWords = languageWords
    longestLanguageWord = languageWords.longest
  }

  /// `document` with its text repaired and its width folded, spans and map moved along, its script and the language of each block
  /// told, its view made.
  ///
  /// Blocks, table cells and lines are repaired by themselves: no damage is looked for across their borders. Cost: linear.
  package func callAsFunction(_ document: Document) -> Document {
    let repaired = repair(document.text, pieces: pieces(of: document))
    let widths: Rewriter<DocumentText, DocumentText> = WidthFolding.folded(repaired.text)
    let change = widths.map.composed(with: repaired.rewriter.map)
    var result = document
    result.text = widths.text
    result.map = change.composed(with: document.map)
    result.blocks = document.blocks.map { moved($0, by: change) }
    mendTitle(of: &result, from: document)
    result.repairs = document.repairs.map { Repair(kind: $0.kind, span: change.preimage(of: $0.span)) }
    result.repairs += repaired.repairs.map { Repair(kind: $0.kind, span: widths.map.preimage(of: $0.span)) }
    result.repairs.sort { $0.span < $1.span }
    result.findings += repaired.findings
    setScript(of: &result)
    setLanguages(of: &result)
    return result
  }

  /// `text` with its glosses removed and its shifted spans decoded, script, width and lines untouched.
  package func repaired(_ text: [UInt8]) -> RepairedText {
    repair(text, pieces: lines(of: text, borders: []))
  }

  /// A title that stands as a block of the page is mended with it.
  private func mendTitle(of result: inout Document, from document: Document) {
    guard let title = document.metadata.title?.value, let index = document.blocks.firstIndex(where: { document.string($0.span) == title })
    else { return }
    let mended = result.string(result.blocks[index].span)
    result.metadata.title?.value = mended
  }

  private func setScript(of document: inout Document) {
    let count = ScriptCount(document.text, fold: fold)
    document.metadata.script = count.script
    document.view = count.needsFold ? fold(document.text) : document.text
  }

  private func setLanguages(of document: inout Document) {
    for index in document.blocks.indices {
      let range = document.blocks[index].span.range
      let count = LanguageCount(document.text, in: range, fold: fold, words: languageWords, longestWord: longestLanguageWord)
      document.blocks[index].language = count.language(inDocumentOf: document.metadata.script)
    }
  }

  private func moved(_ block: Block, by change: OffsetMap<DocumentText, DocumentText>) -> Block {
    var block = block
    block.span = change.preimage(of: block.span)
    if let table = block.table {
      block.table = TableGrid(
        rows: table.rows.map { row in
          row.map { .init(span: change.preimage(of: $0.span), isHeader: $0.isHeader, columnSpan: $0.columnSpan) }
        })
    }
    return block
  }

  /// The text cut at the borders of blocks and cells, and at line ends.
  private func pieces(of document: Document) -> [Range<Int>] {
    var borders: [Int] = []
    for block in document.blocks {
      borders += [block.span.start, block.span.end]
      for cell in (block.table?.rows ?? []).joined() { borders += [cell.span.start, cell.span.end] }
    }
    return lines(of: document.text, borders: borders)
  }

  private func lines(of text: [UInt8], borders: [Int]) -> [Range<Int>] {
    var cuts = borders
    for index in text.indices where text[index] == 0x0A { cuts += [index, index + 1] }
    cuts.append(text.count)
    cuts.sort()
    var pieces: [Range<Int>] = []
    var start = 0
    for cut in cuts where cut > start && cut <= text.count {
      pieces.append(start..<cut)
      start = cut
    }
    return pieces
  }
}
