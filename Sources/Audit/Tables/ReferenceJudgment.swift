internal import ClaimModel
internal import SourceText

/// Puts what a table says to a figure into a judgment.
struct ReferenceJudgment {
  let table: TableIndex
  let document: Document
  /// Another snapshot of the table that supports the figure.
  let driftFrom: Reference?

  func judgment(_ result: ReferenceCheck.Result) -> Judgment {
    let text = ReferenceExplanation(table: table, document: document, result: result, driftFrom: driftFrom)
    switch result.outcome {
    case .supported(let findings):
      let isRounded = findings.contains { $0.diagnosis == .rounding }
      return make(result, .supported, isRounded ? [.rounding] : [], findings, text.supported(findings), 0.95)
    case .refuted(let findings):
      let closest = closest(findings)
      var diagnosis = closest.diagnosis.map { [$0] } ?? []
      if driftFrom != nil { diagnosis.insert(.referenceDrift, at: 0) }
      var judgment = make(result, .refuted, diagnosis, findings, text.refuted(findings, closest: closest), 0.9)
      judgment.ratio = closest.ratio
      return judgment
    case .conflicting(let findings):
      let diagnosis = findings.count == 1 ? findings[0].diagnosis.map { [$0] } ?? [] : []
      return make(result, .conflicting, diagnosis, findings, text.conflicting(findings), 0.8)
    case .open(let reason, let rows):
      var judgment = make(result, .notEnoughEvidence, [], [], text.open(reason, rows: rows), 0.7)
      judgment.reason = reason
      judgment.evidence = rows.prefix(8).map { evidence($0, measure: result.measure) }
      return judgment
    }
  }

  /// The row that is off the least, which is the hardest to explain away.
  private func closest(_ findings: [RowFinding]) -> RowFinding {
    let named = findings.filter { $0.diagnosis != nil }
    let pool = named.isEmpty ? findings : named
    return pool.min { ($0.ratio ?? .zero) < ($1.ratio ?? .zero) } ?? findings[0]
  }

  private func make(
    _ result: ReferenceCheck.Result, _ verdict: Verdict, _ diagnosis: [Diagnosis], _ findings: [RowFinding], _ explanation: Explanation,
    _ confidence: Double
  ) -> Judgment {
    let span = result.figure.claims.isEmpty ? result.figure.span : result.claim?.quote.text ?? result.figure.span
    return Judgment(
      claim: result.claim?.id, check: result.figure.date == nil ? .reference : .date, verdict: verdict, diagnosis: diagnosis,
      claimed: result.figure.interval, evidence: findings.map { evidence($0.row, measure: result.measure) }, explanation: explanation,
      confidence: confidence, text: span, source: document.map(span))
  }

  private func evidence(_ row: Int, measure: Int) -> Evidence {
    let reference = table.reference
    let described = reference.layout.measures[measure]
    let cell = reference.rows[row].cells[measure]
    let value: String? =
      switch cell?.value {
      case .number(let number): number.description
      case .day(let day): day
      case nil: nil
      }
    return Evidence(
      reference: reference.name, snapshot: reference.snapshot, row: reference.rows[row].name, column: described.column,
      cell: cell?.written ?? "", interval: Interval(low: value, high: value, unit: described.unit), url: reference.rows[row].link)
  }
}
