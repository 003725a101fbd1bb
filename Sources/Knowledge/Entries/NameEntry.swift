package import ClaimModel

/// A named thing: a model, an organization, a dataset, a person.
package final class NameEntry: LexiconEntry {
  package static let fileName = "names"

  package let name: String
  package let kind: SubjectKind
  /// The name in every way it is written, this one included; found with the case as given.
  package let phrases: [Phrase]

  package init(reading node: inout EntryReader) throws(KnowledgeError) {
    name = try node.string("name")
    kind = try node.choice("kind")
    phrases = [Phrase(name, isCaseSensitive: true)] + (try node.strings("aliases")).map { Phrase($0, isCaseSensitive: true) }
  }

  package init(fields: inout FieldReader) throws(KnowledgeError) {
    name = try fields.string()
    kind = try fields.choice()
    phrases = try fields.phrases()
  }

  package func write(to fields: inout FieldWriter) {
    fields.string(name)
    fields.string(kind.rawValue)
    fields.phrases(phrases)
  }
}
