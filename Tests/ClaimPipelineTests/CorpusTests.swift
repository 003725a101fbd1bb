import Audit
import ClaimModel
import ClaimPipeline
import ClaimTesting
import Foundation
import Knowledge
import Scoring
import SourceText
import Testing

/// Every page of the corpus: its scores hold their floors, and its claims stand where they say.
@Suite struct CorpusTests {
  static let pages = (try? FileManager.default.contentsOfDirectory(atPath: Repository.root + "Corpus/pages").sorted()) ?? []
  static let references = ["epoch-models-2023-12-20", "epoch-models-2025-02-24", "epoch-hardware-2026-07-18"]

  private func worker() throws -> PageWorker { try PageWorker(knowledge: KnowledgeFolder(Repository.knowledge).added(to: Knowledge())) }

  @Test func floorsHold() throws {
    let references = try Self.references.map { try ReferenceFile.reference(at: Repository.root + "Corpus/references/\($0).yaml") }
    let worker = try worker()
    let scorer = CorpusScorer(gold: Repository.root + "Corpus/gold", worker: worker, audit: worker.audit(against: references))
    let scores = try Self.pages.map { try scorer.score(PageFile.page(at: Repository.root + "Corpus/pages/" + $0)) }
    #expect(try Floors(at: Repository.root + "Corpus/floors.yaml").broken(by: scores) == [])
    #expect(scores.count >= 14)
  }

  /// An excerpt has every row that the gold judges by.
  @Test func rowsOfTheGoldAreInTheirTables() throws {
    let references = try Self.references.map { try ReferenceFile.reference(at: Repository.root + "Corpus/references/\($0).yaml") }
    let rows = Dictionary(uniqueKeysWithValues: references.map { ($0.snapshot, Set($0.rows.map(\.name))) })
    var judged = 0
    for page in Self.pages {
      let file = Repository.root + "Corpus/gold/\(page).judgments.jsonl"
      guard let bytes = FileManager.default.contents(atPath: file) else { continue }
      for judgment in try GoldJudgment.judgments(in: Array(bytes), file: file) {
        guard let row = judgment.row, let snapshot = judgment.snapshot else { continue }
        judged += 1
        #expect(rows[snapshot]?.contains(row) == true, "\(page): \(row) is not in the table of \(snapshot)")
      }
    }
    #expect(judged >= 150)
  }

  /// The quote is the page's bytes at its place, in whatever charset the page is.
  @Test(arguments: pages) func quotesAreThePagesBytes(page: String) throws {
    let worker = try worker()
    let document = worker.normalized(try PageFile.page(at: Repository.root + "Corpus/pages/" + page))
    let bytes = document.page.bytes
    let encoding: String.Encoding? =
      switch document.charset {
      case "UTF-8": .utf8
      case "UTF-16LE": .utf16LittleEndian
      default: nil
      }
    for claim in worker.claims(of: document) {
      let span = claim.quote.source
      #expect(span.end <= bytes.count && !span.isEmpty)
      guard let encoding else { continue }
      #expect(String(data: Data(bytes[span.range]), encoding: encoding) == document.exact(span))
    }
  }
}
