internal import ClaimModel
internal import Knowledge
internal import Quantities
internal import SourceText

/// Claims of table cells: one axis names the subjects, the other says what is measured.
extension ExtractionPass {
  mutating func readTable(_ table: TableGrid) {
    guard let layout = TableLayout(table, pass: self) else { return }
    for (rowIndex, row) in table.rows.enumerated() where rowIndex > layout.headerRow {
      for (columnIndex, cell) in row.enumerated() where columnIndex > 0 && !cell.isHeader && !cell.span.isEmpty {
        guard let axes = layout.axes(row: rowIndex, column: columnIndex) else { continue }
        for claim in claims(of: cell, axes: axes) { append(claim) }
      }
    }
  }

  private func claims(of cell: TableGrid.Cell, axes: TableLayout.Axes) -> [Claim] {
    let reading = reader(document.view, in: cell.span.range, reference: reference)
    let figures = reading.quantities.filter { $0.kind != .proportion && $0.kind != .ordinal }
    guard figures.count == 1, let figure = figures.first, fills(cell, figure) else { return [] }
    guard let (property, quantity, of) = meaning(of: figure, axes: axes) else { return [] }
    let value: ClaimValue = property == "share" ? .share(quantity) : .level(quantity)
    let claim = writer.claim(
      subject: subjectLinker.subject(axes.subject, axes.resolution), property: property, of: of, value: value, year: nil, attribution: nil,
      modality: .asserted, span: figure.span, sentence: cell.span.range, isTableCell: true,
      derivation: Derivation("claim", [figure.derivation, Derivation("table: \(document.string(TextSpan(axes.measureRange)))")]))
    return [claim]
  }

  /// Whether the figure is the cell: at most a mark or a word in brackets beside it.
  private func fills(_ cell: TableGrid.Cell, _ figure: QuantityMention) -> Bool {
    cell.span.count - figure.phrase.count <= 6
  }

  /// The property and unit of a cell: by the words of its measure, else as the score of a benchmark.
  private func meaning(of figure: QuantityMention, axes: TableLayout.Axes) -> (String, Quantity, Party?)? {
    guard var quantity = scaled(figure, by: axes.measureRange) else { return nil }
    let measures = annotator.found(annotator.knowledge.properties, in: axes.measureRange)
    let fitting = measures.filter { PropertyLinker.allows($0.entry, figure) || figure.kind == .number }.max {
      $0.entry.weight < $1.entry.weight
    }
    if let property = fitting?.entry.property {
      if figure.kind == .number, let unit = PropertyLinker.unit(ofBareNumber: property) { quantity.unit = unit }
      guard quantity.unit.dimension != .number else { return nil }
      return (property, quantity, axes.benchmark)
    }
    if let benchmark = axes.benchmark {
      if figure.kind == .number { quantity.unit = Unit(name: "point", dimension: .score) }
      return ("score", quantity, benchmark)
    }
    guard figure.kind != .number, let property = PropertyLinker.usual(quantity.unit) else { return nil }
    return (property, quantity, nil)
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
