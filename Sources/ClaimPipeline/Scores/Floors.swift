internal import Knowledge
internal import Scoring

/// Scores that pages must reach, as a YAML file states them.
package struct Floors {
  private struct Floor {
    var page: String
    var line: Int
    /// Least value by the name of the score.
    var least: [(name: String, value: Double)]
  }

  private let file: String
  private let floors: [Floor]

  /// The scores a floor can be set for, and how they are read off a page.
  private static let scores: [(name: String, value: @Sendable (PageScore) -> Double?)] = [
    ("precision", { $0.claims.precision }), ("recall", { $0.claims.recall }), ("strict", { $0.claims.strictF1 }),
    ("article", { $0.article?.f1 }),
    ("judgments", { score in score.judgments.map { $0.gold == 0 ? 1 : Double($0.verdicts) / Double($0.gold) } }),
  ]

  /// Reads the file; throws with its line where something is wrong.
  package init(at path: String) throws {
    let bytes = try PageFile.bytes(at: path)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw KnowledgeError(file: path, line: 0, problem: "not UTF-8; save it as UTF-8")
    }
    file = path
    var root = try EntryReader(text, file: path)
    var floors: [Floor] = []
    for var entry in try root.entries("pages") {
      var floor = Floor(page: try entry.string("page"), line: entry.line, least: [])
      for score in Self.scores {
        guard let written = try entry.optionalString(score.name) else { continue }
        guard let value = Double(written), (0...1).contains(value) else {
          throw entry.error("'\(score.name)' is '\(written)'; write a score from 0 to 1")
        }
        floor.least.append((score.name, value))
      }
      try entry.finish()
      floors.append(floor)
    }
    try root.finish()
    self.floors = floors
  }

  /// A line for each score below its floor, and for each page that has floors but was not scored.
  package func broken(by rows: [PageScore]) -> [String] {
    floors.flatMap { floor -> [String] in
      guard let row = rows.first(where: { $0.page == floor.page }) else {
        return ["\(file):\(floor.line): \(floor.page) was not scored; name it among the pages"]
      }
      return floor.least.compactMap { name, least in
        guard let value = Self.scores.first(where: { $0.name == name })?.value(row), value < least else { return nil }
        return
          "\(file):\(floor.line): \(floor.page): \(name) is \(ScoreTable.decimals(value)), must be at least \(ScoreTable.decimals(least))"
      }
    }
  }
}
