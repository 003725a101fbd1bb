import References
import Testing

/// Tables are read as RFC 4180 and JSON Lines have them, whatever their makers did.
@Suite struct TextTableTests {
  @Test(arguments: [
    ("a,b\n1,2\n", [["1", "2"]]),
    ("a,b\r\n1,2\r\n", [["1", "2"]]),
    ("a,b\n\"x, y\",2", [["x, y", "2"]]),
    ("a,b\n\"says \"\"no\"\"\",2", [["says \"no\"", "2"]]),
    ("a,b\n\"two\nlines\",2\n3,4", [["two\nlines", "2"], ["3", "4"]]),
    ("a,b\n1\n1,2,3\n", [["1", ""], ["1", "2"]]),
    ("a,b\n\n1,\n", [["1", ""]]),
    ("a,b\n\"open, 2\n3,4", [["open, 2\n3,4", ""]]),
    ("a,b\n\"x\"y,2", [["xy", "2"]]),
    ("\u{FEFF}a,b\n1,2", [["1", "2"]]),
    ("a,b", []),
  ]) func readsCommaSeparatedValues(text: String, rows: [[String]]) {
    let table = TextTable(commaSeparated: Array(text.utf8))
    #expect(table.header == ["a", "b"])
    #expect(table.rows.map(\.cells) == rows)
  }

  @Test func linesOfRowsAreThoseOfTheFile() {
    let table = TextTable(commaSeparated: Array("a\n\"x\ny\"\nz\n".utf8))
    #expect(table.rows.map(\.line) == [2, 4])
  }

  @Test func readsObjectLinesWithoutRounding() {
    var unreadable: [Int] = []
    let text = """
      {"model": "GPT-4", "flop": 2.10000000000000000000001e25, "open": false}
      {"model": "\\u6587心 \\"4\\"", "flop": null}
      {"model": ["nested"]}
      no object
      """
    let table = TextTable(objectLines: Array(text.utf8), unreadable: &unreadable)
    #expect(table.header == ["model", "flop", "open"])
    #expect(table.rows.map(\.cells) == [["GPT-4", "2.10000000000000000000001e25", "false"], ["文心 \"4\"", "", ""]])
    #expect(unreadable == [3, 4])
  }

  /// Any bytes are some table: no crash, no hang.
  @Test func standsAnyBytes() {
    var state: UInt64 = 7
    let alphabet = Array(",\"\n\r{}:\\ua1\u{0}é".utf8)
    for length in 0..<400 {
      var bytes: [UInt8] = []
      for _ in 0..<length {
        state = state &* 6_364_136_223_846_793_005 &+ 1
        bytes.append(alphabet[Int(state >> 33) % alphabet.count])
      }
      let table = TextTable(commaSeparated: bytes)
      #expect(table.rows.allSatisfy { $0.cells.count == table.header.count })
      var unreadable: [Int] = []
      _ = TextTable(objectLines: bytes, unreadable: &unreadable)
    }
  }
}
