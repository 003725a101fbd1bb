package import ClaimModel

/// A power of ten as a word: 万, 億, billion, K.
package final class MultiplierEntry: LexiconEntry {
  package static let fileName = "multipliers"

  package enum Writing: String, Sendable, CaseIterable {
    /// A Chinese myriad word; may follow Chinese digits or figures and add up (3万5千).
    case chinese
    /// An English word after a space or hyphen.
    case english
    /// A letter or two directly behind the figure: 70B, 10k, 1.5bn.
    case letter
  }

  /// Where a letter counts as a multiplier.
  package enum Condition: String, Sendable, CaseIterable {
    case always
    /// Only with a currency mark before the figure: $15m.
    case currency
    /// Only before a Chinese word: 20W条.
    case chinese
    /// Only where plain numbers and nothing else are asked for: 1.2G.
    case number
  }

  package let power: Int
  package let writing: Writing
  package let condition: Condition
  package let phrases: [Phrase]

  package init(reading node: inout EntryReader) throws(KnowledgeError) {
    let text = try node.string("power")
    guard let power = Int(text), (1...48).contains(power) else { throw node.error("'power' is '\(text)'; write the power of ten, 1 to 48") }
    self.power = power
    writing = try node.choice("writing")
    condition = try node.choice("condition", fallback: Condition.always)
    phrases = try node.strings("words").map { Phrase($0) } + node.strings("symbols").map { Phrase($0, isCaseSensitive: true) }
  }

  package init(fields: inout FieldReader) throws(KnowledgeError) {
    power = try fields.integer()
    writing = try fields.choice()
    condition = try fields.choice()
    phrases = try fields.phrases()
  }

  package func write(to fields: inout FieldWriter) {
    fields.integer(power)
    fields.string(writing.rawValue)
    fields.string(condition.rawValue)
    fields.phrases(phrases)
  }
}

/// A word that bounds or loosens a figure: 超过, 约, at least, 以上.
package final class BoundEntry: LexiconEntry {
  package static let fileName = "bounds"

  package enum Place: String, Sendable, CaseIterable {
    case before, after
  }

  package let comparator: Comparator
  package let place: Place
  /// Characters of which none may stand directly before: 过 is no bound in 经过.
  package let notAfter: [String]
  /// Words of which none may follow directly: 多 is no bound in 多轮.
  package let notBefore: [String]
  /// What the words say only where kinds of figures are asked for: 最多5公里 is a limit in a form, 最多 in prose often just how much.
  package let isAskedFor: Bool
  package let phrases: [Phrase]

  package init(reading node: inout EntryReader) throws(KnowledgeError) {
    comparator = try node.choice("comparator")
    place = try node.choice("place")
    notBefore = try node.strings("not_before")
    notAfter = try node.strings("not_after")
    isAskedFor = try node.flag("asked")
    phrases = try node.strings("words").map { Phrase($0) }
  }

  package init(fields: inout FieldReader) throws(KnowledgeError) {
    comparator = try fields.choice()
    place = try fields.choice()
    notAfter = try fields.strings()
    notBefore = try fields.strings()
    isAskedFor = try fields.string() == "asked"
    phrases = try fields.phrases()
  }

  package func write(to fields: inout FieldWriter) {
    fields.string(comparator.rawValue)
    fields.string(place.rawValue)
    fields.strings(notAfter)
    fields.strings(notBefore)
    fields.string(isAskedFor ? "asked" : "")
    fields.phrases(phrases)
  }
}

/// Words that hold a numeral but are no quantity: 一方面, 千方百计, PM2.5, 360.
package final class ExceptionEntry: LexiconEntry {
  package static let fileName = "exceptions"

  package enum Place: String, Sendable, CaseIterable {
    /// The words hold the numeral themselves: 一方面, PM2.5.
    case whole
    /// The figure right behind the words is a number of a part or a version: Figure 2, 图4, Llama 2.
    case label
    /// Behind 第 and a number, where such words count parts of a text: 第3章.
    case part
  }

  package let reason: String
  package let place: Place
  /// Words of which none may follow directly: 十分 is no idiom in 十分之一.
  package let notBefore: [String]
  /// Characters of which none may stand directly before: 统一 is no word in 系统一共.
  package let notAfter: [String]
  package let phrases: [Phrase]

  package init(reading node: inout EntryReader) throws(KnowledgeError) {
    reason = try node.string("reason")
    place = try node.choice("place", fallback: Place.whole)
    notBefore = try node.strings("not_before")
    notAfter = try node.strings("not_after")
    phrases = try node.strings("words").map { Phrase($0) } + node.strings("symbols").map { Phrase($0, isCaseSensitive: true) }
  }

  package init(fields: inout FieldReader) throws(KnowledgeError) {
    reason = try fields.string()
    place = try fields.choice()
    notBefore = try fields.strings()
    notAfter = try fields.strings()
    phrases = try fields.phrases()
  }

  package func write(to fields: inout FieldWriter) {
    fields.string(reason)
    fields.string(place.rawValue)
    fields.strings(notBefore)
    fields.strings(notAfter)
    fields.phrases(phrases)
  }
}
