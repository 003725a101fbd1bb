internal import ClaimModel
internal import Knowledge
internal import Normalization
internal import Quantities
internal import SourceText

/// What is known of a block's words before it is cut: its numerals, the names of the catalog that segmentation can't tell, and
/// where no word may go across.
struct KnownTokens {
  /// In text order, not overlapping.
  private(set) var tokens: [Token] = []
  /// In text order.
  private(set) var breaks: [Int] = []

  /// 个.
  private static let piece = Array("个".utf8)

  private let view: [UInt8]
  private let numerals: NumeralPieces

  /// `reading` is what was read in `range` of `view`.
  init(in view: [UInt8], range: Range<Int>, reading: Reading, names: Lexicon<NameEntry>) {
    self.view = view
    numerals = NumeralPieces(text: view)
    var found = self.names(in: range, reading: reading, among: names)
    for quantity in reading.quantities {
      found += numerals.pieces(of: quantity).map { Token(span: TextSpan($0), kind: .numeral) }
      // 三个人: what stands behind a number and 个 is no word with it.
      if view.hasBytes(Self.piece, at: quantity.numeral.end), quantity.numeral.end < range.upperBound {
        breaks.append(quantity.numeral.end + Self.piece.count)
      }
      if let unit = slashedUnit(of: quantity) { found.append(Token(span: unit)) }
    }
    for period in reading.periods {
      let pieces = numerals.pieces(ofPeriod: period.span.range)
      found += pieces.map { Token(span: TextSpan($0), kind: .numeral) }
      if !pieces.isEmpty { breaks += [period.span.start, period.span.end] }
    }
    for left in reading.leftAlone {
      if let kind = numerals.kind(ofLeftAlone: left) { found.append(Token(span: left.span, kind: kind)) }
    }
    breaks.sort()
    keep(found)
  }

  /// Of tokens that overlap, names before others, then the first and longest.
  private mutating func keep(_ found: [Token]) {
    let names = found.filter { $0.kind == .name }
    let others = found.filter { token in token.kind != .name && !token.span.isEmpty }
      .sorted { ($0.span.start, -$0.span.end) < ($1.span.start, -$1.span.end) }
    var next = 0
    var end = 0
    for token in others {
      while next < names.count, names[next].span.end <= token.span.start {
        tokens.append(names[next])
        end = max(end, names[next].span.end)
        next += 1
      }
      guard token.span.start >= end, next == names.count || names[next].span.start >= token.span.end else { continue }
      tokens.append(token)
      end = token.span.end
    }
    tokens += names[next...]
  }

  /// Names with other characters than Han, to the end of the word by its form (Llama-3 of Llama-3.1-405B, 书生·浦语), and Han names
  /// that hold a numeral: 零一万物.
  ///
  /// A Han name is none where a figure reaches beyond it.
  private func names(in range: Range<Int>, reading: Reading, among lexicon: Lexicon<NameEntry>) -> [Token] {
    let figures = (reading.quantities.map(\.span) + reading.leftAlone.map(\.span)).sorted()
    /// The first figure that ends behind the place looked at.
    var figure = 0
    var names: [Token] = []
    var position = range.lowerBound
    while position < range.upperBound {
      guard let match = lexicon.longestMatch(in: view, at: position), match.range.upperBound <= range.upperBound else {
        position += view.scalar(at: position).width
        continue
      }
      let span = TextSpan(start: position, end: end(of: match.range, limit: range.upperBound))
      let isRun = view.string(match.range).unicodeScalars.allSatisfy { isHan($0.value) }
      while figure < figures.count, figures[figure].end <= span.start { figure += 1 }
      let inside = isRun ? figures[figure...].prefix { $0.start < span.end }.filter { $0.overlaps(span) } : []
      if !isRun || (!inside.isEmpty && inside.allSatisfy(span.contains)) { names.append(Token(span: span, kind: .name)) }
      position = span.end
    }
    return names
  }

  private func end(of name: Range<Int>, limit: Int) -> Int {
    let word = view[name].lastIndex { !isWordByte($0) && $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: ".") }.map { $0 + 1 }
    let end = CompoundForm.end(in: view, at: word ?? name.lowerBound, limit: limit) ?? 0
    return versionEnd(from: max(name.upperBound, end), limit: limit)
  }

  /// Where a name goes on to that ends in a digit with a point and digits behind it: Claude 3.5.
  private func versionEnd(from end: Int, limit: Int) -> Int {
    var end = end
    while end + 1 < limit, view[end] == UInt8(ascii: "."), isDigit(view[end - 1]), isDigit(view[end + 1]) {
      end += 1
      while end < limit, isDigit(view[end]) { end += 1 }
    }
    return end
  }

  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// GB/s is one word.
  private func slashedUnit(of quantity: QuantityMention) -> TextSpan? {
    guard let unit = quantity.unitSpan, unit.start >= quantity.numeral.end, view[unit.range].contains(UInt8(ascii: "/")),
      view[unit.range].allSatisfy({ $0 > 0x20 && $0 < 0x80 })
    else { return nil }
    return unit
  }
}
