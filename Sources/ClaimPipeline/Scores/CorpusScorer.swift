package import ClaimModel
package import Scoring

/// What one annotated page scored.
package struct PageScore: Sendable {
  package var page: String
  package var claims: ClaimScore
  /// Nil where the page has no gold article.
  package var article: ArticleScore?
}

/// Scores pages against a folder of gold.
package struct CorpusScorer {
  private let gold: String
  private let worker: PageWorker

  package init(gold: String, worker: PageWorker) {
    self.gold = gold
    self.worker = worker
  }

  /// The score of a page; throws where it has no gold claims, or gold that can't be read.
  package func score(_ page: Page) throws -> PageScore {
    let document = worker.normalized(page)
    let claimFile = "\(gold)/\(page.record).jsonl"
    let expected = try GoldClaim.claims(in: try PageFile.bytes(at: claimFile), file: claimFile)
    let claims = ClaimScore(claims: worker.claims(of: document), gold: expected)
    return PageScore(page: page.record, claims: claims, article: try article(of: worker.ingested(page), page: page))
  }

  /// The article as ingestion found it: gold articles are the page's own text, damage and all.
  private func article(of document: Document, page: Page) throws -> ArticleScore? {
    let bytes: [UInt8]
    do throws(InputError) {
      bytes = try PageFile.bytes(at: "\(gold)/\(page.record).article.txt")
    } catch {
      guard error.isMissing else { throw error }
      return nil
    }
    return ArticleScore(text: String(decoding: document.articleText, as: UTF8.self), gold: String(decoding: bytes, as: UTF8.self))
  }
}

/// Scores as a table: a line a page, then the whole.
package struct ScoreTable {
  private let rows: [PageScore]

  package init(_ rows: [PageScore]) { self.rows = rows }

  package var lines: [String] {
    var total = ClaimScore()
    for row in rows { total += row.claims }
    let articles = rows.compactMap { $0.article?.f1 }
    let mean = articles.isEmpty ? "" : Self.decimals(articles.reduce(0, +) / Double(articles.count))
    return [Self.line("page", "gold", "found", "relaxed P", "R", "strict F1", "article F1")]
      + rows.map { Self.line($0.page, $0.claims, $0.article.map { Self.decimals($0.f1) } ?? "") } + [Self.line("all", total, mean)]
  }

  private static func line(_ page: String, _ score: ClaimScore, _ article: String) -> String {
    line(page, "\(score.gold)", "\(score.found)", decimals(score.precision), decimals(score.recall), decimals(score.strictF1), article)
  }

  private static func line(_ page: String, _ columns: String...) -> String {
    ClaimTable.fitted(page, to: 28) + columns.map { String(repeating: " ", count: max(1, 11 - $0.count)) + $0 }.joined()
  }

  /// Three decimals.
  static func decimals(_ value: Double) -> String {
    let thousandths = Int((value * 1000).rounded())
    let part = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - part.count) + part
  }
}
