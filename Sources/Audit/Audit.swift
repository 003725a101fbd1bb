package import ClaimModel
package import Knowledge
package import Quantities
internal import SourceText

/// Holds the figures of a page against tables of published figures and against each other.
///
/// Immutable and made once; each call stands for itself. Linear in the page but for the figures of one sentence.
package struct Audit: Sendable {
  private let tables: [TableIndex]
  private let words: ArithmeticWords

  /// Several snapshots of one table (references of one name) are held against each other: a figure that one refutes and
  /// another supports has drifted.
  package init(references: [Reference], knowledge: Knowledge) {
    tables = references.map(TableIndex.init)
    words = ArithmeticWords(knowledge.relations)
  }

  /// The judgments of a normalized document, in text order, with their ids.
  ///
  /// `claims` and `readings` are those of the same document. A judgment whose figure is no claim has none: it is part of the
  /// page's arithmetic, or a figure that only the table speaks of.
  package func callAsFunction(_ claims: [Claim], in document: Document, readings: [Reading]) -> [Judgment] {
    callAsFunction(claims, in: document, readings: readings, judging: tables.indices)
  }

  /// The judgments by the references numbered in `judging` alone; the others only tell of drift.
  package func callAsFunction(_ claims: [Claim], in document: Document, readings: [Reading], judging: Range<Int>) -> [Judgment] {
    let figures = FigureCollector(document: document).figures(claims: claims, readings: readings)
    let passage = Passage(document: document)
    let checks = tables.map { ReferenceCheck(table: $0, passage: passage) }
    let results = checks.map { $0.results(figures) }
    var judgments: [Judgment] = []
    for number in judging {
      let others = tables.indices.filter { $0 != number && tables[$0].reference.name == tables[number].reference.name }
      for result in results[number] {
        let supporting = others.first { other in results[other].contains { $0.isSame(as: result) && $0.isSupported } }
        let writer = ReferenceJudgment(table: tables[number], document: document, driftFrom: supporting.map { tables[$0].reference })
        judgments.append(writer.judgment(result))
      }
    }
    let refuted = judgments.filter { $0.verdict == .refuted }.map(\.text)
    judgments += ArithmeticCheck(passage: passage, document: document, words: words).judgments(figures, refuted: refuted)
    return judgments.sorted { ($0.text, $0.check.rawValue) < ($1.text, $1.check.rawValue) }
      .map { $0.identified(onPage: document.page.provenance.sha256) }
  }
}

extension ReferenceCheck.Result {
  /// Whether two tables speak of the same claim.
  fileprivate func isSame(as other: Self) -> Bool { figure.span == other.figure.span && claim?.id == other.claim?.id }

  fileprivate var isSupported: Bool {
    if case .supported = outcome { true } else { false }
  }
}
