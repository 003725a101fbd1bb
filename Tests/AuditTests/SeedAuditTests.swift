import Audit
import ClaimModel
import ClaimPipeline
import ClaimTesting
import Knowledge
import SourceText
import Testing

/// The page that users feed, against the excerpts of the repository, at both snapshots.
@Suite(.enabled(if: Repository.hasShared, "the development data in ../shared is absent")) struct SeedAuditTests {
  @Test(arguments: ["2023-12-20", "2025-02-24"]) func judgesAsTheRecordSays(snapshot: String) throws {
    let bench = try AuditBench()
    let bytes = try Repository.bytes(Repository.seedPage)
    let document = bench.worker.normalized(
      Page(record: "seed", path: "", bytes: bytes, provenance: Provenance(sha256: Digest.sha256(bytes))))
    let reference = try ReferenceFile.reference(at: Repository.root + "Corpus/references/epoch-models-\(snapshot).yaml")
    let judgments = bench.worker.judgments(
      on: bench.worker.claims(of: document), of: document, by: bench.worker.audit(against: [reference]))
    let told = judgments.map { "\(document.string($0.text)) \($0.verdict.rawValue) \($0.diagnosis.map(\.rawValue).joined(separator: " "))" }
    for expected in [
      "10億個數據點 refuted powerOfTen", "21x10^24次操作 supported ", "六個數據點 supported ", "7x10^5次操作 supported ", "1.6億倍 refuted inheritsError",
      "1億美元 notEnoughEvidence ",
    ] {
      #expect(told.contains(expected), "\(told)")
    }
    #expect(told.contains { $0.hasPrefix("1000") && $0.contains("supported") }, "\(told)")
    let kept = document.keptBlocks.map(\.span)
    #expect(judgments.allSatisfy { judgment in kept.contains { $0.contains(judgment.text) } })
  }
}
