internal import ClaimModel
internal import SourceText

/// What one row says to a figure.
struct RowFinding: Hashable {
  var row: Int
  var cell: ReferenceCell
  var isSupported: Bool
  var diagnosis: Diagnosis?
  /// The larger over the smaller; nil for dates and where one is zero.
  var ratio: ExactDecimal?
}

/// Holds a figure against the rows that its subject may stand for.
struct RowDecision {
  let table: TableIndex
  let measure: Int

  /// From which factor on a figure is wrong whichever row of a family is meant (data/audit's rule).
  static let farOff = ExactDecimal(5)

  enum Outcome: Hashable {
    case supported([RowFinding])
    case refuted([RowFinding])
    case conflicting([RowFinding])
    case open(MissingReason, rows: [Int])
  }

  func callAsFunction(_ meaning: NameIndex.Meaning, _ look: (Int, ReferenceCell) -> RowFinding?) -> Outcome {
    let cells = meaning.rows.compactMap { row in table.number(row: row, measure: measure).map { (row, $0) } }
    guard !cells.isEmpty else { return .open(.noCell, rows: meaning.rows) }
    let findings = cells.compactMap { look($0.0, $0.1) }
    guard findings.count == cells.count, let first = findings.first else { return .open(.incomparableUnit, rows: meaning.rows) }
    if findings.allSatisfy(\.isSupported) { return .supported(findings) }
    if let doubtful = contradictedByName(findings) { return .conflicting([doubtful]) }
    let isOne = findings.allSatisfy { $0.cell.value == first.cell.value }
    if findings.allSatisfy({ !$0.isSupported }) {
      if isOne || isYearOff(findings) { return .refuted(findings) }
      if findings.allSatisfy({ $0.ratio.map { $0 >= Self.farOff } ?? false }) { return .refuted(findings) }
    }
    return areAllTheSame(findings) ? .conflicting(findings) : .open(.ambiguousName, rows: findings.map(\.row))
  }

  private func areAllTheSame(_ findings: [RowFinding]) -> Bool {
    findings.allSatisfy { table.meanTheSame($0.row, findings[0].row) }
  }

  /// Dates of rows that all lie in other years than the figure's.
  private func isYearOff(_ findings: [RowFinding]) -> Bool { findings.allSatisfy { $0.diagnosis == .yearShift } }

  /// A row whose cell is refuted by its own name: 7e10 parameters for Llama 2-7B.
  private func contradictedByName(_ findings: [RowFinding]) -> RowFinding? {
    guard table.reference.layout.measures[measure].unit == "parameter", findings.count == 1, var only = findings.first,
      case .number(let number) = only.cell.value, let size = RowName(table.reference.rows[only.row].name).statedSize,
      let stated = ExactDecimal(size.digits)?.scaled(byPowerOfTen: size.power), !number.isZero, !stated.isZero
    else { return nil }
    let larger = max(number, stated)
    guard let ratio = larger.divided(by: min(number, stated)), ratio >= ExactDecimal(2) else { return nil }
    only.diagnosis = ratio.coefficient == 1 ? .powerOfTen : only.diagnosis
    return only
  }
}
