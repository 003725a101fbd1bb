/// A word for a month, or for a stretch of time seen from the page's day: August, 去年, last month.
package final class PeriodEntry: LexiconEntry {
  package static let fileName = "periods"

  package enum Kind: String, Sendable, CaseIterable {
    /// A month's name; `number` is 1 to 12.
    case monthName
    /// A year, quarter, month, week or day, `number` of them from the current one.
    case year, quarter, month, week, day
    /// A day of the week; `number` is 1 for Monday to 7 for Sunday.
    case weekday
    /// `number` is 1 for spring to 4 for winter.
    case season
    /// A holiday on a fixed day; `number` is 1225 for 25 December.
    case holiday
    /// A holiday on a day of the week; `number` is 1144 for the fourth Thursday of November, with 5 for the last of a month.
    case movableHoliday
    /// The day after one of those: Black Friday.
    case dayAfterHoliday
    /// A holiday `number` days after Easter Sunday.
    case easterHoliday
    /// A word before a unit or a day that says which: last (-1), this (0), next (1).
    case shift
    /// The early (0), middle (1) or late (2) part of what follows or, in Chinese, goes before.
    case portion

    /// The name of an era; `number` is its first year.
    case era

    /// Whether it is read only where a text is asked for its times of every sort: no claim hangs on a Tuesday.
    package var isEveryday: Bool {
      switch self {
      case .monthName, .year, .quarter, .month, .week, .day: false
      default: true
      }
    }
  }

  package let kind: Kind
  package let number: Int
  package let phrases: [Phrase]

  package init(reading node: inout EntryReader) throws(KnowledgeError) {
    kind = try node.choice("period")
    let text = try node.string("number")
    guard let number = Int(text), (-99...2199).contains(number) else {
      throw node.error(
        "'number' is '\(text)'; write a month's number, how many periods from the current one, such as -1, or a day, such as 1225")
    }
    self.number = number
    phrases = try node.strings("words").map { Phrase($0) } + node.strings("symbols").map { Phrase($0, isCaseSensitive: true) }
  }

  private init(kind: Kind, number: Int, phrases: [Phrase]) {
    self.kind = kind
    self.number = number
    self.phrases = phrases
  }

  /// The same, its words found in capitals and small letters alike.
  package var inAnyCase: PeriodEntry { PeriodEntry(kind: kind, number: number, phrases: phrases.map { Phrase($0.text) }) }

  package init(fields: inout FieldReader) throws(KnowledgeError) {
    kind = try fields.choice()
    number = try fields.integer() - 100
    phrases = try fields.phrases()
  }

  package func write(to fields: inout FieldWriter) {
    fields.string(kind.rawValue)
    fields.integer(number + 100)
    fields.phrases(phrases)
  }
}
