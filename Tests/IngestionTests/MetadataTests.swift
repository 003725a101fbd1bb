import ClaimModel
import SourceText
import Testing

@testable import Ingestion

@Suite struct MetadataTests {
  static let cases: [(head: String, body: String, url: String, published: String?, origin: MetadataOrigin?)] = [
    (
      #"<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2023-08-09T10:00:00+08:00"}</script>"#, "", "",
      "2023-08-09", .jsonLD
    ),
    (#"<meta property="article:published_time" content="2023-08-09">"#, "<time datetime='2020-01-01'>x</time>", "", "2023-08-09", .meta),
    ("", "<p><time datetime='2023-08-09T01:02'>Aug 9</time></p>", "", "2023-08-09", .time),
    ("", "", "http://a.b/2023/08/09/x.html", "2023-08-09", .url),
    ("", "", "http://a.b/t20230809_1.htm", "2023-08-09", .url),
    ("", "<p>2023年8月9日 10:20</p>", "", "2023-08-09", .text),
    ("", "<p>Posted on August 9, 2023</p>", "", "2023-08-09", .text),
    ("", "<p>9 Aug. 2023</p>", "", "2023-08-09", .text),
    ("", "<p>2023年13月9日</p>", "", nil, nil),
  ]

  @Test(arguments: cases) func findsTheDate(head: String, body: String, url: String, published: String?, origin: MetadataOrigin?) throws {
    let page = "<html><head>\(head)</head><body><div>\(body)<p>\(paragraph)</p><p>\(paragraph)</p></div></body></html>"
    let metadata = try ingest(page, url: url).metadata
    #expect(metadata.published?.value == published)
    #expect(metadata.published?.origin == origin)
  }

  @Test func readsWhatJSONLDSays() throws {
    let metadata = try ingest(
      #"""
      <html lang="en"><head><link rel="canonical" href="https://a.b/c"><script type="application/ld+json">
      {"@graph":[{"@type":"BreadcrumbList","itemListElement":[{"name":"Home"}]},
      {"headline":"A \u0022large\u0022 model","author":[{"@type":"Person","name":"Ann Lee"}],"publisher":{"name":"The Paper"},
      "dateModified":"2023-08-10"}]}</script></head><body><p>\#(englishParagraph)</p></body></html>
      """#
    ).metadata
    #expect(metadata.title == Metadata.Entry(value: "A \"large\" model", origin: .jsonLD))
    #expect(metadata.author?.value == "Ann Lee")
    #expect(metadata.site?.value == "The Paper")
    #expect(metadata.updated?.value == "2023-08-10")
    #expect(metadata.canonicalURL?.value == "https://a.b/c")
    #expect(metadata.language == .english)
    #expect(metadata.script == .latin)
  }

  @Test(arguments: [
    ("本文作者:Aeneas、好困，来源:新智元", "Aeneas、好困", "新智元"), ("來(lái)源：中國新聞網 2012-01-12", nil, "中國新聞網"), ("By Ann Lee | May 4", "Ann Lee", nil),
    ("（记者 张三）", nil, nil),
  ]) func readsBylines(line: String, author: String?, source: String?) {
    let text = Array(line.utf8)
    let byline = BylineReading(text, in: 0..<text.count)
    #expect(byline.author == author)
    #expect(byline.source == source)
  }

  @Test(
    arguments: [
      (["Product", "BreadcrumbList"], PageType.product), (["NewsArticle", "Product"], .article), (["QAPage"], .thread), (["WebPage"], nil),
    ] as [([String], PageType?)]) func readsWhatAPageIsForInJSONLD(types: [String], type: PageType?)
  {
    #expect(PageTypeReading.declared(by: Set(types)) == type)
  }

  @Test(
    arguments: [
      ("https://example.org/", nil), ("https://bbs.example.org/a/1", .thread), ("https://example.org/forum/thread-12-1-1.html", .thread),
      ("https://example.org/products/lamp", .product), ("https://example.org/docs/install", .documentation),
      ("https://example.org/category/lamps?page=2", .listing), ("https://example.org/2024/09/28/c_1129873.htm", .article),
      ("https://example.org/x/11298735.shtml", .article), ("https://example.org/about", nil),
    ] as [(String, PageType?)]) func readsWhatAPageIsForInItsAddress(address: String, type: PageType?)
  {
    #expect(PageTypeReading.told(by: address) == type)
  }

  @Test func theTypeOfThePageItselfCounts() throws {
    let json = #"{"@graph": [{"@type": "BreadcrumbList", "itemListElement": [{"@type": "Product"}]}, {"@type": ["WebPage", "QAPage"]}]}"#
    let document = try ingest(
      "<html><head><script type='application/ld+json'>\(json)</script></head><body><p>\(paragraph)</p></body></html>")
    #expect(document.metadata.pageType == Metadata.Entry(value: "thread", origin: .jsonLD))
  }
}
