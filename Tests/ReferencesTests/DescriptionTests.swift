import ClaimModel
import Knowledge
import References
import SourceText
import Testing

/// What is wrong in a description is told with its line and what to do; what is wrong in a cell is a finding.
@Suite struct DescriptionTests {
  static let good = """
    reference: chips
    file: chips.csv
    snapshot: 2026-07-18
    publisher: Somebody
    license: CC BY 4.0
    subject: Name
    measures:
      - column: TDP
        property: power
        unit: watt
      - {column: Transistors, property: count, unit: transistor, multiplier: 1e6}
    """

  private func reference(_ table: String, yaml: String = good) throws -> Reference {
    try ReferenceDescription(yaml, file: "chips.yaml").reference(table: Array(table.utf8))
  }

  @Test func readsRowsInBaseUnits() throws {
    let reference = try reference("Name,TDP,Transistors\nH100,700.0,80000\nNone,,\n")
    #expect(reference.rows.map(\.name) == ["H100", "None"])
    #expect(reference.rows[0].cells.map { $0?.value } == [.number(ExactDecimal(700)), .number(ExactDecimal(80_000_000_000))])
    #expect(reference.rows[1].cells == [nil, nil])
    #expect(reference.snapshot == "2026-07-18")
    #expect(reference.attribution == "Somebody")
  }

  @Test func anUnreadableCellIsAFinding() throws {
    let reference = try reference("Name,TDP,Transistors\nH100,$613480.63,\"327978752,192851506176\"\nA100,\"1,400\",?\n")
    #expect(reference.rows[0].cells.map { $0?.value } == [.number(ExactDecimal("613480.63") ?? .zero), nil])
    #expect(reference.rows[1].cells.map { $0?.value } == [.number(ExactDecimal(1400)), nil])
    #expect(
      reference.findings.map(\.message) == [
        "chips.csv:2: '327978752,192851506176' in column 'Transistors' is no number",
        "chips.csv:3: '?' in column 'Transistors' is no number",
      ])
  }

  @Test(arguments: [
    (
      "snapshot: 2026-07-18\n", "",
      "chips.yaml:1: the key 'snapshot' is missing; add the day that the table was published or fetched, as YYYY-MM-DD"
    ),
    ("2026-07-18", "2026-02-30", "chips.yaml:3: 'snapshot' is '2026-02-30'; write a day that exists as YYYY-MM-DD"),
    ("2026-07-18", "2026-07", "chips.yaml:3: 'snapshot' is '2026-07'; write a day that exists as YYYY-MM-DD"),
    ("publisher", "publsher", "chips.yaml:1: the key 'publisher' is missing; add it"),
    ("subject:", "famlies: size\nsubject:", "chips.yaml:6: unknown key 'famlies'; did you mean 'families'?"),
    ("unit: watt", "unit: watt\n    unti: x", "chips.yaml:11: unknown key 'unti'; did you mean 'unit'?"),
    ("1e6", "many", "chips.yaml:11: 'multiplier' is 'many'; write a number above zero such as 1e6"),
    ("subject: Name", "layout: epoch-model", "chips.yaml:1: 'layout' is 'epoch-model'; did you mean 'epoch-models'?"),
    ("chips.csv", "chips.txt", "chips.yaml:1: the key 'format' is missing; add one of csv, jsonl"),
    ("measures:", "- x", "chips.yaml:"),
    (
      "column: TDP", "column: TPD",
      "chips.yaml:8: the table 'chips.csv' has no column 'TPD'; did you mean 'TDP'?; its columns are Name, TDP, Transistors"
    ),
  ]) func tellsWhatIsWrong(found: String, replacement: String, message: String) {
    let lines = Self.good.split(separator: found, maxSplits: 1, omittingEmptySubsequences: false)
    let yaml = lines[0] + replacement + lines[1]
    #expect {
      _ = try reference("Name,TDP,Transistors\n", yaml: String(yaml))
    } throws: { error in
      guard let error = error as? KnowledgeError, error.description.hasPrefix(message) else {
        Issue.record("\(error)")
        return false
      }
      return true
    }
  }

  @Test func theBuiltInLayoutsAreRead() throws {
    for layout in BuiltInLayout.allCases { #expect(try !layout.layout.measures.isEmpty) }
  }

  @Test func aBareTableIsKnownByItsHeader() throws {
    let header = "model,publication_date,parameters,training_compute_flop,dataset_size,training_time_hours,link"
    let reference = try Reference(bareTable: Array("\(header)\nGPT-4,2023-03-15,,2.1e25,,,x\n".utf8), path: "t.csv", snapshot: "2023-12-20")
    #expect(reference?.name == "epoch-models")
    #expect(reference?.rows[0].cells.first == ReferenceCell(written: "2023-03-15", value: .day("2023-03-15")))
    #expect(try Reference(bareTable: Array("a,b\n1,2\n".utf8), path: "t.csv", snapshot: "2023-12-20") == nil)
  }
}
