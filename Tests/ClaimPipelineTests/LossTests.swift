import ClaimModel
import ClaimPipeline
import ClaimTesting
import Knowledge
import SourceText
import Testing

/// Figures beside bytes that are gone, and markup that went with them.
@Suite struct LossTests {
  private let evidence = "我們(men)在這(zhè)里說明時(shí)間(jiān)的經(jīng)過(guò)。\n"

  private func worker() throws -> PageWorker { try PageWorker(knowledge: Knowledge.embedded()) }

  private func page(_ text: String, format: PageFormat = .text) -> Page {
    Page(record: "page", path: "", bytes: Array(text.utf8), provenance: Provenance(sha256: "0"), format: format)
  }

  static let figures: [(page: String, repairs: [[Repair.Kind]])] = [
    ("GPT-3有1750億個參數。", [[]]),
    ("GPT-3有\u{FFFD}750億個參數。", [[.lost]]),
    ("GPT-3有1\u{FFFD}50億個參數。", [[.lost]]),
    ("GPT-3有175\u{FFFD}億個參數。", [[.lost]]),
    ("GPT-3有 \u{FFFD} 1750億個參數。", [[]]),
    ("GPT-3有1750億個(gè)參數(shù)。", [[.gloss]]),
  ]

  @Test(arguments: figures) func marksFiguresThatMayLackADigit(page text: String, repairs: [[Repair.Kind]]) throws {
    let worker = try worker()
    let claims = worker.claims(of: worker.normalized(page(evidence + text)))
    #expect(claims.map { $0.quote.repairs.filter { $0 != .gloss || repairs == [[.gloss]] } }.suffix(repairs.count) == repairs[...])
  }

  @Test func theAuditLeavesThem() throws {
    let worker = try worker()
    let audit = worker.audit(against: [])
    for (text, count) in [("A有300個詞元，B有100個詞元，A是B的3倍。", 1), ("A有\u{FFFD}300個詞元，B有100個詞元，A是B的3倍。", 0)] {
      let document = worker.normalized(page(text))
      #expect(worker.judgments(on: worker.claims(of: document), of: document, by: audit).count >= count)
      if count == 0 { #expect(worker.judgments(on: worker.claims(of: document), of: document, by: audit).isEmpty) }
    }
  }

  @Test func tagsThatLostTheirBeginningComeBack() throws {
    let html = """
      <html><body><article><p>我們(men)在這(zhè)里說明時(shí)間(jiān)的經(jīng)過(guò)，他說(shuō)：「模型的參數(shù)量每年翻一番?！?/p><p>這(zhè)是第二段，\
      說明下一個(gè)問題，它也有足夠(gòu)的長(zhǎng)度。</p></article></body></html>
      """
    let worker = try worker()
    let document = worker.normalized(page(html, format: .html))
    #expect(document.keptBlocks.count == 2)
    #expect(document.string(document.keptBlocks[0].span).hasSuffix("「模型的參數量每年翻一番。」"))
    #expect(!String(decoding: document.text, as: UTF8.self).contains("/p>"))
    let first = document.keptBlocks[0].span
    #expect(document.exact(document.map(first)).hasPrefix("我們(men)"))
  }
}
