internal import ClaimModel
internal import SourceText

/// Writes blocks one after the other, with the map back to the text they are read from (`Source`).
///
/// Readers add pieces in the order of the source. White space and cell separators are held back until something follows
/// them in the same block, so that a block neither begins nor ends with any.
struct DraftBuilder<Source> {
  private(set) var text: [UInt8] = []
  private(set) var blocks: [DraftBlock] = []
  private var runs: [OffsetMap<DocumentText, Source>.Run] = []
  /// Where the block being written begins; nil before its first character.
  private var start: Int?
  private var gap = Gap.none
  /// Cell separators that are held back.
  private var separators: [UInt8] = []
  /// Where the part (a table's cell) being written begins; nil before its first character.
  private var partStart: Int?
  private var linkMass = 0
  private var linkCount = 0

  /// What is held back until the block goes on.
  private enum Gap {
    case none
    /// White space of the source that becomes one space.
    case collapsed(Range<Int>)
    /// White space of the source that is written as it is.
    case kept(Range<Int>)
    /// A space that the source does not have.
    case inserted
  }

  /// A page of more blocks is no page that people read: what follows is left out, so that memory stays within bounds.
  static var mostBlocks: Int { 200_000 }

  var isFull: Bool { blocks.count >= Self.mostBlocks }

  init(capacity: Int) {
    text.reserveCapacity(capacity)
  }

  /// Whether the block being written has text.
  var hasText: Bool { start != nil }
  /// The block's last character; 0 where it has none or a gap follows it.
  var lastByte: UInt8 {
    guard start != nil, separators.isEmpty else { return 0 }
    return text[text.count - 1]
  }
  /// The end of what has been written, in the text made.
  var position: Int { text.count }

  /// Copies `range` of `source` byte by byte.
  mutating func copy(_ range: Range<Int>, of source: [UInt8]) {
    guard !range.isEmpty else { return }
    goOn(at: range.lowerBound, of: source, joins: true)
    append(.init(from: text.count, to: range.lowerBound, count: range.count, fromWidth: 1, toWidth: 1))
    text.append(contentsOf: source[range])
  }

  /// Puts `bytes` in the place of `range` of the source, as one unit.
  mutating func replace(_ range: Range<Int>, with bytes: [UInt8], of source: [UInt8]) {
    guard !bytes.isEmpty else { return }
    goOn(at: range.lowerBound, of: source, joins: false)
    append(.init(from: text.count, to: range.lowerBound, count: 1, fromWidth: bytes.count, toWidth: range.count))
    text.append(contentsOf: bytes)
  }

  /// Adds text that stands nowhere in the source right behind the block's last character; nothing where there is none.
  mutating func insert(_ bytes: [UInt8]) {
    guard start != nil else { return }
    gap = .none
    insert(bytes, at: runs.last?.toEnd ?? 0)
  }

  private mutating func insert(_ bytes: [UInt8], at place: Int) {
    append(.init(from: text.count, to: place, count: bytes.count, fromWidth: 1, toWidth: 0))
    text.append(contentsOf: bytes)
  }

  /// Notes white space that becomes one space if the block goes on.
  mutating func space(_ range: Range<Int>) {
    guard start != nil else { return }
    switch gap {
    case .none, .inserted: gap = .collapsed(range)
    case .collapsed(let before): if before.upperBound == range.lowerBound { gap = .collapsed(before.lowerBound..<range.upperBound) }
    case .kept(let before): if before.upperBound == range.lowerBound { gap = .kept(before.lowerBound..<range.upperBound) }
    }
  }

  /// Notes that a space belongs here though the source has none.
  mutating func needsSpace() {
    if start != nil, case .none = gap { gap = .inserted }
  }

  /// Notes white space that is written as it is if the block goes on: in preformatted text.
  mutating func keepSpace(_ range: Range<Int>) {
    guard start != nil, !range.isEmpty else { return }
    if case .kept(let before) = gap, before.upperBound == range.lowerBound {
      gap = .kept(before.lowerBound..<range.upperBound)
    } else {
      gap = .kept(range)
    }
  }

  /// Notes a separator between two cells, or rows, of a table.
  mutating func separate(with byte: UInt8) {
    gap = .none
    separators.append(byte)
  }

  mutating func beginPart() {
    partStart = nil
    gap = .none
  }

  /// The span of what was written since `beginPart`; nil for nothing.
  mutating func endPart() -> TextSpan? {
    gap = .none
    guard let first = partStart else { return nil }
    partStart = nil
    return TextSpan(start: first, end: text.count)
  }

  /// Counts a link, and later the mass of its characters.
  mutating func countLink() { linkCount += 1 }
  mutating func addLink(mass: Int) { linkMass += mass }

  /// Ends the block; one without text leaves nothing behind.
  mutating func finishBlock(role: Role, level: Int = 0, context: BlockContext = [], container: Int = 0, table: TableGrid? = nil) {
    if let start {
      blocks.append(
        DraftBlock(
          span: TextSpan(start: start, end: text.count), role: role, level: level, context: context, container: container,
          linkMass: linkMass, linkCount: linkCount, table: table))
    }
    start = nil
    gap = .none
    separators.removeAll(keepingCapacity: true)
    linkMass = 0
    linkCount = 0
  }

  /// Ends the block of a table. Empty cells in front of the first text are put where the block begins.
  mutating func finishTable(_ rows: [[TableGrid.Cell]], context: BlockContext, container: Int) {
    guard let start else { return finishBlock(role: .table) }
    var rows = rows
    fill: for row in rows.indices {
      for column in rows[row].indices {
        guard rows[row][column].span.start < start else { break fill }
        rows[row][column].span = TextSpan(start: start, end: start)
      }
    }
    finishBlock(role: .table, context: context, container: container, table: TableGrid(rows: rows))
  }

  /// Begins the block if it has not begun, else writes what was held back.
  ///
  /// - joins: whether the text that follows stands at `place` in `source` as it is.
  private mutating func goOn(at place: Int, of source: [UInt8], joins: Bool) {
    if start == nil {
      if !blocks.isEmpty { insert([0x0A], at: place) }
      start = text.count
      gap = .none
    }
    if !separators.isEmpty {
      insert(separators, at: place)
      separators.removeAll(keepingCapacity: true)
      gap = .none
    }
    writeGap(before: place, of: source, joins: joins)
    if partStart == nil { partStart = text.count }
  }

  private mutating func writeGap(before place: Int, of source: [UInt8], joins: Bool) {
    let held = gap
    gap = .none
    switch held {
    case .none: return
    case .inserted: insert([0x20], at: place)
    case .kept(let space):
      append(.init(from: text.count, to: space.lowerBound, count: space.count, fromWidth: 1, toWidth: 1))
      text.append(contentsOf: source[space])
    case .collapsed(let space):
      guard text[text.count - 1] != 0x0A, !(joins && isWrap(space, in: source, before: place)) else { return }
      append(.init(from: text.count, to: space.lowerBound, count: 1, fromWidth: 1, toWidth: space.count))
      text.append(0x20)
    }
  }

  /// Whether white space between two wide characters is only a line break of the source (CSS Text 3, 4.1.3: segment breaks
  /// between East Asian wide characters are removed).
  private func isWrap(_ space: Range<Int>, in source: [UInt8], before place: Int) -> Bool {
    guard source[space].contains(0x0A), text[text.count - 1] >= 0x80 else { return false }
    return Self.isWide(text.scalar(before: text.count).value) && Self.isWide(source.scalar(at: place).value)
  }

  private static func isWide(_ scalar: UInt32) -> Bool {
    isHan(scalar) || (0x3001...0x30FF).contains(scalar) || (0xFF01...0xFF5E).contains(scalar)
  }

  private mutating func append(_ run: OffsetMap<DocumentText, Source>.Run) {
    if let last = runs.last, last.toEnd == run.to, last.fromWidth == run.fromWidth, last.toWidth == run.toWidth {
      runs[runs.count - 1].count += run.count
    } else {
      runs.append(run)
    }
  }

  /// From the text made to the source.
  var map: OffsetMap<DocumentText, Source> {
    var map = OffsetMap<DocumentText, Source>()
    for run in runs { map.append(run) }
    return map
  }
}
