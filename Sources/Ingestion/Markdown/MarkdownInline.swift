internal import SourceText

/// Which bytes of a paragraph are markup: found in one pass over its pieces, before its text is written.
///
/// Links and emphasis pair up over line breaks. Every scan ahead is bounded or moves the reading position, so that the time
/// is linear whatever the text.
struct MarkdownInline {
  /// A stretch that is left out of the text.
  struct Markup {
    var range: Range<Int>
    var effect: Effect
  }

  enum Effect {
    case none, lineBreak, beginLink, endLink, power
    /// In the place of the stretch stands this text.
    case text([UInt8])
  }

  private(set) var markup: [Markup] = []
  private let text: [UInt8]
  private let labels: Set<String>
  private var brackets: [(offset: Int, isImage: Bool)] = []
  private var delimiters: [(mark: UInt8, range: Range<Int>)] = []
  /// Up to here no `)` was found in the piece; from here on no `>`, and no run of so many backquotes.
  private var noParenthesis = 0
  private var noAngle = Int.max
  private var noBackquote: [Int: Int] = [:]

  /// - labels: the link labels that the page defines, in lower case.
  init(pieces: [Range<Int>], of text: [UInt8], labels: Set<String>) {
    self.text = text
    self.labels = labels
    for piece in pieces {
      noParenthesis = 0
      noAngle = .max
      noBackquote = [:]
      scan(piece)
    }
    markup.sort { $0.range.lowerBound < $1.range.lowerBound }
  }

  private mutating func scan(_ piece: Range<Int>) {
    var offset = piece.lowerBound
    while offset < piece.upperBound {
      switch text[offset] {
      case UInt8(ascii: "\\"): offset = escape(at: offset, piece)
      case UInt8(ascii: "`"): offset = codeSpan(at: offset, piece)
      case UInt8(ascii: "!"):
        if offset + 1 < piece.upperBound, text[offset + 1] == UInt8(ascii: "[") {
          brackets.append((offset, true))
          offset += 2
        } else {
          offset += 1
        }
      case UInt8(ascii: "["):
        if brackets.count > 256 { brackets.removeFirst(128) }
        brackets.append((offset, false))
        offset += 1
      case UInt8(ascii: "]"): offset = closeBracket(at: offset, piece)
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"): offset = delimiter(at: offset, piece)
      case UInt8(ascii: "<"): offset = tag(at: offset, piece)
      case UInt8(ascii: "&"):
        if let found = CharacterReference.character(in: text, at: offset, end: piece.upperBound) {
          markup.append(Markup(range: offset..<offset + found.length, effect: .text(found.utf8)))
          offset += found.length
        } else {
          offset += 1
        }
      default: offset += 1
      }
    }
  }

  private mutating func escape(at offset: Int, _ piece: Range<Int>) -> Int {
    guard offset + 1 < piece.upperBound else {
      markup.append(Markup(range: offset..<offset + 1, effect: .lineBreak))
      return offset + 1
    }
    let next = text[offset + 1]
    let isPunctuation =
      (0x21...0x2F).contains(next) || (0x3A...0x40).contains(next) || (0x5B...0x60).contains(next) || (0x7B...0x7E).contains(next)
    // `\(` and `\[` begin formulas, which stay as they are.
    if isPunctuation, next != UInt8(ascii: "("), next != UInt8(ascii: ")") {
      markup.append(Markup(range: offset..<offset + 1, effect: .none))
    }
    return offset + (isPunctuation ? 2 : 1)
  }

  private mutating func codeSpan(at offset: Int, _ piece: Range<Int>) -> Int {
    let length = runLength(at: offset, piece)
    let start = offset + length
    if let none = noBackquote[length], start >= none { return start }
    var close = start
    while close < piece.upperBound {
      guard text[close] == UInt8(ascii: "`") else {
        close += 1
        continue
      }
      let run = runLength(at: close, piece)
      if run == length {
        markup.append(Markup(range: offset..<start, effect: .none))
        markup.append(Markup(range: close..<close + run, effect: .none))
        return close + run
      }
      close += run
    }
    noBackquote[length] = start
    return start
  }

  private func runLength(at offset: Int, _ piece: Range<Int>) -> Int {
    var end = offset
    while end < piece.upperBound, text[end] == text[offset] { end += 1 }
    return end - offset
  }

  /// `](address)` and `][label]` end a link; an image goes out with all that is in it.
  private mutating func closeBracket(at offset: Int, _ piece: Range<Int>) -> Int {
    guard let opening = brackets.popLast() else { return offset + 1 }
    guard let end = linkEnd(after: offset, opening: opening.offset, piece) else { return offset + 1 }
    if opening.isImage {
      while let last = markup.last, last.range.lowerBound > opening.offset { markup.removeLast() }
      delimiters.removeAll { $0.range.lowerBound > opening.offset }
      markup.append(Markup(range: opening.offset..<end, effect: .none))
    } else {
      markup.append(Markup(range: opening.offset..<opening.offset + 1, effect: .beginLink))
      markup.append(Markup(range: offset..<end, effect: .endLink))
    }
    return end
  }

  private mutating func linkEnd(after offset: Int, opening: Int, _ piece: Range<Int>) -> Int? {
    let next = offset + 1
    if next < piece.upperBound, text[next] == UInt8(ascii: "(") { return parenthesisEnd(at: next, piece) }
    if opening + 1 < offset, text[opening + 1] == UInt8(ascii: "^"), offset - opening < 40 { return next }
    if next < piece.upperBound, text[next] == UInt8(ascii: "[") {
      let limit = min(piece.upperBound, next + 100)
      guard let close = (next + 1..<max(next + 1, limit)).first(where: { text[$0] == UInt8(ascii: "]") }) else { return nil }
      let label = close == next + 1 ? opening + 1..<offset : next + 1..<close
      return isDefined(label) ? close + 1 : nil
    }
    return offset > opening + 1 && isDefined(opening + 1..<offset) ? next : nil
  }

  private func isDefined(_ label: Range<Int>) -> Bool {
    !labels.isEmpty && label.count <= 100 && labels.contains(text.string(label).lowercased())
  }

  /// One past the `)` that closes the address at `offset`.
  private mutating func parenthesisEnd(at offset: Int, _ piece: Range<Int>) -> Int? {
    guard offset >= noParenthesis else { return nil }
    var depth = 0
    var first: Int?
    var end = offset
    while end < piece.upperBound, end - offset < 4096 {
      if text[end] == UInt8(ascii: "(") { depth += 1 }
      if text[end] == UInt8(ascii: ")") {
        depth -= 1
        if first == nil { first = end }
        if depth == 0 { return end + 1 }
      }
      end += 1
    }
    if first == nil { noParenthesis = end }
    return first.map { $0 + 1 }
  }

  /// Emphasis: runs of the same mark pair up. More lenient than CommonMark, whose rules fail between ideographs; but a mark
  /// between two digits or two Latin letters is not emphasis.
  private mutating func delimiter(at offset: Int, _ piece: Range<Int>) -> Int {
    let mark = text[offset]
    let length = runLength(at: offset, piece)
    let end = offset + length
    if mark == UInt8(ascii: "~"), length != 2 { return end }
    let before = offset > piece.lowerBound ? text[offset - 1] : 0x20
    let after = end < piece.upperBound ? text[end] : 0x20
    let isInWord = Self.isWordByte(before) && Self.isWordByte(after)
    guard length <= 3, !isInWord || (mark == UInt8(ascii: "*") && length == 2 && !Self.isDigit(before)) else { return end }
    if before > 0x20, let index = delimiters.lastIndex(where: { $0.mark == mark && $0.range.count >= length }),
      delimiters.count - index <= 8
    {
      let opening = delimiters[index].range
      markup.append(Markup(range: opening.upperBound - length..<opening.upperBound, effect: .none))
      markup.append(Markup(range: offset..<end, effect: .none))
      delimiters.removeSubrange(index...)
      if opening.count > length { delimiters.append((mark, opening.lowerBound..<opening.upperBound - length)) }
    } else if after > 0x20 {
      if delimiters.count > 64 { delimiters.removeFirst(32) }
      delimiters.append((mark, offset..<end))
    }
    return end
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
  private static func isWordByte(_ byte: UInt8) -> Bool {
    isDigit(byte) || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
  }

  /// Inline HTML and `<address>`.
  private mutating func tag(at offset: Int, _ piece: Range<Int>) -> Int {
    guard offset < noAngle, let name = InlineTag(in: text, at: offset, end: piece.upperBound) else { return offset + 1 }
    var close = offset + 1
    while close < piece.upperBound, text[close] != UInt8(ascii: ">") { close += 1 }
    guard close < piece.upperBound else {
      noAngle = offset
      return offset + 1
    }
    switch name.kind {
    case .address:
      markup.append(Markup(range: offset..<offset + 1, effect: .beginLink))
      markup.append(Markup(range: close..<close + 1, effect: .endLink))
    case .lineBreak: markup.append(Markup(range: offset..<close + 1, effect: .lineBreak))
    case .superscript: markup.append(Markup(range: offset..<close + 1, effect: isPower(at: close + 1, piece) ? .power : .none))
    case .beginLink: markup.append(Markup(range: offset..<close + 1, effect: .beginLink))
    case .endLink: markup.append(Markup(range: offset..<close + 1, effect: .endLink))
    case .other: markup.append(Markup(range: offset..<close + 1, effect: .none))
    }
    return close + 1
  }

  /// Whether digits and signs alone stand between `offset` and the next tag.
  private func isPower(at offset: Int, _ piece: Range<Int>) -> Bool {
    var end = offset
    while end < piece.upperBound, end - offset < 8, Self.isDigit(text[end]) || text[end] == 0x2B || text[end] == 0x2D || text[end] >= 0x80 {
      end += 1
    }
    return end > offset && end < piece.upperBound && text[end] == UInt8(ascii: "<")
  }
}
