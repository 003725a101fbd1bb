import ClaimModel
import SourceText
import Testing

@testable import Ingestion

@Suite struct HTMLTests {
  /// What stands between two paragraphs of an article, and the blocks it makes there.
  static let cases: [(html: String, blocks: [String])] = [
    ("<h2>算力 的<b>增长</b></h2>", ["+ heading2: 算力 的增长"]),
    ("<ul><li>第一项，算力</li><li>第二项，数据<ul><li>里面的一项</li></ul></li></ul>", ["+ listItem: 第一项，算力", "+ listItem: 第二项，数据", "+ listItem1: 里面的一项"]),
    ("<blockquote><p>引用的话，一句。</p></blockquote>", ["+ quote: 引用的话，一句。"]),
    ("<pre>let a = 1\n  let b = 2\n</pre>", ["+ code: let a = 1⏎  let b = 2"]),
    ("<figure><img alt='x'><figcaption>图一 算力<br>的增长</figcaption></figure>", ["+ caption: 图一 算力 的增长"]),
    ("<div>一行<br>两行<br/>三行</div>", ["+ paragraph: 一行", "+ paragraph: 两行", "+ paragraph: 三行"]),
    ("<p>前<script>var a='x'</script><style>p{}</style><noscript>没有</noscript><template>空</template>后</p>", ["+ paragraph: 前后"]),
    ("<p>10<sup>22</sup> 次，10<sup>-3</sup> 秒</p>", ["+ paragraph: 10^22 次，10^-3 秒"]),
    ("<p>1<sup>st</sup>，x<sup>2</sup></p>", ["+ paragraph: 1st，x2"]),
    ("<p>共 2023<sup><a href='#n'>3</a></sup> 年</p>", ["+ paragraph: 共 2023[3] 年"]),
    ("<p>　　缩进&nbsp;的段落，有字。</p>", ["+ paragraph: 缩进 的段落，有字。"]),
    (
      "<table><caption>表一</caption><tr><th>模型</th><th colspan=2>算力</th></tr><tr><td>甲</td><td></td><td>3</td></tr></table>",
      ["+ caption: 表一", "+ table: 模型⇥算力⏎甲⇥⇥3"]
    ),
    ("<p style='display: none'>藏起来的字</p>", ["- hidden: 藏起来的字"]),
    ("<nav><a href='/'>首页</a></nav>", ["- navigation: 首页"]),
    ("<div class='bdshare'><span>分享一下</span></div>", ["- share box: 分享一下"]),
    ("<aside><p>旁边的字</p></aside>", ["- sidebar: 旁边的字"]),
    ("<p>分享到：微博</p>", ["- share box: 分享到：微博"]),
    ("<p>（責任編輯：張三）</p>", ["- byline: （責任編輯：張三）"]),
    ("<p>責(zé)任編輯：張三</p>", ["- byline: 責(zé)任編輯：張三"]),
    ("<p>關鍵詞：算力</p>", ["- keyword line: 關鍵詞：算力"]),
  ]

  @Test(arguments: cases) func cutsIntoBlocks(html: String, blocks: [String]) throws {
    let document = try ingest("<html><body><div><p>\(paragraph)</p>\(html)<p>\(paragraph)</p></div></body></html>")
    #expect(Array(outline(document).dropFirst().dropLast()) == blocks)
  }

  @Test func tableCellsAreKnown() throws {
    let document = try ingest(
      """
      <p>\(paragraph)</p><table><tr><th></th><th colspan="2">算力</th></tr><tr><td>甲</td><td>1</td><td>2</td></tr></table><p>\(paragraph)</p>
      """, format: .html)
    let grid = try #require(document.blocks.compactMap(\.table).first)
    #expect(grid.rows.map { $0.map { document.string($0.span) } } == [["", "算力"], ["甲", "1", "2"]])
    #expect(grid.rows.map { $0.map(\.isHeader) } == [[true, true], [false, false, false]])
    #expect(grid.rows[0].map(\.columnSpan) == [1, 2])
    let block = try #require(document.blocks.first { $0.table != nil })
    #expect(grid.rows.joined().allSatisfy { block.span.contains($0.span) })
  }

  @Test func aLayoutTableIsNoTable() throws {
    let cells = ["一", "二"].map { row in
      let long = String(repeating: paragraph, count: 5)
      return "<td><p>\(row)说，\(paragraph)</p><p>\(row)又说，\(paragraph)</p><p>\(row)还说，\(long)</p></td>"
    }
    let side = "<td><a href='/l'>左边</a> <a href='/m'>栏目</a> <a href='/n'>别的栏目</a></td>"
    let document = try ingest(
      "<table><tr><td><a href='/'>首页</a></td>\(cells[0])</tr><tr>\(side)\(cells[1])</tr></table>", format: .html)
    #expect(document.blocks.allSatisfy { $0.role != .table })
    #expect(document.keptBlocks.count == 6)
  }

  @Test func aPageIsReadWithItsSurroundings() throws {
    let document = try ingest(
      """
      <!DOCTYPE html><html><head><title>算力增长的原因_新闻网</title></head><body>
      <div class="top"><a href="/">首页</a> <a href="/n">新闻</a> <a href="/f">财经</a></div>
      <div id="main"><h1>算力增长的原因</h1><div class="info">2023年8月9日 来源：某报</div>
      <div class="content"><p>\(paragraph)</p><p>(相關(guān)資料圖)</p><p>\(paragraph)</p>
      <p>相关阅读：</p><ul><li><a href="/1">另一条新闻的标题</a></li><li><a href="/2">又一条新闻的标题</a></li></ul></div></div>
      <div class="footer">Copyright 2023 某报</div></body></html>
      """)
    #expect(
      outline(document) == [
        "- duplicate title: 算力增长的原因_新闻网", "- link list: 首页 新闻 财经", "+ title1: 算力增长的原因", "- byline: 2023年8月9日 来源：某报",
        "+ paragraph: \(paragraph)", "- image caption: (相關(guān)資料圖)", "+ paragraph: \(paragraph)", "- related links: 相关阅读：",
        "- related links: 另一条新闻的标题", "- related links: 又一条新闻的标题", "- copyright: Copyright 2023 某报",
      ])
  }

  @Test(arguments: [
    ("", "emptyPage"), ("<html><body><script>x</script></body></html>", "emptyPage"),
    ("<html><body><ul><li><a href='/'>Home</a></li></ul></body></html>", "onlyBoilerplate"),
    ("\u{1}\u{2}\u{3}\u{4}\u{5}\u{0}\u{1}", "notText"),
    ("<html><body><p>页面不存在，请返回首页</p></body></html>", "notAnArticle"),
    ("<html><body><p>Checking your browser before you go on.</p></body></html>", "notAnArticle"),
  ]) func aPageWithoutAnArticleSaysSo(page: String, finding: String) throws {
    let document = try ingest(page)
    #expect(document.keptBlocks.isEmpty)
    #expect(document.findings.map(\.kind) == [finding])
  }

  @Test func whatIsLeftOfACutScriptIsNoText() throws {
    let script =
      #"<script>document.write('<script src="/a.js"></script>');} function show(){document.getElementById("a").style.height = 120;}</script>"#
    let code = "<pre>function show() { document.title = 1; }</pre>"
    #expect(
      try outline(ingest("<body><p>\(paragraph)</p>\(script)<p>\(paragraph)</p>\(code)</body>", format: .html)) == [
        "+ paragraph: \(paragraph)", #"- script: ');} function show(){document.getElementById("a").style.height = 120;}"#,
        "+ paragraph: \(paragraph)",
        "+ code: function show() { document.title = 1; }",
      ])
  }

  @Test func aPageOfTooManyBytesIsNotReadAndSaysSo() throws {
    let document = try ingest([UInt8](repeating: UInt8(ascii: "1"), count: Ingestion.mostBytes + 1))
    #expect(document.findings.map(\.kind) == ["tooLong"])
    #expect(!document.hasArticle)
  }

  @Test func aTitleAloneIsNoArticle() throws {
    let document = try ingest("<html><head><title>页面不存在</title></head><body><h1>页面不存在</h1></body></html>")
    #expect(!document.hasArticle)
    #expect(document.findings.map(\.kind) == ["notAnArticle"])
  }

  @Test func theTextForBrowsersWithoutScriptsIsReadWhereItIsLong() throws {
    let long = String(repeating: paragraph, count: 9)
    #expect(try outline(ingest("<body><noscript><p>\(long)</p></noscript></body>", format: .html)) == ["+ paragraph: \(long)"])
    #expect(
      try outline(ingest("<body><noscript><p>请打开脚本</p></noscript><p>\(paragraph)</p></body>", format: .html)) == [
        "+ paragraph: \(paragraph)"
      ])
  }

  @Test(arguments: [
    String(repeating: "<div>", count: 100_000), String(repeating: "<table><tr><td>", count: 20_000),
    String(repeating: "a", count: 2_000_000),
    String(repeating: "<", count: 100_000), String(repeating: "\u{0}<p>x", count: 10_000),
    "<p " + String(repeating: "a=1 ", count: 50_000) + ">x</p>",
  ]) func hostilePagesEnd(page: String) throws {
    _ = try ingest(page, format: .html)
    _ = try ingest(page, format: .text)
  }
}
