internal import ClaimModel
internal import Knowledge
internal import SourceText

/// Reads what a figure is per: 元/吨, $20 per month, tokens/s, 每月20美元.
struct RateReader {
  let source: Source
  private let units: UnitReader

  init(source: Source) {
    self.source = source
    units = UnitReader(source: source)
  }

  struct Rate {
    var per: Per
    /// Where the words of the rate stand.
    var range: Range<Int>
    /// Whether it is written with a slash directly behind the unit, so that it belongs to the span: 元/吨, $100/year.
    var isInSpan: Bool
    /// Whether the words make one unit of both: km/ms, dollars per hour, but not dollars a month.
    var isUnit = false
    /// What a second denominator adds to the unit: per year of J/m² per year.
    var chain = ""
  }

  /// The rate behind a figure that ends at `end`.
  func read(after end: Int) -> Rate? {
    if source.byte(at: end) == UInt8(ascii: "/") || source.has("／", at: end) {
      let start = source.next(end)
      guard let per = denominator(at: start) else { return nil }
      return chained(Rate(per: per.per, range: end..<per.end, isInSpan: true, isUnit: true))
    }
    let start = source.skippingSpace(at: end)
    for word in ["per", "a", "an", "each", "every"] where start > end && source.hasWord(word, at: start) {
      guard let per = denominator(at: start + word.utf8.count + 1) else { return nil }
      // doubled every 3.4 months: a time of its own.
      if word == "every" || word == "each", per.per.value != .one { return nil }
      guard word == "per" || per.countsRates && !tellsTime(at: per.end) else { return nil }
      return chained(Rate(per: per.per, range: end..<per.end, isInSpan: false, isUnit: word == "per"))
    }
    if source.has("每", at: start), let per = denominator(at: start + 3), per.countsRates {
      return Rate(per: per.per, range: end..<per.end, isInSpan: false)
    }
    return nil
  }

  /// J/m² ⟦per year⟧: one more denominator.
  private func chained(_ first: Rate) -> Rate {
    let end = first.range.upperBound
    let isSlash = source.byte(at: end) == UInt8(ascii: "/")
    guard first.isUnit, first.per.value == .one, isSlash || source.has(" per ", at: end),
      let second = denominator(at: isSlash ? end + 1 : end + 5), second.per.value == .one
    else { return first }
    var rate = first
    rate.chain = "_per_" + second.per.unit
    return rate
  }

  /// a year ⟦earlier⟧: when it was, not how often.
  private func tellsTime(at end: Int) -> Bool {
    let start = source.skippingSpace(at: end)
    return ["earlier", "ago", "later", "before", "after", "on"].contains { source.hasWord($0, at: start) }
  }

  /// 每月, 每吨, 每百万token before a figure whose phrase begins at `start`.
  func read(before start: Int, floor: Int) -> Rate? {
    let end = source.droppingSpace(before: start, floor: floor)
    var first = end
    for _ in 0..<10 {
      guard first > floor else { return nil }
      first = source.previous(first)
      if source.character(at: first) == "每" { break }
    }
    guard source.character(at: first) == "每", let per = denominator(at: first + 3), per.end <= end else { return nil }
    // Nothing but a few joining words may stand between: 每月只需, 每吨约.
    guard per.end == end || Self.joins(source, per.end..<end) else { return nil }
    return Rate(per: per.per, range: first..<end, isInSpan: false)
  }

  private static func joins(_ source: Source, _ range: Range<Int>) -> Bool {
    guard range.count <= 6 else { return false }
    return ["只需", "仅需", "需", "约", "为", "的", "可", "达", "高达", "收费"].contains {
      $0.utf8.count == range.count && source.has($0, at: range.lowerBound)
    }
  }

  /// `1M tokens`, 百万token, month: a unit with a number in front where one is written.
  private func denominator(at offset: Int) -> Denominator? {
    var start = source.skippingSpace(at: offset)
    var value = ExactDecimal.one
    if let reading = NumeralReader(source: source).read(at: start), case .numeral(let numeral) = reading, numeral.form == .cardinal {
      value = numeral.amount.low
      start = source.skippingSpace(at: numeral.range.upperBound)
    } else if isUpper(source.byte(at: start)), let letter = source.vocabulary.letterMultipliers.longest(in: source, at: start),
      let power = ExactDecimal.one.scaled(byPowerOfTen: letter.entry.power)
    {
      value = power
      start = source.skippingSpace(at: letter.range.upperBound)
    } else if let scale = source.vocabulary.englishMultipliers.longest(in: source, at: start),
      let power = ExactDecimal.one.scaled(byPowerOfTen: scale.entry.power)
    {
      value = power
      start = source.skippingSpace(at: scale.range.upperBound)
    }
    // per m^2, /s2: a power of a unit.
    if let power = power(at: start) { return Denominator(per: Per(value: value, unit: power.unit), end: power.end, countsRates: false) }
    guard let unit = units.entry(at: start, afterDigits: true), unit.entry.usage != .currency else { return nil }
    let dimension = unit.entry.base.dimension
    return Denominator(
      per: Per(value: value, unit: unit.entry.name), end: unit.range.upperBound,
      countsRates: dimension == .time || dimension == .mass || dimension == .volume || dimension == .energy)
  }

  /// A squared or cubed unit at `offset`: s² is a square second, mm^3 a cubic millimeter.
  private func power(at offset: Int) -> (unit: String, end: Int)? {
    guard isLetter(source.byte(at: offset)) else { return nil }
    if let length = units.power(at: offset, afterDigits: true) { return (length.name, length.range.upperBound) }
    guard let unit = units.symbol(at: offset, afterDigits: true), let exponent = units.exponent(at: unit.range.upperBound) else {
      return nil
    }
    return (UnitReader.prefix(exponent.value) + unit.entry.name, exponent.end)
  }

  private struct Denominator {
    var per: Per
    var end: Int
    /// Whether `a` or 每 before such a unit makes a rate: a month, a barrel.
    var countsRates: Bool
  }
}
