package import ClaimModel
package import Knowledge
internal import Quantities
internal import SourceText

/// Turns a normalized document into its numeric claims.
///
/// Works block by block and sentence by sentence; what one sentence leaves open (a dropped subject, a year) the ones before
/// it fill. Linear in the text but for the names and figures of one sentence, which are held against each other.
package struct Extraction: Sendable {
  private let knowledge: Knowledge
  private let reader: QuantityReader

  package init(knowledge: Knowledge) {
    self.knowledge = knowledge
    reader = QuantityReader(knowledge: knowledge)
  }

  /// The claims of the kept blocks, in text order; ids are not set.
  package func callAsFunction(_ document: Document) -> [Claim] {
    outcomes(of: document).flatMap(\.claims).sorted { ($0.quote.text, $0.property) < ($1.quote.text, $1.property) }
  }

  /// What became of every figure and date of the kept blocks, block by block; within a sentence dates come first.
  package func outcomes(of document: Document) -> [FigureOutcome] {
    var pass = ExtractionPass(knowledge: knowledge, reader: reader, document: document)
    for block in document.blocks where block.isKept { pass.read(block) }
    return pass.outcomes
  }
}
