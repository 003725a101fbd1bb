internal import ClaimModel
internal import Knowledge
internal import SourceText

/// One measure written in several units: 2小时30分, 5 feet 3 inches, 50元6角三分.
struct CompoundReader {
  let source: Source
  let numerals: NumeralReader
  let parts: PartReader

  /// `first` with the smaller units that follow it, in the smallest of them; `first` itself where none do.
  func read(_ first: Part) -> Part {
    var whole = minutes(first)
    for _ in 0..<4 {
      guard let next = step(whole) else { break }
      whole = next
    }
    return withCents(whole)
  }

  /// 五分三十秒: 分 before seconds are minutes.
  private func minutes(_ first: Part) -> Part {
    guard let unit = first.unit, unit.name == "score_point", unit.range.count == 3, numerals.mayBegin(at: first.end),
      case .numeral(let numeral)? = numerals.read(at: first.end), numeral.form == .cardinal, source.has("秒", at: numeral.range.upperBound)
    else { return first }
    var part = first
    part.unit = UnitMatch(name: "minute", base: Unit(name: "second", dimension: .time), factor: ExactDecimal(60), range: unit.range)
    return part
  }

  private func step(_ whole: Part) -> Part? {
    guard let unit = whole.unit, !whole.hasMark, whole.amount.shape == .exact, canCompound(unit) else { return nil }
    let start = joint(at: whole.end, commaJoins: unit.base.dimension == .length)
    guard numerals.mayBegin(at: start), case .numeral(let numeral)? = numerals.read(at: start), numeral.form == .cardinal else {
      return nil
    }
    var part = parts.read(numeral, floor: start)
    guard let inner = part.unit else { return nil }
    let smaller = Self.understood(inner, in: unit)
    part.unit = smaller
    guard part.amount.shape == .exact, part.start == start, let ratio = Self.ratio(unit, smaller) else { return nil }
    guard let converted = whole.amount.low.multiplied(by: ratio), let sum = converted.adding(part.amount.low) else { return nil }
    var result = part
    result.amount = Amount(sum)
    result.start = whole.start
    result.numeral.range = whole.numeral.range
    result.numeral.significantDigits = max(whole.numeral.significantDigits, part.numeral.significantDigits)
    result.rules = whole.rules + part.rules + ["compound measure"]
    return result
  }

  private func canCompound(_ unit: UnitMatch) -> Bool {
    switch unit.base.dimension {
    case .time, .length, .mass, .currency, .volume: unit.usage == .measure || unit.usage == .currency
    default: false
    }
  }

  /// Past 零, 又, `and` or a space between two units.
  private func joint(at offset: Int, commaJoins: Bool) -> Int {
    var start = source.skippingSpace(at: offset)
    if commaJoins, source.byte(at: start) == UInt8(ascii: ","), source.byte(at: start + 1) == 0x20 { start += 2 }
    if source.has("零", at: start) || source.has("又", at: start) { return source.skippingSpace(at: start + 3) }
    if source.hasWord("and", at: start), start > offset { return source.skippingSpace(at: start + 3) }
    return start
  }

  /// What an ambiguous smaller unit means behind `large`: 分 of an hour or a 元, cents of any currency.
  private static func understood(_ small: UnitMatch, in large: UnitMatch) -> UnitMatch {
    if small.name == "score_point", small.range.count == 3 {
      if large.name == "yuan" || large.name == "jiao" {
        return UnitMatch(name: "fen", base: large.base, factor: hundredth, usage: .currency, range: small.range)
      }
      if large.name == "hour" {
        return UnitMatch(name: "minute", base: Unit(name: "second", dimension: .time), factor: ExactDecimal(60), range: small.range)
      }
    }
    if small.name == "cent", large.base.dimension == .currency {
      return UnitMatch(name: "cent", base: large.base, factor: hundredth, usage: .currency, range: small.range)
    }
    return small
  }

  private static let hundredth = ExactDecimal("0.01") ?? .one

  /// How many of `small` one of `large` is; nil where they do not build one measure.
  private static func ratio(_ large: UnitMatch, _ small: UnitMatch) -> ExactDecimal? {
    if large.base == small.base {
      guard small.factor < large.factor else { return nil }
      return large.factor.divided(by: small.factor)
    }
    guard large.base.dimension == .time, small.base.dimension == .time else { return nil }
    switch (large.base.name, small.base.name) {
    case ("year", "month"): return large.factor.multiplied(by: ExactDecimal(12))
    case ("day", "hour"): return large.factor.multiplied(by: ExactDecimal(24))
    case ("hour", "second"): return large.factor.multiplied(by: ExactDecimal(3600)).flatMap { $0.divided(by: small.factor) }
    case ("day", "second"): return large.factor.multiplied(by: ExactDecimal(86400)).flatMap { $0.divided(by: small.factor) }
    default: return nil
    }
  }
}
