package import ClaimModel
package import SourceText

/// Everything numeric that was read in one stretch of text. Lists are in text order; no two entries of one list overlap.
package struct Reading: Sendable {
  package var quantities: [QuantityMention] = []
  package var periods: [PeriodMention] = []
  /// Digits and number words that are no quantity, each with the reason: names, versions, idioms, ids.
  package var leftAlone: [LeftAlone] = []

  package init() {}

  /// The figures of `kinds` alone, by their raw values; `date` for periods.
  package func only(_ kinds: Set<String>) -> Reading {
    var reading = self
    reading.quantities.removeAll { !kinds.contains($0.kind.rawValue) }
    if !kinds.contains("date") { reading.periods = [] }
    return reading
  }

  /// The spans that no word may be cut out of, in text order: numerals of all three lists.
  package var numeralSpans: [TextSpan] {
    (quantities.map(\.numeral) + periods.map(\.span) + leftAlone.map(\.span)).sorted()
  }
}

/// A figure in a text, as a quantity.
package struct QuantityMention: Hashable, Sendable {
  /// The numeral with sign, currency mark, multiplier, classifier and a unit noun that directly follows; bound words outside.
  package var span: TextSpan
  /// `span` with the bound words that apply to it: 超过⟦1亿美元⟧ and ⟦3年⟧以上 whole.
  package var phrase: TextSpan
  /// The numeral and its multiplier alone.
  package var numeral: TextSpan
  /// Where the unit or the counted noun stands; nil for a bare number.
  package var unitSpan: TextSpan?
  /// In base units after multipliers.
  package var quantity: Quantity
  /// As written, before conversion to the base unit: 3 and `kilometer`.
  package var written: WrittenQuantity
  package var kind: QuantityKind
  /// The names of the rules that read it, in the order they were used.
  package var rules: [String]

  /// The same as a tree.
  package var derivation: Derivation { Derivation("quantity", rules.map { Derivation($0) }) }
  /// How long a length of time is, with months of 30 and years of 365 days; only where the text was asked for its times.
  package var seconds: ExactDecimal?

  package init(
    span: TextSpan, phrase: TextSpan, numeral: TextSpan, unitSpan: TextSpan?, quantity: Quantity, written: WrittenQuantity,
    kind: QuantityKind, rules: [String]
  ) {
    self.span = span
    self.phrase = phrase
    self.numeral = numeral
    self.unitSpan = unitSpan
    self.quantity = quantity
    self.written = written
    self.kind = kind
    self.rules = rules
  }
}

/// A figure in the unit that the text uses.
package struct WrittenQuantity: Hashable, Sendable {
  package var bounds: Bounds
  /// English singular, empty for a bare number.
  package var unit: String
  /// What the unit is per where the words make one unit of both (km/ms, dollars per hour); nil for most.
  package var per: String?

  package init(bounds: Bounds, unit: String, per: String? = nil) {
    self.bounds = bounds
    self.unit = unit
    self.per = per
  }
}

/// What sort of figure its unit makes it.
package enum QuantityKind: String, Hashable, Sendable, CaseIterable {
  case number, ordinal, percent, currency, dimension, temperature, duration, age
  /// 倍, times, fold, halved: a number of wholes.
  case multiple
  /// A counted noun or a classifier.
  case count
  /// Two figures as a score or ratio: 3:2.
  case proportion
}

/// A date or period in a text.
package struct PeriodMention: Hashable, Sendable {
  package var span: TextSpan
  /// EDTF: `2023`, `2023-08-09`, `2018-33`, `2016/2018`.
  package var edtf: String
  /// First day, `YYYY-MM-DD`, and the day after the last; nil for an open end.
  package var firstDay: String?
  package var dayAfter: String?
  /// Whether it was resolved against the reference date (去年, last month).
  package var isRelative: Bool
  package var derivation: Derivation
  /// What else the words may name: a day without a year is the last of its name or the next.
  package var alternatives: [Days] = []
  /// The date in EDTF that words as `since`, `before` or `early` were said of; nil where the period is that date itself.
  package var anchor: String?

  /// A first day and the day after the last, `YYYY-MM-DD`; nil for an open end.
  package struct Days: Hashable, Sendable {
    package var firstDay: String?
    package var dayAfter: String?
  }

  package init(span: TextSpan, edtf: String, firstDay: String?, dayAfter: String?, isRelative: Bool, derivation: Derivation) {
    self.span = span
    self.edtf = edtf
    self.firstDay = firstDay
    self.dayAfter = dayAfter
    self.isRelative = isRelative
    self.derivation = derivation
  }
}

/// A numeral that is no quantity, and why.
package struct LeftAlone: Hashable, Sendable {
  package var span: TextSpan
  package var reason: String

  package init(span: TextSpan, reason: String) {
    self.span = span
    self.reason = reason
  }
}

/// A day, for what is said relative to it.
package struct CalendarDay: Hashable, Sendable {
  package var year: Int
  /// 1 to 12.
  package var month: Int
  /// 1 to 31.
  package var day: Int

  /// Reads `YYYY-MM-DD` (a shorter date takes its first day); nil for anything else or a day that does not exist.
  package init?(_ text: String) {
    let parts = text.prefix(10).split(separator: "-").map { Int($0) }
    guard let year = parts.first ?? nil, (1...9999).contains(year), parts.count <= 3 else { return nil }
    let month = parts.count > 1 ? parts[1] : 1
    let day = parts.count > 2 ? parts[2] : 1
    guard let month, let day, (1...12).contains(month), (1...Self.days(inMonth: month, of: year)).contains(day) else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Days of a month in the Gregorian calendar.
  package static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
