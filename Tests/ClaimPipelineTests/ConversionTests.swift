import ClaimModel
import ClaimPipeline
import ClaimTesting
import Knowledge
import Normalization
import SourceText
import Testing

/// Texts converted between scripts and regions for reading, and folded for matching.
@Suite struct ConversionTests {
  private static let forms: WritingForms? = (try? KnowledgeFolder(Repository.knowledge).added(to: Knowledge())).map { WritingForms($0) }

  private func rewritten(_ text: String, to script: Script, region: WritingRegion? = nil) throws -> Rewriter<DocumentText, DocumentText> {
    let forms = try #require(Self.forms)
    return DocumentConversion(to: ConversionTarget(script: script, region: region), forms: forms)(Array(text.utf8))
  }

  private func converted(_ text: String, to script: Script, region: WritingRegion? = nil) throws -> String {
    String(decoding: try rewritten(text, to: script, region: region).text, as: UTF8.self)
  }

  @Test func sentencesBecomeTraditional() throws {
    let conversion = DocumentConversion(to: ConversionTarget(script: .traditional, region: nil), forms: try #require(Self.forms))
    for (text, expected) in ConversionCases.toTraditional {
      let made: Rewriter<DocumentText, DocumentText> = conversion(Array(text.utf8))
      let found = String(decoding: made.text, as: UTF8.self)
      #expect(expected.contains(found), "\(text) became \(found)")
    }
  }

  @Test func sentencesBecomeSimplified() throws {
    let conversion = DocumentConversion(to: ConversionTarget(script: .simplified, region: nil), forms: try #require(Self.forms))
    for (text, expected) in ConversionCases.toSimplified {
      let made: Rewriter<DocumentText, DocumentText> = conversion(Array(text.utf8))
      let found = String(decoding: made.text, as: UTF8.self)
      #expect(expected.contains(found), "\(text) became \(found)")
    }
  }

  /// Each span of what was made comes from a stretch that becomes by itself a text with the span in it.
  @Test(arguments: [Script.traditional, .simplified]) func everySpanComesFromWhatItWasMadeOf(script: Script) throws {
    let forms = try #require(Self.forms)
    let cases = script == .traditional ? ConversionCases.toTraditional : ConversionCases.toSimplified
    let conversion = DocumentConversion(to: ConversionTarget(script: script, region: nil), forms: forms)
    for (text, _) in cases {
      let source = Array(text.utf8)
      let made: Rewriter<DocumentText, DocumentText> = conversion(source)
      #expect(made.map.length == made.text.count)
      for run in made.map.runs {
        for index in 0..<run.count {
          let start = run.from + index * run.fromWidth
          let span = ByteSpan<DocumentText>(start: start, end: start + run.fromWidth)
          guard run.fromWidth > 1 else { continue }
          let origin = Array(source[made.map(span).range])
          let again: Rewriter<DocumentText, DocumentText> = conversion(origin)
          let (whole, part) = (String(decoding: again.text, as: UTF8.self), made.text.string(span.range))
          #expect(whole.contains(part), "\(text): \(part) from \(String(decoding: origin, as: UTF8.self)), which becomes \(whole)")
        }
      }
    }
  }

  @Test(arguments: [
    ("新⟦软件⟧需要芯片", WritingRegion.taiwan, "軟體"), ("⟦激光⟧打印机", .taiwan, "雷射"), ("⟦感激光临⟧", .taiwan, "感激光臨"),
    ("新軟體需要⟦晶片⟧", .mainland, "芯片"), ("这个⟦软件⟧", .hongKong, "軟件"), ("⟦软件⟧", .mainland, "軟件"),
  ]) func regionsHaveTheirWords(source: String, region: WritingRegion, expected: String) throws {
    let marked = MarkedText(source)
    let script: Script = region == .mainland && source.contains("軟") ? .simplified : .traditional
    let made = try rewritten(marked.text, to: script, region: region)
    let range = try #require(marked.ranges.first)
    #expect(made.text.string(made.map.preimage(of: ByteSpan(start: range.lowerBound, end: range.upperBound)).range) == expected)
  }

  /// One pass: what was put in for 文档 (文件) is not taken for 文件 (檔案) again.
  @Test func whatWasPutInIsNotLookedAtAgain() throws {
    #expect(try converted("先阅读文档", to: .traditional, region: .taiwan) == "先閱讀文件")
  }

  @Test(arguments: [
    ("皇后在公里外,茶几上的面目", Script.traditional), ("著名的作家编著了这本书", .simplified), ("GPT-4 costs $3.", .traditional), ("", .simplified),
  ]) func aTextInItsScriptStays(text: String, script: Script) throws {
    let text = script == .traditional && !text.isEmpty && !text.hasPrefix("G") ? "這個國家的經濟發展。\n" + text : text
    #expect(try converted(text, to: script) == text)
  }

  static let views = [
    ("這個國家的經濟發展", "这个国家的经济发展"), ("牠擡頭看山峯", "它抬头看山峰"), ("俱樂部在大阪", "俱乐部在大阪"),
    ("乾隆年間乾燥", "乾隆年间干燥"), ("著名的作家看著他", "著名的作家看着他"), ("憑藉與慰藉", "凭借与慰藉"), ("GPT-4 ABC", "GPT-4 ABC"),
    ("用軟體", "用软体"), ("他說「好」", "他说“好”"), ("𠮷野家", "𠮷野家"), ("蚊帳與帳戶", "蚊帐与账户"),
  ]

  @Test(arguments: views) func foldsInPlace(text: String, view: String) throws {
    let folded = MatchingFold(forms: try #require(Self.forms))(Array(text.utf8))
    #expect(String(decoding: folded, as: UTF8.self) == view)
    #expect(folded.count == text.utf8.count)
  }

  @Test func documentsStillLeadToTheirPage() throws {
    let knowledge = try KnowledgeFolder(Repository.knowledge).added(to: Knowledge())
    let page = try PageFile.page(at: Repository.root + "Corpus/pages/open-models.md")
    let document = try PageWorker(knowledge: knowledge).normalized(page)
    let made = PageConversion(to: .traditional, region: "tw", knowledge: knowledge).converted(document)
    #expect(made.map.length == made.text.count && made.view.count == made.text.count)
    #expect(made.blocks.count == document.blocks.count)
    for (block, other) in zip(made.blocks, document.blocks) where !block.span.isEmpty {
      #expect(made.map(block.span) == document.map(other.span))
    }
  }
}
