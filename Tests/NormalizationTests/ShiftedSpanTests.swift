import ClaimModel
import Normalization
import SourceText
import Testing

@Suite struct ShiftedSpanTests {
  /// Enough injected glosses for the page to count as damaged.
  static let evidence = "時(shí)間(jiān)過(guò)去。\n"

  struct Case: Sendable {
    var name: String
    var page: String
    var read: String
  }

  static let shifted = [
    Case(name: "a byte lost to a gloss", page: "每⟦?zǒng)€(gè)⟧月", read: "每⟦個⟧月"),
    Case(name: "a run behind it", page: "大約每⟦?jī)赡攴环甠", read: "大約每⟦兩年翻一番"),
    Case(name: "folded punctuation", page: "就要開始⟦?,F(xiàn)⟧在", read: "就要開始⟦。現⟧在"),
    Case(name: "a tag eaten", page: "「已經翻番⟦?!?/p>⟧", read: "「已經翻番⟦。」⟧"),
    Case(name: "the first character of a run", page: "每⟦?jī)赡⟧攴环甠", read: "每⟦兩⟧年翻一番"),
    Case(name: "two characters of a run", page: "每⟦?jī)赡攴⟧环甠", read: "每⟦兩年⟧翻一番"),
  ]

  static let left = [
    "你真的要去嗎?是的,要去。", "為什么?!", "誰知道???", "他問:「好嗎?」", "A?B:C", "list??,是空的", "?", "??", "a?b)", "每?zzz)月", "?,",
  ]

  @Test(arguments: left) func leavesQuestionMarks(_ text: String) {
    let repaired = Normalization().repaired(Array((Self.evidence + text).utf8))
    #expect(String(decoding: repaired.text, as: UTF8.self) == "時間過去。\n" + text)
  }

  @Test(arguments: ["每?zǒng)€(gè)月", "開始?,F(xiàn)在", "每?jī)赡攴"]) func leavesPagesWithoutGlossesAlone(_ text: String) {
    let repaired = Normalization().repaired(Array(text.utf8))
    #expect(String(decoding: repaired.text, as: UTF8.self) == text)
  }
}
