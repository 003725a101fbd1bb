internal import ClaimModel
internal import SourceText

/// Tables in Markdown: of pipes, and of HTML tags.
extension MarkdownReader {
  /// Whether the next line is the header of a pipe table: a rule with as many columns stands below it.
  var isTableStart: Bool {
    guard index + 1 < lines.count, lines[index].range.contains(where: { text[$0] == UInt8(ascii: "|") }) else { return false }
    let rule = lines[index + 1]
    guard MarkdownLine.isTableRule(bytes(rule)) else { return false }
    return cells(of: rule.range).count == cells(of: lines[index].range).count
  }

  /// Further rows of a table are read as paragraphs.
  private static var mostRows: Int { 20_000 }

  mutating func readPipeTable() {
    var rows = [cells(of: lines[index].range)]
    index += 2
    while index < lines.count, rows.count < Self.mostRows, !lines[index].isBlank,
      lines[index].range.contains(where: { text[$0] == UInt8(ascii: "|") })
    {
      rows.append(cells(of: lines[index].range))
      index += 1
    }
    write(table: rows.enumerated().map { number, row in row.map { Cell(pieces: [$0], isHeader: number == 0, columnSpan: 1) } })
  }

  /// The stretches between the pipes of a line, without white space; pipes in code spans and behind a backslash do not cut.
  private func cells(of line: Range<Int>) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var start = line.lowerBound
    var isCode = false
    var offset = line.lowerBound
    while offset < line.upperBound {
      switch text[offset] {
      case UInt8(ascii: "\\"): offset += 1
      case UInt8(ascii: "`"): isCode.toggle()
      case UInt8(ascii: "|") where !isCode:
        if offset > line.lowerBound { cells.append(trimmed(start..<offset)) }
        start = offset + 1
      default: break
      }
      offset += 1
    }
    if start < line.upperBound { cells.append(trimmed(start..<line.upperBound)) }
    return cells
  }

  struct Cell {
    var pieces: [Range<Int>]
    var isHeader: Bool
    var columnSpan: Int
  }

  private mutating func write(table: [[Cell]]) {
    var rows: [[TableGrid.Cell]] = []
    var last = builder.position
    for (rowIndex, row) in table.enumerated() {
      var cells: [TableGrid.Cell] = []
      for (column, cell) in row.enumerated() {
        if rowIndex + column > 0 { builder.separate(with: column == 0 ? 0x0A : 0x09) }
        builder.beginPart()
        write(cell.pieces)
        let span = builder.endPart() ?? TextSpan(start: last, end: last)
        last = span.end
        cells.append(TableGrid.Cell(span: span, isHeader: cell.isHeader, columnSpan: cell.columnSpan))
      }
      rows.append(cells)
    }
    builder.finishTable(rows, context: .table, container: 0)
  }

  /// `<table>` to `</table>`, over as many lines as it takes.
  mutating func readMarkupTable() {
    var reader = MarkupTableReader(text: text)
    let start = lines[index].range.lowerBound
    let end = reader.read(from: start, to: lines[lines.count - 1].range.upperBound)
    while index < lines.count, lines[index].range.lowerBound < end { index += 1 }
    if let caption = reader.caption {
      write([trimmed(caption)])
      builder.finishBlock(role: .caption, context: .table)
    }
    write(table: reader.rows.map { $0.map { Cell(pieces: [trimmed($0.content)], isHeader: $0.isHeader, columnSpan: $0.columnSpan) } })
    if let last = lines[..<index].last, end < last.range.upperBound {
      write([trimmed(end..<last.range.upperBound)])
      builder.finishBlock(role: .paragraph)
    }
  }
}

/// Finds the rows and cells of an HTML table by its tags alone.
struct MarkupTableReader {
  struct Cell {
    var content: Range<Int>
    var isHeader: Bool
    var columnSpan: Int
  }

  let text: [UInt8]
  private(set) var rows: [[Cell]] = []
  private(set) var caption: Range<Int>?
  private var open: (start: Int, isHeader: Bool, columnSpan: Int)?
  private var captionStart: Int?

  init(text: [UInt8]) { self.text = text }

  /// Reads up to the end of `</table>`, or `end`; gives where it stopped.
  mutating func read(from start: Int, to end: Int) -> Int {
    var offset = start
    while offset < end {
      guard text[offset] == UInt8(ascii: "<"), let tag = tag(at: offset, end: end) else {
        offset += 1
        continue
      }
      switch tag.name {
      case "tr", "/tr": closeCell(at: offset)
      case "/td", "/th": closeCell(at: offset)
      case "td", "th":
        closeCell(at: offset)
        if rows.isEmpty { rows.append([]) }
        open = (tag.end, tag.name == "th", columnSpan(in: offset..<tag.end))
      case "caption": captionStart = tag.end
      case "/caption":
        if let captionStart { caption = captionStart..<offset }
      case "/table":
        closeCell(at: offset)
        rows.removeAll(where: \.isEmpty)
        return tag.end
      default: break
      }
      if tag.name == "tr" { rows.append([]) }
      offset = tag.end
    }
    closeCell(at: end)
    rows.removeAll(where: \.isEmpty)
    return end
  }

  private mutating func closeCell(at offset: Int) {
    guard let cell = open else { return }
    open = nil
    rows[rows.count - 1].append(Cell(content: cell.start..<max(cell.start, offset), isHeader: cell.isHeader, columnSpan: cell.columnSpan))
  }

  /// The name (with `/` for an end tag) in lower case, and one past the `>`; tags of over 1,000 bytes are not read.
  private func tag(at offset: Int, end: Int) -> (name: String, end: Int)? {
    var name: [UInt8] = []
    var position = offset + 1
    while position < end, name.count < 10, text[position] > 0x20, text[position] != UInt8(ascii: ">") {
      name.append(text[position] >= 0x41 && text[position] <= 0x5A ? text[position] | 0x20 : text[position])
      position += 1
    }
    let limit = min(end, offset + 1000)
    while position < limit, text[position] != UInt8(ascii: ">"), text[position] != UInt8(ascii: "<") { position += 1 }
    guard position < limit, text[position] == UInt8(ascii: ">") else { return nil }
    return (String(decoding: name, as: UTF8.self), position + 1)
  }

  private func columnSpan(in tag: Range<Int>) -> Int {
    let key = Array("colspan=".utf8)
    guard let found = tag.first(where: { text.hasBytes(key, at: $0) }) else { return 1 }
    var value = 0
    for offset in found + key.count..<tag.upperBound {
      let byte = text[offset]
      if byte >= 0x30, byte <= 0x39, value < 1000 { value = value * 10 + Int(byte - 0x30) } else if value > 0 { break }
    }
    return min(max(value, 1), 1000)
  }
}
