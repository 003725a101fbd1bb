internal import ArgumentParser
internal import Audit
internal import ClaimModel
internal import ClaimPipeline
internal import Scoring

/// `kaozheng score`
struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Holds the claims and articles of annotated pages against their gold.",
    discussion: """
      A page's gold lies in the folder as PAGE.jsonl (claims) and, where there is one, PAGE.article.txt (the article's text) and
      PAGE.judgments.jsonl.
      Relaxed: the spans overlap, the figure and its unit agree. Strict: span, subject, property, year and source too.

      EXAMPLES
        kaozheng score --gold Corpus/gold Corpus/pages/*
        kaozheng score --gold Corpus/gold --floors Corpus/floors.yaml Corpus/pages/*
      """)

  @Option(help: ArgumentHelp("The folder with the gold.", valueName: "folder"))
  var gold: String

  @Option(help: ArgumentHelp("Scores that must be reached; below one the exit code is 1.", valueName: "file"))
  var floors: String?

  @Option(name: .customLong("references"), help: ArgumentHelp("Judges the claims, and scores the judgments.", valueName: "file"))
  var references: [String] = []

  @OptionGroup var knowledge: KnowledgeOptions
  @OptionGroup var inputs: PageInputs

  func run() throws {
    let floors = try floors.map { try Floors(at: $0) }
    let worker = try PageWorker(knowledge: knowledge.load())
    let audit = references.isEmpty ? nil : worker.audit(against: try references.map(ReferenceFile.reference))
    let scorer = CorpusScorer(gold: gold, worker: worker, audit: audit)
    let output = CheckedOutput.standard()
    var rows: [PageScore] = []
    try inputs.forEachPage(writingTo: output) { page in rows.append(try scorer.score(page)) }
    for line in ScoreTable(rows).lines { try output.write(line) }
    let broken = floors.map { $0.broken(by: rows) } ?? []
    for problem in broken { try output.write(problem) }
    try output.flush()
    if !broken.isEmpty { throw StatusError(status: .foundProblems) }
  }
}
