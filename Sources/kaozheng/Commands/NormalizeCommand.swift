internal import ArgumentParser
internal import ClaimModel
internal import ClaimPipeline

/// `kaozheng normalize`
struct NormalizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "normalize",
    abstract: "Repairs and normalizes pages: glosses and shifted spans undone, width folded.",
    discussion: """
      EXAMPLES
        kaozheng normalize page.txt                           the article, repaired
        kaozheng normalize --format jsonl page.txt            the document as a record, with every repair
        kaozheng normalize --repair-only --jsonl < texts.jsonl    {"id","text"}: repairs alone, script and width as they were
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, jsonl
  }

  @Option(help: "text: the article, a block a line. jsonl: the document as a record.")
  var format: Format = .text

  @Flag(help: "Undoes damage and nothing else: no boilerplate removed, script and width as they were.")
  var repairOnly = false

  @OptionGroup var knowledge: KnowledgeOptions
  @OptionGroup var inputs: PageInputs

  func run() throws {
    let worker = try PageWorker(knowledge: knowledge.load())
    let output = CheckedOutput.standard()
    try inputs.forEachPage(writingTo: output) { page in
      let text: [UInt8]
      if repairOnly {
        text = worker.repaired(page.bytes)
      } else {
        let document = worker.normalized(page)
        if format == .jsonl { return try output.write(line: DocumentRecord(document: document).line) }
        text = document.articleText
      }
      try output.write(line: inputs.jsonl ? TextRecord.line(id: page.record, text: text) : text)
    }
  }
}
