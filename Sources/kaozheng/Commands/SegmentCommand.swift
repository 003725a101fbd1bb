internal import ArgumentParser
internal import ClaimModel
internal import ClaimPipeline

/// `kaozheng segment`
struct SegmentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "segment",
    abstract: "Cuts the article of pages into words; numerals and names of the catalog stay whole.",
    discussion: """
      A line of output is a block of the article, repaired and normalized, with a space between words, numerals, names and signs. A
      name may hold spaces (GPT-4o mini): --separator '|' shows where it ends.

      With --jsonl a record with "text" is read whole, one with "html_b64" is a page of which the article is read. Out comes
      {"id","text","tokens":[{"start","end","text","kind"}]}: start and end are code points of "text", the normalized text, end
      exclusive; kind is word, numeral or name; signs and spaces are no tokens.

      EXAMPLES
        kaozheng segment page.html
        kaozheng segment --separator '|' page.txt     训练|了|1750亿|个|参数|的|GPT-3
        kaozheng segment --jsonl < texts.jsonl
      """)

  @Option(help: "What stands between words.")
  var separator = " "

  @OptionGroup var knowledge: KnowledgeOptions
  @OptionGroup var inputs: PageInputs

  func validate() throws {
    if separator.isEmpty || separator.contains(where: \.isNewline) {
      throw ValidationError("--separator is empty or has a line end; give a sign such as '|'")
    }
    if inputs.jsonl, separator != " " { throw ValidationError("--jsonl lists words with their places; leave out --separator") }
  }

  func run() throws {
    let worker = try PageWorker(knowledge: knowledge.load())
    let output = CheckedOutput.standard()
    try inputs.forEachPage(writingTo: output) { page in
      if inputs.jsonl {
        let document = page.format == .html ? worker.normalized(page) : worker.wholeText(of: page)
        return try output.write(line: TokenRecord.line(id: page.record, document: document, worker: worker))
      }
      let document = worker.normalized(page)
      if document.keptBlocks.isEmpty, let rejection = Rejection(document) { return Failure.say(rejection.sentence) }
      try output.write(line: worker.separatedText(of: document, by: separator))
    }
  }
}
