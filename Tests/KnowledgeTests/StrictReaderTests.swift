import ClaimModel
import Knowledge
import Testing

/// What is wrong in a file is told with its line and what to do.
@Suite struct StrictReaderTests {
  static let good = """
    - unit: meter
      dimension: length
      words: [米]
      examples: [长⟦3米⟧ => 3 meter]
    """

  @Test func readsAnEntry() throws {
    let file = try KnowledgeFile<UnitEntry>(Self.good, name: "units.yaml")
    #expect(file.entries.count == 1)
    #expect(file.entries[0].entry.base.name == "meter")
    #expect(file.entries[0].examples[0].expectation == "3 meter")
  }

  @Test(arguments: [
    (
      "- unit: meter\n  dimension: length\n  facter: 3\n  words: [米]\n  examples: [⟦3米⟧]",
      "units.yaml:3: unknown key 'facter'; did you mean 'factor'?; known keys are unit, base, dimension"
    ),
    ("- unit: meter\n  words: [米]\n  examples: [⟦3米⟧]", "units.yaml:1: the key 'dimension' is missing; add one of"),
    (
      "- unit: meter\n  dimension: lenght\n  words: [米]\n  examples: [⟦3米⟧]",
      "units.yaml:1: 'dimension' is 'lenght'; did you mean 'length'?"
    ),
    ("- unit: meter\n  dimension: length\n  words: [米]", "units.yaml:1: the entry has no example; add `examples:`"),
    ("- unit: meter\n  dimension: length\n  words: [米]\n  examples:\n    - 长3米", "units.yaml:5: mark the words meant with ⟦ ⟧ in '长3米'"),
    ("- unit: meter\n  dimension: length\n  words: [米]\n  examples:\n    - 长⟦3米", "units.yaml:5: ⟦ must be closed"),
    (
      "- unit: meter\n  dimension: length\n  factor: a third\n  words: [米]\n  examples: [⟦3米⟧]",
      "units.yaml:1: 'factor' is 'a third'; write an exact decimal"
    ),
    ("- unit: meter\n  dimension: length\n  factor: 0\n  words: [米]\n  examples: [⟦3米⟧]", "units.yaml:1: the factor of 'meter' is zero"),
    ("- unit: meter\n  dimension: length\n  examples: [⟦3米⟧]", "units.yaml:1: the entry has no words"),
    ("unit: meter", "units.yaml:1: the file must be a list of entries"),
    ("- meter", "units.yaml:1: an entry must be a mapping"),
    ("- unit: [meter]\n  dimension: length", "units.yaml:1: 'unit' must be a single value"),
    ("- unit: meter\n  words: {a: b}\n  dimension: length", "units.yaml:2: 'words' must be a list"),
    ("- unit: 'meter\n", "units.yaml:"),
  ]) func tellsWhatIsWrong(yaml: String, message: String) {
    #expect {
      try KnowledgeFile<UnitEntry>(yaml, name: "units.yaml")
    } throws: { error in
      guard let error = error as? KnowledgeError, error.description.hasPrefix(message) else {
        Issue.record("\(error)")
        return false
      }
      return true
    }
  }

  @Test func anUnknownPropertyIsRefused() {
    let yaml = "- property: parametres\n  words: [参数]\n  examples: [⟦3亿参数⟧]"
    #expect(throws: (any Error).self) { try KnowledgeFile<PropertyEntry>(yaml, name: "properties.yaml") }
  }

  @Test func anEmptyFileHasNoEntries() throws {
    #expect(try KnowledgeFile<UnitEntry>("# nothing yet\n", name: "units.yaml").entries.isEmpty)
  }

  @Test(arguments: [
    (
      "- site: https://a.org/\n  keep: [p]\n  examples: [⟦x⟧ => keep]",
      "sites.yaml:1: 'https://a.org/' is no name of a host; write it without"
    ),
    ("- site: a.org\n  examples: [⟦x⟧ => keep]", "sites.yaml:1: the entry says nothing; add `keep:` or `drop:` with elements"),
    ("- site: a.org\n  keep: [div p]\n  examples: [⟦x⟧ => keep]", "sites.yaml:1: 'div p' in 'keep' is no element; write one tag, #id or"),
    ("- site: a.org\n  keeps: [p]\n  drop: [p]\n  examples: [⟦x⟧ => keep]", "sites.yaml:2: unknown key 'keeps'; did you mean 'keep'?"),
    ("- site: a.org\n  keep: [p]", "sites.yaml:1: the entry has no example"),
  ])
  func tellsWhatIsWrongWithASite(yaml: String, expected: String) {
    #expect {
      _ = try KnowledgeFile<SiteEntry>(yaml, name: "sites.yaml")
    } throws: { error in
      "\(error)".hasPrefix(expected)
    }
  }
}
