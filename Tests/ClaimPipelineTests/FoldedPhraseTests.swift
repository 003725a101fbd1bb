import ClaimPipeline
import ClaimTesting
import Knowledge
import Testing

@testable import Ingestion
@testable import Normalization

/// The phrases of boilerplate are Simplified; pages in Traditional have them, too.
@Suite struct FoldedPhraseTests {
  @Test func everyPhraseIsFoundInTraditional() throws {
    let knowledge = try KnowledgeFolder(Repository.knowledge).added(to: Knowledge())
    let traditional = UnicodeTransform("Hans-Hant")
    for entry in knowledge.boilerplate.entries {
      for phrase in entry.phrases {
        let written = String(decoding: traditional(Array(phrase.text.utf16)), as: UTF16.self)
        #expect(FoldedText(written).scalars == FoldedText(phrase.text).scalars, "\(written) for \(phrase.text)")
      }
    }
  }
}
