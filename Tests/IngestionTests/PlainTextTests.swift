import ClaimModel
import SourceText
import Testing

@testable import Ingestion

@Suite struct PlainTextTests {
  @Test(arguments: ["\n", "\r\n", "\r", "\n\n"]) func aLineIsABlock(end: String) throws {
    let document = try ingest(["标题", paragraph, "小标题", paragraph].joined(separator: end), format: .text)
    #expect(outline(document) == ["+ title: 标题", "+ paragraph: \(paragraph)", "+ paragraph: 小标题", "+ paragraph: \(paragraph)"])
  }

  @Test func wrappedLinesAreOneBlock() throws {
    let lines = [
      "The report says that the compute needed to train a large model", "has grown by many times in ten years, and that it has not slowed",
      "down since then. Nobody knows how long that will go on, and what",
      "it will cost in the end, since the price of chips has fallen too.", "",
      "A second paragraph begins here, and it is wrapped as well as the",
      "first one, at the same width, by the same mail program, long ago.",
    ]
    let document = try ingest(lines.joined(separator: "\n"), format: .text)
    #expect(document.blocks.count == 2)
    #expect(document.string(document.blocks[0].span) == lines[0...3].joined(separator: " "))
  }

  static let brokenWords = [
    ("much infor-", "mation on it", "much information on it"), ("a state-of-the-", "art system is", "a state-of-the-art system is"),
    ("the model GPT-", "4 was trained", "the model GPT- 4 was trained"), ("it is well-", "known by now", "it is well-known by now"),
    ("between one -", "and the other", "between one - and the other"),
  ]

  @Test(arguments: brokenWords) func wordsBrokenAtALinesEndAreWhole(end: String, next: String, joined: String) throws {
    let filler = "The report says that the compute needed to train a large mod"
    let lines = [
      filler, filler, String(filler.prefix(filler.count - end.count)) + end, next + " " + filler.prefix(filler.count - next.count - 1),
      filler,
      "and a thing that is well-known, says the report in its summary",
    ]
    let document = try ingest(lines.joined(separator: "\n"), format: .text)
    #expect(document.string(document.blocks[0].span).contains(joined))
  }

  @Test func boilerplateHasItsReasons() throws {
    let document = try ingest(
      """
      北京百家乐,时时彩,在线棋牌
      算力為什麼增長

      \(paragraph)
      （相關(guān)資料圖）
      \(paragraph)
      本文作者:Aeneas、好困,来源:新智元
      風(fēng)險(xiǎn)提示及免責(zé)條款 市場有風險，投資需謹慎。
      關(guān)鍵詞:
      """, format: .text)
    #expect(
      document.blocks.map(\.verdict.reason) == [
        "search spam", "title", "sentences", "image caption", "sentences", "byline", "disclaimer", "keyword line",
      ])
    #expect(document.blocks.map(\.role) == [.boilerplate, .title, .paragraph, .caption, .paragraph, .byline, .boilerplate, .boilerplate])
    #expect(document.metadata.author?.value == "Aeneas、好困")
    #expect(document.metadata.source?.value == "新智元")
    #expect(document.metadata.language == .chinese)
  }

  @Test func aStrippedPageIsCutToItsArticle() throws {
    let menu = (1...12).map { "* 栏目\($0)" }
    let foot = (1...6).map { "* 底部\($0)" }
    let document = try ingest((menu + [paragraph, "• 别处的标题..", paragraph] + foot).joined(separator: "\n"), format: .text)
    #expect(document.keptBlocks.map { document.string($0.span) } == [paragraph, paragraph])
  }

  @Test(arguments: [
    (paragraph + " 别处的一个标题...", true), ("别处的一个很长的标题，说了又说，可是没有说完...", false),
    ("首页 | 新闻 | 别处的标题，另一个标题，第三个标题，第四个标题，第五个标题，第六个标题，第七个标题，第八个标题", false),
  ]) func aLongLineOfAStrippedPageIsKeptWhereItIsText(line: String, isKept: Bool) throws {
    let menu = (1...12).map { "* 栏目\($0)" }
    let document = try ingest((menu + [paragraph, paragraph, line]).joined(separator: "\n"), format: .text)
    #expect(document.keptBlocks.contains { document.string($0.span) == line } == isKept)
  }
}
