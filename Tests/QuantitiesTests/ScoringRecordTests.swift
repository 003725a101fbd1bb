import Quantities
import SourceText
import Testing

@Suite struct ScoringRecordTests {
  /// Offsets are code points of the original, through a gloss that the reader did not see.
  @Test func leadsBackThroughAGloss() {
    let original = Array("約10億個(gè)數".utf8)
    let read = Array("約10億個數".utf8)
    let gloss = Array("約10億個".utf8).count
    let width = Array("(gè)".utf8).count
    func back(_ offset: Int) -> Int { offset > gloss ? offset + width : offset }
    let record = ScoringRecord(id: "a", original: original) { back($0.start)..<back($0.end) }
    let line = String(decoding: record.line(reader(read, in: 0..<read.count)), as: UTF8.self)
    #expect(line == #"{"id":"a","quantities":[{"start":1,"end":5,"text":"10億個","kind":"number","value":"1e9","unit":null}]}"#)
  }

  @Test(arguments: [
    ("九成", #""value":"90","unit":"percent""#), ("超过3元", #""value":"3","low":"3","low_incl":false,"unit":"CNY""#),
    ("2023年7月", #""timex":"2023-07","times":[{"start":"2023-07-01T00:00:00","end":"2023-08-01T00:00:00"}]"#),
  ]) func speaksTheSuitesUnits(text: String, part: String) {
    let bytes = Array(text.utf8)
    let line = ScoringRecord(id: "b", original: bytes) { $0.range }.line(read(text))
    #expect(String(decoding: line, as: UTF8.self).contains(part))
  }
}
