import ClaimModel
import SourceText
import Testing

@testable import Ingestion

/// What is known of a site decides over what general features say.
@Suite struct SiteRuleTests {
  static let rules: SiteRules = {
    var rules = SiteRules()
    rules.add(
      SiteRule(keep: ["div#text", "p.lead"].compactMap { ElementSelector($0) }, drop: [.init(".box")].compactMap(\.self)), for: "a.org")
    rules.add(SiteRule(keep: [], drop: [.init("section")].compactMap(\.self)), for: "b.a.org")
    return rules
  }()
  static let page = """
    <body><div class="comments"><p class="lead big">短句</p><p>\(paragraph)</p><div id="text"><p>正文一句</p><p class="box wide">\(paragraph)</p></div>\
    <section><p>第二段说，\(paragraph)</p></section></div></body>
    """

  static func kept(_ address: String?) throws -> [String] {
    let bytes = Array(page.utf8)
    let page = Page(record: "test", path: "", bytes: bytes, provenance: Provenance(url: address, sha256: ""), format: .html)
    let document = Ingestion(cues: cues, sites: rules)(page, using: try IngestionWorker())
    return document.keptBlocks.map { document.string($0.span) }
  }

  @Test(arguments: ["https://a.org/1", "https://www.a.org", "http://A.org:8080/x?y", "https://m.a.org#z"])
  func theElementsOfASiteHoldTheArticle(address: String) throws {
    #expect(try Self.kept(address) == ["短句", "正文一句"])
  }

  @Test func theNearestNameDecides() throws {
    #expect(try Self.kept("https://b.a.org/").contains(paragraph))
    #expect(try !Self.kept("https://b.a.org/").contains("第二段说，" + paragraph))
  }

  @Test(arguments: ["https://aa.org/", "https://a.org.example/", "a.org", nil])
  func otherSitesAreReadAsAlways(address: String?) throws {
    #expect(try Self.kept(address).contains("第二段说，" + paragraph))
  }

  @Test(arguments: [("div", "div"), ("#a_b-c", "#a_b-c"), (".x", ".x"), ("H1.title", "h1.title"), ("div#T", "div#T")])
  func elementsAreRead(text: String, expected: String) {
    #expect(ElementSelector(text)?.text == expected)
  }

  @Test(arguments: ["", ".", "#", "div.", "div p", "a>b", ".a.b", "p:first-child", "[x]", "*"])
  func whatIsNoElementIsRefused(text: String) {
    #expect(ElementSelector(text) == nil)
  }
}
