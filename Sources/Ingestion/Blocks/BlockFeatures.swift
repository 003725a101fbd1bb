internal import ClaimModel

/// What is counted of a block to decide whether it belongs to the article.
struct BlockFeatures {
  var measure: TextMeasure
  /// The part of the mass that is not in links.
  var plainMass: Int
  var linkDensity: Double
  var cue: PhraseCue?
  /// Above zero speaks for the article, in mass.
  var score: Double

  /// Mass that one block speaks for the article at most: one long disclaimer must not outweigh an article.
  private static let largestScore = 900.0

  init(of block: DraftBlock, measure: TextMeasure, cue: PhraseCue?) {
    self.measure = measure
    self.cue = cue
    let linked = min(block.linkMass, measure.mass)
    plainMass = measure.mass - linked
    linkDensity = measure.mass == 0 ? 0 : Double(linked) / Double(measure.mass)
    score = 0
    score = rawScore(of: block)
  }

  var isSentence: Bool { measure.clauseMarks > 0 && plainMass >= 30 && linkDensity < 0.5 }

  private func rawScore(of block: DraftBlock) -> Double {
    let mass = Double(measure.mass)
    if !block.context.isDisjoint(with: .boilerplate) || cue != nil { return -max(4, min(mass, 300) / 12) }
    if linkDensity > 0.5 { return -(8 + min(mass, 120) / 4) }
    let plain = Double(plainMass) - Double(measure.mass - plainMass)
    if isSentence {
      // A clause of Chinese or English takes about 40 of mass; text with far fewer marks is a list of names.
      let fullness = min(1, Double(measure.clauseMarks) * 120 / max(mass, 1))
      return min(max(plain, 0), Self.largestScore) * max(fullness, 0.3)
    }
    switch block.role {
    case .heading, .title: return -2
    case .table: return plain > 60 ? min(plain, 600) * 0.3 : -4
    case .code: return min(plain, 600) * 0.2
    case .caption: return -1
    default: return plain > 120 ? min(plain, 400) * 0.3 : block.context.contains(.bulleted) ? -10 : -5
    }
  }
}
