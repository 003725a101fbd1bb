import ClaimModel
import SourceText
import Testing

@testable import Ingestion

@Suite struct MarkdownTests {
  static let cases: [(markdown: String, blocks: [String])] = [
    ("# 标题\n\n正文，**重点：**然后*强调*。", ["+ title1: 标题", "+ paragraph: 正文，重点：然后强调。"]),
    ("正文一。\n\n小标题\n----\n正文二。", ["+ paragraph: 正文一。", "+ heading2: 小标题", "+ paragraph: 正文二。"]),
    ("正文。\n\n- 一\n- 二\n  - 三\n1. 四", ["+ paragraph: 正文。", "+ listItem: 一", "+ listItem: 二", "+ listItem1: 三", "+ listItem: 四"]),
    ("正文。\n\n| 模型 | 算力 |\n|---|---|\n| 甲 | 10<sup>22</sup> |", ["+ paragraph: 正文。", "+ table: 模型⇥算力⏎甲⇥10^22"]),
    (
      "正文。\n\n<table><tr><th>模型</th><th>算力</th></tr>\n<tr><td>甲</td><td>3 &lt; 4</td></tr></table>",
      ["+ paragraph: 正文。", "+ table: 模型⇥算力⏎甲⇥3 < 4"]
    ),
    ("正文。\n\n```swift\nlet a = 1\n\nlet b = *2*\n```\n\n尾声。", ["+ paragraph: 正文。", "+ code: let a = 1⏎⏎let b = *2*", "+ paragraph: 尾声。"]),
    ("正文。\n\n    let a = 1\n    let b = 2\n\n尾声。", ["+ paragraph: 正文。", "+ code: let a = 1⏎    let b = 2", "+ paragraph: 尾声。"]),
    ("正文。\n\n> 引用一，\n> 引用二。\n>\n> 引用三。", ["+ paragraph: 正文。", "+ quote: 引用一，引用二。", "+ quote: 引用三。"]),
    ("正文。\n\n$$\nC = 6ND\n$$", ["+ paragraph: 正文。", "+ code: C = 6ND"]),
    ("见[报告](http://a.b/c_(d))和![图](x.png)`a*b`，2*3*4，snake_case_name。", ["+ paragraph: 见报告和a*b，2*3*4，snake_case_name。"]),
    ("见[报告][1]，\\*不是强调\\*，<http://a.b>。\n\n[1]: http://a.b", ["+ paragraph: 见报告，*不是强调*，http://a.b。"]),
    ("one line,\nanother line.", ["+ paragraph: one line, another line."]),
    ("---\ntitle: 题目\ndate: 2023-08-09\n---\n正文，一句。", ["- front matter: title: 题目⏎date: 2023-08-09", "+ paragraph: 正文，一句。"]),
    ("正文。<!-- 注 -->\n\n<!-- 两行\n注 -->\n尾声。", ["+ paragraph: 正文。", "+ paragraph: 尾声。"]),
  ]

  @Test func aListOfLinksIsAMenuUnlessItIsLongOrAlone() throws {
    let menu = (1...4).map { "- [栏目里的第\($0)条新闻](/a\($0))" }.joined(separator: "\n")
    let document = try ingest("\(menu)\n\n正文，一句话。\n\n[一篇单独的报告](/r)\n\n另一段正文，一句话。", format: .markdown)
    #expect(document.keptBlocks.map { document.string($0.span) } == ["正文，一句话。", "一篇单独的报告", "另一段正文，一句话。"])
  }

  @Test(arguments: cases) func cutsIntoBlocks(markdown: String, blocks: [String]) throws {
    #expect(outline(try ingest(markdown, format: .markdown)) == blocks)
  }

  @Test(arguments: [
    ("a.md", "只有一行", true), ("a.txt", "# 标题\n\n## 小标题\n", false), ("", "# 标题\n\n## 小标题\n\n[x](y)\n", true), ("", "第一行。\n第二行。", false),
  ]) func isToldByNameThenByContent(path: String, text: String, isMarkdown: Bool) {
    let page = Page(record: "", path: path, bytes: Array(text.utf8), provenance: Provenance(sha256: ""))
    #expect((PageKind(of: page, text: page.bytes) == .markdown) == isMarkdown)
  }

  @Test func offsetsLeadToTheMarkup() throws {
    let document = try ingest("正文，**重点**和[报告](http://a.b)说 &amp; 写。", format: .markdown)
    #expect(origin(of: "重点和报告说", in: document) == "重点**和[报告](http://a.b)说")
    #expect(origin(of: "&", in: document) == "&amp;")
  }

  @Test func metadataComesFromTheFrontMatter() throws {
    let document = try ingest("---\ntitle: \"题目\"\nauthor: 张三\ndate: 2023-08-09\n---\n正文，一句。", format: .markdown)
    #expect(document.metadata.title?.value == "题目")
    #expect(document.metadata.author?.value == "张三")
    #expect(document.metadata.published?.value == "2023-08-09")
  }

  @Test(arguments: ["](", "[", "**", "`", "<a ", "![", "> ", "- ", "|", "&#", "\\"]) func hostileMarksEnd(mark: String) throws {
    _ = try ingest(String(repeating: mark, count: 100_000), format: .markdown)
  }
}
