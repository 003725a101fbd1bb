package import ClaimModel
package import Knowledge
internal import Normalization

/// Texts and documents converted to a script for reading, where that is asked for.
///
/// Owns a transform of ICU: one a worker.
package struct PageConversion {
  private let conversion: DocumentConversion?

  /// Without a `script` nothing is converted. `region` is cn, tw or hk; others and nil leave the words as they are.
  package init(to script: Script?, region: String?, knowledge: Knowledge) {
    conversion = script.map { script in
      DocumentConversion(
        to: ConversionTarget(script: script, region: region.flatMap { WritingRegion(rawValue: $0) }), forms: WritingForms(knowledge))
    }
  }

  /// A normalized document converted, its map still leading to the page's bytes.
  package func converted(_ document: Document) -> Document { conversion?(document) ?? document }
}
