package import ClaimModel

/// A power of ten as a word: 万, 億, billion, K.
package struct MultiplierEntry: LexiconEntry {
  package static let fileName = "multipliers"

  package enum Writing: String, Sendable, CaseIterable {
    /// A Chinese myriad word; may follow Chinese digits or figures and add up (3万5千).
    case chinese
    /// An English word after a space or hyphen.
    case english
    /// A letter or two directly behind the figure: 70B, 10k, 1.5bn.
    case letter
  }

  package var power: Int
  package var writing: Writing
  package var phrases: [Phrase]

  package init(reading node: inout EntryReader) throws(KnowledgeError) {
    let text = try node.string("power")
    guard let power = Int(text), (1...48).contains(power) else { throw node.error("'power' is '\(text)'; write the power of ten, 1 to 48") }
    self.power = power
    writing = try node.choice("writing")
    phrases = try node.strings("words").map { Phrase($0) } + node.strings("symbols").map { Phrase($0, isCaseSensitive: true) }
  }

  package init(fields: inout FieldReader) throws(KnowledgeError) {
    power = try fields.integer()
    writing = try fields.choice()
    phrases = try fields.phrases()
  }

  package func write(to fields: inout FieldWriter) {
    fields.integer(power)
    fields.string(writing.rawValue)
    fields.phrases(phrases)
  }
}

/// A word that bounds or loosens a figure: 超过, 约, at least, 以上.
package struct BoundEntry: LexiconEntry {
  package static let fileName = "bounds"

  package enum Place: String, Sendable, CaseIterable {
    case before, after
  }

  package var comparator: Comparator
  package var place: Place
  package var phrases: [Phrase]

  package init(reading node: inout EntryReader) throws(KnowledgeError) {
    comparator = try node.choice("comparator")
    place = try node.choice("place")
    phrases = try node.strings("words").map { Phrase($0) }
  }

  package init(fields: inout FieldReader) throws(KnowledgeError) {
    comparator = try fields.choice()
    place = try fields.choice()
    phrases = try fields.phrases()
  }

  package func write(to fields: inout FieldWriter) {
    fields.string(comparator.rawValue)
    fields.string(place.rawValue)
    fields.phrases(phrases)
  }
}

/// Words that hold a numeral but are no quantity: 一方面, 千方百计, PM2.5, 360.
package struct ExceptionEntry: LexiconEntry {
  package static let fileName = "exceptions"

  package var reason: String
  package var phrases: [Phrase]

  package init(reading node: inout EntryReader) throws(KnowledgeError) {
    reason = try node.string("reason")
    phrases = try node.strings("words").map { Phrase($0) } + node.strings("symbols").map { Phrase($0, isCaseSensitive: true) }
  }

  package init(fields: inout FieldReader) throws(KnowledgeError) {
    reason = try fields.string()
    phrases = try fields.phrases()
  }

  package func write(to fields: inout FieldWriter) {
    fields.string(reason)
    fields.phrases(phrases)
  }
}
