internal import CBridge
internal import ClaimModel
internal import SourceText

/// Cuts a parsed page into blocks: one walk over the nodes, without recursion.
struct HTMLReader {
  let tree: HTMLTree
  let elements: ElementTable
  var builder: DraftBuilder<TreeText>
  /// Block elements that are open, the innermost last, with the role their text has.
  private var open: [OpenElement] = []
  /// Where a superscript's closing bracket belongs.
  private var bracketEnd: Int?

  /// The mass of text from which on the content of a `noscript` is read.
  private static let leastNoScript = 400

  private struct OpenElement {
    var node: Int
    var end: Int
    var role: Role
    var level: Int
    /// Whether a line break inside is only a space: in headings and captions.
    var joinsLines: Bool
  }

  init(tree: HTMLTree, elements: ElementTable) {
    self.tree = tree
    self.elements = elements
    builder = DraftBuilder(capacity: tree.text.count / 2 + 64)
  }

  /// All blocks of the page.
  mutating func read() {
    open.append(OpenElement(node: 0, end: tree.nodes.count, role: .paragraph, level: 0, joinsLines: false))
    var index = 1
    while index < tree.nodes.count, !builder.isFull {
      closeElements(before: index)
      if tree.nodes[index].kind == UInt8(kz_html_text.rawValue) {
        append(textNode: index)
        index += 1
      } else {
        index = enter(index)
      }
    }
    finishBlock()
  }

  private mutating func closeElements(before index: Int) {
    closeBracket(before: index)
    while open.count > 1, open[open.count - 1].end <= index {
      finishBlock()
      open.removeLast()
    }
  }

  /// Reads the beginning of an element; gives the index of the node to go on with.
  private mutating func enter(_ index: Int) -> Int {
    let tag = elements.tags[index]
    let end = Int(tree.nodes[index].subtree_end)
    switch tag.kind {
    case .skipped: return end
    case .lineBreak:
      let place = open[open.count - 1]
      if elements.isPreformatted[index] || !place.joinsLines { breakLine(at: index) } else { builder.needsSpace() }
    case .inline:
      if tag == .sup { beginSuperscript(index, end: end) }
      if tag == .a { builder.countLink() }
    case .block:
      if tag == .head {
        readTitle(of: index)
        return end
      }
      // A picture or a request to run scripts; more is what the page would show.
      if tag == .noscript, elements.weights[index] < Self.leastNoScript { return end }
      finishBlock()
      if tag == .table, let grid = HTMLTable(at: index, in: tree, elements) {
        append(table: grid, at: index)
        return end
      }
      let outer = open[open.count - 1]
      open.append(
        OpenElement(
          node: index, end: end, role: role(of: tag, at: index, in: outer), level: level(of: tag, at: index, in: outer),
          joinsLines: tag.headingLevel > 0 || tag == .figcaption || tag == .caption || (outer.joinsLines && tag != .td && tag != .div)))
    }
    return index + 1
  }

  private func role(of tag: Tag, at index: Int, in outer: OpenElement) -> Role {
    switch tag {
    case .h1, .h2, .h3, .h4, .h5, .h6: .heading
    case .li, .dt, .dd: .listItem
    case .figcaption, .caption: .caption
    case .blockquote: .quote
    case .pre: .code
    // A paragraph of a long list item (a post in a thread) is a paragraph.
    case .p: outer.role == .listItem && elements.weights[outer.node] > 400 ? .paragraph : outer.role
    case .section, .article, .main, .nav, .aside, .footer, .table, .ul, .ol: outer.role == .quote ? .quote : .paragraph
    default: outer.role
    }
  }

  private func level(of tag: Tag, at index: Int, in outer: OpenElement) -> Int {
    switch tag {
    case .li: max(0, Int(elements.listDepths[index]) - 1)
    default: tag.headingLevel > 0 ? tag.headingLevel : outer.level
    }
  }

  private mutating func finishBlock() {
    let place = open[open.count - 1]
    finishBlock(role: place.role, level: place.role == .heading || place.role == .listItem ? place.level : 0)
  }

  private mutating func finishBlock(role: Role, level: Int, table: TableGrid? = nil) {
    closeBracket(before: .max)
    let node = open[open.count - 1].node
    builder.finishBlock(role: role, level: level, context: elements.contexts[node], container: node, table: table)
  }

  private mutating func breakLine(at index: Int) {
    if elements.isPreformatted[index] {
      if builder.hasText { builder.insert([0x0A]) }
    } else {
      finishBlock()
    }
  }

  private mutating func append(textNode index: Int) {
    let range = tree.textRange(of: index)
    if elements.isPreformatted[index] { return append(preformatted: range) }
    append(collapsing: range, isLinked: elements.isLinked[index])
  }

  private mutating func append(preformatted range: Range<Int>) {
    var start = range.lowerBound
    var end = range.upperBound
    if !builder.hasText { while start < end, tree.text[start] == 0x0A || tree.text[start] == 0x0D { start += 1 } }
    while end > start, tree.text[end - 1] <= 0x20 { end -= 1 }
    builder.copy(start..<end, of: tree.text)
    builder.keepSpace(end..<range.upperBound)
  }

  /// Copies text with every stretch of white space held back as one.
  mutating func append(collapsing range: Range<Int>, isLinked: Bool) {
    let text = tree.text
    var offset = range.lowerBound
    while offset < range.upperBound {
      let gap = Self.spaceLength(in: text, at: offset, end: range.upperBound, isAtStart: !builder.hasText)
      if gap > 0 {
        builder.space(offset..<offset + gap)
        offset += gap
        continue
      }
      var end = offset + 1
      while end < range.upperBound, text[end] > 0x20, text[end] != 0xC2, text[end] != 0xE3, text[end] != 0xE2 { end += 1 }
      // A lead byte that may begin a wide space: looked at in the next round, unless it begins something else.
      while end < range.upperBound, text[end] > 0x20, Self.spaceLength(in: text, at: end, end: range.upperBound, isAtStart: false) == 0 {
        end += 1
      }
      builder.copy(offset..<end, of: text)
      if isLinked { builder.addLink(mass: TextMeasure.mass(of: text, in: offset..<end)) }
      offset = end
    }
  }

  /// Bytes of the white space at `offset`: ASCII, the no-break space, and at the start of a block the ideographic space
  /// and invisible marks that indent paragraphs.
  static func spaceLength(in text: [UInt8], at offset: Int, end: Int, isAtStart: Bool) -> Int {
    let byte = text[offset]
    if byte <= 0x20 { return 1 }
    if byte == 0xC2, offset + 1 < end, text[offset + 1] == 0xA0 { return 2 }
    guard offset + 2 < end else { return 0 }
    if byte == 0xE3, text[offset + 1] == 0x80, text[offset + 2] == 0x80 { return 3 }
    if isAtStart, byte == 0xE2, text[offset + 1] == 0x80, text[offset + 2] == 0x8B || text[offset + 2] == 0x83 || text[offset + 2] == 0x82 {
      return 3
    }
    return 0
  }

  private mutating func readTitle(of head: Int) {
    for index in head..<Int(tree.nodes[head].subtree_end) where elements.tags[index] == .title {
      for child in index..<Int(tree.nodes[index].subtree_end) where tree.nodes[child].kind == UInt8(kz_html_text.rawValue) {
        append(collapsing: tree.textRange(of: child), isLinked: false)
      }
      builder.finishBlock(role: .title, context: .pageTitle, container: 0)
      return
    }
  }

  /// `10<sup>22</sup>` must not read as 1022: a power gets `^`, a linked note number gets brackets.
  mutating func beginSuperscript(_ index: Int, end: Int) {
    // More nodes below it than a number in a link needs: no number. The bound keeps nested elements linear.
    guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(builder.lastByte), end - index <= 8 else { return }
    let inner = tree.innerText(of: index)
    guard !inner.isEmpty, inner.count <= 6, inner.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) else { return }
    guard inner.allSatisfy({ ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2B || $0 == 0x2D || $0 >= 0x80 }) else { return }
    let hasLink = elements.isLinked[index] || (index..<end).contains { elements.tags[$0] == .a }
    if hasLink {
      builder.insert([UInt8(ascii: "[")])
      bracketEnd = end
    } else {
      builder.insert([UInt8(ascii: "^")])
    }
  }

  mutating func closeBracket(before index: Int) {
    guard let end = bracketEnd, index >= end else { return }
    bracketEnd = nil
    builder.insert([UInt8(ascii: "]")])
  }
}
