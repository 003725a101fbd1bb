internal import ClaimModel
internal import Quantities
internal import SourceText

/// One figure against the cells of one column.
struct FigureComparison {
  let table: TableIndex
  let measure: Int
  let figure: Figure
  let isMistakenUnit: Bool

  private var described: Measure { table.reference.layout.measures[measure] }

  /// Nil where the two can't be compared.
  func finding(row: Int, cell: ReferenceCell) -> RowFinding? {
    switch cell.value {
    case .day(let day): return date(row: row, cell: cell, day: day)
    case .number(let number): return numeric(row: row, cell: cell, number: number)
    }
  }

  private func date(row: Int, cell: ReferenceCell, day: String) -> RowFinding? {
    guard let date = figure.date, date.utf8.count >= 4 else { return nil }
    // A season or an approximate date compares by its year alone.
    let isPlain =
      [4, 7, 10].contains(date.utf8.count) && !date.contains("~") && !date.contains("?") && (Int(date.dropFirst(5).prefix(2)) ?? 1) <= 12
    let written = isPlain ? date : String(date.prefix(4))
    let shared = min(written.utf8.count, day.utf8.count)
    if written.prefix(shared) == day.prefix(shared) { return RowFinding(row: row, cell: cell, isSupported: true) }
    let diagnosis: Diagnosis = written.prefix(4) == day.prefix(4) ? .dateShift : .yearShift
    return RowFinding(row: row, cell: cell, isSupported: false, diagnosis: diagnosis)
  }

  private func numeric(row: Int, cell: ReferenceCell, number: ExactDecimal) -> RowFinding? {
    let written = Agreement(
      bounds: figure.quantity.bounds, isApproximate: figure.quantity.isApproximate, isNearly: figure.isNearly, precision: figure.precision)
    guard let agreement = converted(written) else {
      // Another currency, a rate: refuted only where the number itself is the column's.
      guard written.asPlain.map({ $0.finding(number) != .differs }) ?? false else { return nil }
      return RowFinding(row: row, cell: cell, isSupported: false, diagnosis: .unitMixup, ratio: nil)
    }
    if figure.written.unit != figure.unit, let value = agreement.number, isWithinCell(value, number) {
      return RowFinding(row: row, cell: cell, isSupported: true)
    }
    let power = difference(agreement, number, row: row).power
    switch agreement.finding(number) {
    case .agrees where !isEmptyBound(agreement, number, power: power): return RowFinding(row: row, cell: cell, isSupported: true)
    case .agreesRounded: return RowFinding(row: row, cell: cell, isSupported: true, diagnosis: .rounding)
    default: break
    }
    if isOtherCount(agreement, number) { return nil }
    let diagnosis = difference(agreement, number, row: row)()
    return RowFinding(row: row, cell: cell, isSupported: false, diagnosis: diagnosis, ratio: ratio(agreement, number))
  }

  /// Whether a converted figure lies within half a unit of the last digit of a cell of three digits or more: converting
  /// brings out digits that the table never had.
  private func isWithinCell(_ value: ExactDecimal, _ number: ExactDecimal) -> Bool {
    guard case .exactly = figure.quantity.bounds, (100..<10_000).contains(number.coefficient.magnitude),
      let slack = ExactDecimal(coefficient: 5, exponent: number.exponent - 1), let distance = value.subtracting(number)?.magnitude
    else { return false }
    return distance <= slack
  }

  /// A true bound that is powers of ten away with the number's own digits: 超过54亿 for 540e9.
  private func isEmptyBound(_ agreement: Agreement, _ number: ExactDecimal, power: Int?) -> Bool {
    agreement.isBound && power != nil
  }

  /// In the column's unit; nil where the units do not convert.
  private func converted(_ written: Agreement) -> Agreement? {
    guard !isMistakenUnit else { return nil }
    let unit = figure.unit
    if unit == described.unit || described.units.contains(unit) || unit.isEmpty { return written }
    if let factor = UnitConversion.factor(from: unit, to: described.unit) { return factor == .one ? written : written.scaled(by: factor) }
    if UnitConversion.isCurrency(unit) || UnitConversion.isTime(described.unit) || UnitConversion.isTime(unit) { return nil }
    if described.holderUnits.contains(unit) { return nil }
    // Counted nouns: the column counts the same things by another name.
    return written
  }

  private func difference(_ agreement: Agreement, _ number: ExactDecimal, row: Int) -> DifferenceDiagnosis {
    let siblings = table.siblings(of: row).compactMap { sibling -> ExactDecimal? in
      guard case .number(let number) = table.number(row: sibling, measure: measure)?.value else { return nil }
      return number
    }
    return DifferenceDiagnosis(agreement: agreement, number: number, siblings: siblings, isUnitMixup: isUnitMixup(number, agreement))
  }

  private func isUnitMixup(_ number: ExactDecimal, _ agreement: Agreement) -> Bool {
    if UnitConversion.isTime(figure.unit), figure.written.unit != described.unit, let value = Self.number(figure.written.bounds) {
      // The number as written, 1,728 of whatever unit.
      let plain = Agreement(
        bounds: .exactly(value), isApproximate: false, isNearly: false,
        precision: Precision(writing: value, significantDigits: figure.quantity.significantDigits, hasFraction: true, factor: .one))
      if plain.finding(number) != .differs { return true }
    }
    guard !agreement.isApproximate else { return false }
    switch figure.unit {
    case "token": return isNumber(number, after: agreement, timesFourThirds: true)
    case "word": return isNumber(number, after: agreement, timesFourThirds: false)
    default: return false
    }
  }

  /// Tokens held against a column of words, or words against tokens: no error of the page. The two are told apart by the
  /// tables' own conversion, a token three quarters of a word, or lie too close together to tell anything.
  private func isOtherCount(_ agreement: Agreement, _ number: ExactDecimal) -> Bool {
    guard described.unit == "datapoint" else { return false }
    // 词元却只有3000亿个: a bare count is of what its claim says.
    let counted = MeasureChoice.isBare(figure) ? figure.level?.value.quantity.unit.name ?? figure.unit : figure.unit
    switch counted {
    case "token":
      if isNumber(number, after: agreement, timesFourThirds: true) { return false }
      return ratio(agreement, number).map { $0 < Self.tooClose } ?? false
    case "word": return isNumber(number, after: agreement, timesFourThirds: true)
    default: return false
    }
  }

  /// Below this factor, tokens and words can't be told apart: 4/3, with room for other tokenizers.
  private static let tooClose = ExactDecimal(2)

  /// Whether the figure agrees with the number once it is taken four thirds, or three quarters, of it.
  private func isNumber(_ number: ExactDecimal, after agreement: Agreement, timesFourThirds: Bool) -> Bool {
    let (over, under) = timesFourThirds ? (ExactDecimal(4), ExactDecimal(3)) : (ExactDecimal(3), ExactDecimal(4))
    guard let factor = over.divided(by: under) else { return false }
    return agreement.scaled(by: factor)?.asPlain?.finding(number) == .agrees
  }

  private static func number(_ bounds: Bounds) -> ExactDecimal? {
    switch bounds {
    case .exactly(let value), .above(let value, _), .below(let value, _): value
    case .between, .order: nil
    }
  }

  private func ratio(_ agreement: Agreement, _ number: ExactDecimal) -> ExactDecimal? {
    let value: ExactDecimal
    switch agreement.bounds {
    case .exactly(let one), .above(let one, _), .below(let one, _): value = one
    case .between(let low, let high): value = number < low ? low : high
    case .order(let low, let high): value = number < low ? low : high
    }
    let larger = max(value.magnitude, number.magnitude)
    let smaller = min(value.magnitude, number.magnitude)
    return smaller.isZero ? nil : larger.divided(by: smaller)?.atFourDigits
  }
}
