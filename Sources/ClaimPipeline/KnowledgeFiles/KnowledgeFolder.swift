package import Knowledge

/// The knowledge files of a folder: `units.yaml`, `names.yaml` and so on, those that are there.
package struct KnowledgeFolder {
  package let path: String

  package init(_ path: String) { self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path }

  /// `base` with the entries of this folder's files added; a phrase that both have means what the folder says.
  package func added(to base: Knowledge) throws(KnowledgeError) -> Knowledge {
    var loading = Loading(folder: path, knowledge: base)
    try Knowledge.visitAll(&loading)
    guard loading.count > 0 else {
      throw KnowledgeError(
        file: path, line: 0, problem: "no knowledge file in this folder; name one that has units.yaml, names.yaml, cues.yaml or the like")
    }
    return loading.knowledge
  }

  /// One file of the folder; nil where the folder has none of that name.
  package func file<Entry: LexiconEntry>(of type: Entry.Type) throws(KnowledgeError) -> KnowledgeFile<Entry>? {
    let file = path + "/" + Entry.fileName + ".yaml"
    let bytes: [UInt8]
    do {
      bytes = try PageFile.bytes(at: file)
    } catch {
      guard error.isMissing else { throw KnowledgeError(file: file, line: 0, problem: error.problem) }
      return nil
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw KnowledgeError(file: file, line: 0, problem: "not UTF-8; save it as UTF-8")
    }
    return try KnowledgeFile<Entry>(text, name: file)
  }

  private struct Loading: KnowledgeVisitor {
    let folder: String
    var knowledge: Knowledge
    var count = 0

    mutating func visit<Entry: LexiconEntry>(_ lexicon: WritableKeyPath<Knowledge, Lexicon<Entry>>) throws(KnowledgeError) {
      guard let file = try KnowledgeFolder(folder).file(of: Entry.self) else { return }
      count += 1
      for sourced in file.entries { knowledge[keyPath: lexicon].append(sourced.entry) }
    }
  }
}
