internal import ClaimModel

/// The record files of a run.
struct RunOutputs {
  let claims: CheckedOutput
  let judgments: CheckedOutput
  let pages: CheckedOutput
  let errors: CheckedOutput

  init(_ folder: OutputFolder) throws(OutputError) {
    claims = try folder.file("claims.jsonl")
    judgments = try folder.file("judgments.jsonl")
    pages = try folder.file("pages.jsonl")
    errors = try folder.file("errors.jsonl")
  }

  /// The lines of one page.
  func write(_ document: Document, claims found: [Claim], judgments judged: [Judgment], rejection: Rejection?) throws(OutputError) {
    let claimRecord = ClaimRecord(document: document)
    for claim in found { try claims.write(line: claimRecord.line(claim)) }
    let judgmentRecord = JudgmentRecord(record: document.page.record)
    for judgment in judged { try judgments.write(line: judgmentRecord.line(judgment)) }
    try pages.write(line: PageSummary(document: document, claims: found.count, judgments: judged.count).line)
    if let rejection { try errors.write(line: rejection.line) }
  }
}

/// One page of a run as a record, `kaozheng/page/1`: what it is, and what was found on it.
struct PageSummary {
  let document: Document
  let claims: Int
  let judgments: Int

  /// The line without its end.
  var line: [UInt8] {
    JSONLine.object { line in
      line.field("schema", "kaozheng/page/1")
      line.field("record", document.page.record)
      line.field("path", document.page.path)
      line.field("sha256", document.page.provenance.sha256)
      line.field("bytes", document.page.bytes.count)
      line.field("charset", document.charset)
      line.field("title", document.metadata.title?.value)
      line.field("published", document.metadata.published?.value)
      line.field("language", document.metadata.language?.rawValue)
      line.field("script", document.metadata.script?.rawValue)
      line.field("blocks", document.blocks.count)
      line.field("kept", document.keptBlocks.count)
      line.field("repairs", document.repairs.count)
      line.field("claims", claims)
      line.field("judgments", judgments)
      line.key("findings")
      line.array { list in for finding in document.findings { list.string(finding.kind) } }
    }
  }
}
