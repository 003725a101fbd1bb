package import ClaimModel
package import Knowledge
internal import Quantities

/// What a YAML file says of a table: where it is, who published it and when, what its columns mean.
package struct ReferenceDescription: Sendable {
  package enum Format: String, Sendable, CaseIterable { case csv, jsonl }

  /// The description's own path, for messages.
  package var file: String
  package var name: String
  /// The table's path as written: relative to the description.
  package var table: String
  package var format: Format
  package var publisher: String
  package var license: String
  package var attribution: String
  package var link: String?
  package var snapshot: String
  package var layout: TableLayout
  private var lines: Lines

  private struct Lines: Sendable {
    var table: Int
    var columns: Int
  }

  /// Reads the YAML `text`; strict: unknown keys, missing keys and impossible dates throw with their line.
  package init(_ text: String, file: String) throws(KnowledgeError) {
    var node = try EntryReader(text, file: file)
    self.file = file
    name = try node.string("reference")
    table = try node.string("file")
    publisher = try node.string("publisher")
    license = try node.string("license")
    attribution = try node.optionalString("attribution") ?? publisher
    link = try node.optionalString("source")
    guard let day = try node.optionalString("snapshot") else {
      throw node.error("the key 'snapshot' is missing; add the day that the table was published or fetched, as YYYY-MM-DD")
    }
    guard day.utf8.count == 10, CalendarDay(day) != nil else {
      throw KnowledgeError(
        file: file, line: node.line(of: "snapshot"), problem: "'snapshot' is '\(day)'; write a day that exists as YYYY-MM-DD")
    }
    snapshot = day
    let ending = table.split(separator: ".").last.flatMap { Format(rawValue: $0.lowercased()) }
    format = try node.choice("format", fallback: ending)
    lines = Lines(table: node.line(of: "file"), columns: node.line(of: "measures"))
    if node.has("layout") {
      let builtIn: BuiltInLayout = try node.choice("layout")
      lines.columns = node.line(of: "layout")
      layout = try builtIn.layout
    } else {
      layout = try TableLayout(reading: &node)
    }
    try node.finish()
  }

  /// The error for a table that can't be read.
  package func unreadableTable(_ problem: String) -> KnowledgeError {
    KnowledgeError(file: file, line: lines.table, problem: "the table '\(table)': \(problem)")
  }

  /// The reference with the rows in `bytes`. A column that the table lacks throws; a cell that can't be read is a finding.
  package func reference(table bytes: [UInt8]) throws(KnowledgeError) -> Reference {
    var findings: [Finding] = []
    var unreadable: [Int] = []
    let text =
      switch format {
      case .csv: TextTable(commaSeparated: bytes)
      case .jsonl: TextTable(objectLines: bytes, unreadable: &unreadable)
      }
    for line in unreadable {
      findings.append(Finding(kind: "unreadableRow", message: "\(table):\(line): not one flat JSON object; the row is left out"))
    }
    let wanted = [layout.subject] + (layout.link.map { [$0] } ?? []) + layout.measures.map(\.column)
    for column in wanted where text.column(column) == nil {
      throw KnowledgeError(
        file: file, line: lines.columns,
        problem: "the table '\(table)' has no column '\(column)'\(suggestion(for: column, among: text.header)); its columns are "
          + text.header.joined(separator: ", "))
    }
    let rows = ReferenceRows(layout: layout, table: text, name: table)
    return Reference(
      name: name, snapshot: snapshot, publisher: publisher, license: license, attribution: attribution, link: link, layout: layout,
      rows: rows.rows, findings: findings + rows.findings)
  }
}

extension Reference {
  /// A table without a description, by a built-in layout that fits its header; nil where none does.
  package init?(bareTable bytes: [UInt8], path: String, snapshot: String) throws(KnowledgeError) {
    let text = TextTable(commaSeparated: bytes)
    guard let (name, layout) = try BuiltInLayout.matching(text.header) else { return nil }
    let rows = ReferenceRows(layout: layout, table: text, name: path)
    self.init(
      name: name, snapshot: snapshot, publisher: "", license: "", attribution: "", link: nil, layout: layout, rows: rows.rows,
      findings: rows.findings)
  }
}
