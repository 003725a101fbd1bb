internal import ArgumentParser
internal import ClaimModel
internal import ClaimPipeline

/// `kaozheng extract`
struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Writes the numeric claims of pages, one JSON object a line.",
    discussion: """
      A page without usable text becomes a record of its own that says why (kaozheng/rejection/1).

      EXAMPLES
        kaozheng extract page.html > claims.jsonl
        kaozheng extract --format table --published 2023-08-09 page.txt
        kaozheng extract --knowledge my-names/ *.md
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case jsonl, table
  }

  @Option(help: "jsonl: claim records. table: a few columns to read.")
  var format: Format = .jsonl

  @OptionGroup var knowledge: KnowledgeOptions
  @OptionGroup var inputs: PageInputs

  func run() throws {
    let worker = try PageWorker(knowledge: knowledge.load())
    let output = CheckedOutput.standard()
    try inputs.forEachPage(writingTo: output) { page in
      let document = worker.normalized(page)
      if let rejection = Rejection(document) {
        try output.write(line: rejection.line)
        return
      }
      let claims = worker.claims(of: document)
      switch format {
      case .jsonl:
        let record = ClaimRecord(document: document)
        for claim in claims { try output.write(line: record.line(claim)) }
      case .table:
        try output.write(ClaimTable(document: document).text(claims))
      }
    }
  }
}
