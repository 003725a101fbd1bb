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
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch let error as YamlError {
      throw KnowledgeError(file: name, line: Self.line(of: error), problem: "not valid YAML: \(Self.text(of: error))")
    } catch {
      throw KnowledgeError(file: name, line: 0, problem: "not valid YAML: \(error)")
    }
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

  private static func line(of error: YamlError) -> Int {
    switch error {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
    default: 0
    }
  }

  private static func text(of error: YamlError) -> String {
    switch error {
    case .scanner(_, let problem, _, _), .parser(_, let problem, _, _), .composer(_, let problem, _, _): problem
    default: "\(error)"
    }
  }
}
