internal import ArgumentParser
internal import ClaimPipeline
internal import Glibc

/// The program: figures out of scraped pages, each with its place in the page.
@main
struct Kaozheng: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kaozheng",
    abstract: "Finds every numeric claim in scraped Chinese and English pages and leads it back to the page's bytes.",
    discussion: """
      EXAMPLES
        kaozheng extract page.html                    the claims of a page, one JSON object a line
        kaozheng extract --format table page.html     the same as a table to read
        kaozheng audit --references models.yaml page.html   its figures held against a table
        kaozheng ingest --explain page.html           what was kept, what was dropped, and why
        kaozheng quantities page.md                   every figure that was read
        kaozheng segment page.html                    the article cut into words
        kaozheng knowledge check                      every unit, name and cue against its examples

      EXIT CODES
        0 done   2 wrong use   3 an input is missing or unreadable   4 output can't be written   5 an input was refused
      """,
    version: version,
    subcommands: [
      RunCommand.self, CheckCommand.self,
      IngestCommand.self, NormalizeCommand.self, SegmentCommand.self, QuantitiesCommand.self, ExtractCommand.self, AuditCommand.self,
      ExplainCommand.self,
      ScoreCommand.self, KnowledgeCommand.self,
    ])

  /// Semantic version of the program.
  static let version = "kaozheng 0.1.0"

  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      Failure.end(with: error)
    }
  }
}
