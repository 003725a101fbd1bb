internal import ClaimModel
internal import SourceText

/// Cuts Markdown into blocks, line by line; inline markup is left out with the offsets kept.
struct MarkdownReader {
  let text: [UInt8]
  let lines: [TextLine]
  var builder: DraftBuilder<DecodedText>
  /// Index of the line to read next.
  var index = 0
  /// `key: value` lines of the front matter.
  private(set) var frontMatter: [(key: String, value: String)] = []
  /// Indents of the open list levels, the outermost first.
  private var listIndents: [Int] = []
  private var labels: Set<String> = []

  init(text: [UInt8]) {
    self.text = text
    lines = TextLine.lines(of: text)
    builder = DraftBuilder(capacity: text.count + 64)
  }

  mutating func read() {
    collectLabels()
    readFrontMatter()
    while index < lines.count, !builder.isFull {
      if lines[index].isBlank {
        index += 1
      } else {
        readBlock()
      }
    }
  }

  func bytes(_ line: TextLine) -> ArraySlice<UInt8> { text[line.range] }

  private mutating func readBlock() {
    let line = lines[index]
    let content = bytes(line)
    if line.indent == 0, content.first != UInt8(ascii: " "), MarkdownLine.listMarkerLength(content) == nil { listIndents = [] }
    if let fence = MarkdownLine.fence(content) { return readFence(fence) }
    if content.elementsEqual("$$".utf8) || content.elementsEqual("\\[".utf8) { return readFormula() }
    if let level = MarkdownLine.headingLevel(content) { return readHeading(level) }
    if MarkdownLine.isThematicBreak(content) {
      index += 1
      return
    }
    if content.first == UInt8(ascii: ">") { return readQuote() }
    if MarkdownLine.begins(content, withTag: "table") { return readMarkupTable() }
    if MarkdownLine.begins(content, withTag: "!--") { return skip(through: "-->") }
    if MarkdownLine.begins(content, withTag: "script") { return skip(through: "</script>") }
    if MarkdownLine.begins(content, withTag: "style") { return skip(through: "</style>") }
    if isTableStart { return readPipeTable() }
    if let marker = MarkdownLine.listMarkerLength(content) { return readListItem(marker) }
    if line.indent >= 4, listIndents.isEmpty, isFirstOfParagraph { return readIndentedCode() }
    if definitionLabel(of: line) != nil {
      index += 1
      return
    }
    readParagraph()
  }

  private var isFirstOfParagraph: Bool { index == 0 || lines[index - 1].isBlank }

  /// Whether a line can only begin a block, so that the paragraph before it ends.
  private func interruptsParagraph(_ line: TextLine) -> Bool {
    let content = bytes(line)
    return line.isBlank || MarkdownLine.headingLevel(content) != nil || MarkdownLine.fence(content) != nil
      || content.first == UInt8(ascii: ">")
      || MarkdownLine.listMarkerLength(content) != nil || MarkdownLine.isThematicBreak(content)
      || MarkdownLine.begins(content, withTag: "table")
      || content.elementsEqual("$$".utf8)
  }

  private mutating func readHeading(_ level: Int) {
    var range = lines[index].range.dropFirst(level)
    while let last = range.last, text[last] == UInt8(ascii: "#") || text[last] == 0x20 { range = range.dropLast() }
    index += 1
    write([trimmed(range)])
    builder.finishBlock(role: .heading, level: level)
  }

  func trimmed(_ range: Range<Int>) -> Range<Int> { TextLine(range, of: text).range }

  private mutating func readParagraph() {
    var pieces: [Range<Int>] = [lines[index].range]
    index += 1
    while index < lines.count {
      let line = lines[index]
      if let level = MarkdownLine.underlineLevel(bytes(line)), line.indent < 4, !line.isBlank, line.range.count >= 2 || level == 1 {
        index += 1
        write(pieces)
        return builder.finishBlock(role: .heading, level: level)
      }
      if interruptsParagraph(line) || (isTableStart) { break }
      pieces.append(line.range)
      index += 1
    }
    write(pieces)
    builder.finishBlock(role: .paragraph)
  }

  private mutating func readListItem(_ markerLength: Int) {
    let line = lines[index]
    while let last = listIndents.last, last >= line.indent, listIndents.count > 1 || last > line.indent { listIndents.removeLast() }
    if listIndents.last.map({ line.indent > $0 }) ?? true { listIndents.append(line.indent) }
    var first = line.range.dropFirst(markerLength)
    if text.hasBytes(Array("[ ] ".utf8), at: first.lowerBound) || text.hasBytes(Array("[x] ".utf8), at: first.lowerBound) {
      first = first.dropFirst(4)
    }
    var pieces = [trimmed(first)]
    index += 1
    while index < lines.count, !interruptsParagraph(lines[index]) {
      pieces.append(lines[index].range)
      index += 1
    }
    write(pieces)
    builder.finishBlock(role: .listItem, level: listIndents.count - 1, context: .list)
  }

  private mutating func readQuote() {
    var pieces: [Range<Int>] = []
    while index < lines.count, bytes(lines[index]).first == UInt8(ascii: ">") {
      var range = lines[index].range
      while let first = range.first, text[first] == UInt8(ascii: ">") || text[first] == 0x20 { range = range.dropFirst() }
      index += 1
      let content = text[range]
      let marker = MarkdownLine.listMarkerLength(content) ?? MarkdownLine.headingLevel(content)
      if range.isEmpty || marker != nil { finishQuote(&pieces) }
      if !range.isEmpty { pieces.append(trimmed(range.dropFirst(marker ?? 0))) }
      if MarkdownLine.headingLevel(content) != nil { finishQuote(&pieces) }
    }
    finishQuote(&pieces)
  }

  private mutating func finishQuote(_ pieces: inout [Range<Int>]) {
    write(pieces)
    builder.finishBlock(role: .quote)
    pieces = []
  }

  private mutating func readFence(_ fence: (mark: UInt8, length: Int)) {
    index += 1
    let first = index
    while index < lines.count {
      if let close = MarkdownLine.fence(bytes(lines[index])), close.mark == fence.mark, close.length >= fence.length { break }
      index += 1
    }
    writeCode(first..<index)
    if index < lines.count { index += 1 }
  }

  private mutating func readFormula() {
    let close = bytes(lines[index]).elementsEqual("$$".utf8) ? "$$" : "\\]"
    index += 1
    let first = index
    while index < lines.count, !bytes(lines[index]).elementsEqual(close.utf8) { index += 1 }
    writeCode(first..<index)
    if index < lines.count { index += 1 }
  }

  private mutating func readIndentedCode() {
    let first = index
    while index < lines.count, lines[index].isBlank || lines[index].indent >= 4 { index += 1 }
    writeCode(first..<index)
  }

  /// Lines as they are, without blank ones at the ends.
  private mutating func writeCode(_ range: Range<Int>) {
    guard let first = range.first(where: { !lines[$0].isBlank }), let last = range.last(where: { !lines[$0].isBlank }) else { return }
    builder.copy(lines[first].range.lowerBound..<lines[last].range.upperBound, of: text)
    builder.finishBlock(role: .code)
  }

  private mutating func skip(through close: String) {
    let wanted = Array(close.utf8)
    while index < lines.count {
      let line = lines[index]
      index += 1
      if let found = line.range.first(where: { text.hasBytes(wanted, at: $0) }) {
        let rest = trimmed(min(found + wanted.count, line.range.upperBound)..<line.range.upperBound)
        write([rest])
        return builder.finishBlock(role: .paragraph)
      }
    }
  }

  /// Writes text with its inline markup left out; pieces are joined by a space.
  mutating func write(_ pieces: [Range<Int>]) {
    let inline = MarkdownInline(pieces: pieces, of: text, labels: labels)
    var next = 0
    var linkDepth = 0
    for (number, piece) in pieces.enumerated() {
      if number > 0 { builder.space(pieces[number - 1].upperBound..<piece.lowerBound) }
      var position = piece.lowerBound
      while next < inline.markup.count, inline.markup[next].range.lowerBound < piece.upperBound {
        let markup = inline.markup[next]
        next += 1
        guard markup.range.lowerBound >= position else { continue }
        copy(position..<markup.range.lowerBound, isLinked: linkDepth > 0)
        apply(markup, &linkDepth)
        position = min(markup.range.upperBound, piece.upperBound)
      }
      copy(position..<piece.upperBound, isLinked: linkDepth > 0)
    }
  }

  private mutating func apply(_ markup: MarkdownInline.Markup, _ linkDepth: inout Int) {
    switch markup.effect {
    case .none: break
    case .lineBreak: builder.needsSpace()
    case .beginLink:
      linkDepth += 1
      builder.countLink()
    case .endLink: linkDepth = max(0, linkDepth - 1)
    case .power: if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(builder.lastByte) { builder.insert([UInt8(ascii: "^")]) }
    case .text(let utf8): if utf8 == [0x20] { builder.space(markup.range) } else { builder.replace(markup.range, with: utf8, of: text) }
    }
  }

  private mutating func copy(_ range: Range<Int>, isLinked: Bool) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      var end = offset
      if text[offset] <= 0x20 {
        while end < range.upperBound, text[end] <= 0x20 { end += 1 }
        builder.space(offset..<end)
      } else {
        while end < range.upperBound, text[end] > 0x20 { end += 1 }
        builder.copy(offset..<end, of: text)
      }
      offset = end
    }
    if isLinked { builder.addLink(mass: TextMeasure.mass(of: text, in: range)) }
  }
}

// MARK: what is not text

extension MarkdownReader {
  /// `---` on the first line begins metadata, up to the next `---`.
  private mutating func readFrontMatter() {
    guard let first = lines.first, bytes(first).elementsEqual("---".utf8) else { return }
    let limit = min(lines.count, 200)
    let isRule = { (index: Int) in self.bytes(self.lines[index]).elementsEqual("---".utf8) }
    guard let close = (1..<max(1, limit)).first(where: isRule) else { return }
    let content = lines[1..<close].filter { !$0.isBlank }
    guard content.allSatisfy({ $0.indent > 0 || bytes($0).contains(UInt8(ascii: ":")) || bytes($0).first == UInt8(ascii: "-") }) else {
      return
    }
    for line in content {
      guard let colon = line.range.first(where: { text[$0] == UInt8(ascii: ":") }) else { continue }
      let value = trimmed(colon + 1..<line.range.upperBound)
      frontMatter.append((text.string(line.range.lowerBound..<colon).lowercased(), unquoted(value)))
    }
    if let last = content.last, let start = content.first {
      builder.copy(start.range.lowerBound..<last.range.upperBound, of: text)
      builder.finishBlock(role: .code, context: .frontMatter)
    }
    index = close + 1
  }

  private func unquoted(_ range: Range<Int>) -> String {
    guard range.count >= 2, let first = range.first, let last = range.last, text[first] == text[last] else { return text.string(range) }
    let isQuoted = text[first] == UInt8(ascii: "\"") || text[first] == UInt8(ascii: "'")
    return isQuoted ? text.string(range.dropFirst().dropLast()) : text.string(range)
  }

  /// The labels of all `[label]: address` lines.
  private mutating func collectLabels() {
    for line in lines {
      if let label = definitionLabel(of: line) { labels.insert(text.string(label).lowercased()) }
    }
  }

  /// The label where the line is `[label]: address`; nil for a note (`[^1]:`) and for others.
  private func definitionLabel(of line: TextLine) -> Range<Int>? {
    guard line.indent < 4, bytes(line).first == UInt8(ascii: "["), line.range.count > 4 else { return nil }
    let start = line.range.lowerBound + 1
    let limit = min(line.range.upperBound - 1, start + 100)
    guard text[start] != UInt8(ascii: "^"), let close = (start..<max(start, limit)).first(where: { text[$0] == UInt8(ascii: "]") }) else {
      return nil
    }
    return close > start && text[close + 1] == UInt8(ascii: ":") ? start..<close : nil
  }
}
