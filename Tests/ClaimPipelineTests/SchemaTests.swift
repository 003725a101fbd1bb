import Audit
import ClaimModel
import ClaimPipeline
import ClaimTesting
import Foundation
import Knowledge
import Testing

/// The schemas in `Pipelines/` say what the program writes.
@Suite struct SchemaTests {
  private func schema(_ name: String) throws -> JSONSchema {
    try JSONSchema(Repository.text(Repository.root + "Pipelines/\(name).schema.json"))
  }

  /// Keys of the line's outermost object, in the order they stand.
  private func keys(of line: [UInt8], among known: [String]) -> [String] {
    let text = String(decoding: line, as: UTF8.self)
    return known.compactMap { key in text.range(of: "\"\(key)\":").map { (key, $0.lowerBound) } }.sorted { $0.1 < $1.1 }.map(\.0)
  }

  @Test(arguments: ["training-figures.txt", "chip-figures.html", "open-models.md"]) func recordsFollowTheirSchemas(name: String) throws {
    let worker = try PageWorker(knowledge: KnowledgeFolder(Repository.knowledge).added(to: Knowledge()))
    let document = worker.normalized(try PageFile.page(at: Repository.root + "Corpus/pages/" + name))
    let documentLine = DocumentRecord(document: document).line
    #expect(try schema("document").problems(in: documentLine) == [])
    let claims = worker.claims(of: document)
    #expect(!claims.isEmpty)
    let claimSchema = try schema("claim")
    for claim in claims {
      let line = ClaimRecord(document: document).line(claim)
      #expect(try claimSchema.problems(in: line) == [])
      #expect(
        keys(
          of: line,
          among: ["schema", "record", "model", "property", "qualifier", "quantity", "yearFrom", "modality", "quote", "derivation"])
          == ["schema", "record", "model", "property", "qualifier", "quantity", "yearFrom", "modality", "quote", "derivation"])
    }
  }

  @Test func judgmentsFollowTheirSchema() throws {
    let worker = try PageWorker(knowledge: KnowledgeFolder(Repository.knowledge).added(to: Knowledge()))
    let document = worker.normalized(try PageFile.page(at: Repository.root + "Corpus/pages/damaged-interview.html"))
    let reference = try ReferenceFile.reference(at: Repository.root + "Corpus/references/epoch-models-2023-12-20.yaml")
    let judgments = worker.judgments(on: worker.claims(of: document), of: document, by: worker.audit(against: [reference]))
    #expect(judgments.contains { $0.verdict == .supported })
    let judgmentSchema = try schema("judgment")
    for judgment in judgments { #expect(try judgmentSchema.problems(in: JudgmentRecord(record: "page").line(judgment)) == []) }
    #expect(judgmentSchema.words("verdict") == Set(Verdict.allCases.map(\.rawValue)))
    #expect(judgmentSchema.words("check") == Set(Check.allCases.map(\.rawValue)))
    #expect(judgmentSchema.words("reason") == Set(MissingReason.allCases.map(\.rawValue)))
    #expect(judgmentSchema.words("diagnosis", "[]") == Set(Diagnosis.allCases.map(\.rawValue)))
  }

  /// The keys that a run's description may have are those of its schema.
  @Test func aRunHasTheKeysOfItsSchema() throws {
    let known = try schema("run").propertyNames
    let error = #expect(throws: KnowledgeError.self) {
      _ = try RunDescription(text: "inputs: [a]\noutput: b\nunknown: c\n", at: "run.yaml")
    }
    #expect(try known == Set(#require(error?.problem.split(separator: "known keys are ").last).split(separator: ", ").map(String.init)))
  }

  @Test func wordsAreThoseOfTheTypes() throws {
    let claim = try schema("claim")
    #expect(claim.words("subject", "kind") == Set(SubjectKind.allCases.map(\.rawValue)))
    #expect(claim.words("subject", "resolvedBy") == Set(SubjectResolution.allCases.map(\.rawValue)))
    #expect(claim.words("property") == Set(PropertyEntry.known))
    #expect(claim.words("quantity", "comparator") == Set(Comparator.allCases.map(\.rawValue)))
    #expect(claim.words("yearFrom") == Set(YearOrigin.allCases.map(\.rawValue)))
    #expect(claim.words("modality") == Set(Modality.allCases.map(\.rawValue)))
    #expect(claim.words("page", "publishedFrom") == Set(MetadataOrigin.allCases.map(\.rawValue)))
    #expect(claim.words("repairs", "[]") == Set(Repair.Kind.allCases.map(\.rawValue)))
    let document = try schema("document")
    #expect(document.words("blocks", "[]", "role") == Set(Role.allCases.map(\.rawValue)))
    #expect(document.words("blocks", "[]", "language") == Set(BlockLanguage.allCases.map(\.rawValue)))
  }

  /// A schema that allows everything would hold nothing.
  @Test(arguments: [#"{"schema":"kaozheng/claim/2"}"#, "{}", "[]", #"{"schema":"kaozheng/claim/1","extra":1}"#])
  func otherRecordsAreRefused(line: String) throws {
    #expect(try schema("claim").problems(in: Array(line.utf8)) != [])
  }
}
