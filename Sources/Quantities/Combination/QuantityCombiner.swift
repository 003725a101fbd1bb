internal import ClaimModel
internal import Knowledge
internal import SourceText

/// Builds the quantity around one numeral: numeral · multiplier · bound words · classifier · unit.
struct QuantityCombiner {
  let source: Source
  private let numerals: NumeralReader
  private let parts: PartReader
  private let ranges: RangeReader
  private let compounds: CompoundReader
  private let rates: RateReader
  private let bounds: BoundReader
  private let nextUnits: NextUnitReader

  init(source: Source, numerals: NumeralReader) {
    self.source = source
    self.numerals = numerals
    parts = PartReader(source: source)
    ranges = RangeReader(source: source, numerals: numerals, parts: parts)
    compounds = CompoundReader(source: source, numerals: numerals, parts: parts)
    rates = RateReader(source: source)
    bounds = BoundReader(source: source)
    nextUnits = NextUnitReader(source: source, numerals: numerals, parts: parts)
  }

  /// A quantity in folded offsets.
  struct Combined {
    var span: Range<Int>
    var phrase: Range<Int>
    var numeral: Numeral
    /// Numeral and multiplier, both ends of a range.
    var numeralRange: Range<Int>
    var unit: UnitMatch?
    var unitRange: Range<Int>?
    var written: Bounds
    var quantity: Quantity
    /// The denominator of a unit such as km/ms.
    var writtenPer: String?
    var rules: [String]
    /// Where reading goes on: behind the rate's words too.
    var consumedEnd = 0
  }

  /// The quantity around `numeral`; nothing before `floor` is taken. Nil where its value does not fit.
  func combine(_ numeral: Numeral, floor: Int) -> Combined? {
    let first = parts.read(numeral, floor: floor)
    let before = bounds.readBefore(start: first.start, floor: floor)
    if let ends = ranges.read(from: first, bounds: before) { return finish(ends, first: first, floor: floor) }
    if let ends = ranges.tolerance(of: first) { return finish(ends, first: first, floor: floor) }
    return finish(nextUnits.read(compounds.read(first)), floor: floor)
  }

  private func finish(_ ends: RangeReader.Ends, first: Part, floor: Int) -> Combined? {
    let written = Bounds.between(ends.low, ends.high)
    var combined = Combined(
      span: ends.range, phrase: ends.range, numeral: first.numeral, numeralRange: first.numeral.range.lowerBound..<ends.range.upperBound,
      unit: ends.unit, unitRange: ends.unit?.range, written: written,
      quantity: Quantity(bounds: written, unit: .none, significantDigits: ends.digits), rules: ends.rules)
    return complete(&combined, words: bounds.read(around: ends.range, floor: floor), floor: floor)
  }

  private func finish(_ part: Part, floor: Int) -> Combined? {
    let words = bounds.read(around: part.range, floor: floor)
    let written = words.applied(to: part.amount.bounds, isBareScale: part.numeral.isBareScale)
    var combined = Combined(
      span: part.range, phrase: part.range, numeral: part.numeral, numeralRange: part.numeral.range, unit: part.unit,
      unitRange: part.unit.flatMap { $0.range.isEmpty ? nil : $0.range }, written: written,
      quantity: Quantity(bounds: written, unit: .none, significantDigits: part.numeral.significantDigits), rules: part.rules)
    combined.quantity.isApproximate = part.amount.isApproximate
    return complete(&combined, words: words, floor: floor)
  }

  /// Converts to the base unit and takes rate and bound words.
  private func complete(_ combined: inout Combined, words: BoundWords, floor: Int) -> Combined? {
    var words = words
    if let unit = combined.unit {
      guard let converted = combined.written.mapped({ unit.inBase($0) }) else { return nil }
      combined.quantity.bounds = converted
      combined.quantity.unit = unit.base
      combined.quantity.per = unit.per
    }
    combined.quantity.isApproximate = combined.quantity.isApproximate || words.isApproximate
    if combined.quantity.per == nil { takeRate(&combined, &words, floor: floor) }
    if words.phrase != combined.span { combined.rules.append("bound words") }
    combined.phrase = min(words.phrase.lowerBound, combined.span.lowerBound)..<max(words.phrase.upperBound, combined.span.upperBound)
    return combined
  }

  /// four times per week: occasions, no multiple. What grows by 4 times per year is one.
  private func countOccasions(_ combined: inout Combined, per rate: RateReader.Rate) {
    guard let unit = combined.unit, unit.name == "fold", let range = combined.unitRange, source.hasWord("times", at: range.lowerBound),
      ["second", "minute", "hour", "day", "week", "month"].contains(rate.per.unit), !source.hasWord("by", at: combined.span.lowerBound - 3)
    else { return }
    combined.unit = UnitMatch(name: "count", base: Unit(name: "time", dimension: .count), usage: .noun, range: range)
    combined.quantity.unit = Unit(name: "time", dimension: .count)
  }

  private func takeRate(_ combined: inout Combined, _ words: inout BoundWords, floor: Int) {
    guard combined.numeral.form != .ordinal, combined.unit?.usage != .classifier || combined.unit?.base.dimension == .count else { return }
    if let rate = rates.read(after: combined.span.upperBound) {
      guard combined.unit != nil || !rate.isInSpan else { return }
      combined.quantity.per = rate.per
      countOccasions(&combined, per: rate)
      if rate.isUnit, rate.per.value == .one, let unit = combined.unitRange, !isHan(source.character(at: unit.lowerBound)),
        !isHan(source.character(before: rate.range.upperBound)), source.asked.isEmpty || combined.unit?.kind != .currency
      {
        combined.writtenPer = rate.per.unit + rate.chain
      }
      if rate.isInSpan {
        combined.span = combined.span.lowerBound..<rate.range.upperBound
        if let unitRange = combined.unitRange { combined.unitRange = unitRange.lowerBound..<rate.range.upperBound }
        let behind = bounds.read(around: combined.span, floor: combined.span.lowerBound)
        words.phrase = words.phrase.lowerBound..<max(behind.phrase.upperBound, words.phrase.upperBound)
      }
      combined.consumedEnd = rate.range.upperBound
      combined.rules.append("rate behind")
    } else if combined.unit != nil, let rate = rates.read(before: words.phrase.lowerBound, floor: floor) {
      combined.quantity.per = rate.per
      combined.rules.append("rate before")
    }
  }
}
