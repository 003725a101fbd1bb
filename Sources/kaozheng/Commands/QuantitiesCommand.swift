internal import ArgumentParser
internal import ClaimModel
internal import ClaimPipeline
internal import Quantities

/// `kaozheng quantities`
struct QuantitiesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quantities",
    abstract: "Shows every figure and date that was read, marked in its line.",
    discussion: """
      EXAMPLES
        kaozheng quantities page.txt
        kaozheng quantities --jsonl < texts.jsonl     {"id","quantities":[…]}, offsets in code points
      """)

  @OptionGroup var knowledge: KnowledgeOptions
  @OptionGroup var inputs: PageInputs

  func run() throws {
    let worker = try PageWorker(knowledge: knowledge.load())
    let output = CheckedOutput.standard()
    if inputs.jsonl { return try answerRecords(worker, output) }
    try inputs.forEachPage(writingTo: output) { page in
      let document = worker.normalized(page)
      let reference = document.metadata.published.flatMap { CalendarDay($0.value) }
      try output.write(FigureTable(document: document).text(worker.readings(of: document, reference: reference)))
    }
  }
}

extension QuantitiesCommand {
  func answerRecords(_ worker: PageWorker, _ output: CheckedOutput) throws {}
}
