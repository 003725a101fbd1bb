/// What becomes of a character where ICU's table says otherwise: 牠 → 它, and 乾 kept in 乾隆.
package final class CharacterEntry: LexiconEntry {
  package static let fileName = "characters"

  /// Where the entry holds.
  package enum Scope: String, Sendable, CaseIterable {
    /// In the fold for matching and in texts converted to Simplified.
    case simplified
    /// In the fold for matching alone.
    case matching
    /// In Traditional texts as written in Hong Kong.
    case hk
  }

  /// One character each, as many bytes of UTF-8.
  package let from: String
  package let to: String
  /// The words in which it holds, in Traditional; empty: everywhere.
  package let words: [String]
  package let scope: Scope

  package var phrases: [Phrase] { (words.isEmpty ? [from] : words).map { Phrase($0) } }

  package init(reading node: inout EntryReader) throws(KnowledgeError) {
    from = try node.string("from")
    to = try node.string("to")
    words = try node.strings("words")
    scope = try node.choice("scope", fallback: .simplified)
    guard from.unicodeScalars.count == 1, to.unicodeScalars.count == 1, from.utf8.count == 3, to.utf8.count == 3 else {
      throw node.error("'from' and 'to' are '\(from)' and '\(to)'; write one character of the Basic Multilingual Plane each")
    }
    let from = from
    if let word = words.first(where: { !$0.contains(from) }) {
      throw node.error("the word '\(word)' has no '\(from)'; add words that have")
    }
  }

  package init(fields: inout FieldReader) throws(KnowledgeError) {
    from = try fields.string()
    to = try fields.string()
    words = try fields.strings()
    scope = try fields.choice()
    guard from.utf8.count == 3, to.utf8.count == 3 else { throw FieldReader.damaged }
  }

  package func write(to fields: inout FieldWriter) {
    fields.string(from)
    fields.string(to)
    fields.strings(words)
    fields.string(scope.rawValue)
  }
}
