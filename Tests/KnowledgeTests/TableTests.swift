import ClaimTesting
import Knowledge
import Testing

/// The compiled table says what the YAML files say.
@Suite struct TableTests {
  @Test func comesBackAsItWent() throws {
    let yaml =
      "- unit: kilometer\n  base: meter\n  factor: \"1000\"\n  dimension: length\n  words: [公里]\n  symbols: [km]\n  examples: [⟦3公里⟧]"
    var knowledge = Knowledge()
    knowledge.units = Lexicon(try KnowledgeFile<UnitEntry>(yaml, name: "units.yaml").entries.map(\.entry))
    let read = try Knowledge(table: knowledge.table())
    #expect(read.units.entries.count == 1)
    #expect(read.units.entries[0].phrases == knowledge.units.entries[0].phrases)
    #expect(read.units.entries[0].factor == knowledge.units.entries[0].factor)
    #expect(try read.table() == knowledge.table())
  }

  /// Whatever the bytes, a table is read or refused.
  @Test(arguments: 0..<200) func damagedTablesAreRefused(seed: Int) throws {
    let yaml = "- unit: meter\n  dimension: length\n  words: [米, 公尺]\n  examples: [⟦3米⟧]"
    var knowledge = Knowledge()
    knowledge.units = Lexicon(try KnowledgeFile<UnitEntry>(yaml, name: "units.yaml").entries.map(\.entry))
    var table = try knowledge.table()
    var generator = SeededGenerator(state: UInt64(seed))
    if seed % 2 == 0 {
      table.removeLast(Int.random(in: 1...table.count, using: &generator))
      #expect(throws: KnowledgeError.self) { try Knowledge(table: table) }
    } else {
      table[Int.random(in: 0..<table.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
      _ = try? Knowledge(table: table)
    }
  }
}
