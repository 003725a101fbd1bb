internal import ClaimModel
internal import Knowledge
internal import Quantities
internal import SourceText

/// Claims of table cells: one axis names the subjects, the other says what is measured.
extension ExtractionPass {
  mutating func readTable(_ table: TableGrid) {
    let spoken = [context.paragraph, context.heading, context.title].compactMap { $0 }.first { $0.kind == .model }
    guard let layout = TableLayout(table, annotator: annotator, spokenOf: spoken) else { return }
    let years = rowYears(of: table, layout)
    let cells = table.rows.enumerated().flatMap { rowIndex, row in
      row.enumerated().compactMap { columnIndex, cell -> (TableGrid.Cell, TableLayout.Axes, Reading)? in
        guard rowIndex > layout.headerRow, columnIndex > 0, !cell.isHeader, !cell.span.isEmpty else { return nil }
        guard let axes = layout.axes(row: rowIndex, column: columnIndex) else { return nil }
        return (cell, axes, reader(document.view, in: cell.span.range, reference: reference))
      }
    }
    let holdsScores = Self.holdsScores(cells.map(\.2)) && !layout.isOfOne
    for (cell, axes, reading) in cells {
      let claim =
        dateClaim(of: cell, axes: axes, reading: reading) ?? figureClaim(of: cell, axes: axes, reading: reading, inScores: holdsScores)
      if var claim {
        if claim.year == nil { claim.year = years[axes.row] ?? headYear(axes.measureRange) }
        append(FigureOutcome(span: claim.quote.text, derivation: claim.derivation, decision: .claims([claim])))
      } else if let figure = reading.quantities.first {
        append(
          FigureOutcome(span: figure.span, derivation: figure.derivation, decision: .left("the table's heads do not say what it measures")))
      }
    }
  }

  /// The dates that rows give under a head such as Released, by row.
  private func rowYears(of table: TableGrid, _ layout: TableLayout) -> [Int: Year] {
    var years: [Int: Year] = [:]
    for (rowIndex, row) in table.rows.enumerated() where rowIndex > layout.headerRow {
      for (columnIndex, cell) in row.enumerated() where columnIndex > 0 {
        guard years[rowIndex] == nil, let axes = layout.axes(row: rowIndex, column: columnIndex), axes.row == rowIndex,
          saysDate(axes.measureRange),
          let period = period(of: cell, reading: reader(document.view, in: cell.span.range, reference: reference))
        else { continue }
        years[rowIndex] = Year(edtf: period.edtf, origin: .tableHead)
      }
    }
    return years
  }

  /// The year that a head itself names: 2022, FY2023.
  private func headYear(_ head: Range<Int>) -> Year? {
    reader(document.view, in: head, reference: reference).periods.first.map { Year(edtf: $0.edtf, origin: .tableHead) }
  }

  private func saysDate(_ head: Range<Int>) -> Bool {
    annotator.found(annotator.knowledge.cues, in: head).contains { $0.entry.kind == .release || $0.entry.kind == .dateHead }
  }

  /// The date that a cell is: as read, or a bare year.
  private func period(of cell: TableGrid.Cell, reading: Reading) -> PeriodMention? {
    if reading.periods.count == 1, let period = reading.periods.first, cell.span.count - period.span.count <= 6 { return period }
    guard reading.periods.isEmpty, reading.quantities.count == 1, let figure = reading.quantities.first, figure.kind == .number,
      figure.numeral.count == 4, case .exactly(let value) = figure.quantity.bounds, value >= ExactDecimal(1900),
      value <= ExactDecimal(2100),
      fills(cell, figure)
    else { return nil }
    return PeriodMention(
      span: figure.span, edtf: document.view.string(figure.numeral.range), firstDay: nil, dayAfter: nil, isRelative: false,
      derivation: figure.derivation)
  }

  /// Whether most cells are bare numbers with decimals up to 100: such a table gives scores, whatever its heads are called.
  private static func holdsScores(_ readings: [Reading]) -> Bool {
    let figures = readings.flatMap(\.quantities)
    let scores = figures.filter { figure in
      guard figure.kind == .number, case .exactly(let value) = figure.quantity.bounds else { return false }
      return value.exponent < 0 && value > .zero && value <= ExactDecimal(100)
    }
    return figures.count >= 4 && scores.count * 10 >= figures.count * 6
  }

  private func figureClaim(of cell: TableGrid.Cell, axes: TableLayout.Axes, reading: Reading, inScores: Bool) -> Claim? {
    let figures = reading.quantities.filter { $0.kind != .proportion && $0.kind != .ordinal }
    guard figures.count == 1, let figure = figures.first, fills(cell, figure) else { return nil }
    guard let (property, quantity, of) = meaning(of: figure, axes: axes, inScores: inScores) else { return nil }
    let value: ClaimValue = property == "share" ? .share(quantity) : .level(quantity)
    return tableClaim(axes, property: property, of: of, value: value, year: nil, span: figure.span, cell: cell, figure: figure.derivation)
  }

  /// A cell that is a date, under a head that says of what: Released, 发布时间.
  private func dateClaim(of cell: TableGrid.Cell, axes: TableLayout.Axes, reading: Reading) -> Claim? {
    guard saysDate(axes.measureRange), let period = period(of: cell, reading: reading) else { return nil }
    guard let quantity = DateValue.quantity(of: period, view: document.view, bounds: annotator.knowledge.bounds) else { return nil }
    let year = Year(edtf: period.edtf, origin: .sameClause)
    return tableClaim(
      axes, property: "release_date", of: nil, value: .date(quantity), year: year, span: period.span, cell: cell, figure: period.derivation)
  }

  private func tableClaim(
    _ axes: TableLayout.Axes, property: String, of: Party?, value: ClaimValue, year: Year?, span: TextSpan, cell: TableGrid.Cell,
    figure: Derivation
  ) -> Claim {
    writer.claim(
      subject: subjectLinker.subject(axes.subject, axes.resolution), property: property, of: of, value: value, year: year, attribution: nil,
      modality: .asserted, span: span, sentence: cell.span.range, isTableCell: true,
      derivation: Derivation("claim", [figure, Derivation("table: \(document.string(TextSpan(axes.measureRange)))")]))
  }

  /// Whether the figure is the cell: at most a mark or a word in brackets beside it.
  private func fills(_ cell: TableGrid.Cell, _ figure: QuantityMention) -> Bool {
    cell.span.count - figure.phrase.count <= 6
  }

  /// The property and unit of a cell: by the words of its measure, else as the score of a benchmark.
  private func meaning(of figure: QuantityMention, axes: TableLayout.Axes, inScores: Bool) -> (String, Quantity, Party?)? {
    guard var quantity = scaled(figure, by: axes.measureRange) else { return nil }
    let measures = annotator.found(annotator.knowledge.properties, in: axes.measureRange)
    let fitting = measures.filter { PropertyLinker.allows($0.entry, figure) || figure.kind == .number }.max {
      $0.entry.weight < $1.entry.weight
    }
    if let property = fitting?.entry.property {
      if figure.kind == .number, let unit = tableUnit(of: figure, given: property) { quantity.unit = unit }
      guard quantity.unit.dimension != .number else { return nil }
      return (property, quantity, axes.benchmark)
    }
    if axes.benchmark != nil || inScores {
      if figure.kind == .number { quantity.unit = Unit(name: "point", dimension: .score) }
      return ("score", quantity, axes.benchmark ?? tableBenchmark)
    }
    guard figure.kind != .number, let property = PropertyLinker.usual(quantity.unit) else { return nil }
    return (property, quantity, nil)
  }

  /// Training data in a table are in tokens, unless the cell writes a Han multiplier.
  private func tableUnit(of figure: QuantityMention, given property: String) -> Unit? {
    let link = PropertyLinker.Link(property: property, cue: nil, weight: 0)
    return PropertyLinker.unit(of: figure, given: link, units: annotator.knowledge.units, in: document.view)
  }

  /// A bare number under `Training tokens (billions)` is in billions; nil where it would not fit.
  private func scaled(_ figure: QuantityMention, by measure: Range<Int>) -> Quantity? {
    var quantity = figure.quantity
    guard figure.kind == .number, let power = powerOfTen(in: measure) else { return quantity }
    guard let bounds = quantity.bounds.mapped({ $0.scaled(byPowerOfTen: power) }) else { return nil }
    quantity.bounds = bounds
    return quantity
  }

  /// The multiplier that a measure's words hold outside any figure: a word, or a letter alone in brackets.
  private func powerOfTen(in measure: Range<Int>) -> Int? {
    let view = document.view
    for found in annotator.found(annotator.knowledge.multipliers, in: measure) {
      let isAfterDigit = found.range.lowerBound > measure.lowerBound && (0x30...0x39).contains(view[found.range.lowerBound - 1])
      let isBracketed = found.range.lowerBound > 0 && view[found.range.lowerBound - 1] == UInt8(ascii: "(")
      guard !isAfterDigit, found.entry.writing != .letter || isBracketed else { continue }
      return found.entry.power
    }
    return nil
  }
}
