import ClaimModel
import SourceText
import Testing

@testable import Ingestion

@Suite struct CharsetTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var bytes: [UInt8]
    var header: String?
    var charset: String
    var kept: String
    var testDescription: String { name }
  }

  static let simplified = "2023年算力增长了3倍，模型的训练数据增长了三倍。"
  static let traditional = "2023年算力增長了3倍，模型的訓練數據增長了三倍。"

  static func page(_ body: String, label: String?) -> String {
    let meta = label.map { "<meta charset=\"\($0)\">" } ?? ""
    return "<html><head>\(meta)</head><body><p>\(body)</p></body></html>"
  }

  static let cases: [Case] = [
    Case(name: "UTF-8 without a label", bytes: Array(page(simplified, label: nil).utf8), charset: "UTF-8", kept: simplified),
    Case(
      name: "UTF-8 with a mark", bytes: [0xEF, 0xBB, 0xBF] + Array(page(simplified, label: nil).utf8), charset: "UTF-8", kept: simplified),
    Case(name: "UTF-8 labeled gb2312", bytes: Array(page(simplified, label: "gb2312").utf8), charset: "UTF-8", kept: simplified),
    Case(
      name: "GBK labeled gb2312", bytes: Alphabet.gb18030.encoded(page(simplified, label: "gb2312")), charset: "gb18030", kept: simplified),
    Case(
      name: "GBK labeled utf-8", bytes: Alphabet.gb18030.encoded(page(simplified, label: "utf-8")), charset: "gb18030", kept: simplified),
    Case(name: "GBK without a label", bytes: Alphabet.gb18030.encoded(page(simplified, label: nil)), charset: "gb18030", kept: simplified),
    Case(
      name: "GBK, header says iso-8859-1", bytes: Alphabet.gb18030.encoded(page(simplified, label: nil)), header: "ISO-8859-1",
      charset: "gb18030", kept: simplified),
    Case(name: "Big5 labeled big5", bytes: Alphabet.big5.encoded(page(traditional, label: "big5")), charset: "Big5", kept: traditional),
    Case(name: "Big5 labeled gb2312", bytes: Alphabet.big5.encoded(page(traditional, label: "gb2312")), charset: "Big5", kept: traditional),
    Case(name: "Big5 without a label", bytes: Alphabet.big5.encoded(page(traditional, label: nil)), charset: "Big5", kept: traditional),
    Case(
      name: "UTF-16LE with a mark", bytes: utf16(page(simplified, label: nil), bigEndian: false, mark: true), charset: "UTF-16LE",
      kept: simplified),
    Case(
      name: "UTF-16BE with a mark", bytes: utf16(page(simplified, label: nil), bigEndian: true, mark: true), charset: "UTF-16BE",
      kept: simplified),
    Case(
      name: "UTF-16LE without a mark", bytes: utf16(page(simplified, label: nil), bigEndian: false, mark: false), charset: "UTF-16LE",
      kept: simplified),
    Case(
      name: "UTF-16BE without a mark", bytes: utf16(page(simplified, label: nil), bigEndian: true, mark: false), charset: "UTF-16BE",
      kept: simplified),
    Case(
      name: "windows-1252 labeled latin1",
      bytes: Array("<html><head><meta charset=iso-8859-1></head><body><p>A caf".utf8) + [0xE9] + Array(" sold 3 cups, and ".utf8) + [0x80]
        + Array("5 of cake was left.</p></body></html>".utf8),
      charset: "windows-1252", kept: "A café sold 3 cups, and €5 of cake was left."),
    Case(
      name: "UTF-8 with a broken byte",
      bytes: Array("<html><body><p>\(simplified)".utf8) + [0xE4] + Array("\(simplified)</p></body></html>".utf8),
      charset: "UTF-8", kept: simplified + "\u{FFFD}" + simplified),
    Case(
      name: "UTF-8 written as UTF-8 again", bytes: twice(page(simplified, label: "utf-8")), charset: "UTF-8, encoded twice",
      kept: simplified),
  ]

  /// UTF-8 whose bytes were taken for Latin-1.
  static func twice(_ text: String) -> [UInt8] { text.utf8.flatMap { String(UnicodeScalar($0)).utf8 } }

  @Test(arguments: cases) func readsTheCharsetThatTheBytesAreIn(_ example: Case) throws {
    let document = try ingest(example.bytes, charset: example.header)
    #expect(document.charset == example.charset)
    #expect(document.keptBlocks.map { document.string($0.span) } == [example.kept])
  }

  @Test func aPageEncodedTwiceLeadsBackToItsBytes() throws {
    let page = Self.twice(Self.page(Self.simplified, label: nil))
    let document = try ingest(page)
    #expect(origin(of: "2023年算力", in: document).map { Array($0.utf8) } == Self.twice("2023年算力"))
  }

  @Test func aPageOfTwoCharsetsIsReadInBoth() throws {
    let (before, between, after) = ("<html><body><p>", "</p>\n<p>", "</p></body></html>")
    let pieces = [
      Array("\(before)\(paragraph)\(between)".utf8), Alphabet.gb18030.encoded(Self.simplified),
      Array("\(between)\(paragraph)\(after)".utf8),
    ]
    let document = try ingest(Array(pieces.joined()))
    #expect(document.keptBlocks.map { document.string($0.span) } == [paragraph, Self.simplified, paragraph])
    let start = pieces[0].count
    let words = try #require(document.text.indices.first { document.text.hasBytes(Array(Self.simplified.utf8), at: $0) })
    #expect(document.map(TextSpan(start: words, end: words + Self.simplified.utf8.count)).range == start..<start + pieces[1].count)
  }

  static let unread: [(String, [UInt8])] = [
    ("HZ", Array("<p>~{<:Ky2;VH~}, ~{<:Ky2;VH~} and ~{<:Ky2;VH~}: \(englishParagraph)</p>".utf8)),
    ("EUC-TW", Array([[UInt8]](repeating: [0x8E, 0xA2, 0xC4, 0xE3, 0xC4, 0xE3, 0x20], count: 20).joined())),
  ]

  @Test(arguments: unread) func aCharsetThatIsNotReadIsAFinding(charset: String, bytes: [UInt8]) throws {
    let document = try ingest(bytes, format: .html)
    #expect(document.findings.contains { $0.kind == "charsetNotRead" && $0.message.contains(charset) })
  }

  /// 0x8E stands inside characters of UTF-8, and as the second byte of pairs in GBK.
  @Test(arguments: [
    Array(String(repeating: "莥章是草名，", count: 30).utf8) + [0xE4] + Array(paragraph.utf8),
    Array([[UInt8]](repeating: [0xD6, 0x8E, 0xA3, 0xAC, 0xCB, 0xE3, 0x81, 0x8E, 0xA1, 0xA3], count: 30).joined()),
  ]) func aCharsetThatIsReadIsNone(bytes: [UInt8]) throws {
    #expect(try !ingest(bytes, format: .html).findings.contains { $0.kind == "charsetNotRead" })
  }

  @Test func aBrokenByteIsAFinding() throws {
    let document = try ingest(Array("<p>\(paragraph)".utf8) + [0xE4] + Array("\(paragraph)</p>".utf8), format: .html)
    #expect(document.findings.map(\.kind) == ["malformedBytes"])
  }

  @Test(arguments: [
    ("GB2312", "gb18030"), ("x-gbk", "gb18030"), ("utf8", "UTF-8"), ("Big5-HKSCS", "Big5"), ("US-ASCII", "windows-1252"),
    ("Shift_JIS", "Shift_JIS"),
  ]) func readsLabels(label: String, charset: String) {
    #expect(CharsetLabel.converter(for: Array(label.utf8)) == charset)
  }
}
