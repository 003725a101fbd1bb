import SourceText
import Testing

@Suite struct UTF8ScanningTests {
  @Test(arguments: [
    ("算力", 0..<12, true), ("算力", 3..<12, false), ("力增", 3..<9, true), ("力增", 3..<8, false), ("", 0..<12, false), ("算力增长了", 0..<12, false),
  ])
  func findsBytesInARange(words: String, range: Range<Int>, isFound: Bool) {
    #expect(Array("算力增长".utf8).hasBytes(Array(words.utf8), in: range) == isFound)
  }
}
