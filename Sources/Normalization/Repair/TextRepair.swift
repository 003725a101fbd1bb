import ClaimModel
import SourceText

/// Removes injected glosses and decodes shifted spans; leaves a text alone that does not show the injection.
final class TextRepair {
  private let readings = HanReadings()
  private let fold: SimplifiedFold
  private lazy var model = CharacterModel()
  private lazy var triples = TripleModel()
  private lazy var decoder = ShiftedSpanDecoder(readings: readings, fold: fold)

  init(fold: SimplifiedFold) { self.fold = fold }

  /// `text` repaired within each of `pieces`, which are in ascending order, do not overlap and cover it. Cost: linear.
  ///
  /// Nil for a text that does not show the injection. With `isMarkup` the text is HTML that is still to be parsed.
  func callAsFunction(_ text: [UInt8], pieces: [Range<Int>], isMarkup: Bool = false) -> StepText? {
    guard showsInjection(text) else { return nil }
    var vocabulary = PageVocabulary(of: text, model: model, triples: triples, fold: fold)
    let first = repaired(DamagedPage(text: text, vocabulary: vocabulary, isMarkup: isMarkup), pieces: pieces)
    // What came back for certain speaks for the rest.
    vocabulary = PageVocabulary(
      of: first.text, model: model, triples: triples, fold: fold, except: first.repairs.filter { $0.kind == .lost }.map(\.span.range))
    return repaired(DamagedPage(text: text, vocabulary: vocabulary, isMarkup: isMarkup), pieces: pieces)
  }

  private func repaired(_ page: DamagedPage, pieces: [Range<Int>]) -> StepText {
    var pass = RepairPass(page: page, readings: readings, decoder: decoder)
    for piece in pieces { pass.repair(piece) }
    return pass.finished()
  }

  /// The gate: whether `text` is to be repaired. Most texts are settled without asking ICU.
  func showsInjection(_ text: [UInt8]) -> Bool {
    GlossEvidence(in: text, readings: readings, fold: fold).showsInjection(by: { model })
  }
}
