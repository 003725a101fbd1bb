import ClaimModel
import SourceText
import Testing

@testable import Ingestion

/// Every character of a document leads back to the bytes it stands for.
@Suite struct OffsetTests {
  static let page = """
    <html><head><title>新闻首页</title></head><body><ul><li><a href="/">首页</a></li><li><a href="/n">新闻</a></li></ul>
    <div><p>2023年算力<b>增长</b>了3倍，\n  模型的训练数据 &amp; 算力增长了三倍。</p><p>算力&nbsp;&nbsp;增长了10<sup>22</sup>倍，的的的。</p>
    <table><tr><th>年</th><th>倍</th></tr><tr><td>2023</td><td>3</td></tr></table></div></body></html>
    """

  /// In a document of `page` encoded with `encode`, each character that was copied leads back to its own code.
  static func check(_ document: Document, code: (Character) -> [UInt8]) {
    #expect(document.map.length == document.text.count)
    for block in document.blocks {
      var offset = block.span.start
      for character in document.string(block.span) {
        let width = String(character).utf8.count
        let span = document.map(TextSpan(start: offset, end: offset + width))
        let source = Array(document.page.bytes[span.range])
        if !span.isEmpty, character != " ", character != "&" { #expect(source == code(character), "\(character) at \(offset)") }
        offset += width
      }
    }
  }

  @Test(arguments: [Alphabet.gb18030, Alphabet("UTF-8", "", "")]) func leadsBackInEveryCharset(_ alphabet: Alphabet) throws {
    let document = try ingest(alphabet.encoded(Self.page))
    #expect(document.keptBlocks.count >= 3)
    Self.check(document, code: alphabet.encoded ∘ String.init)
  }

  @Test(arguments: [(false, false), (true, true), (false, true)]) func leadsBackInUTF16(bigEndian: Bool, mark: Bool) throws {
    let document = try ingest(utf16(Self.page, bigEndian: bigEndian, mark: mark))
    #expect(document.keptBlocks.count >= 3)
    Self.check(document) { utf16(String($0), bigEndian: bigEndian, mark: false) }
  }

  @Test func leadsBackBehindAByteOrderMark() throws {
    let document = try ingest([0xEF, 0xBB, 0xBF] + Array(Self.page.utf8))
    Self.check(document) { Array(String($0).utf8) }
  }

  @Test func anEntityIsOneUnit() throws {
    let document = try ingest(Self.page)
    #expect(origin(of: "&", in: document) == "&amp;")
    #expect(origin(of: "数据 & 算力", in: document) == "数据 &amp; 算力")
  }

  @Test func tagsInAWordArePassedOver() throws {
    let document = try ingest(Self.page)
    #expect(origin(of: "算力增长了3倍", in: document) == "算力<b>增长</b>了3倍")
  }

  @Test func whiteSpaceIsOneUnit() throws {
    let document = try ingest("<p>one  \n two, and three. \(englishParagraph)</p>", format: .html)
    #expect(origin(of: " ", in: document) == "  \n ")
    #expect(document.text.starts(with: Array("one two, and".utf8)))
  }

  @Test func plainTextIsCopied() throws {
    let text = "标题\n\n\(paragraph)\r\n第二段：\(paragraph)\n"
    let document = try ingest(text, format: .text)
    for block in document.blocks {
      #expect(document.page.bytes.string(document.map(block.span).range) == document.string(block.span))
      #expect(document.map(block.span).count == block.span.count)
    }
  }
}

infix operator ∘ : MultiplicationPrecedence
private func ∘ <A, B, C>(outer: @escaping (B) -> C, inner: @escaping (A) -> B) -> (A) -> C { { outer(inner($0)) } }
