internal import ArgumentParser
internal import Audit
internal import ClaimModel
internal import ClaimPipeline
internal import Glibc

/// `kaozheng check`
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Reads pages and shows what their figures are worth: this page says so, that source says otherwise.",
    discussion: """
      EXAMPLES
        kaozheng check --references Corpus/references/epoch-models-2023-12-20.yaml page.html
        kaozheng check page.html            the page's own arithmetic alone
        kaozheng check --chinese page.html  explanations in Chinese
      """)

  @Option(name: .customLong("references"), help: ArgumentHelp("A table of published figures, described in YAML.", valueName: "file"))
  var references: [String] = []

  @Flag(help: "Explains in Chinese.")
  var chinese = false

  @Flag(help: "Shows the figures that nothing could decide, too.")
  var all = false

  @Flag(help: "Ends with exit code 1 where a figure was refuted or a page rejected.")
  var strict = false

  @OptionGroup var knowledge: KnowledgeOptions
  @OptionGroup var inputs: PageInputs

  func run() throws {
    let worker = try PageWorker(knowledge: knowledge.load())
    let audit = worker.audit(against: try references.map(ReferenceFile.reference))
    let output = CheckedOutput.standard()
    let style = VerdictStyle(isColored: isatty(STDOUT_FILENO) == 1, isChinese: chinese, showsUndecided: all)
    var hasProblems = false
    try inputs.forEachPage(writingTo: output) { page in
      let document = worker.normalized(page)
      if let rejection = Rejection(document) {
        hasProblems = true
        try output.write(rejection.sentence)
        return
      }
      let table = VerdictTable(
        document: document, judgments: worker.judgments(on: worker.claims(of: document), of: document, by: audit), style: style)
      hasProblems = hasProblems || table.hasRefuted
      try output.write(table.text)
    }
    if strict, hasProblems { throw StatusError(status: .foundProblems) }
  }
}
