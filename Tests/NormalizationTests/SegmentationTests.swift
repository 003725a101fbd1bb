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
  ]

  @Test(arguments: cases) func cutsOnlyInTheGaps(_ example: Case) {
    let marked = Marked(example.text)
    let numerals = marked.span.isEmpty ? [] : [TextSpan(marked.span)]
    let tokens = Segmentation().tokens(in: marked.bytes, span: TextSpan(start: 0, end: marked.bytes.count), around: numerals)
    #expect(tokens.map { marked.bytes.string($0.span.range) } == example.words)
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
