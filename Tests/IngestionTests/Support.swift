import ClaimModel
import SourceText
import Testing

@testable import Ingestion

/// The phrases that the tests of this target need, in the form of the lexicon.
let cues: [PhraseCue] = [
  PhraseCue(text: "风险提示", reason: .disclaimer, position: .start),
  PhraseCue(text: "作者简介", reason: .aboutAuthor, position: .start),
  PhraseCue(text: "参考文献", reason: .references, position: .start),
  PhraseCue(text: "全文完", reason: .endMark, position: .start),
  PhraseCue(text: "页面不存在", reason: .errorPage, position: .start),
  PhraseCue(text: "checking your browser", reason: .humanCheck, position: .start),
  PhraseCue(text: "免责声明", reason: .disclaimer, position: .start),
  PhraseCue(text: "本文作者", reason: .byline, position: .start),
  PhraseCue(text: "来源:", reason: .byline, position: .start),
  PhraseCue(text: "责任编辑", reason: .byline, position: .start),
  PhraseCue(text: "相关阅读", reason: .relatedLinks, position: .start),
  PhraseCue(text: "related posts", reason: .relatedLinks, position: .start),
  PhraseCue(text: "copyright", reason: .copyright, position: .start),
  PhraseCue(text: "分享到", reason: .share, position: .start),
  PhraseCue(text: "关键词:", reason: .keywords, position: .start),
  PhraseCue(text: "相关资料图", reason: .caption, position: .whole),
  PhraseCue(text: "we use cookies", reason: .notice, position: .start),
  PhraseCue(text: "百家乐", reason: .searchSpam, position: .contains),
  PhraseCue(text: "时时彩", reason: .searchSpam, position: .contains),
  PhraseCue(text: "棋牌", reason: .searchSpam, position: .contains),
]

func ingest(_ bytes: [UInt8], format: PageFormat = .unknown, path: String = "", url: String? = nil, charset: String? = nil) throws
  -> Document
{
  let provenance = Provenance(url: url, declaredCharset: charset, sha256: "")
  let page = Page(record: "test", path: path, bytes: bytes, provenance: provenance, format: format)
  return Ingestion(cues: cues)(page, using: try IngestionWorker())
}

func ingest(_ text: String, format: PageFormat = .unknown, path: String = "", url: String? = nil) throws -> Document {
  try ingest(Array(text.utf8), format: format, path: path, url: url)
}

/// `+ role: text` for a block that is kept, `- reason: text` for one that is dropped; a level stands behind the role.
func outline(_ document: Document) -> [String] {
  document.blocks.map { block in
    let level = block.level > 0 ? "\(block.level)" : ""
    let text = document.string(block.span).replacing("\n", with: "⏎").replacing("\t", with: "⇥")
    return block.isKept ? "+ \(block.role)\(level): \(text)" : "- \(block.verdict.reason): \(text)"
  }
}

/// The words of the page's bytes that a stretch of the document leads back to.
func origin(of words: String, in document: Document) -> String? {
  let wanted = Array(words.utf8)
  guard let start = document.text.indices.first(where: { document.text.hasBytes(wanted, at: $0) }) else { return nil }
  let span = document.map(TextSpan(start: start, end: start + wanted.count))
  return document.page.bytes.string(span.range)
}

/// A paragraph long enough to be an article's.
let paragraph = "研究机构的报告说，训练一个大模型需要的算力在十年里增长了很多倍，而且增长的速度没有放慢，人们因此要付出更多的钱。"
let englishParagraph =
  "The report says that the compute needed to train a large model has grown by many times in ten years, and that it has not slowed down."

/// Characters and their bytes in a charset.
struct Alphabet: Sendable, CustomTestStringConvertible {
  var name: String
  var codes: [Character: [UInt8]]

  /// - bytes: two bytes in hexadecimal for each character of `characters`.
  init(_ name: String, _ characters: String, _ bytes: String) {
    self.name = name
    codes = [:]
    for (character, hex) in zip(characters, bytes.split(separator: " ")) {
      codes[character] = [UInt8(hex.prefix(2), radix: 16) ?? 0, UInt8(hex.suffix(2), radix: 16) ?? 0]
    }
  }

  var testDescription: String { name }

  func encoded(_ text: String) -> [UInt8] { text.flatMap { codes[$0] ?? Array(String($0).utf8) } }

  static let gb18030 = Alphabet(
    "gb18030", "中文算力增长了三倍，。年模型的训练数据首页新闻",
    "d6d0 cec4 cbe3 c1a6 d4f6 b3a4 c1cb c8fd b1b6 a3ac a1a3 c4ea c4a3 d0cd b5c4 d1b5 c1b7 cafd bedd cad7 d2b3 d0c2 cec5")
  static let big5 = Alphabet(
    "Big5", "中文算力增長了三倍，。年模型的訓練數據首頁新聞",
    "a4a4 a4e5 bae2 a44f bc57 aaf8 a446 a454 adbf a141 a143 a67e bcd2 abac aaba b056 bd6d bcc6 beda adba adb6 b773 bb44")
}

func utf16(_ text: String, bigEndian: Bool, mark: Bool) -> [UInt8] {
  ((mark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit -> [UInt8] in
    let bytes = [UInt8(truncatingIfNeeded: unit >> 8), UInt8(truncatingIfNeeded: unit)]
    return bigEndian ? bytes : bytes.reversed()
  }
}
