internal import ClaimModel
internal import Quantities
internal import SourceText

/// The rows of a table as a layout reads them.
struct ReferenceRows {
  private(set) var rows: [ReferenceRow] = []
  /// One for each cell that is neither empty nor a number or date.
  private(set) var findings: [Finding] = []

  /// Every column of `layout` must be in `table`; `name` is for messages.
  init(layout: TableLayout, table: TextTable, name: String) {
    guard let subject = table.column(layout.subject) else { return }
    let columns = layout.measures.map { table.column($0.column) }
    let link = layout.link.flatMap { table.column($0) }
    for row in table.rows {
      let title = row.cells[subject].trimmed
      guard !title.isEmpty else { continue }
      var cells: [ReferenceCell?] = []
      for (measure, column) in zip(layout.measures, columns) {
        let written = column.map { row.cells[$0].trimmed } ?? ""
        let value = written.isEmpty ? nil : Self.value(written, of: measure)
        if value == nil, !written.isEmpty {
          findings.append(
            Finding(
              kind: "unreadableCell",
              message: "\(name):\(row.line): '\(written)' in column '\(measure.column)' is no \(measure.unit == "date" ? "date" : "number")"
            ))
        }
        cells.append(value.map { ReferenceCell(written: written, value: $0) })
      }
      let address = link.map { row.cells[$0].trimmed } ?? ""
      rows.append(ReferenceRow(name: title, link: address.isEmpty ? nil : address, cells: cells))
    }
  }

  private static func value(_ written: String, of measure: Measure) -> ReferenceCell.Value? {
    if measure.unit == "date" {
      let day = String(written.prefix(10))
      return [4, 7, 10].contains(day.utf8.count) && CalendarDay(day) != nil ? .day(day) : nil
    }
    let digits = written.hasPrefix("$") ? String(written.dropFirst()) : written
    guard let plain = withoutGrouping(digits), let number = ExactDecimal(plain) else { return nil }
    return number.multiplied(by: measure.multiplier).map { .number($0) }
  }

  /// `1,234,567` without its commas; nil where commas do not stand before groups of three.
  private static func withoutGrouping(_ text: String) -> String? {
    let groups = text.split(separator: ",", omittingEmptySubsequences: false)
    guard groups.count > 1 else { return text }
    let whole = groups.dropLast().dropFirst().allSatisfy { $0.utf8.count == 3 }
    let last = groups[groups.count - 1].split(separator: ".", omittingEmptySubsequences: false)[0]
    guard (1...3).contains(groups[0].utf8.count), whole, last.utf8.count == 3 else { return nil }
    return groups.joined()
  }
}

extension String {
  /// Without spaces at both ends.
  fileprivate var trimmed: String {
    var slice = self[...]
    while slice.first?.isWhitespace == true { slice.removeFirst() }
    while slice.last?.isWhitespace == true { slice.removeLast() }
    return String(slice)
  }
}
