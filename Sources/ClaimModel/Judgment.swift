package import SourceText

/// What the audit says about one figure: the verdict, what it rests on, and the arithmetic in words.
package struct Judgment: Sendable, Identifiable {
  /// 16 hexadecimal digits made from the claim (or the figure's place), the check and what it was held against.
  package var id: String
  /// The claim's id; nil where the figure is part of the page's arithmetic but no claim.
  package var claim: String?
  package var check: Check
  package var verdict: Verdict
  /// The most telling first; empty where nothing is wrong or the figures simply differ.
  package var diagnosis: [Diagnosis]
  /// The larger number over the smaller, where one stands against one.
  package var ratio: ExactDecimal?
  package var claimed: Interval?
  /// For a reference, the rows looked at; for arithmetic inside the page, empty.
  package var evidence: [Evidence]
  /// Why there is not enough evidence; nil for every other verdict.
  package var reason: MissingReason?
  package var explanation: Explanation
  /// 0 to 1.
  package var confidence: Double
  /// Where the figure stands.
  package var text: TextSpan
  package var source: SourceSpan

  package init(
    claim: String?, check: Check, verdict: Verdict, diagnosis: [Diagnosis] = [], ratio: ExactDecimal? = nil, claimed: Interval?,
    evidence: [Evidence] = [], reason: MissingReason? = nil, explanation: Explanation, confidence: Double, text: TextSpan,
    source: SourceSpan
  ) {
    id = ""
    self.claim = claim
    self.check = check
    self.verdict = verdict
    self.diagnosis = diagnosis
    self.ratio = ratio
    self.claimed = claimed
    self.evidence = evidence
    self.reason = reason
    self.explanation = explanation
    self.confidence = confidence
    self.text = text
    self.source = source
  }

  /// This judgment with its id, for a page with the digest `sha256`.
  package func identified(onPage sha256: String) -> Judgment {
    var judgment = self
    judgment.id = stableID([
      sha256, claim ?? "\(source.start)-\(source.end)", check.rawValue, evidence.first?.reference ?? "", evidence.first?.snapshot ?? "",
      evidence.first?.column ?? "",
    ])
    return judgment
  }
}

/// What a figure was held against. Raw values as in the judgment record.
package enum Check: String, Hashable, Sendable, CaseIterable {
  case reference, parallelText, arithmetic, date, agreement
}

package enum Verdict: String, Hashable, Sendable, CaseIterable {
  case supported, refuted, conflicting, notEnoughEvidence
}

/// How a figure differs from what it was held against.
package enum Diagnosis: String, Hashable, Sendable, CaseIterable {
  case rounding, powerOfTen, unitMixup, percentVsPoints, comparatorLost, digitSwap, yearShift, dateShift, wrongSubject, increaseByTo,
    missingFigure, arithmetic, inheritsError, referenceDrift, notComparable
}

/// Why a figure could not be decided.
package enum MissingReason: String, Hashable, Sendable, CaseIterable {
  case noRow, noCell, ambiguousName, incomparableUnit, differentDefinition, differentTime, damagedFigure
}

/// The numbers that a figure or a table's cell stands for, both ends included; nil for an open end.
package struct Interval: Hashable, Sendable {
  /// The number itself in the notation of exact decimals, or a date.
  package var low: String?
  package var high: String?
  package var unit: String

  package init(low: String?, high: String?, unit: String) {
    self.low = low
    self.high = high
    self.unit = unit
  }
}

/// A published figure that a judgment rests on.
package struct Evidence: Hashable, Sendable {
  package var reference: String
  /// The day of the table, `YYYY-MM-DD`.
  package var snapshot: String
  package var row: String
  package var column: String
  /// The cell as published; empty for an empty cell.
  package var cell: String
  package var interval: Interval
  package var url: String?

  package init(reference: String, snapshot: String, row: String, column: String, cell: String, interval: Interval, url: String?) {
    self.reference = reference
    self.snapshot = snapshot
    self.row = row
    self.column = column
    self.cell = cell
    self.interval = interval
    self.url = url
  }
}

/// The same sentence in two languages. States figures and their arithmetic, never a cause.
package struct Explanation: Hashable, Sendable {
  package var english: String
  package var chinese: String

  package init(english: String, chinese: String) {
    self.english = english
    self.chinese = chinese
  }
}
