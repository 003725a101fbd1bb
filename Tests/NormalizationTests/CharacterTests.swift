import ClaimModel
import SourceText
import Testing

@testable import Normalization

@Suite struct CharacterTests {
  static let invisible = [
    ("soft\u{AD}ware", "software"), ("1\u{200B}750亿", "1750亿"), ("\u{FEFF}标题", "标题"), ("模\u{200D}型", "模型"), ("a\u{202E}b\u{202C}", "ab"),
    ("👩\u{200D}💻 и", "👩\u{200D}💻 и"), ("می\u{200C}خواهم", "می\u{200C}خواهم"), ("×\u{2062}2", "×2"), ("plain", "plain"),
  ]

  @Test(arguments: invisible) func leavesOutWhatNobodySees(page: String, text: String) {
    #expect(Normalization()(Array(page.utf8), steps: [.invisible]).words == text)
  }

  static let entities = [
    ("R&amp;D", "R&D"), ("5 &lt; 7", "5 < 7"), ("&amp;lt;b&amp;gt;", "<b>"), ("&amp;amp;nbsp;x", " x"), ("it&#39;s &#x4e00;", "it's 一"),
    ("AT&T, a&b; c", "AT&T, a&b; c"), ("&nosuch; &#0;", "&nosuch; &#0;"), ("&", "&"), ("&amp", "&amp"),
  ]

  @Test(arguments: entities) func readsEscapedReferences(page: String, text: String) {
    #expect(Normalization()(Array(page.utf8), steps: [.entities]).words == text)
  }

  @Test func leavesReferencesInCode() {
    var page = Document(text: "R&amp;D\n&lt;b&gt;")
    page.blocks[1].role = .code
    #expect(Normalization()(page, steps: [.entities]).words == "R&D\n&lt;b&gt;")
  }

  static let forms = [
    ("ﬁve ﬂops", "five flops"), ("cafe\u{301} Zu\u{308}rich", "café Zürich"), ("⼈⼯智能", "人工智能"), ("⻅⻋⻰", "见车龙"),
    ("\u{F900}\u{FA0E}", "豈\u{FA0E}"),
    ("𝟏𝟕𝟓𝟎亿 𝐆𝐏𝐓", "1750亿 GPT"), ("︽時代︾︐", "《時代》，"), ("か\u{3099}", "が"), ("½ x² ℃ ①", "½ x² ℃ ①"), ("x\u{336}", "x\u{336}"),
    ("\u{301}", "\u{301}"),
  ]

  @Test(arguments: forms) func putsCharactersInTheirUsualForm(page: String, text: String) {
    #expect(Normalization()(Array(page.utf8), steps: [.forms]).words.unicodeScalars.elementsEqual(text.unicodeScalars))
  }

  @Test func notesChangesWhereTheyStoodFirst() {
    var changes: [TextChange] = []
    let page = "Ａ&amp;lt;B 1\u{200B}0"
    _ = Normalization()(Document(asItStands: Page(record: "", path: "", bytes: Array(page.utf8), provenance: Provenance(sha256: "")))) {
      changes.append($0)
    }
    #expect(changes.map(\.step) == [.entities, .invisible, .width])
    #expect(changes.map(\.before) == ["&amp;lt;", "\u{200B}", "Ａ"])
    #expect(changes.map(\.after) == ["<", "", "A"])
  }
}
