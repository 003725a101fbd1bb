internal import ClaimModel
internal import Quantities
internal import SourceText

/// The last row of a table that calls itself a total, against the rows above it.
struct ColumnTotals {
  let document: Document

  private static let names = ["total", "totals", "sum", "合计", "总计", "共计", "总数"]

  func relations(_ figures: [Figure]) -> [Relation] {
    document.keptBlocks.compactMap(\.table).flatMap { relations(in: $0, figures) }
  }

  private func relations(in table: TableGrid, _ figures: [Figure]) -> [Relation] {
    guard table.rows.count >= 4, let last = table.rows.last, let name = last.first, isTotal(name.span) else { return [] }
    return last.indices.dropFirst().compactMap { column in
      guard let result = figure(in: last[column], figures) else { return nil }
      var total = NumberRange(.zero)
      var inputs: [Figure] = []
      for row in table.rows.dropFirst().dropLast() {
        guard column < row.count, let part = figure(in: row[column], figures), part.unit == result.unit, let range = part.inputRange,
          let next = total.adding(range)
        else { return nil }
        total = next
        inputs.append(part)
      }
      return Relation(kind: .sum, result: result, inputs: inputs, expected: [total], isCertain: true)
    }
  }

  private func isTotal(_ span: TextSpan) -> Bool {
    Self.names.contains(document.view.string(span.range).lowercased().filter { !$0.isWhitespace && $0 != "*" })
  }

  private func figure(in cell: TableGrid.Cell, _ figures: [Figure]) -> Figure? {
    let inside = figures.filter { cell.span.contains($0.span) }
    return inside.count == 1 ? inside[0] : nil
  }
}
