import ClaimModel
import SourceText

/// Removes injected glosses and decodes shifted spans; leaves a text alone that does not show the injection.
final class TextRepair {
  private let readings = HanReadings()
  private let fold: SimplifiedFold
  private lazy var model = CharacterModel()
  private lazy var decoder = ShiftedSpanDecoder(readings: readings, fold: fold)

  init(fold: SimplifiedFold) { self.fold = fold }

  /// `text` repaired within each of `pieces`, which are in ascending order, do not overlap and cover it. Cost: linear.
  func callAsFunction(_ text: [UInt8], pieces: [Range<Int>]) -> RepairedText {
    guard hasGloss(text), GlossEvidence(in: text, readings: readings, fold: fold).showsInjection(by: { model }) else {
      var rewriter = Rewriter<DocumentText, DocumentText>()
      rewriter.copy(0..<text.count, of: text)
      return RepairedText(rewriter: rewriter, repairs: [], findings: [])
    }
    var vocabulary = PageVocabulary(of: text, model: model, fold: fold)
    let first = repaired(text, pieces: pieces, with: vocabulary)
    // What came back for certain speaks for the rest.
    vocabulary = PageVocabulary(of: first.text, model: model, fold: fold, except: first.repairs.filter { $0.kind == .lost }.map(\.span.range))
    return repaired(text, pieces: pieces, with: vocabulary)
  }

  private func repaired(_ text: [UInt8], pieces: [Range<Int>], with vocabulary: PageVocabulary) -> RepairedText {
    var pass = RepairPass(page: DamagedPage(text: text, vocabulary: vocabulary), readings: readings, decoder: decoder)
    for piece in pieces { pass.repair(piece) }
    return pass.finished()
  }

  /// Whether a Latin parenthesis follows another character than ASCII, which most texts settle without asking ICU.
  private func hasGloss(_ text: [UInt8]) -> Bool {
    var position = 1
    while position < text.count {
      let byte = text[position]
      if byte == 0x28 || byte == 0xEF, text[position - 1] >= 0x80, Gloss(at: position, in: text) != nil { return true }
      position += 1
    }
    return false
  }
}
