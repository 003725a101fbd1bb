import ClaimModel
import Normalization
import SourceText
import Testing

@Suite struct ShiftedSpanTests {
  /// Enough injected glosses for a page to count as damaged.
  static let evidence = "時(shí)間(jiān)過(guò)去。\n"

  struct Case: Sendable {
    var name: String
    /// The damaged line, and what it reads; ⟦ ⟧ mark a quote in both.
    var page: String
    var read: String
  }

  static let shifted = [
    Case(name: "a byte lost to a gloss", page: "每⟦?zǒng)€(gè)⟧月", read: "每⟦個⟧月"),
    Case(name: "a whole run", page: "每⟦?jī)赡攴\u{E14B}环\u{E0D0}膬r(jià)⟧格", read: "每⟦兩年翻一番的價⟧格"),
    Case(name: "the first character of a run", page: "每⟦?jī)赡⟧攴\u{E14B}环\u{E0D0}膬r(jià)格", read: "每⟦兩⟧年翻一番的價格"),
    Case(name: "two characters of a run", page: "每⟦?jī)赡攴⟧\u{E14B}环\u{E0D0}膬r(jià)格", read: "每⟦兩年⟧翻一番的價格"),
    Case(name: "from within a run to behind it", page: "每?jī)赡攴\u{E14B}环\u{E0D0}⟦膬r(jià)格⟧", read: "每兩年翻一番⟦的價格⟧"),
    Case(name: "punctuation folded", page: "才剛開始⟦?,F(xiàn)⟧在", read: "才剛開始⟦。現⟧在"),
    Case(name: "a tag eaten", page: "他說:「已經翻番⟦?!?/p>⟧", read: "他說:「已經翻番⟦。」⟧"),
  ]

  @Test(arguments: shifted) func decodesAndMaps(_ example: Case) {
    let page = Marked(Self.evidence + example.page)
    let read = Marked("時間過去。\n" + example.read)
    let repaired = Normalization().repaired(page.bytes)
    #expect(String(decoding: repaired.text, as: UTF8.self) == String(decoding: read.bytes, as: UTF8.self))
    guard repaired.text == read.bytes else { return }
    #expect(repaired.map(TextSpan(read.span)).range == page.span)
    #expect(repaired.repairs.contains { $0.kind == .shifted && $0.span.overlaps(TextSpan(read.span)) })
    #expect(repaired.findings.isEmpty)
  }

  static let left = [
    "你真的要去嗎?是的,要去。", "為什么?!", "誰知道???", "他問:「好嗎?」", "A?B:C", "list??,是空的", "?", "??", "a?b)", "每?zzz)月", "?,",
    "明天去嗎?,后天去嗎?,不知道",
  ]

  @Test(arguments: left) func leavesQuestionMarks(_ text: String) {
    let repaired = Normalization().repaired(Array((Self.evidence + text).utf8))
    #expect(String(decoding: repaired.text, as: UTF8.self) == "時間過去。\n" + text)
  }

  @Test(arguments: ["每?zǒng)€(gè)月", "開始?,F(xiàn)在", "每?jī)赡攴"]) func leavesPagesWithoutInjectedGlosses(_ text: String) {
    let repaired = Normalization().repaired(Array(text.utf8))
    #expect(String(decoding: repaired.text, as: UTF8.self) == text)
  }

  @Test func tellsWhatWasLost() {
    let repaired = Normalization().repaired(Array((Self.evidence + "大家會?zzí)說\u{E14B},(x/?id)").utf8))
    #expect(repaired.repairs.filter { $0.kind == .lost }.map { repaired.text.string($0.span.range) } == ["\u{FFFD}", "\u{E14B}"])
    #expect(repaired.findings.map(\.kind) == ["lostCharacters"])
  }

  /// Sentences of ours, damaged as the pages were and read back.
  static let sentences = [
    "我們在每個城市都設有辦公室,因為客戶需要這樣的服務。",
    "這種模型的參數大約每兩年增加一倍,訓練的成本也隨之上升。",
    "研究人員認為數據還不夠多,因為每個語言的文本都有限。",
    "目前系統仍將每個問題分為兩類,然后分別處理。",
  ]

  @Test(arguments: sentences) func readsBackWhatTheDamageDid(_ sentence: String) {
    let damaged = Damage()(sentence, glossing: "個總兩績為驗優內們對這樣數據電資應經將當訓練")
    #expect(damaged.contains("?"))
    let repaired = Normalization().repaired(Array((Self.evidence + damaged).utf8))
    #expect(String(decoding: repaired.text, as: UTF8.self) == "時間過去。\n" + sentence)
  }

  @Test(arguments: ["?,", "?", "每?jī)\u{E14B}赡", "(", "兩?jī)", "?,赡", "?!?/p>", "?zǒng)€(gè)", "時(shí"])
  func takesLinearTime(_ unit: String) {
    let text = Array((Self.evidence + String(repeating: unit, count: 4000)).utf8)
    let repaired = Normalization().repaired(text)
    #expect(repaired.map.length == repaired.text.count)
  }
}
