import ClaimModel
import ClaimTesting
import Normalization
import SourceText
import Testing

@Suite struct SegmentationTests {
  struct Case: Sendable {
    /// The text; ⟦ ⟧ mark a numeral.
    var text: String
    var words: [String]
  }

  static let cases = [
    Case(text: "", words: []),
    Case(text: "，。 ", words: []),
    Case(text: "⟦21x10^24⟧", words: []),
    Case(text: "⟦2012⟧年少年", words: ["年", "少年"]),
    Case(text: "訓練⟦1000个⟧模型", words: ["訓練", "模型"]),
    Case(text: "The model, ⟦1.6⟧ times", words: ["The", "model", "times"]),
    Case(text: "模型 AI⟦4⟧𠮷，時間", words: ["模型", "AI", "𠮷", "時間"]),
    Case(text: "Llama-3.1-405B、v1.5和bert_base_v2。", words: ["Llama-3.1-405B", "v1.5", "和", "bert_base_v2"]),
    Case(text: "Don't re-run it", words: ["Don't", "re", "run", "it"]),
    Case(text: "这些原子结合成", words: ["这些", "原子", "结合", "成"]),
    Case(text: "モデル и модель", words: ["モデル", "и", "модель"]),
  ]

  @Test(arguments: cases) func cutsOnlyInTheGaps(_ example: Case) {
    let marked = Marked(example.text)
    let numerals = marked.span.isEmpty ? [] : [Token(span: TextSpan(marked.span), kind: .numeral)]
    let tokens = Segmentation().tokens(in: marked.bytes, span: TextSpan(start: 0, end: marked.bytes.count), around: numerals)
    #expect(tokens.filter { $0.kind == .numeral } == numerals)
    #expect(tokens.filter { $0.kind != .numeral }.map { marked.bytes.string($0.span.range) } == example.words)
  }

  /// What the lexicons know goes before what a list of words has.
  @Test(
    arguments: [
      ("台积电的算力", ["台", "积", "电", "的", "算", "力"], []),
      (
        "台积电的算力", ["台积电", "的", "算力"],
        [SegmentationTerm(text: "台积电", kind: .name), SegmentationTerm(text: "算力", kind: .phrase)]
      ),
      ("大模型比小模型大", ["大模型", "比", "小", "模型", "大"], [SegmentationTerm(text: "大模型", kind: .term)]),
      ("一张图和每年", ["一", "张", "图", "和", "每", "年"], [SegmentationTerm(text: "张", kind: .measure), .init(text: "年", kind: .measure)]),
      ("这个和那个", ["这个", "和", "那个"], [SegmentationTerm(text: "个", kind: .measure)]),
      ("梁文锋说", ["梁文锋", "说"], [SegmentationTerm(text: "梁", kind: .surname)]),
      ("提高通信效率", ["提高", "通信", "效率"], [SegmentationTerm(text: "高通", kind: .name)]),
    ] as [(String, [String], [SegmentationTerm])])
  func termsJoinAndCut(text: String, words: [String], terms: [SegmentationTerm]) {
    let bytes = Array(text.utf8)
    let tokens = Segmentation(terms: terms).tokens(in: bytes, span: TextSpan(start: 0, end: bytes.count), around: [])
    #expect(tokens.map { bytes.string($0.span.range) } == words)
  }

  @Test func noWordCrossesABreak() {
    let marked = Marked("少⟦年⟧")
    let span = TextSpan(start: 0, end: marked.bytes.count)
    #expect(Segmentation().tokens(in: marked.bytes, span: span, around: []).count == 1)
    let tokens = Segmentation().tokens(
      in: marked.bytes, span: span, around: [], breaks: [0, marked.span.lowerBound, marked.span.lowerBound])
    #expect(tokens.map { marked.bytes.string($0.span.range) } == ["少", "年"])
  }

  @Test func staysWithinTheSpan() {
    let marked = Marked("訓練⟦模型⟧需要時間")
    let tokens = Segmentation().tokens(in: marked.bytes, span: TextSpan(marked.span), around: [])
    #expect(tokens.map { marked.bytes.string($0.span.range) } == ["模型"])
  }

  @Test(arguments: 0..<100) func everyWordIsAStretchOfWholeCharacters(seed: Int) {
    var generator = SeededGenerator(state: UInt64(seed))
    let text = (0..<80).map { _ in ["訓", "練", "a", " ", "𠮷", "，", "7", "é", "\n"].randomElement(using: &generator) ?? "" }.joined()
    let bytes = Array(text.utf8)
    let tokens = Segmentation().tokens(in: bytes, span: TextSpan(start: 0, end: bytes.count), around: [])
    for token in tokens { #expect(!bytes.string(token.span.range).contains("\u{FFFD}")) }
    for (token, next) in zip(tokens, tokens.dropFirst()) { #expect(token.span.end <= next.span.start) }
  }
}
