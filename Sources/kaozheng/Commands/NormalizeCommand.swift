internal import ArgumentParser
internal import ClaimModel
internal import ClaimPipeline
internal import Normalization

/// `kaozheng normalize`
struct NormalizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "normalize",
    abstract: "Repairs and normalizes pages: damage undone, characters in their usual form.",
    discussion: """
      EXAMPLES
        kaozheng normalize page.txt                           the article, repaired
        kaozheng normalize --format jsonl page.txt            the document as a record, with every repair
        kaozheng normalize --show-changes page.html           what was changed, where, by which step
        kaozheng normalize --steps mojibake,width page.txt    these steps alone
        kaozheng normalize --to hant --region tw page.txt     the article in Traditional, with the words of Taiwan
        kaozheng normalize --as-it-stands --fold --jsonl < texts.jsonl    {"id","text"}: the view that is matched against
        kaozheng normalize --repair-only --jsonl < texts.jsonl    {"id","text"}: repairs alone, script and width as they were

      The steps, in their order: \(NormalizationStep.allCases.map(\.rawValue).joined(separator: ", ")).
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, jsonl
  }

  @Option(help: "text: the article, a block a line. jsonl: the document as a record.")
  var format: Format = .text

  @Flag(help: "Takes the bytes for UTF-8 text as it stands: no charset decided, no markup read, no boilerplate removed.")
  var asItStands = false

  @Flag(help: "Undoes glosses and shifted spans and nothing else: --as-it-stands --steps repair.")
  var repairOnly = false

  @Option(help: "The steps to take, joined by commas; all of them where none is named.", transform: NormalizeCommand.steps)
  var steps: NormalizationSteps = .all

  @Flag(help: "Shows each change in place of the text; with --jsonl beside it, as \"changes\", in bytes of the page.")
  var showChanges = false

  @Flag(help: "Gives the view that is matched against: Traditional folded to Simplified, character by character.")
  var fold = false

  @OptionGroup var conversion: ConversionOptions
  @OptionGroup var knowledge: KnowledgeOptions
  @OptionGroup var inputs: PageInputs

  func validate() throws {
    guard showChanges, format == .jsonl else { return }
    throw ValidationError("--show-changes and --format jsonl show different things; leave one out, or take --jsonl")
  }

  func run() throws {
    let knowledge = try knowledge.load()
    let worker = try PageWorker(knowledge: knowledge)
    let conversion = conversion.conversion(knowledge: knowledge)
    let output = CheckedOutput.standard()
    try inputs.forEachPage(writingTo: output) { page in
      let (normalized, changes) = normalized(page, by: worker)
      var document = conversion.converted(normalized)
      if fold { document.text = document.view }
      let text = isWhole ? document.text : document.articleText
      if format == .jsonl {
        try output.write(line: DocumentRecord(document: document).line)
      } else if inputs.jsonl {
        let changes = showChanges ? changes : nil
        try output.write(line: TextRecord.line(id: page.record, text: text, changes: changes, rejection: Rejection(document)))
      } else if let rejection = Rejection(document) {
        Failure.say(rejection.sentence)
      } else if !showChanges {
        try output.write(line: text)
      } else if !changes.isEmpty {
        try output.write(changes.text)
      }
    }
  }

  private var isWhole: Bool { repairOnly || asItStands }

  private func normalized(_ page: Page, by worker: PageWorker) -> (Document, ChangeList) {
    let steps = repairOnly ? [.repair] : steps
    return isWhole ? worker.normalizedText(of: page, steps: steps) : worker.normalizedWithChanges(page, steps: steps)
  }

  private static func steps(_ names: String) throws -> NormalizationSteps {
    try NormalizationSteps(
      names.split(separator: ",", omittingEmptySubsequences: false).map { name in
        guard let step = NormalizationStep(rawValue: String(name)) else {
          let known = NormalizationStep.allCases.map(\.rawValue).joined(separator: ", ")
          throw ValidationError("'\(name)' is no step; name some of \(known), joined by commas")
        }
        return step
      })
  }
}
