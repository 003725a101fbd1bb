import ClaimModel
import ClaimTesting
import Knowledge
import Testing

@Suite struct LexiconTests {
  static func names(_ names: [(String, SubjectKind)]) throws -> Lexicon<NameEntry> {
    let yaml = names.map { "- name: \"\($0.0)\"\n  kind: \($0.1.rawValue)\n  examples: [\"⟦\($0.0)⟧\"]" }.joined(separator: "\n")
    return Lexicon(try KnowledgeFile<NameEntry>(yaml, name: "names.yaml").entries.map(\.entry))
  }

  /// Each text marks what the longest match at the mark's start must be; a text without a mark has no match anywhere.
  @Test(arguments: [
    "使用⟦GPT-4⟧训练", "the ⟦GPT-4⟧.", "⟦GPT-4 Turbo⟧ is", "xGPT-4", "gpt-4 is", "GPT-40", "在⟦谷歌⟧工作", "⟦Meta⟧在", "Metal 2", "⟦Meta⟧",
  ]) func longestMatch(source: String) throws {
    let lexicon = try Self.names([("GPT-4", .model), ("GPT-4 Turbo", .model), ("谷歌", .organization), ("Meta", .organization)])
    let marked = MarkedText(source)
    let found = marked.bytes.indices.compactMap { lexicon.longestMatch(in: marked.bytes, at: $0)?.range }.first
    #expect(found == marked.ranges.first)
  }

  @Test func aLaterEntryWins() throws {
    var lexicon = try Self.names([("Gemini", .model)])
    let file = try KnowledgeFile<NameEntry>("- name: Gemini\n  kind: other\n  examples: [⟦Gemini⟧]", name: "names.yaml")
    lexicon.append(file.entries[0].entry)
    #expect(lexicon.longestMatch(in: Array("Gemini".utf8), at: 0)?.entry.kind == .other)
  }

  @Test func afterDigitsASymbolMayStand() throws {
    let yaml = "- unit: byte\n  dimension: information\n  symbols: [GB]\n  factor: 1e9\n  examples: [⟦3GB⟧]"
    let lexicon = Lexicon(try KnowledgeFile<UnitEntry>(yaml, name: "units.yaml").entries.map(\.entry))
    let text = Array("16GB".utf8)
    #expect(lexicon.longestMatch(in: text, at: 2) == nil)
    #expect(lexicon.longestMatch(in: text, at: 2, afterDigits: true)?.range == 2..<4)
    #expect(lexicon.longestMatch(in: Array("16gb".utf8), at: 2, afterDigits: true) == nil)
  }
}
