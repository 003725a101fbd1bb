internal import ArgumentParser
internal import ClaimModel
internal import ClaimPipeline

/// `kaozheng ingest`
struct IngestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ingest",
    abstract: "Finds the article of pages: its blocks, title, date, author and source.",
    discussion: """
      EXAMPLES
        kaozheng ingest page.html                   the article's text, a block a line
        kaozheng ingest --explain page.html         every block: kept or dropped, score, role, reason
        kaozheng ingest --format markdown page.html the article with its headings, lists and tables
        kaozheng ingest --format jsonl page.html    the document as a record
        kaozheng ingest --jsonl < pages.jsonl       {"id","title","text"} for each page
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, markdown, jsonl
  }

  @Option(help: "text: the article, a block a line. markdown: with headings, lists and tables. jsonl: the document as a record.")
  var format: Format = .text

  @Flag(help: "Shows each block, kept or dropped, its score and reason.")
  var explain = false

  @OptionGroup var knowledge: KnowledgeOptions
  @OptionGroup var inputs: PageInputs

  func run() throws {
    let worker = try PageWorker(knowledge: knowledge.load())
    let output = CheckedOutput.standard()
    try inputs.forEachPage(writingTo: output) { page in
      let document = worker.ingested(page)
      if explain {
        try output.write(BlockTable(document: document).text)
      } else if format == .jsonl {
        try output.write(line: DocumentRecord(document: document).line)
      } else if inputs.jsonl {
        try output.write(line: TextRecord.line(id: page.record, document: document, text: text(of: document)))
      } else if let rejection = Rejection(document) {
        Failure.say(rejection.sentence)
      } else {
        try output.write(line: format == .markdown ? MarkdownText(document: document).text : document.articleText)
      }
    }
  }

  /// What a record says of the article: its title stands in a field of its own.
  private func text(of document: Document) -> [UInt8] {
    format == .markdown ? MarkdownText(document: document).text : document.bodyText
  }
}
