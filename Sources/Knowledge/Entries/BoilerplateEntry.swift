package import ClaimModel

/// A phrase that marks a block as no part of the article: 免责声明, 相关阅读, Share this.
package final class BoilerplateEntry: LexiconEntry {
  package static let fileName = "boilerplate"

  package enum Place: String, Sendable, CaseIterable {
    /// At the block's start, anywhere in it, or the block as a whole.
    case start, contains, whole
  }

  package let reason: BoilerplateReason
  package let place: Place
  package let phrases: [Phrase]

  package init(reading node: inout EntryReader) throws(KnowledgeError) {
    phrases = try node.strings("phrase").map { Phrase($0) }
    reason = try node.choice("reason")
    place = try node.choice("where")
  }

  package init(fields: inout FieldReader) throws(KnowledgeError) {
    reason = try fields.choice()
    place = try fields.choice()
    phrases = try fields.phrases()
  }

  package func write(to fields: inout FieldWriter) {
    fields.string(reason.rawValue)
    fields.string(place.rawValue)
    fields.phrases(phrases)
  }
}
