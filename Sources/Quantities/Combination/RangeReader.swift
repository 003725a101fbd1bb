internal import ClaimModel
internal import Knowledge
internal import SourceText

/// Two figures that are the ends of one range: 3–5亿元, $10-15m, between 2 and 3 million, 兩到三年.
struct RangeReader {
  let source: Source
  private let numerals: NumeralReader
  private let parts: PartReader

  init(source: Source, numerals: NumeralReader, parts: PartReader) {
    self.source = source
    self.numerals = numerals
    self.parts = parts
  }

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
    guard first.numeral.form != .ordinal, first.numeral.form != .multiple,
      first.amount.shape == .exact || first.numeral.isBareScale == false
    else { return nil }
    guard let connector = connector(at: first.end, opensRange: bounds.opensRange) else { return nil }
    guard numerals.mayBegin(at: connector.end) || source.vocabularyMark(at: connector.end) != nil else { return nil }
    let start = source.vocabularyMark(at: connector.end) ?? connector.end
    guard case .numeral(let numeral)? = numerals.read(at: start, isMoney: first.hasMark), numeral.form != .ordinal,
      numeral.form != .multiple
    else { return nil }
    let second = parts.read(numeral, floor: connector.end)
    guard second.amount.shape == .exact, first.amount.shape == .exact else { return nil }
    return join(first, second, connector: connector.kind)
  }

  private enum Connector { case dash, word, to }

  /// What joins the ends, and where the second begins.
  private func connector(at offset: Int, opensRange: Bool) -> (kind: Connector, end: Int)? {
    let start = source.skippingSpace(at: offset)
    switch source.character(at: start) {
    case "-", "–", "—", "~", "‑", "－", "〜", "∼":
      let next = source.next(start)
      return (.dash, source.skippingSpace(at: next))
    case "至", "到":
      return (.word, source.skippingSpace(at: start + 3))
    case "和", "与":
      return opensRange ? (.word, source.skippingSpace(at: start + 3)) : nil
    case "t", "T":
      return source.hasWord("to", at: start) && start > offset ? (.to, source.skippingSpace(at: start + 2)) : nil
    case "a", "A":
      return opensRange && source.hasWord("and", at: start) ? (.to, source.skippingSpace(at: start + 3)) : nil
    default: return nil
    }
  }

  private func join(_ first: Part, _ second: Part, connector: Connector) -> Ends? {
    var low = first.amount.low
    let high = second.amount.low
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
    guard low < high else { return nil }
    if connector == .dash, unit == nil, looksLikeCode(first, second) { return nil }
    return Ends(
      low: low, high: high, unit: unit, range: first.start..<second.end,
      digits: max(first.numeral.significantDigits, second.numeral.significantDigits),
      rules: first.rules + second.rules + ["range"])
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

extension Source {
  /// Where the numeral behind a currency mark at `offset` begins; nil where no mark stands.
  func vocabularyMark(at offset: Int) -> Int? {
    guard let match = vocabulary.marks.matches(in: bytes, at: offset, beforeDigits: true).last else { return nil }
    let next = skippingSpace(at: match.range.upperBound)
    return isDigit(byte(at: next)) ? next : nil
  }
}
