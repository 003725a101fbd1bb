internal import CKnowledge

/// The compiled form of all knowledge files: one block of bytes that is embedded in the program.
extension Knowledge {
  /// Changed whenever the fields of an entry change.
  private static let tableVersion = "kaozheng knowledge 3"

  /// This knowledge as a table. The same knowledge gives the same bytes.
  package func table() throws(KnowledgeError) -> [UInt8] {
    var writer = TableWriting(knowledge: self)
    writer.fields.string(Self.tableVersion)
    try Self.visitAll(&writer)
    return writer.fields.bytes
  }

  /// Reads a table. Cost: linear in it, about a millisecond for all that is built in.
  package init(table: [UInt8]) throws(KnowledgeError) {
    self.init()
    var reading = TableReading(fields: FieldReader(table))
    guard try reading.fields.string() == Self.tableVersion else { throw FieldReader.damaged }
    try Self.visitAll(&reading)
    self = reading.knowledge
  }

  /// The knowledge that is built into the program.
  package static func embedded() throws(KnowledgeError) -> Knowledge {
    let count = kz_knowledge_table_size()
    guard count > 0, let start = unsafe kz_knowledge_table() else {
      throw KnowledgeError(
        file: "knowledge.table", line: 0,
        problem: "this program was built before its knowledge was compiled; run ./run, or `kaozheng knowledge compile` and build again")
    }
    return try Knowledge(table: unsafe Array(UnsafeBufferPointer(start: start, count: count)))
  }
}

private struct TableWriting: KnowledgeVisitor {
  let knowledge: Knowledge
  var fields = FieldWriter()

  mutating func visit<Entry: LexiconEntry>(_ lexicon: WritableKeyPath<Knowledge, Lexicon<Entry>>) throws(KnowledgeError) {
    let entries = knowledge[keyPath: lexicon].entries
    fields.integer(entries.count)
    for entry in entries { entry.write(to: &fields) }
  }
}

private struct TableReading: KnowledgeVisitor {
  var fields: FieldReader
  var knowledge = Knowledge()

  mutating func visit<Entry: LexiconEntry>(_ lexicon: WritableKeyPath<Knowledge, Lexicon<Entry>>) throws(KnowledgeError) {
    let count = try fields.integer()
    var read = Lexicon<Entry>()
    for _ in 0..<count { read.append(try Entry(fields: &fields)) }
    knowledge[keyPath: lexicon] = read
  }
}
