import ClaimModel
import SourceText
import Testing

@testable import Ingestion

/// Which blocks of a page belong to the article: what is kept, and why the rest is not.
@Suite struct DecisionTests {
  static let links = (1...6).map { "<li><a href='/\($0)'>另外一条新闻的标题\($0)</a></li>" }.joined()
  static let menu = "<ul>\(links)</ul>"
  static let first = paragraph
  static let second = "第二段说，" + paragraph
  static let comment = "网友甲认为，这篇文章写得不错，可是价格没有说清楚，希望下次能写得更仔细一些。"

  static func kept(_ body: String) throws -> [String] {
    let document = try ingest("<html><head></head><body>\(menu)\(body)\(menu)</body></html>")
    return document.keptBlocks.map { document.string($0.span) }
  }

  @Test func postsOfAThreadAreKeptThoughTheyAreCalledComments() throws {
    let posts = [Self.first, Self.second].map { "<div class='comment'><p>\($0)</p></div>" }.joined()
    #expect(try Self.kept("<div id='thread'>\(posts)</div>") == [Self.first, Self.second])
  }

  @Test func commentsBelowAnArticleAreDropped() throws {
    let body = "<div><p>\(Self.first)</p><p>\(Self.second)</p></div><div class='comments'><p>\(Self.comment)</p></div>"
    #expect(try Self.kept(body) == [Self.first, Self.second])
  }

  @Test func aSidebarThatHoldsTheArticleIsNoSidebar() throws {
    #expect(try Self.kept("<div class='sidebar'><p>\(Self.first)</p><p>\(Self.second)</p></div>") == [Self.first, Self.second])
  }

  @Test func sectionsThatLieApartAreOneArticle() throws {
    let texts = [Self.first, Self.second, "第三段。" + Self.first]
    let sections = texts.map { "<section><div><p>\($0)</p></div></section>" }
    let between = "<div><a href='/x'>更多的产品介绍</a> <a href='/y'>更多的价格介绍</a> <a href='/z'>更多的公司介绍</a></div>"
    #expect(try Self.kept("<div>\(sections.joined(separator: between))</div>") == texts)
  }

  @Test func relatedLinksEndWhereTheArticleGoesOn() throws {
    let body = "<div><p>\(Self.first)</p><p>相关阅读：</p><p>别处的一个标题</p><p>\(Self.second)</p></div>"
    #expect(try Self.kept(body) == [Self.first, Self.second])
  }

  @Test func aLegalNoticeEndsTheArticle() throws {
    let body = "<div><p>\(Self.first)</p><p>\(Self.second)</p><p>免责声明：</p><p>① 本站的文章，都由作者自己负责，与本站没有关系。</p></div>"
    #expect(try Self.kept(body) == [Self.first, Self.second])
  }

  @Test(arguments: ["作者简介", "参考文献"]) func whatStandsBehindTheArticleEndsIt(heading: String) throws {
    let body = "<p>\(Self.first)</p><p>\(Self.second)</p>"
    let behind = "<h3>\(heading)</h3><p>张三，记者，写了三十年的文章。</p>"
    #expect(try Self.kept("<div>\(body)\(behind)</div>") == [Self.first, Self.second])
    let inMidst = "<div><p>\(Self.first)</p>\(behind)\(body)\(body)</div>"
    #expect(try Self.kept(inMidst).contains("张三，记者，写了三十年的文章。"))
  }

  @Test func anArticleThatSaysItEndsDoesThoughALongerOneFollows() throws {
    let other = (1...6).map { "<p>\($0)号文章说，\(Self.second)</p>" }.joined()
    let page = """
      <html><head><title>算力的十年_某报</title></head><body>\(Self.menu)<div><h1>算力的十年</h1><p>\(Self.first)</p><p>\(Self.second)</p>\
      <p>（全文完）</p></div><div><h1>另一篇文章</h1>\(other)</div></body></html>
      """
    let document = try ingest(page)
    #expect(document.keptBlocks.map { document.string($0.span) } == ["算力的十年", Self.first, Self.second])
  }

  @Test func paragraphsForWideAndNarrowScreensAreReadOnce() throws {
    let texts = (1...4).map { "第\($0)段说，\(Self.first)" }
    let paragraphs = texts.map { "<p>\($0)</p>" }.joined()
    #expect(try Self.kept("<div><div>\(paragraphs)</div><div>\(paragraphs)</div></div>") == texts)
    let once = [texts[0], texts[1], texts[0], texts[2]]
    #expect(try Self.kept("<div>\(once.map { "<p>\($0)</p>" }.joined())</div>") == once)
  }

  @Test func theOnlyHeadingOfTheFirstLevelIsTheTitle() throws {
    let document = try ingest("<html><body>\(Self.menu)<h1>算力的十年</h1><div><p>\(Self.first)</p><p>\(Self.second)</p></div></body></html>")
    #expect(document.blocks.filter { $0.role == .title }.map { document.string($0.span) } == ["算力的十年"])
  }

  @Test func aPageOfItemsIsAListing() throws {
    let items = (1...8).map { "<div class='card'><h3><a href='/\($0)'>第\($0)款台式计算机与显示器套装</a></h3><p>¥\($0)999</p></div>" }
    let document = try ingest("<html><body>\(Self.menu)<div>\(items.joined())</div>\(Self.menu)</body></html>")
    #expect(document.keptBlocks.count == 16)
    #expect(document.metadata.pageType == Metadata.Entry(value: "listing", origin: .text))
    let article = try ingest(
      "<html><head><meta property='og:type' content='article'></head><body><div>\(items.joined())</div></body></html>")
    #expect(!article.hasArticle)
  }

  @Test func shortItemsAreReadWhereNothingElseIs() throws {
    let items = (1...6).map { "<div><a href='/\($0)'>床头阅读台灯\($0)款</a><p>¥\($0)999</p></div>" }.joined()
    #expect(try ingest("<html><body><div>\(items)</div></body></html>").keptBlocks.count == 12)
  }

  @Test func aNoticeOnCookiesIsNotTheArticleThoughItIsLong() throws {
    let notice = (1...3).map { "<p>\($0)、\(Self.second)</p>" }.joined()
    let body = "<div><p>\(Self.first)</p></div><div id='onetrust-consent-sdk'>\(notice)</div>"
    #expect(try Self.kept(body) == [Self.first])
    #expect(try Self.kept("<div class='consent'>\(body)</div>").contains(Self.first))
  }

  @Test func paragraphsUnderARankAreNotABoxOfLinks() throws {
    let ranks = (1...3).map { rank in
      "<section class='rank-\(rank)'>" + (1...2).map { "<p>第\(rank).\($0)节：\(Self.first)\(Self.second)</p>" }.joined() + "</section>"
    }
    #expect(try Self.kept("<div><p>\(Self.first)</p>\(ranks.joined())</div>").count == 7)
  }

  @Test func commentsThatOutweighAnArticleAreStillComments() throws {
    let comments = (1...9).map { "<p>\($0)楼说，\(Self.second)</p>" }.joined()
    let body = "<body><div><p>\(Self.first)</p><p>\(Self.second)</p></div><div class='commentlisting'>\(comments)</div></body>"
    let document = try ingest("<html><head><meta property='og:type' content='article'></head>\(body)</html>")
    #expect(document.keptBlocks.map { document.string($0.span) } == [Self.first, Self.second])
    #expect(try ingest("<html>\(body)</html>").keptBlocks.count > 2)
  }

  @Test func aPageOfShortLinesIsRead() throws {
    let lines = (1...40).map { "第\($0)章 算力增长的历史与原因" }
    #expect(try Self.kept("<div>\(lines.map { "<p>\($0)</p>" }.joined())</div>") == lines)
  }

  @Test func aDateAboveTheArticleIsABylineAndADateInItIsNot() throws {
    let document = try ingest(
      "<div><p>2023年8月9日 10:20</p><p>\(Self.first)</p><p>2012年发布</p><p>\(Self.second)</p></div>", format: .html)
    #expect(document.blocks.map(\.role) == [.byline, .paragraph, .paragraph, .paragraph])
    #expect(document.blocks.map(\.isKept) == [false, true, true, true])
  }

  @Test func aPageOfTooManyBlocksIsCutAndSaysSo() throws {
    let document = try ingest(String(repeating: "<p>x", count: 200_100), format: .html)
    #expect(document.findings.contains { $0.kind == "tooManyBlocks" })
  }
}
