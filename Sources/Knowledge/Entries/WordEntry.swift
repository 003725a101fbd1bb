/// Words as such: what a text is cut into, and what tells its language.
package final class WordEntry: LexiconEntry {
  package static let fileName = "words"

  package enum Kind: String, Sendable, CaseIterable {
    /// One word in texts of its field, where a general list of words has two or none: 大模型.
    case term
    /// Counts or measures things, besides the words of units: 代.
    case measure
    /// A family name of one character.
    case surname
    /// A frequent small word of English; of other languages in Latin letters.
    case english, foreign
  }

  package let kind: Kind
  package let phrases: [Phrase]

  package init(reading node: inout EntryReader) throws(KnowledgeError) {
    kind = try node.choice("word")
    phrases = try node.strings("words").map { Phrase($0) }
  }

  package init(fields: inout FieldReader) throws(KnowledgeError) {
    kind = try fields.choice()
    phrases = try fields.phrases()
  }

  package func write(to fields: inout FieldWriter) {
    fields.string(kind.rawValue)
    fields.phrases(phrases)
  }
}
