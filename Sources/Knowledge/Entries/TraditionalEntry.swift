/// Words that are written with one of several Traditional characters that share a Simplified one: 頭髮, not 頭發.
package final class TraditionalEntry: LexiconEntry {
  package static let fileName = "traditional"

  /// The character that the words are listed for.
  package let character: String
  /// In Traditional; their Simplified forms are what they are found by.
  package let words: [String]

  package var phrases: [Phrase] { words.map { Phrase($0) } }

  package init(reading node: inout EntryReader) throws(KnowledgeError) {
    character = try node.string("character")
    words = try node.strings("words")
    let character = character
    if let word = words.first(where: { !$0.contains(character) }) {
      throw node.error("the word '\(word)' has no '\(character)'; move it to the entry of its own character")
    }
  }

  package init(fields: inout FieldReader) throws(KnowledgeError) {
    character = try fields.string()
    words = try fields.strings()
  }

  package func write(to fields: inout FieldWriter) {
    fields.string(character)
    fields.strings(words)
  }
}
