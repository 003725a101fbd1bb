internal import ArgumentParser
internal import Audit
internal import ClaimModel
internal import ClaimPipeline
internal import Glibc

/// `kaozheng audit`
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Holds the figures of pages against tables of published figures and against each other.",
    discussion: """
      Writes judgments, one JSON object a line (kaozheng/judgment/1). Several --references of one name are snapshots of one table.

      With --jsonl each line of standard input names its own table: {"id","text","reference":"table.csv","snapshot":"YYYY-MM-DD"},
      or none: {"id","text"}; the answer is {"id","judgments":[…]} with byte spans.

      EXAMPLES
        kaozheng audit --references epoch-models-2023-12-20.yaml page.html > judgments.jsonl
        kaozheng audit page.html                      the page's own arithmetic alone
      """)

  @Option(name: .customLong("references"), help: ArgumentHelp("A table of published figures, described in YAML.", valueName: "file"))
  var references: [String] = []

  @OptionGroup var knowledge: KnowledgeOptions
  @OptionGroup var inputs: PageInputs

  func validate() throws {
    if inputs.jsonl, !references.isEmpty {
      throw ValidationError("--jsonl takes the table from each record; leave out --references")
    }
  }

  func run() throws {
    let worker = try PageWorker(knowledge: knowledge.load())
    let output = CheckedOutput.standard()
    if inputs.jsonl { return try answerRecords(worker, output) }
    let audit = worker.audit(against: try references.map(ReferenceFile.reference))
    try inputs.forEachPage(writingTo: output) { page in
      let document = worker.normalized(page)
      if let rejection = Rejection(document) {
        try output.write(line: rejection.line)
        return
      }
      let record = JudgmentRecord(record: document.page.record)
      for judgment in worker.judgments(on: worker.claims(of: document), of: document, by: audit) {
        try output.write(line: record.line(judgment))
      }
    }
  }

  private func answerRecords(_ worker: PageWorker, _ output: CheckedOutput) throws {
    var tables = AuditTables()
    let lines = LineReader(descriptor: STDIN_FILENO)
    while let line = try lines.next() {
      guard !line.bytes.allSatisfy({ $0 <= 0x20 }) else { continue }
      let record: AuditRecord
      do throws(RecordError) {
        record = try AuditRecord(line: line.bytes, number: line.number)
      } catch {
        try output.write(line: error.rejection.line)
        continue
      }
      try output.write(line: try answer(record, worker: worker, tables: &tables))
    }
    try output.flush()
  }

  private func answer(_ record: AuditRecord, worker: PageWorker, tables: inout AuditTables) throws -> [UInt8] {
    let writer = JudgmentRecord(record: record.id)
    guard let page = record.page else { return writer.scoringLine([]) }
    let audit = try tables.audit(for: record, worker: worker)
    let document = worker.normalized(page)
    let claims = worker.claims(of: document)
    return writer.scoringLine(worker.judgments(on: claims, of: document, by: audit, judging: record.reference == nil ? 0..<0 : 0..<1))
  }
}

/// The audits that records have asked for so far: each table is read once.
struct AuditTables {
  private var references: [AuditRecord.Table: Reference] = [:]
  private var audits: [[AuditRecord.Table]: Audit] = [:]

  mutating func audit(for record: AuditRecord, worker: PageWorker) throws -> Audit {
    let tables = (record.reference.map { [$0] } ?? []) + record.others
    if let audit = audits[tables] { return audit }
    var loaded: [Reference] = []
    for table in tables {
      let reference = try references[table] ?? ReferenceFile.bareTable(at: table.path, snapshot: table.snapshot)
      references[table] = reference
      loaded.append(reference)
    }
    let audit = worker.audit(against: loaded)
    audits[tables] = audit
    return audit
  }
}
