package import ClaimModel
internal import SourceText

/// How claims found compare with the gold of one or more pages.
///
/// Relaxed: the spans overlap, the figure and its unit agree. Strict: relaxed, and span, subject, property, year and source
/// agree too.
package struct ClaimScore: Hashable, Sendable {
  package var gold = 0
  package var found = 0
  package var relaxed = 0
  package var strict = 0

  package init() {}

  /// Scores the claims of one page, in any order. Cost: gold × found.
  package init(claims: [Claim], gold: [GoldClaim]) {
    self.gold = gold.count
    found = claims.count
    var used = Set<Int>()
    for expected in gold {
      let candidates = claims.indices.filter { index in
        !used.contains(index) && claims[index].quote.source.range.overlaps(expected.range)
          && FigureAgreement.agrees(claims[index].value.quantity, with: expected)
      }
      guard let best = candidates.max(by: { Self.slots(claims[$0], expected) < Self.slots(claims[$1], expected) }) else { continue }
      used.insert(best)
      relaxed += 1
      if Self.slots(claims[best], expected) == Self.slotCount { strict += 1 }
    }
  }

  package var precision: Double { found == 0 ? (gold == 0 ? 1 : 0) : Double(relaxed) / Double(found) }
  package var recall: Double { gold == 0 ? 1 : Double(relaxed) / Double(gold) }

  /// F1 of the strict matches.
  package var strictF1: Double { gold + found == 0 ? 1 : 2 * Double(strict) / Double(gold + found) }

  package static func += (total: inout ClaimScore, page: ClaimScore) {
    total.gold += page.gold
    total.found += page.found
    total.relaxed += page.relaxed
    total.strict += page.strict
  }

  private static let slotCount = 5

  private static func slots(_ claim: Claim, _ gold: GoldClaim) -> Int {
    let subject = claim.subject?.name ?? ""
    let source = claim.attribution?.name
    let year = claim.year?.edtf
    let checks = [
      claim.quote.source.range == gold.range,
      gold.subjectFree == true || subject.names(sameAs: gold.subject, exactly: gold.subjectKind == "model"),
      claim.property == gold.property,
      year == gold.year || (year != nil && year?.prefix(4) == gold.year?.prefix(4)),
      gold.source.map { expected in source.map { $0.names(sameAs: expected, exactly: false) } ?? false } ?? (source == nil),
    ]
    return checks.filter { $0 }.count
  }
}
