internal import CBridge
internal import ClaimModel
internal import SourceText

/// The rows and cells of a table that holds data; nil for one that lays out a page.
struct HTMLTable {
  struct Cell {
    var node: Int
    var isHeader: Bool
    var columnSpan: Int
  }

  var rows: [[Cell]] = []
  /// The `<caption>` element.
  var caption: Int?

  /// A cell of more characters than this is a part of a page, not a figure.
  private static let longestCell = 300
  /// A larger table is read as plain blocks.
  private static let mostCells = 100_000
  private static let columnSpanKey = Array("colspan".utf8)

  init?(at table: Int, in tree: HTMLTree, _ elements: ElementTable) {
    var cellCount = 0
    var headerCount = 0
    var longCells = 0
    for index in table + 1..<max(table + 1, Int(tree.nodes[table].subtree_end)) {
      switch elements.tags[index] {
      // A table within: this one is layout. The one within is judged in its turn, so the scan stays linear.
      case .table, .form, .h1, .h2, .article, .section: return nil
      case .caption: if caption == nil { caption = index }
      case .tr: rows.append([])
      case .td, .th:
        if rows.isEmpty { rows.append([]) }
        let isHeader = elements.tags[index] == .th
        rows[rows.count - 1].append(Cell(node: index, isHeader: isHeader, columnSpan: Self.columnSpan(of: index, in: tree)))
        cellCount += 1
        guard cellCount <= Self.mostCells else { return nil }
        if isHeader { headerCount += 1 }
        if elements.weights[index] > Self.longestCell { longCells += 1 }
      default: break
      }
    }
    rows.removeAll(where: \.isEmpty)
    guard rows.count >= 2, longCells * 10 <= cellCount else { return nil }
    let wideRows = rows.count { $0.count >= 2 }
    guard wideRows * 2 > rows.count else { return nil }
    // Mostly links: a menu or a list of pages.
    guard headerCount > 0 || elements.weights[table] > 0 else { return nil }
  }

  /// The element's `colspan`, from 1 to 1,000 (the limit of the HTML Standard).
  private static func columnSpan(of node: Int, in tree: HTMLTree) -> Int {
    guard let range = tree.value(of: columnSpanKey, at: node), range.count <= 4 else { return 1 }
    var value = 0
    for byte in tree.strings[range] {
      guard byte >= 0x30, byte <= 0x39 else { break }
      value = value * 10 + Int(byte - 0x30)
    }
    return min(max(value, 1), 1000)
  }
}

extension HTMLReader {
  /// Writes a table as one block, cells joined by tabs and rows by line breaks; its caption as a block before it.
  mutating func append(table: HTMLTable, at index: Int) {
    let context = elements.contexts[index]
    if let caption = table.caption {
      append(contentOf: caption)
      builder.finishBlock(role: .caption, context: context, container: index)
    }
    var rows: [[TableGrid.Cell]] = []
    // A cell without text stands, empty, where the text before it ends.
    var last = builder.position
    for (rowIndex, row) in table.rows.enumerated() {
      var cells: [TableGrid.Cell] = []
      for (column, cell) in row.enumerated() {
        if rowIndex + column > 0 { builder.separate(with: column == 0 ? 0x0A : 0x09) }
        let span = append(contentOf: cell.node) ?? TextSpan(start: last, end: last)
        last = span.end
        cells.append(TableGrid.Cell(span: span, isHeader: cell.isHeader, columnSpan: cell.columnSpan))
      }
      rows.append(cells)
    }
    builder.finishTable(rows, context: context, container: index)
  }

  /// Writes the text below an element as one stretch; gives its span, or nil where there is none.
  @discardableResult
  private mutating func append(contentOf element: Int) -> TextSpan? {
    builder.beginPart()
    var index = element + 1
    while index < Int(tree.nodes[element].subtree_end) {
      closeBracket(before: index)
      switch elements.tags[index].kind {
      case .skipped:
        index = Int(tree.nodes[index].subtree_end)
        continue
      case .block, .lineBreak: builder.needsSpace()
      case .inline:
        if tree.nodes[index].kind == UInt8(kz_html_text.rawValue) {
          append(collapsing: tree.textRange(of: index), isLinked: elements.isLinked[index])
        } else if elements.tags[index] == .sup {
          beginSuperscript(index, end: Int(tree.nodes[index].subtree_end))
        } else if elements.tags[index] == .a {
          builder.countLink()
        }
      }
      index += 1
    }
    closeBracket(before: .max)
    return builder.endPart()
  }
}
