internal import ClaimModel
internal import SourceText

/// The sentences of a document's kept blocks, as the audit looks around a figure. Code and bylines claim nothing.
struct Passage {
  let view: [UInt8]
  /// The same in the page's script, at the same offsets.
  let text: [UInt8]
  /// In text order, not overlapping.
  private(set) var sentences: [Range<Int>] = []
  /// Where blocks begin.
  private(set) var blockStarts: Set<Int> = []
  /// Where items of lists begin.
  private(set) var listItems: Set<Int> = []
  /// The cells of all tables, in text order.
  private var cells: [Cell] = []

  /// Bytes after which a sentence ends at its next comma: no figure is looked at from farther away, and no page takes longer
  /// than its length allows.
  private static let longest = 2000

  /// A table's cell with the cells that say what it means.
  struct Cell {
    var range: Range<Int>
    /// Of its column.
    var head: Range<Int>
    /// The first of its row.
    var rowHead: Range<Int>
  }

  init(document: Document) {
    view = document.view
    text = document.text
    for block in document.blocks where block.isKept && block.role != .code && block.role != .byline {
      blockStarts.insert(block.span.start)
      if block.role == .listItem { listItems.insert(block.span.start) }
      if let table = block.table {
        // A name or a sentence never runs from one cell into the next.
        for cell in table.rows.joined() where !cell.span.isEmpty { sentences.append(cell.span.range) }
        addCells(of: table)
      } else {
        cut(block.span.range)
      }
    }
  }

  /// The table cell that holds `offset`, but for heads.
  func cell(at offset: Int) -> Cell? {
    var low = 0
    var high = cells.count
    while low < high {
      let middle = (low + high) / 2
      if cells[middle].range.upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low < cells.count && cells[low].range.contains(offset) ? cells[low] : nil
  }

  /// The clause of `sentence` that holds `offset`: from comma to comma.
  func clause(at offset: Int, in sentence: Range<Int>) -> Range<Int> {
    var start = sentence.lowerBound
    var at = start
    while at < sentence.upperBound {
      let (scalar, width) = view.scalar(at: at)
      at += width
      guard isComma(scalar, before: at) else { continue }
      if at > offset { return start..<at }
      start = at
    }
    return start..<sentence.upperBound
  }

  private func isComma(_ scalar: UInt32, before next: Int) -> Bool {
    switch scalar {
    case 0xFF0C, 0xFF1B, 0xFF1A: true  // ，；：
    case 0x2C, 0x3B, 0x3A: next >= view.count || view[next] == 0x20
    default: false
    }
  }

  private mutating func addCells(of table: TableGrid) {
    guard let head = table.rows.first else { return }
    for row in table.rows.dropFirst() {
      for (column, cell) in row.enumerated().dropFirst() where column < head.count && !cell.span.isEmpty {
        cells.append(Cell(range: cell.span.range, head: head[column].span.range, rowHead: row[0].span.range))
      }
    }
  }

  /// The number of the sentence that holds `offset`; nil outside the kept blocks.
  func sentence(at offset: Int) -> Int? {
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low < sentences.count && sentences[low].contains(offset) ? low : nil
  }

  private mutating func cut(_ range: Range<Int>) {
    var start = range.lowerBound
    var at = start
    while at < range.upperBound {
      let (scalar, width) = view.scalar(at: at)
      at += width
      guard ends(scalar, before: at, in: range) || at - start >= Self.longest && isComma(scalar, before: at) else { continue }
      sentences.append(start..<at)
      start = at
    }
    if start < range.upperBound { sentences.append(start..<range.upperBound) }
  }

  private func ends(_ scalar: UInt32, before next: Int, in range: Range<Int>) -> Bool {
    switch scalar {
    case 0x3002, 0xFF01, 0xFF1F, 0x0A: return true  // 。！？ and the end of a line
    case 0x21, 0x3F: return next >= range.upperBound || view[next] == 0x20 || view[next] >= 0x80
    case 0x2E:
      guard next < range.upperBound, view[next] == 0x20, next + 1 < range.upperBound else { return false }
      return (0x41...0x5A).contains(view[next + 1]) || view[next + 1] >= 0x80
    default: return false
    }
  }
}

/// Finds words in a text: ASCII ones whole and in any case, Chinese ones wherever they stand.
struct WordFinder {
  let view: [UInt8]

  /// The last place of one of `words` in `range`.
  func last(of words: [[UInt8]], in range: Range<Int>) -> Range<Int>? {
    words.compactMap { word in places(of: word, in: range).last }.max { $0.upperBound < $1.upperBound }
  }

  func first(of words: [[UInt8]], in range: Range<Int>) -> Range<Int>? {
    words.compactMap { word in places(of: word, in: range).first }.min { $0.lowerBound < $1.lowerBound }
  }

  func contains(_ words: [[UInt8]], in range: Range<Int>) -> Bool { first(of: words, in: range) != nil }

  private func places(of word: [UInt8], in range: Range<Int>) -> [Range<Int>] {
    guard !word.isEmpty, word.count <= range.count else { return [] }
    var found: [Range<Int>] = []
    for start in range.lowerBound...(range.upperBound - word.count) where matches(word, at: start) {
      found.append(start..<start + word.count)
    }
    return found
  }

  /// `word` is lower case.
  func matches(_ word: [UInt8], at start: Int) -> Bool {
    for index in 0..<word.count where lowered(view[start + index]) != word[index] { return false }
    if word[0] < 0x80, view.isASCIIWordCharacter(at: start - 1), view.isASCIIWordCharacter(at: start) { return false }
    if word[word.count - 1] < 0x80, view.isASCIIWordCharacter(at: start + word.count) { return false }
    return true
  }

  private func lowered(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte + 32 : byte }
}
