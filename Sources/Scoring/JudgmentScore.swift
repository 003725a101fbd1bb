package import ClaimModel
internal import SourceText

/// How judgments compare with the gold of one or more pages.
package struct JudgmentScore: Hashable, Sendable {
  package var gold = 0
  /// Gold judgments that were given with the right verdict.
  package var verdicts = 0
  /// Those with the right diagnosis too.
  package var diagnoses = 0
  /// Refuted or conflicting where the gold says otherwise or nothing.
  package var falseAlarms = 0

  package init() {}

  /// Scores the judgments of one page. Gold of snapshots that no judgment speaks of still counts. Cost: gold × judgments.
  package init(judgments: [Judgment], gold: [GoldJudgment]) {
    self.gold = gold.count
    for expected in gold {
      let given = judgments.filter { Self.speaks($0, of: expected) }
      guard let right = given.first(where: { $0.verdict.rawValue == expected.verdict }) else { continue }
      verdicts += 1
      let found = right.diagnosis.map(\.rawValue)
      if found == expected.diagnosis || expected.acceptDiagnosis?.contains(found) == true { diagnoses += 1 }
    }
    falseAlarms =
      judgments.filter { judgment in
        (judgment.verdict == .refuted || judgment.verdict == .conflicting)
          && !gold.contains { Self.speaks(judgment, of: $0) && $0.verdict == judgment.verdict.rawValue }
      }.count
  }

  private static func speaks(_ judgment: Judgment, of gold: GoldJudgment) -> Bool {
    judgment.source.range.overlaps(gold.range)
      && (gold.check == "reference") == (judgment.check == .reference || judgment.check == .date && gold.snapshot != nil)
      && (gold.snapshot == nil || judgment.evidence.contains { $0.snapshot == gold.snapshot })
  }

  package static func += (total: inout JudgmentScore, page: JudgmentScore) {
    total.gold += page.gold
    total.verdicts += page.verdicts
    total.diagnoses += page.diagnoses
    total.falseAlarms += page.falseAlarms
  }
}
