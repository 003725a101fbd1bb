internal import ArgumentParser
internal import ClaimModel
internal import ClaimPipeline

/// `kaozheng explain`
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Shows for one line of a page how each figure was read, and why it is a claim or none.",
    discussion: """
      The line is counted in the file, from 1. Of a page whose lines hold a whole article, every figure is shown.

      EXAMPLES
        kaozheng explain page.txt:63
        kaozheng explain page.html          every line with a figure
      """)

  @OptionGroup var knowledge: KnowledgeOptions

  @Argument(help: ArgumentHelp("A page, and a line of it.", valueName: "page:line"))
  var place: String

  func run() throws {
    let (path, line) = split(place)
    let worker = try PageWorker(knowledge: knowledge.load())
    let page = try PageFile.page(at: path)
    let output = CheckedOutput.standard()
    let explanation = LineExplanation(worker: worker, page: page)
    if let line, !explanation.hasLine(line) {
      throw ValidationError("\(path) has \(explanation.lineCount) lines; name one of them, such as \(path):1")
    }
    let text = explanation.text(line: line)
    try output.write(text.isEmpty ? "no figure was read in \(place)" : text)
    try output.flush()
  }

  /// `page.txt:63` is page.txt and 63; a name without a number behind a colon is a page as a whole.
  private func split(_ place: String) -> (path: String, line: Int?) {
    guard let colon = place.lastIndex(of: ":"), let line = Int(place[place.index(after: colon)...]), line > 0 else { return (place, nil) }
    return (String(place[..<colon]), line)
  }
}
