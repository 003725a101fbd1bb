package import ClaimModel
internal import SourceText

/// The article as Markdown (CommonMark, tables as GitHub writes them): headings, lists, quotes, code and tables by their roles, and
/// nothing in the text that could be read as markup.
package struct MarkdownText {
  private let document: Document

  package init(document: Document) { self.document = document }

  /// Blocks are parted by an empty line, items of a list by none. Linear in the text.
  package var text: [UInt8] {
    var lines: [UInt8] = []
    var before: Role?
    for block in document.keptBlocks {
      if let before { lines += before == .listItem && block.role == .listItem ? [0x0A] : [0x0A, 0x0A] }
      lines += written(block)
      before = block.role
    }
    return lines
  }

  private func written(_ block: Block) -> [UInt8] {
    switch block.role {
    case .title: return Array("# ".utf8) + inline(block.span)
    case .heading: return [UInt8](repeating: UInt8(ascii: "#"), count: min(max(block.level, 1), 6)) + [0x20] + inline(block.span)
    case .listItem: return [UInt8](repeating: 0x20, count: 2 * min(block.level, 8)) + Array("- ".utf8) + inline(block.span)
    case .quote: return Array("> ".utf8) + inline(block.span)
    case .code: return fenced(document.text[block.span.range])
    case .table: return block.table.map(rows) ?? escaped(block.span)
    case .caption: return [UInt8(ascii: "*")] + inline(block.span) + [UInt8(ascii: "*")]
    case .paragraph, .byline, .boilerplate: return escaped(block.span)
    }
  }

  /// A fence longer than any run of backquotes inside.
  private func fenced(_ code: ArraySlice<UInt8>) -> [UInt8] {
    var longest = 0
    var run = 0
    for byte in code {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = [UInt8](repeating: UInt8(ascii: "`"), count: max(3, longest + 1))
    return fence + [0x0A] + code + [0x0A] + fence
  }

  /// The first row is the head; a table without one gets an empty head.
  private func rows(_ table: TableGrid) -> [UInt8] {
    let columns = table.rows.map { $0.reduce(0) { $0 + $1.columnSpan } }.max() ?? 0
    guard columns > 0 else { return [] }
    let hasHead = table.rows[0].contains { $0.isHeader }
    let rule = Array(("|" + String(repeating: " --- |", count: columns)).utf8)
    var lines = hasHead ? [row(table.rows[0], columns)] : [row([], columns)]
    lines.append(rule)
    lines += table.rows.dropFirst(hasHead ? 1 : 0).map { row($0, columns) }
    return Array(lines.joined(separator: [0x0A]))
  }

  private func row(_ cells: [TableGrid.Cell], _ columns: Int) -> [UInt8] {
    var line: [UInt8] = [UInt8(ascii: "|")]
    var filled = 0
    for cell in cells {
      line += [0x20] + inline(cell.span, inTable: true) + Array(" |".utf8)
      for _ in 1..<max(cell.columnSpan, 1) { line += Array(" |".utf8) }
      filled += max(cell.columnSpan, 1)
    }
    for _ in filled..<max(filled, columns) { line += Array("  |".utf8) }
    return line
  }

  /// A paragraph's text, where neither its characters nor its beginning are markup.
  private func escaped(_ span: TextSpan) -> [UInt8] {
    var text = inline(span)
    guard let first = text.first else { return text }
    if first == UInt8(ascii: "#") || first == UInt8(ascii: "+") || first == UInt8(ascii: "-") || first == UInt8(ascii: ">")
      || first == UInt8(ascii: "=")
    {
      text.insert(UInt8(ascii: "\\"), at: 0)
    } else if let mark = text.firstIndex(where: { $0 < 0x30 || $0 > 0x39 }), mark > 0, mark < 10,
      text[mark] == UInt8(ascii: ".") || text[mark] == UInt8(ascii: ")")
    {
      text.insert(UInt8(ascii: "\\"), at: mark)
    }
    return text
  }

  /// One line, with the characters that mark emphasis, code, links and tags escaped.
  private func inline(_ span: TextSpan, inTable: Bool = false) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(span.count + 8)
    for byte in document.text[span.range] {
      switch byte {
      case UInt8(ascii: "\\"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "["), UInt8(ascii: "]"),
        UInt8(ascii: "<"):
        text += [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: "|") where inTable: text += [UInt8(ascii: "\\"), byte]
      case 0x0A, 0x0D, 0x09: text.append(0x20)
      default: text.append(byte)
      }
    }
    return text
  }
}
