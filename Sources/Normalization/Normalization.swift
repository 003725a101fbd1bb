package import ClaimModel
import SourceText

/// Repairs and normalizes the text of documents, step by step, and makes the view that everything later matches against.
///
/// It owns handles of ICU and caches what it asked; each worker has one of its own.
package struct Normalization {
  private let fold: SimplifiedFold
  private let steps: TextSteps
  private let languageWords: LanguageWords
  private let longestLanguageWord: Int

  /// `forms` are the exceptions to ICU's table of Simplified forms; `languageWords` tell English from other languages: without them
  /// every Latin text without accents is English.
  package init(forms: WritingForms = WritingForms(), languageWords: LanguageWords = LanguageWords()) {
    fold = SimplifiedFold(forms.characters)
    steps = TextSteps(fold: fold)
    self.languageWords = languageWords
    longestLanguageWord = languageWords.longest
  }

  /// `document` with its text taken through `wanted` in the order of `NormalizationStep`, spans and map moved along, its script and
  /// the language of each block told, its view made. `note` is told every change, step by step, in text order within each.
  ///
  /// Blocks, table cells and lines are repaired by themselves: no damage is looked for across their borders. Cost: linear.
  package func callAsFunction(
    _ document: Document, steps wanted: NormalizationSteps = .all, note: ((TextChange) -> Void)? = nil
  ) -> Document {
    var result = document
    var mapToStart = OffsetMap<DocumentText, DocumentText>(identity: document.text.count)
    for step in NormalizationStep.allCases where wanted.contains(step) {
      guard let made = steps.apply(step, to: result) else { continue }
      if let note { made.changes(of: result.text, mapToStart: mapToStart, in: document.text).forEach(note) }
      result.rewrite(as: made)
      if note != nil { mapToStart = made.rewriter.map.composed(with: mapToStart) }
    }
    mendTitle(of: &result, from: document)
    setScript(of: &result)
    setLanguages(of: &result)
    return result
  }

  /// The characters of a damaged page mended before they are parsed, since the damage takes the `<` of tags with it; nil for a page
  /// that shows none. With `isMarkup` they are HTML. Cost: linear.
  package func mended(_ utf8: [UInt8], isMarkup: Bool) -> MendedCharacters? {
    guard let made = steps.mended(utf8, isMarkup: isMarkup) else { return nil }
    return MendedCharacters(
      utf8: made.text, map: OffsetMap(retyping: made.rewriter.map),
      places: made.repairs.map { .init(kind: $0.kind, span: ByteSpan($0.span.range)) }, findings: made.findings)
  }

  /// A title that stands as a block of the page is mended with it.
  private func mendTitle(of result: inout Document, from document: Document) {
    guard let title = document.metadata.title?.value, let index = document.blocks.firstIndex(where: { document.string($0.span) == title })
    else { return }
    let mended = result.string(result.blocks[index].span)
    result.metadata.title?.value = mended
  }

  private func setScript(of document: inout Document) {
    document.metadata.script = ScriptCount(document.text, fold: fold).script
    document.view = fold(document.text)
  }

  private func setLanguages(of document: inout Document) {
    for index in document.blocks.indices {
      let range = document.blocks[index].span.range
      let count = LanguageCount(document.text, in: range, fold: fold, words: languageWords, longestWord: longestLanguageWord)
      document.blocks[index].language = count.language(inDocumentOf: document.metadata.script)
    }
  }
}

extension Document {
  /// Takes the text that a step made of this one's, and moves everything that points into it.
  fileprivate mutating func rewrite(as made: StepText) {
    let change = made.rewriter.map
    text = made.text
    map = change.composed(with: map)
    blocks = blocks.map { $0.moved(by: change) }
    repairs = repairs.map { Repair(kind: $0.kind, span: change.preimage(of: $0.span)) } + made.repairs
    repairs.sort { $0.span < $1.span }
    findings += made.findings
  }
}
