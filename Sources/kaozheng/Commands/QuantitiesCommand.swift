internal import ArgumentParser
internal import ClaimModel
internal import ClaimPipeline
internal import Quantities
internal import SourceText

/// `kaozheng quantities`
struct QuantitiesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quantities",
    abstract: "Shows every figure and date that was read, marked in its line.",
    discussion: """
      EXAMPLES
        kaozheng quantities page.txt
        kaozheng quantities --jsonl < texts.jsonl     {"id","quantities":[…]}, offsets in code points

      A record with "want":["date","duration"] and "ref", the day it is seen from, is read for times of every sort: weekdays,
      holidays, ranges, lengths. Where several days are possible, "times" lists them, the likeliest first.
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
  /// Reads each record's text as a whole, boilerplate or not, and writes its figures with their places in that text.
  private func answerRecords(_ worker: PageWorker, _ output: CheckedOutput) throws {
    try inputs.forEachPage(writingTo: output) { page in
      let document = worker.wholeText(of: page)
      let reference = page.provenance.published.flatMap { CalendarDay($0.date) }
      let record = ScoringRecord(id: page.record, original: page.bytes) { document.map($0).range }
      for reading in worker.readings(of: document, reference: reference, question: page.question) {
        try output.write(line: record.line(reading))
      }
    }
  }
}
