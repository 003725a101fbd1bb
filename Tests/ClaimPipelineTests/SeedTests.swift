import ClaimModel
import ClaimPipeline
import ClaimTesting
import Knowledge
import SourceText
import Testing

/// The page that users feed, which lies beside the repository where there is development data.
@Suite(.enabled(if: Repository.hasShared, "the development data in ../shared is absent")) struct SeedTests {
  private func worker() throws -> PageWorker { try PageWorker(knowledge: KnowledgeFolder(Repository.knowledge).added(to: Knowledge())) }

  private func document(_ bytes: [UInt8], _ worker: PageWorker) -> Document {
    worker.normalized(Page(record: "seed", path: "", bytes: bytes, provenance: Provenance(sha256: Digest.sha256(bytes))))
  }

  @Test func everyQuoteIsThePagesBytes() throws {
    let worker = try worker()
    let bytes = try Repository.bytes(Repository.seedPage)
    let document = document(bytes, worker)
    let claims = worker.claims(of: document)
    #expect(claims.count > 20)
    for claim in claims { #expect(document.exact(claim.quote.source) == bytes.string(claim.quote.source.range)) }
  }

  /// The sentence about LLaMA, glosses and all, where DESIGN says it stands.
  @Test func glossesAreCoveredByTheQuote() throws {
    let worker = try worker()
    let document = document(try Repository.bytes(Repository.seedPage), worker)
    let claim = try #require(
      worker.claims(of: document).first { $0.value.quantity.unit.name == "datapoint" && $0.subject?.name == "LLaMA" })
    #expect(document.exact(claim.quote.source) == "10億個(gè)數(shù)據(jù)點(diǎn)")
    #expect(document.string(claim.quote.text) == "10億個數據點")
    #expect(claim.quote.source.range == 5666..<5706)
    #expect(claim.quote.repairs == [.gloss])
  }

  @Test func spamAndDisclaimerGiveNoClaim() throws {
    let worker = try worker()
    let document = document(try Repository.bytes(Repository.seedPage), worker)
    let dropped = document.blocks.filter { !$0.isKept }
    #expect(dropped.contains { $0.verdict.reason == BoilerplateReason.searchSpam.rawValue })
    #expect(dropped.contains { $0.verdict.reason == BoilerplateReason.disclaimer.rawValue })
    for claim in worker.claims(of: document) { #expect(!dropped.contains { $0.span.overlaps(claim.quote.text) }) }
    #expect(document.metadata.source?.value == "新智元")
    #expect(document.metadata.script == .traditional)
  }

  @Test(arguments: SeedVariant.allCases) func anotherDressGivesTheSameClaims(variant: SeedVariant) throws {
    let worker = try worker()
    let page = try Repository.text(Repository.seedPage)
    let expected = worker.claims(of: document(Array(page.utf8), worker)).map(ClaimTests.summary)
    let found = worker.claims(of: document(try variant.bytes(of: page), worker)).map(ClaimTests.summary)
    #expect(found == expected)
  }

  @Test func theRepairedTextInBig5GivesTheSameClaims() throws {
    let worker = try worker()
    let repaired = try Repository.text(Repository.shared + "data/normalize/seed_gold_traditional.txt")
    let expected = worker.claims(of: document(Array(repaired.utf8), worker)).map(ClaimTests.summary)
    // Big5 lacks the Simplified characters of the spam line and a few others; they become question marks.
    let writable = String(repaired.map { (try? encoded(String($0), as: "BIG5")) == nil ? "?" : $0 })
    let found = worker.claims(of: document(try encoded(writable, as: "BIG5"), worker)).map(ClaimTests.summary)
    #expect(found == expected)
  }
}
