package import Audit
package import ClaimModel
package import Scoring

/// What one annotated page scored.
package struct PageScore: Sendable {
  package var page: String
  package var claims: ClaimScore
  /// Nil where the page has no gold article.
  package var article: ArticleScore?
  /// Nil where the page has no gold judgments, or nothing was judged.
  package var judgments: JudgmentScore?
}

/// Scores pages against a folder of gold.
package struct CorpusScorer {
  private let gold: String
  private let worker: PageWorker
  /// Nil where judgments are not scored.
  private let audit: Audit?

  package init(gold: String, worker: PageWorker, audit: Audit?) {
    self.gold = gold
    self.worker = worker
    self.audit = audit
  }

  /// The score of a page; throws where it has no gold claims, or gold that can't be read.
  package func score(_ page: Page) throws -> PageScore {
    let document = worker.normalized(page)
    let claimFile = "\(gold)/\(page.record).jsonl"
    let expected = try GoldClaim.claims(in: try PageFile.bytes(at: claimFile), file: claimFile)
    let found = worker.claims(of: document)
    return PageScore(
      page: page.record, claims: ClaimScore(claims: found, gold: expected), article: try article(of: worker.ingested(page), page: page),
      judgments: try judgments(on: found, of: document, page: page))
  }

  /// The article as ingestion found it: gold articles are in the page's own script, its damage mended.
  private func article(of document: Document, page: Page) throws -> ArticleScore? {
    try optional("\(page.record).article.txt").map { bytes in
      ArticleScore(text: String(decoding: document.articleText, as: UTF8.self), gold: String(decoding: bytes, as: UTF8.self))
    }
  }

  private func judgments(on claims: [Claim], of document: Document, page: Page) throws -> JudgmentScore? {
    let name = "\(page.record).judgments.jsonl"
    guard let audit, let bytes = try optional(name) else { return nil }
    let expected = try GoldJudgment.judgments(in: bytes, file: gold + "/" + name)
    return JudgmentScore(judgments: worker.judgments(on: claims, of: document, by: audit), gold: expected)
  }

  /// A file of the gold folder; nil where there is none of that name.
  private func optional(_ name: String) throws(InputError) -> [UInt8]? {
    do throws(InputError) {
      return try PageFile.bytes(at: gold + "/" + name)
    } catch {
      guard error.isMissing else { throw error }
      return nil
    }
  }
}

/// Scores as a table: a line a page, then the whole.
package struct ScoreTable {
  private let rows: [PageScore]

  package init(_ rows: [PageScore]) { self.rows = rows }

  package var lines: [String] {
    var claims = ClaimScore()
    var judgments = JudgmentScore()
    for row in rows {
      claims += row.claims
      if let judged = row.judgments { judgments += judged }
    }
    let articles = rows.compactMap { $0.article?.f1 }
    let mean = articles.isEmpty ? "" : Self.decimals(articles.reduce(0, +) / Double(articles.count))
    let hasJudgments = rows.contains { $0.judgments != nil }
    return [
      Self.line(["page", "gold", "found", "relaxed P", "R", "strict F1", "article F1", "judgments", "verdict", "diagnosis", "false"])
    ]
      + rows.map { Self.line($0.page, $0.claims, $0.article.map { Self.decimals($0.f1) } ?? "", $0.judgments) }
      + [Self.line("all", claims, mean, hasJudgments ? judgments : nil)]
  }

  private static func line(_ page: String, _ score: ClaimScore, _ article: String, _ judged: JudgmentScore?) -> String {
    let claims = ["\(score.gold)", "\(score.found)", decimals(score.precision), decimals(score.recall), decimals(score.strictF1), article]
    let judgments = judged.map { ["\($0.gold)", "\($0.verdicts)", "\($0.diagnoses)", "\($0.falseAlarms)"] } ?? []
    return line([page] + claims + judgments)
  }

  private static func line(_ columns: [String]) -> String {
    ClaimTable.fitted(columns[0], to: 26) + columns.dropFirst().map { String(repeating: " ", count: max(1, 11 - $0.count)) + $0 }.joined()
  }

  /// Three decimals.
  static func decimals(_ value: Double) -> String {
    let thousandths = Int((value * 1000).rounded())
    let part = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - part.count) + part
  }
}
