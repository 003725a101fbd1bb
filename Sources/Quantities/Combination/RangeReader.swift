internal import ClaimModel
internal import Knowledge
internal import SourceText

/// Two figures that are the ends of one range: 3–5亿元, $10-15m, between 2 and 3 million, 兩到三年.
struct RangeReader {
  let source: Source
  let numerals: NumeralReader
  let parts: PartReader

  /// A range as one figure.
  struct Ends {
    var low: ExactDecimal
    var high: ExactDecimal
    var unit: UnitMatch?
    var range: Range<Int>
    var digits: Int
    var rules: [String]
  }

  /// The range that `first` begins; nil where no second figure belongs to it.
  func read(from first: Part, bounds: BoundWords) -> Ends? {
    guard first.numeral.form != .multiple,
      first.amount.shape == .exact || first.numeral.isBareScale == false
    else { return nil }
    guard let connector = connector(at: first.end, opensRange: bounds.opensRange || opensWithFrom(first)) else { return nil }
    let place = pastLoosening(at: connector.end)
    let isSigned = connector.kind == .to && source.byte(at: place) == UInt8(ascii: "-") && isDigit(source.byte(at: place + 1))
    guard isSigned || numerals.mayBegin(at: place) || source.vocabularyMark(at: place) != nil else { return nil }
    let start = isSigned ? place + 1 : source.vocabularyMark(at: place) ?? place
    guard case .numeral(let numeral)? = numerals.read(at: start, isMoney: first.hasMark), numeral.form != .multiple,
      (numeral.form == .ordinal) == (first.numeral.form == .ordinal),
      numeral.form != .ordinal || connector.kind == .pair || connector.kind == .word
    else { return nil }
    var second = parts.read(numeral, floor: connector.end)
    if connector.kind == .pair, first.unit == nil { second.dropRoom(in: source) }
    guard second.amount.shape == .exact, first.amount.shape == .exact else { return nil }
    if connector.kind == .pair, !source.has("之间", at: second.end), !source.has("间", at: second.end) { return nil }
    if connector.kind == .neighbors, !areNeighbors(first, second) { return nil }
    if connector.kind == .to, !bounds.opensRange, source.hasWord("and", at: source.skippingSpace(at: first.end)),
      !source.endsText(at: second.end)
    {
      return nil
    }
    if connector.kind != .dash, !bounds.opensRange, isChange(first, second) { return nil }
    return join(first, second, connector: connector.kind)
  }

  /// from 30 celsius and 40 celsius: two figures that a text says nothing but.
  private func opensWithFrom(_ first: Part) -> Bool {
    source.hasWord("from", at: first.start - 5) && source.beginsText(at: first.start - 5)
  }

  /// two or three, one or two million: numbers one apart, of which the second may bring the multiplier of both.
  private func areNeighbors(_ first: Part, _ second: Part) -> Bool {
    guard first.unit == nil, let next = first.amount.low.adding(.one) else { return false }
    return next == second.amount.low
      || !first.numeral.hasMultiplier && next == second.amount.low.scaled(byPowerOfTen: -second.numeral.trailingPower)
  }

  /// `pair` needs 之间 behind it, `neighbors` two numbers one apart.
  private enum Connector { case dash, word, to, pair, neighbors }

  /// What joins the ends, and where the second begins.
  private func connector(at offset: Int, opensRange: Bool) -> (kind: Connector, end: Int)? {
    var start = source.skippingSpace(at: offset)
    // 8- to 16-meter.
    if source.has("- to ", at: start) { start += 2 }
    // 10-to-15-year.
    if source.has("-to-", at: start) { return (.to, start + 4) }
    switch source.character(at: start) {
    case "-", "–", "—", "~", "‑", "－", "〜", "∼":
      let next = source.next(start)
      return (.dash, source.skippingSpace(at: next))
    case "至", "到":
      return (.word, source.skippingSpace(at: start + 3))
    case "和", "与":
      return (opensRange ? .word : .pair, source.skippingSpace(at: start + 3))
    case "t", "T":
      guard start > offset else { return nil }
      if source.hasWord("through", at: start) { return (.to, source.skippingSpace(at: start + 7)) }
      return source.hasWord("to", at: start) ? (.to, source.skippingSpace(at: start + 2)) : nil
    case "o", "O":
      return source.hasWord("or", at: start) && start > offset ? (.neighbors, source.skippingSpace(at: start + 2)) : nil
    case "a", "A":
      return opensRange && source.hasWord("and", at: start) ? (.to, source.skippingSpace(at: start + 3)) : nil
    default: return nil
    }
  }

  private func join(_ first: Part, _ second: Part, connector: Connector) -> Ends? {
    var low = first.amount.low
    var high = second.amount.low
    let unit: UnitMatch?
    switch sharedUnit(first, second) {
    case .conflict: return nil
    case .none: unit = nil
    case .unit(let match): unit = match
    }
    let isShared =
      first.unit == nil || first.hasMark || (first.numeral.trailingPower < second.numeral.trailingPower && second.unit?.usage != .measure)
    let share = second.numeral.trailingPower - first.numeral.trailingPower
    if share > 0, !first.numeral.hasMultiplier, isShared, let scaled = low.scaled(byPowerOfTen: share), scaled < high {
      low = scaled
    }
    if first.unit == nil, first.numeral.form != second.numeral.form, second.numeral.form == .percent { return nil }
    if low > high, connector == .to, saysRange(before: first.start) { swap(&low, &high) }
    guard low < high else { return nil }
    if connector == .dash, unit == nil, looksLikeCode(first, second) { return nil }
    return Ends(
      low: low, high: high, unit: unit, range: first.start..<second.end,
      digits: max(first.numeral.significantDigits, second.numeral.significantDigits),
      rules: first.rules + second.rules + ["range"])
  }

  /// "rose from 1K to 8K", 由81.8到89.4: two figures of a change, not the ends of a range; where the first leaves its unit to
  /// the second they can't be told apart.
  private func isChange(_ first: Part, _ second: Part) -> Bool {
    if source.has("由", at: first.start - 3) { return true }
    guard source.hasWord("from", at: first.start - 5), first.unit != nil || first.numeral.hasMultiplier || second.unit == nil else {
      return false
    }
    return word(of: Self.changes, before: first.start)
  }

  /// Whether a word such as `ranged` stands before `from` or the first figure itself.
  private func saysRange(before start: Int) -> Bool { word(of: Self.ranging, before: start) }

  /// Whether one of `words` stands in the clause before `start`, and behind it none that says that a range follows.
  private func word(of words: [String], before start: Int) -> Bool {
    var position = start - 6
    while position >= 0, start - position < 54, source.byte(at: position) != UInt8(ascii: "."), source.byte(at: position) != 0x0A {
      if words.contains(where: { source.hasWord($0, at: position) }) { return true }
      if Self.ranging.contains(where: { source.hasWord($0, at: position) }) { return false }
      position -= 1
    }
    return false
  }

  private static let ranging = ["range", "ranges", "ranging", "ranged", "anywhere", "vary", "varies", "varying"]

  /// Verbs of change, in the forms that stand before `from`.
  private static let changes = [
    "increase", "increases", "increased", "increasing", "rise", "rises", "rose", "rising", "risen", "grow", "grows", "grew", "growing",
    "grown",
    "extend", "extends", "extended", "extending", "expand", "expands", "expanded", "improve", "improves", "improved", "improving", "raise",
    "raised", "raises", "up", "down", "fall", "falls", "fell", "fallen", "falling", "drop", "drops", "dropped", "dropping", "decrease",
    "decreases", "decreased", "reduce", "reduced", "reduces", "cut", "jump", "jumped", "climb", "climbed", "go", "goes", "went", "move",
    "moved", "scale", "scaled", "change", "changed", "boost", "boosted", "decline", "declined", "shrink", "shrank", "surge", "surged",
  ]

  /// Past about, ~ before the second figure.
  private func pastLoosening(at offset: Int) -> Int {
    guard let match = source.vocabulary.boundsBefore.lexicon.longest(in: source, at: offset),
      match.entry.comparator == .approximately
    else { return offset }
    return source.skippingSpace(at: match.range.upperBound)
  }

  private enum SharedUnit {
    case none, conflict
    case unit(UnitMatch)

    init(_ unit: UnitMatch?) { self = unit.map { .unit($0) } ?? .none }
  }

  /// The unit of both ends, which one of them may leave to the other.
  private func sharedUnit(_ first: Part, _ second: Part) -> SharedUnit {
    guard let left = first.unit, !left.name.isEmpty else { return SharedUnit(second.unit) }
    guard let right = second.unit, !right.name.isEmpty else {
      return first.hasMark || first.numeral.form == .percent ? .unit(left) : .conflict
    }
    if first.hasMark, right.base.dimension == .currency, right.usage == .currency { return .unit(right) }
    // ages 1 to 3 years
    if first.hasMark, left.base.dimension == .age, right.base.dimension == .time { return .unit(right) }
    return left.base == right.base && left.factor == right.factor ? .unit(right) : .conflict
  }

  /// 010-12345678, 3-2: digits that a dash joins without any unit, of different length or with a zero in front.
  private func looksLikeCode(_ first: Part, _ second: Part) -> Bool {
    guard first.numeral.isPlainDigits, second.numeral.isPlainDigits else { return false }
    let left = first.numeral.range
    let right = second.numeral.range
    return source.byte(at: left.lowerBound) == UInt8(ascii: "0") || source.byte(at: right.lowerBound) == UInt8(ascii: "0")
      || left.count > 6 || right.count > 6
  }
}

extension Part {
  /// -10000与20000⟦间⟧: 间 behind a pair closes it and counts no rooms.
  fileprivate mutating func dropRoom(in source: Source) {
    guard let range = unit?.range, range.count == 3, source.has("间", at: range.lowerBound) else { return }
    unit = nil
    end = range.lowerBound
  }
}

extension Source {
  /// Where the numeral behind a currency mark at `offset` begins; nil where no mark stands.
  func vocabularyMark(at offset: Int) -> Int? {
    guard let match = vocabulary.marks.lexicon.all(in: self, at: offset, beforeDigits: true).last else { return nil }
    let next = skippingSpace(at: match.range.upperBound)
    return isDigit(byte(at: next)) ? next : nil
  }
}
