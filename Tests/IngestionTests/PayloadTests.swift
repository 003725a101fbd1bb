import ClaimModel
import SourceText
import Testing

@testable import Ingestion

/// Pages whose article is in their scripts only.
@Suite struct PayloadTests {
  static let texts = ["第一段说，" + paragraph, "第二段说，" + paragraph]

  static func page(_ script: String, type: String = "application/json", body: String = "<div id='app'>Loading…</div>") -> String {
    "<html><head><title>算力</title></head><body>\(body)<script type='\(type)'>\(script)</script></body></html>"
  }

  static let shells: [(String, String)] = [
    ("articleBody", #"{"@type": "NewsArticle", "articleBody": "\#(texts[0])\n\#(texts[1])"}"#),
    ("content", #"{"props": {"post": {"title": "算力", "content": "<p>\#(texts[0])<\/p><p>\#(texts[1])<\/p>"}}}"#),
    ("text", #"{"blocks": [{"type": "p", "text": "\#(texts[0])"}, {"type": "p", "text": "\#(texts[1])"}]}"#),
    (
      "content",
      #"window.__INITIAL_STATE__ = {"post": {"content": "\#(texts[0])\r\n\#(texts[1])"}, "comments": [{"content": "\#(texts[0])"}]};"#
    ),
  ]

  @Test(arguments: shells) func theArticleIsReadFromTheScript(key: String, script: String) throws {
    let document = try ingest(Self.page(script))
    #expect(document.keptBlocks.filter { $0.role != .title }.map { document.string($0.span) } == Self.texts)
    #expect(document.findings.map(\.kind) == ["readFromScript"])
    #expect(document.findings.first?.message.contains("'\(key)'") == true)
    #expect(document.metadata.title?.value == "算力")
    #expect(origin(of: "第一段说", in: document) == "第一段说")
  }

  @Test func escapesLeadBackToWhatIsWritten() throws {
    let escaped = #"\u7b2c\u4e00\u6bb5\u8bf4\uff0c\ud83d\ude00"# + paragraph + paragraph
    let document = try ingest(Self.page(#"{"articleBody": "\#(escaped)"}"#))
    #expect(origin(of: "一段", in: document) == #"\u4e00\u6bb5"#)
    #expect(origin(of: "😀", in: document) == #"\ud83d\ude00"#)
  }

  @Test func aPageThatShowsItsArticleIsReadFromThat() throws {
    let body = "<div><p>\(Self.texts[1])</p><p>\(Self.texts[1])</p></div>"
    let document = try ingest(Self.page(Self.shells[0].1, body: body))
    #expect(document.keptBlocks.filter { $0.role != .title }.map { document.string($0.span) } == [Self.texts[1], Self.texts[1]])
    #expect(document.findings.isEmpty)
  }

  @Test(arguments: [
    #"{"comments": [{"content": "\#(texts[0])\#(texts[1])"}]}"#, #"{"content": "短"}"#,
    #"function f() { return "\#(texts[0])\#(texts[1])" }"#,
    #"{"articleBody": "\u12"#, "{\"articleBody\": \"\\", String(repeating: "[", count: 100_000),
    String(repeating: #"{"a":"#, count: 50_000),
  ]) func aScriptWithoutAnArticleIsPassedOver(script: String) throws {
    #expect(try !ingest(Self.page(script)).hasArticle)
  }

  @Test(arguments: [
    (#"a\n\"b\"\\"#, "a\n\"b\"\\"), (#"\u00e9\/"#, "é/"), (#"\ud83d\ude00"#, "😀"), (#"\ud83d!"#, "\u{FFFD}!"), (#"\ude00"#, "\u{FFFD}"),
    (#"\uZZZZ"#, "\u{FFFD}ZZZZ"), (#"x\"#, "x\\"), ("算力", "算力"),
  ]) func escapesAreUndone(written: String, read: String) {
    let string = JSONString<DecodedText>(Array(written.utf8), in: 0..<written.utf8.count)
    #expect(String(decoding: string.utf8, as: UTF8.self) == read)
    #expect(string.map.length == string.utf8.count)
  }
}
