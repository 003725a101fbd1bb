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
      Kinds: number, ordinal, percent, currency, dimension, temperature, duration, age, multiple, count, proportion, date. A word that
      may mean several things (5分) means one of the kinds asked for.

      EXAMPLES
        kaozheng quantities page.txt
        kaozheng quantities --kinds currency,percent page.txt
        kaozheng quantities --jsonl < texts.jsonl     {"id","text","want":[kinds],"ref"} to {"id","quantities":[…]}, code points

      A record with "want":["date","duration"] and "ref", the day it is seen from, is read for times of every sort: weekdays,
      holidays, ranges, lengths. Where several days are possible, "times" lists them, the likeliest first.
      """)

  @OptionGroup var knowledge: KnowledgeOptions
  @OptionGroup var inputs: PageInputs

  @Option(name: .customLong("kinds"), help: ArgumentHelp("Shows figures of these kinds alone, joined by commas.", valueName: "kinds"))
  var kindList: String?

  @Option(help: ArgumentHelp("The day that relative words such as 去年 hang on, YYYY-MM-DD, for all pages.", valueName: "date"))
  var referenceDate: String?

  func validate() throws {
    let known = QuantityKind.allCases.map(\.rawValue) + ["date"]
    for name in kinds where !known.contains(name) {
      throw ValidationError("--kinds has '\(name)'; write one or more of \(known.joined(separator: ", ")), joined by commas")
    }
    if let referenceDate, CalendarDay(referenceDate) == nil {
      throw ValidationError("--reference-date is '\(referenceDate)'; write a day that exists as YYYY-MM-DD")
    }
  }

  func run() throws {
    let worker = try PageWorker(knowledge: knowledge.load())
    let output = CheckedOutput.standard()
    if inputs.jsonl { return try answerRecords(worker, output) }
    try inputs.forEachPage(writingTo: output) { page in
      let document = worker.normalized(page)
      if document.keptBlocks.isEmpty, let rejection = Rejection(document) { return Failure.say(rejection.sentence) }
      let readings = worker.readings(of: document, reference: day(else: document.metadata.published?.value), asked: Self.asked(kinds))
      try output.write(FigureTable(document: document).text(readings.map { kinds.isEmpty ? $0 : $0.only(kinds) }))
    }
  }
}

extension QuantitiesCommand {
  /// Reads each record's text as a whole, boilerplate or not, and writes its figures with their places in that text.
  private func answerRecords(_ worker: PageWorker, _ output: CheckedOutput) throws {
    try inputs.forEachPage(writingTo: output) { page in
      let document = worker.wholeText(of: page)
      let record = ScoringRecord(id: page.record, original: page.bytes) { document.map($0).range }
      let asked = kinds.isEmpty ? page.askedKinds : kinds
      let readings = worker.readings(
        of: document, reference: day(else: page.provenance.published?.date), asked: Self.asked(asked), question: TimeQuestion(kinds: asked))
      for reading in readings {
        try output.write(line: record.line(kinds.isEmpty ? reading : reading.only(kinds)))
      }
    }
  }

  private var kinds: Set<String> { Set((kindList ?? "").split(separator: ",").map(String.init)) }

  private func day(else given: String?) -> CalendarDay? { (referenceDate ?? given).flatMap { CalendarDay($0) } }

  private static func asked(_ kinds: Set<String>) -> Set<QuantityKind> { Set(kinds.compactMap { QuantityKind(rawValue: $0) }) }
}
