internal import ClaimModel
internal import Knowledge
internal import SourceText

/// Which axis of a table names the subjects and which the measures.
struct TableLayout {
  /// What a cell stands under: its subject, and the words that say what is measured.
  struct Axes {
    /// The row, where rows are the subjects; else -1.
    var row: Int
    var subject: NameMention
    var resolution: SubjectResolution
    var measureRange: Range<Int>
    var benchmark: Party?
  }

  /// The head of a row or column: its cell, the subject it may name, and the benchmark.
  private struct Head {
    var range: Range<Int>
    var subject: NameMention?
    var benchmark: Party?
  }

  /// Index of the header row; the rows behind it hold the figures.
  let headerRow: Int
  /// Whether the whole table is of one model that was spoken of above it.
  let isOfOne: Bool
  private let subjectsAreRows: Bool
  private let rows: [Head]
  private let columns: [Head]

  /// Nil for a table without a header row, or one that names no subject on either axis where none was `spokenOf` above it.
  init?(_ table: TableGrid, annotator: Annotator, spokenOf: NameMention?) {
    guard table.rows.count >= 2, let header = table.rows.firstIndex(where: { $0.contains(where: \.isHeader) }) else { return nil }
    let reader = TableHeadReader(annotator: annotator)
    let columnRanges = Self.expanded(table.rows[header])
    let rowRanges = table.rows.map { $0.first?.span.range ?? 0..<0 }
    let saysModels = columnRanges.first.map { reader.saysModel($0) } ?? false
    let columns = columnRanges.map { Head(range: $0, subject: reader.subject($0), benchmark: reader.benchmark($0)) }
    let rows = rowRanges.map {
      Head(range: $0, subject: reader.subject($0) ?? (saysModels ? reader.wholeCell($0) : nil), benchmark: reader.benchmark($0))
    }
    let named = (
      rows: rows.dropFirst(header + 1).filter { $0.subject?.kind == .model }.count,
      columns: columns.dropFirst().filter { $0.subject?.kind == .model }.count
    )
    headerRow = header
    self.columns = columns
    isOfOne = named.rows == 0 && named.columns == 0
    if isOfOne {
      guard let spokenOf else { return nil }
      subjectsAreRows = true
      self.rows = rows.map { Head(range: $0.range, subject: spokenOf, benchmark: nil) }
      return
    }
    // The axis with the larger share of models names the subjects.
    subjectsAreRows = named.rows * max(1, columns.count - 1) >= named.columns * max(1, rows.count - header - 1)
    self.rows = rows
  }

  /// The header's cells, each as often as it has columns; at most 1,000 of one.
  private static func expanded(_ row: [TableGrid.Cell]) -> [Range<Int>] {
    row.flatMap { cell in Array(repeating: cell.span.range, count: max(1, min(cell.columnSpan, 1000))) }
  }

  /// What the cell at `row`, `column` stands under; nil where its subject is not named.
  func axes(row: Int, column: Int) -> Axes? {
    guard column < columns.count, row < rows.count else { return nil }
    let (owner, measure) = subjectsAreRows ? (rows[row], columns[column]) : (columns[column], rows[row])
    guard let subject = owner.subject else { return nil }
    return Axes(
      row: subjectsAreRows ? row : -1, subject: subject, resolution: isOfOne ? .heading : subjectsAreRows ? .tableRow : .tableColumn,
      measureRange: measure.range, benchmark: measure.benchmark)
  }
}

/// Reads the heads of rows and columns.
struct TableHeadReader {
  let annotator: Annotator

  /// Whether a head says that models stand below it: `Model`, 模型.
  func saysModel(_ cell: Range<Int>) -> Bool {
    annotator.found(annotator.knowledge.cues, in: cell).contains { $0.entry.kind == .modelHint } && cell.count <= 24
  }

  /// A head's model, else its dataset, hardware or organization; named by the whole cell where that is little more.
  func subject(_ cell: Range<Int>) -> NameMention? {
    let names = annotator.names(in: cell)
    guard
      var name = names.first(where: { $0.kind == .model })
        ?? names.first(where: { $0.kind == .dataset || $0.kind == .hardware || $0.kind == .organization })
    else { return nil }
    if name.kind == .model, cell.count - name.range.count <= 12, let whole = wholeCell(cell), whole.name.count >= name.name.count {
      name.name = whole.name
      name.canonical = whole.canonical
    }
    return name
  }

  /// The words of a cell up to a bracket, as the name of a model; nil for an empty cell.
  func wholeCell(_ cell: Range<Int>) -> NameMention? {
    let text = annotator.document.text.string(cell).split(separator: "(", omittingEmptySubsequences: false).first ?? ""
    let marks: Set<Character> = [" ", "*", "\n", "`"]
    let name = withoutNote(String(text.drop { marks.contains($0) }.reversed().drop { marks.contains($0) }.reversed()))
    guard (1...60).contains(name.count) else { return nil }
    return NameMention(range: cell, name: name, canonical: name.lowercased(), kind: .model, isKnown: false)
  }

  /// Without the number of a footnote behind a size: LLaMA-7B2.
  private func withoutNote(_ name: String) -> String {
    let tail = Array(name.utf8.suffix(3))
    guard tail.count == 3, (0x30...0x39).contains(tail[0]), tail[1] == UInt8(ascii: "B"), (0x30...0x39).contains(tail[2]) else {
      return name
    }
    return String(name.dropLast())
  }

  func benchmark(_ cell: Range<Int>) -> Party? {
    annotator.names(in: cell).first { $0.kind == .benchmark }.map { Party(name: $0.name, kind: $0.kind) }
  }
}
