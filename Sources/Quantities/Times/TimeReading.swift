internal import ClaimModel
internal import SourceText

/// A date or stretch of days as words name it.
struct TimeReading {
  var range: Range<Int>
  /// What it may be, likeliest first: a day without a year is the last or the next of its name.
  var choices: [CalendarPeriod]
  /// What of a date was written, where the words of a range share a year or month: the 3 of `3 to 12 September`.
  var written: PartialDate?
  /// The same figures in the other order: 2 January for 1/2.
  var otherOrder: PartialDate?
  /// The date that `since`, `before` or `early` were said of, in EDTF.
  var anchor: String?
  /// A number that only other words make a date: the 2014 of `from 2014 to 2018`.
  var needsCue = false
  /// Seen from the reference date, or with a year taken from it.
  var isRelative = true
  var rule: String

  init(_ range: Range<Int>, _ choices: [CalendarPeriod], rule: String) {
    self.range = range
    self.choices = choices
    self.rule = rule
  }

  /// Each choice changed by `change`; nil where none is left. With `isAnchored` the stretch goes on being told by the date it hangs on.
  func mapped(
    to range: Range<Int>, rule: String, isAnchored: Bool = false, _ change: (CalendarPeriod) -> [CalendarPeriod]
  ) -> TimeReading? {
    let changed = choices.flatMap(change)
    guard !changed.isEmpty else { return nil }
    var result = self
    result.range = range
    result.choices = changed
    result.written = nil
    result.anchor = isAnchored ? anchor ?? choices.first?.edtf : nil
    result.needsCue = false
    result.rule = rule
    return result
  }
}

/// A length of time in one or more units: 2 hours and 30 minutes.
struct TimeLength {
  var range: Range<Int>
  var parts: [(count: ExactDecimal, unit: TimeUnit)]

  /// The length in seconds, with months of 30 and years of 365 days.
  var seconds: ExactDecimal? {
    parts.reduce(ExactDecimal.zero) { sum, part in
      guard let sum, let product = part.count.multiplied(by: ExactDecimal(part.unit.seconds)) else { return nil }
      return sum.adding(product)
    }
  }

  /// The day that lies this far on from `day`, or back where `sign` is -1; nil where a part is no whole number of days.
  func day(_ sign: Int, from day: CalendarDay) -> CalendarDay? {
    parts.reduce(day) { day, part in
      guard let day else { return nil }
      if let count = part.count.integer { return part.unit.day(sign * count, from: day) }
      guard let seconds = part.count.multiplied(by: ExactDecimal(part.unit.seconds)),
        let days = seconds.divided(by: ExactDecimal(86_400))
      else { return nil }
      if part.unit == .year, let months = part.count.multiplied(by: ExactDecimal(12))?.integer { return day.adding(months: sign * months) }
      return days.integer.map { day.adding(days: sign * $0) }
    }
  }
}

extension TimeLength {
  /// The length in the smallest of its units: 27 months for 2 years and 3 months.
  private var inSmallest: (count: ExactDecimal, unit: TimeUnit)? {
    guard let smallest = parts.min(by: { $0.unit.seconds < $1.unit.seconds })?.unit else { return nil }
    var sum = ExactDecimal.zero
    for part in parts {
      let isYears = smallest == .month && part.unit == .year
      guard let seconds = part.count.multiplied(by: ExactDecimal(isYears ? 12 * TimeUnit.month.seconds : part.unit.seconds)),
        let count = part.unit == smallest ? part.count : seconds.divided(by: ExactDecimal(smallest.seconds)), let next = sum.adding(count)
      else { return nil }
      sum = next
    }
    return (sum, smallest)
  }

  /// The length as a quantity of time.
  func mention(_ text: FoldedText) -> QuantityMention? {
    guard let whole = inSmallest, let value = whole.count.multiplied(by: ExactDecimal(whole.unit.base.factor)) else { return nil }
    let span = text.source(range)
    var mention = QuantityMention(
      span: span, phrase: span, numeral: span, unitSpan: nil,
      quantity: Quantity(bounds: .exactly(value), unit: Unit(name: whole.unit.base.name, dimension: .time), significantDigits: 1),
      written: WrittenQuantity(bounds: .exactly(whole.count), unit: whole.unit.name), kind: .duration,
      rules: ["length of time"])
    mention.seconds = seconds
    return mention
  }
}
