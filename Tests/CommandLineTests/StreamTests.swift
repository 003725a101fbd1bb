import Foundation
import Testing

/// Records in, records out: one line for each, in order, whatever the line.
@Suite struct StreamTests {
  @Test func badRecordsBecomeRecordsThatSayWhy() throws {
    let input = """
      {"id":"a","url":"","text":"OpenAI发布的GPT-4训练成本超过了1亿美元，这个数字来自公司自己。"}
      not json
      {"id":"b","url":""}
      {"id":"c","url":"","html_b64":"!!"}

      {"id":"d","url":"","text":""}
      """
    let outcome = try Program.run(["ingest", "--jsonl"], input: input)
    #expect(outcome.status == 0)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == 5)
    #expect(lines[0].hasPrefix(#"{"id":"a","title":null,"text":"OpenAI"#))
    #expect(lines[1].contains(#""record":"line 2""#) && lines[1].contains("not a page record"))
    #expect(lines[2].contains(#""record":"b""#) && lines[2].contains("the record has no page"))
    #expect(lines[3].contains("html_b64 is not base64") || lines[3].contains(#"{"id":"c","title":null,"text":"""#))
    #expect(lines[4] == #"{"id":"d","title":null,"text":"","findings":[{"kind":"emptyPage","message":"the page has no bytes"}]}"#)
  }

  @Test func wordsHaveTheirPlacesInCodePoints() throws {
    let outcome = try Program.run(["segment", "--jsonl"], input: #"{"id":"a","url":"","text":"𠮷用Ａ100，35%"}"#)
    #expect(
      outcome.output == #"{"id":"a","text":"𠮷用A100，35%","tokens":[{"start":0,"end":1,"text":"𠮷","kind":"word"},"#
        + #"{"start":1,"end":2,"text":"用","kind":"word"},{"start":2,"end":6,"text":"A100","kind":"name"},"#
        + #"{"start":7,"end":10,"text":"35%","kind":"numeral"}]}"# + "\n")
  }

  @Test func segmentPartsWordsAndSigns() throws {
    let scratch = try Scratch()
    let page = try scratch.file("page.txt", "OpenAI发布的GPT-4训练成本超过了1亿美元，这个数字来自公司自己。\n")
    let outcome = try Program.run(["segment", "--separator", "|", page])
    #expect(outcome.output == "OpenAI|发布|的|GPT-4|训练|成本|超过|了|1亿|美元|，|这个|数字|来自|公司|自己|。\n")
  }

  @Test func aLineEndsAtTheNewlineAlone() throws {
    let outcome = try Program.run(["normalize", "--repair-only", "--jsonl"], input: "{\"id\":\"a\",\"text\":\"x\u{2028}y\u{85}z\"}")
    #expect(outcome.output == "{\"id\":\"a\",\"text\":\"x\u{2028}y\u{85}z\"}\n")
  }

  @Test(arguments: [["--version"], ["--help"], ["extract", "--help"], ["knowledge", "check", "--help"]])
  func helpGoesToStandardOutput(arguments: [String]) throws {
    let outcome = try Program.run(arguments)
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("kaozheng ") || outcome.output.contains("EXAMPLES"))
    #expect(outcome.messages.isEmpty)
  }

  @Test func anEmptyPageIsARecordThatSaysWhy() throws {
    let scratch = try Scratch()
    let outcome = try Program.run(["extract", try scratch.file("empty.html", "")])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("kaozheng/rejection/1"))
    #expect(outcome.output.contains("emptyPage"))
  }
}
