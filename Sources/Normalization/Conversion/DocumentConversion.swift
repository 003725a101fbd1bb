package import ClaimModel
package import SourceText

/// Converts whole documents and texts to a script, for reading.
///
/// It owns a transform of ICU; each worker has one of its own.
package struct DocumentConversion {
  private let fold: SimplifiedFold
  private let conversion: ScriptConversion

  package init(to target: ConversionTarget, forms: WritingForms) {
    fold = SimplifiedFold(forms.characters)
    conversion = ScriptConversion(to: target, forms: forms, fold: fold)
  }

  /// `text` (UTF-8) converted, with the way back.
  package func callAsFunction<From, To>(_ text: [UInt8]) -> Rewriter<From, To> { conversion(text) }

  /// `document` with its text converted, spans and map moved along; its map still leads to the page's bytes.
  package func callAsFunction(_ document: Document) -> Document {
    let made: Rewriter<DocumentText, DocumentText> = conversion(document.text)
    var result = document
    result.text = made.text
    result.map = made.map.composed(with: document.map)
    result.blocks = document.blocks.map { $0.moved(by: made.map) }
    if let title = document.metadata.title?.value {
      let converted: Rewriter<DocumentText, DocumentText> = conversion(Array(title.utf8))
      result.metadata.title?.value = String(decoding: converted.text, as: UTF8.self)
    }
    result.repairs = document.repairs.map { Repair(kind: $0.kind, span: made.map.preimage(of: $0.span)) }
    result.metadata.script = ScriptCount(made.text, fold: fold).script
    result.view = fold(made.text)
    return result
  }
}
