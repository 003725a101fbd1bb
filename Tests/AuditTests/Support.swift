import Audit
import ClaimModel
import ClaimPipeline
import ClaimTesting
import Knowledge
import References
import SourceText

/// Texts audited against a small table, all made up but for the shape of its names.
struct AuditBench {
  let worker: PageWorker

  init() throws {
    worker = try PageWorker(knowledge: KnowledgeFolder(Repository.knowledge).added(to: Knowledge()))
  }

  static let header =
    "model,publication_date,parameters,training_compute_flop,dataset_size,training_time_hours,hardware_quantity,training_cost_2023usd,link"

  /// Rows of `table` under the columns above.
  static func reference(_ table: String, snapshot: String = "2025-02-24") throws -> Reference {
    guard let reference = try Reference(bareTable: Array("\(header)\n\(table)\n".utf8), path: "table.csv", snapshot: snapshot) else {
      fatalError("the header is not of a built-in layout")
    }
    return reference
  }

  func judgments(_ text: String, _ references: [Reference], judging: Range<Int>? = nil) -> [Judgment] {
    let bytes = Array(text.utf8)
    let document = worker.normalized(Page(record: "t", path: "", bytes: bytes, provenance: Provenance(sha256: Digest.sha256(bytes))))
    return worker.judgments(on: worker.claims(of: document), of: document, by: worker.audit(against: references), judging: judging)
  }

  /// `17.5亿 refuted powerOfTen ×100`, one for each judgment; figures as they stand in the text.
  func told(_ text: String, _ references: [Reference] = [], judging: Range<Int>? = nil) -> [String] {
    judgments(text, references, judging: judging).map { judgment in
      let words = [Array(text.utf8).string(judgment.source.range), judgment.verdict.rawValue] + judgment.diagnosis.map(\.rawValue)
      return (words + (judgment.reason.map { [$0.rawValue] } ?? []) + (judgment.ratio.map { ["×\($0)"] } ?? [])).joined(separator: " ")
    }
  }
}
