internal import Yams

/// One entry as read from a file, with its place and examples.
package struct SourcedEntry<Entry: LexiconEntry>: Sendable {
  package var entry: Entry
  package var line: Int
  package var examples: [Example]
}

/// The entries of one YAML file.
package struct KnowledgeFile<Entry: LexiconEntry>: Sendable {
  /// The file's name as shown in messages.
  package var name: String
  package var entries: [SourcedEntry<Entry>]

  /// Reads `text`, a YAML list of mappings. Throws at the first thing that is wrong.
  package init(_ text: String, name: String) throws(KnowledgeError) {
    self.name = name
    let root = try YAMLText(text, file: name).root
    entries = []
    guard let root else { return }
    guard let sequence = root.sequence else {
      throw KnowledgeError(file: name, line: root.mark?.line ?? 1, problem: "the file must be a list of entries, each beginning with `- `")
    }
    for node in sequence {
      var reader = try EntryReader(node, file: name)
      let entry = try Entry(reading: &reader)
      let examples = try reader.examples()
      try reader.finish()
      guard !entry.phrases.isEmpty else { throw reader.error("the entry has no words to be found by") }
      entries.append(SourcedEntry(entry: entry, line: reader.line, examples: examples))
    }
  }
}
