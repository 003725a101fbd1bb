import ClaimModel
import ClaimTesting
import Normalization
import SourceText
import Testing

@Suite struct NormalizationTests {
  static let widths = [
    ("ＡＢｃ１２３", "ABc123"), ("８０．９％", "80.9%"), ("＋３－５～７", "+3-5~7"), ("＄１００＝７００", "$100=700"),
    ("甲，乙。丙！丁？戊；己：（庚）", "甲，乙。丙！丁？戊；己：（庚）"), ("3\u{3000}萬\u{A0}元\u{2009}整\u{202F}數\u{2007}字", "3 萬 元 整 數 字"),
    ("２０２３，１２０家", "2023，120家"), ("", ""), ("a", "a"),
  ]

  @Test(arguments: widths) func foldsWidth(page: String, text: String) {
    #expect(Normalization()(Document(text: page)).words == text)
  }

  static let scripts: [(String, Script?)] = [
    ("這個國家的經濟發展", .traditional), ("这个国家的经济发展", .simplified), ("The economy of the country", .latin),
    ("《時代》雜志說:那里的后院很小,里面干凈。", .traditional), ("你好", nil), ("12345", nil), ("", nil),
    ("GPT-4 is a large language model by OpenAI (中文)", .latin),
  ]

  @Test(arguments: scripts) func tellsTheScript(text: String, script: Script?) {
    #expect(Normalization()(Document(text: text)).metadata.script == script)
  }

  static let views = [
    ("這個國家的經濟發展", "这个国家的经济发展"), ("GPT-4 ABC", "GPT-4 ABC"), ("用軟體", "用软体"), ("经济", "经济"), ("𠮷野家", "𠮷野家"),
  ]

  @Test(arguments: views) func foldsTheViewInPlace(text: String, view: String) {
    let document = Normalization()(Document(text: text))
    #expect(document.words == text)
    #expect(String(decoding: document.view, as: UTF8.self) == view)
    #expect(document.view.count == document.text.count)
  }

  @Test func movesSpansAlong() {
    var page = Document(text: "時(shí)間\n１個(gè)\t進(jìn)步\n過(guò)去")
    let cells = [Marked("時(shí)間\n⟦１個(gè)⟧\t進(jìn)步"), Marked("時(shí)間\n１個(gè)\t⟦進(jìn)步⟧")]
    page.blocks[1].role = .table
    page.blocks[1].table = TableGrid(rows: [cells.map { .init(span: TextSpan($0.span), isHeader: false) }])
    page.repairs = [Repair(kind: .entity, span: TextSpan(cells[1].span))]
    let document = Normalization()(page)
    #expect(document.words == "時間\n1個\t進步\n過去")
    #expect(document.blocks.map { document.string($0.span) } == ["時間", "1個\t進步", "過去"])
    #expect(document.blocks[1].table?.rows[0].map { document.string($0.span) } == ["1個", "進步"])

    #expect(document.repairs.filter { $0.kind == .entity }.map { document.string($0.span) } == ["進步"])
    #expect(document.repairs.filter { $0.kind == .gloss }.map { document.string($0.span) } == ["時", "個", "進", "過"])
  }

  @Test func looksForNoDamageAcrossCells() {
    var page = Document(text: "時(shí)間(jiān)過(guò)去\n個(gè)")
    let cells = [Marked("時(shí)間(jiān)過(guò)去\n⟦個⟧(gè)"), Marked("時(shí)間(jiān)過(guò)去\n個⟦(gè)⟧")]
    page.blocks[1].table = TableGrid(rows: [cells.map { .init(span: TextSpan($0.span), isHeader: false) }])
    let document = Normalization()(page)
    #expect(document.words == "時間過去\n個(gè)")
    #expect(document.blocks[1].table?.rows[0].map { document.string($0.span) } == ["個", "(gè)"])
  }

  static let pieces = [
    "個(gè)", "時(shí)", "進(jìn)", "?zǒng)€(gè)", "每", "?jī)赡攴", "?,F(xiàn)", "?!?/p>", "\n", "Ａ", "％", "\u{3000}", "?", ",", "(", ")",
    "兩", "a", "Z", "\u{E14B}", "€", "𠮷", "現", "。", "「", "1", "（", "(gè", "ī", "é", "â€™", "Ã©", "鈥", "檛", "锟斤拷", "&amp;", "lt;", "\u{200B}",
    "\u{AD}", "e\u{301}", "\u{301}", "⼈", "ﬁ", "𝟏", "ÎÒ", "ÃÇ",
  ]

  @Test(arguments: 0..<8) func mapsStayConsistent(seed: Int) {
    var generator = SeededGenerator(state: UInt64(seed))
    let normalization = Normalization()
    for _ in 0..<60 {
      let text = (0..<Int.random(in: 0...60, using: &generator)).map { _ in Self.pieces.randomElement(using: &generator) ?? "" }.joined()
      var page = Document(text: text)
      if Bool.random(using: &generator), let broken = page.text.indices.randomElement(using: &generator), page.text[broken] != 0x0A {
        page.text[broken] = UInt8.random(in: 0x80...255, using: &generator)
      }
      let document = normalization(page)
      #expect(document.map.length == document.text.count)
      #expect(document.view.count == document.text.count)
      for run in document.map.runs where run.fromWidth == 1 && run.toWidth == 1 {
        #expect(document.text[run.from..<run.fromEnd] == page.text[run.to..<run.toEnd])
      }
      #expect(document.text.count { $0 == 0x0A } == page.text.count { $0 == 0x0A })
      #expect(document.repairs.allSatisfy { $0.span.end <= document.text.count })
    }
  }

  /// What the steps that look at one character at a time make of any span's source, on its own, holds that span.
  @Test(arguments: 0..<4) func aSpansSourceMakesTheSpan(seed: Int) {
    var generator = SeededGenerator(state: UInt64(seed))
    let normalization = Normalization()
    let steps: NormalizationSteps = [.entities, .invisible, .forms, .width]
    for _ in 0..<60 {
      let text = (0..<Int.random(in: 1...30, using: &generator)).map { _ in Self.pieces.randomElement(using: &generator) ?? "" }.joined()
      let page = Array(text.utf8)
      let document = normalization(page, steps: steps)
      let borders = document.text.indices.filter { document.text[$0] & 0xC0 != 0x80 } + [document.text.count]
      guard let one = borders.randomElement(using: &generator), let other = borders.randomElement(using: &generator), one != other else {
        continue
      }
      let span = TextSpan(start: min(one, other), end: max(one, other))
      let again = normalization(Array(page[document.map(span).range]), steps: steps)
      #expect(again.text.hasBytes(Array(document.text[span.range]), in: 0..<again.text.count))
    }
  }

  static let clean =
    ShiftedSpanTests.sentences + [
      "2012年少於3（三）個,GPT-4與Claude(Anthropic)比較。", "重慶(chóng qìng)人", "你(nǐ)好", "?", "",
    ]

  @Test(arguments: clean) func leavesCleanTextAndItsOwnResultAlone(_ text: String) {
    let normalization = Normalization()
    #expect(normalization.repaired(Array(text.utf8)).text == Array(text.utf8))
    let once = normalization(Document(text: ShiftedSpanTests.evidence + text))
    let twice = normalization(once)
    #expect(twice.text == once.text)
    #expect(twice.map.runs == once.map.runs)
  }
}
