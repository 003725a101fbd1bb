/// A word for a month, or for a stretch of time seen from the page's day: August, 去年, last month.
package final class PeriodEntry: LexiconEntry {
  package static let fileName = "periods"

  package enum Kind: String, Sendable, CaseIterable {
    /// A month's name; `number` is 1 to 12.
    case monthName
    /// A year, quarter, month, week or day, `number` of them from the current one.
    case year, quarter, month, week, day
  }

  package let kind: Kind
  package let number: Int
  package let phrases: [Phrase]

  package init(reading node: inout EntryReader) throws(KnowledgeError) {
    kind = try node.choice("period")
    let text = try node.string("number")
    guard let number = Int(text), (-20...20).contains(number) else {
      throw node.error("'number' is '\(text)'; write a month's number, or how many periods from the current one, such as -1")
    }
    self.number = number
    phrases = try node.strings("words").map { Phrase($0) } + node.strings("symbols").map { Phrase($0, isCaseSensitive: true) }
  }

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
