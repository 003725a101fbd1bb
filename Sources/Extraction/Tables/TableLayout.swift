internal import ClaimModel
internal import Knowledge
internal import SourceText

/// Which axis of a table names the subjects and which the measures.
struct TableLayout {
  /// What a cell stands under: its subject, and the words that say what is measured.
  struct Axes {
    var subject: NameMention
    var resolution: SubjectResolution
    var measureRange: Range<Int>
    var benchmark: Party?
  }

  let headerRow: Int
  private let subjectsAreRows: Bool
  private let rowNames: [NameMention?]
  private let columnNames: [NameMention?]
  private let rowRanges: [Range<Int>]
  private let columnRanges: [Range<Int>]
  private let rowBenchmarks: [NameMention?]
  private let columnBenchmarks: [NameMention?]

  /// Nil for a table without a header row, or one that names no subject on either axis.
  init?(_ table: TableGrid, pass: ExtractionPass) {
    guard table.rows.count >= 2, let header = table.rows.firstIndex(where: { $0.contains(where: \.isHeader) }) else { return nil }
    headerRow = header
    let head = Self.expanded(table.rows[header])
    columnRanges = head.map { $0.range }
    rowRanges = table.rows.map { $0.first?.span.range ?? 0..<0 }
    let columnAll = columnRanges.map { pass.annotator.names(in: $0) }
    let rowAll = rowRanges.map { pass.annotator.names(in: $0) }
    columnNames = zip(columnAll, columnRanges).map { Self.subject(among: $0, cell: $1, pass: pass) }
    rowNames = zip(rowAll, rowRanges).map { Self.subject(among: $0, cell: $1, pass: pass) }
    columnBenchmarks = columnAll.map { $0.first { $0.kind == .benchmark } }
    rowBenchmarks = rowAll.map { $0.first { $0.kind == .benchmark } }
    let rows = rowNames.dropFirst(header + 1).filter { $0?.kind == .model }.count
    let columns = columnNames.dropFirst().filter { $0?.kind == .model }.count
    guard rows > 0 || columns > 0 else { return nil }
    subjectsAreRows = rows * max(1, columnNames.count - 1) >= columns * max(1, rowNames.count - header - 1)
  }

  /// The header's cells, each as often as it has columns.
  private static func expanded(_ row: [TableGrid.Cell]) -> [TextSpan] {
    row.flatMap { cell in Array(repeating: cell.span, count: max(1, min(cell.columnSpan, 1000))) }
  }

  /// A cell's subject: its model or dataset, named by the whole cell where the cell is little more than the name.
  private static func subject(among names: [NameMention], cell: Range<Int>, pass: ExtractionPass) -> NameMention? {
    guard
      var name = names.first(where: { $0.kind == .model })
        ?? names.first(where: { $0.kind == .dataset || $0.kind == .hardware || $0.kind == .organization })
    else {
      return nil
    }
    if name.kind == .model, cell.count - name.range.count <= 12 {
      let whole = pass.document.text.string(cell).split(separator: "(").first.map(String.init) ?? name.name
      let trimmed = String(whole.reversed().drop { $0 == " " || $0 == "*" }.reversed())
      if trimmed.count >= name.name.count { name.name = trimmed.trimmingLeadingMarks }
      name.canonical = name.name.lowercased()
    }
    return name
  }

  /// What the cell at `row`, `column` stands under; nil where its subject is not named.
  func axes(row: Int, column: Int) -> Axes? {
    guard column < columnRanges.count, row < rowRanges.count else { return nil }
    if subjectsAreRows, let subject = rowNames[row] {
      return Axes(
        subject: subject, resolution: .tableRow, measureRange: columnRanges[column],
        benchmark: columnBenchmarks[column].map { Party(name: $0.name, kind: $0.kind) })
    }
    if !subjectsAreRows, let subject = columnNames[column] {
      return Axes(
        subject: subject, resolution: .tableColumn, measureRange: rowRanges[row],
        benchmark: rowBenchmarks[row].map { Party(name: $0.name, kind: $0.kind) })
    }
    return nil
  }
}

extension String {
  fileprivate var trimmingLeadingMarks: String {
    String(drop { $0 == " " || $0 == "*" })
  }
}
