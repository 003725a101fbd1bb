import ClaimModel
import SourceText
import Testing

@testable import Normalization

@Suite struct MojibakeTests {
  struct Case: Sendable {
    var name: String
    var page: String
    var read: String
  }

  static let mended = [
    Case(name: "UTF-8 as windows-1252", page: "The ⟦lab’s⟧ cafÃ© is Â£5 â€” cheap", read: "The ⟦lab’s⟧ café is £5 — cheap"),
    Case(name: "an apostrophe alone", page: "The labâ€⟦™⟧s model", read: "The lab⟦’⟧s model"),
    Case(name: "Polish and Czech", page: "Å⟦\u{81}⟧Ã³dÅº and Å koda in Ä\u{8C}R", read: "⟦Ł⟧ódź and Å koda in ČR"),
    Case(name: "UTF-8 as Latin-1", page: "æ\u{A8}¡å\u{9E}⟦\u{8B}⟧ has 1.75", read: "模⟦型⟧ has 1.75"),
    Case(name: "twice", page: "The labÃ¢â‚¬⟦â„¢⟧s model", read: "The lab⟦’⟧s model"),
    Case(name: "UTF-8 as GBK, in pairs", page: "它的鍙傛暟⟦閲忔槸⟧1750", read: "它的参数⟦量是⟧1750"),
    Case(name: "quotation marks as GBK", page: "鈥淲e won鈥⟦檛⟧ say", read: "“We won⟦’t⟧ say"),
    Case(name: "accents as GBK", page: "a caf⟦茅⟧ in Z眉rich", read: "a caf⟦é⟧ in Zürich"),
    Case(name: "GBK as windows-1252", page: "ÎÒÃÇÔÚ2048ÕÅ⟦ÏÔ¿¨⟧ÉÏÑµÁ·", read: "我们在2048张⟦显卡⟧上训练"),
    Case(name: "lost", page: "共⟦锟斤拷⟧个", read: "共⟦\u{FFFD}\u{FFFD}⟧个"),
    Case(name: "a byte lost", page: "tokens ⟦鈥?⟧ ten times", read: "tokens ⟦\u{FFFD}⟧ ten times"),
  ]

  @Test(arguments: mended) func readsAgain(_ example: Case) {
    let read = Marked(example.read)
    let document = Normalization()(Marked(example.page).bytes, steps: [.mojibake])
    #expect(document.words == String(decoding: read.bytes, as: UTF8.self))
  }

  static let kept = [
    "Ã is a letter of Portuguese, â one of Romanian.", "“À”, “Â” and “Ã” are three different capitals.", "€9 — a ‘bargain’ at the Café–Bar",
    "王锟讲过鈥这个字。", "目录", "途中忽遇飓风，风雨交加。", "A caña and two jalapeños, naïve Zoë", "ÖÄÜ", "涓涓细流?", "The character 路 means road.",
    "茅台酒和A股", "AMANHÃ… TALVEZ", "“A MAÇÃ” é boa", "“Allons au café…”", "« déjà\u{A0}»", "The word for cat is 猫 and for road 路.", "什麼是鈥?",
    "Mr. Lu (路) and Ms. Lu (陆) trained it.", "The 脳MRI scan", "", "氤氳，", "Où êtes-vous ? À Orléans.", "Łódź, Škoda, Đà Nẵng, Ångström",
  ]

  @Test(arguments: kept) func leavesWhatIsRight(_ text: String) {
    #expect(Normalization()(Array(text.utf8), steps: [.mojibake]).words == text)
  }

  @Test func leadsBackToThePage() {
    let page = Marked("The labâ€⟦™⟧s model")
    let document = Normalization()(Marked("The lab⟦â€™⟧s model").bytes, steps: [.mojibake])
    #expect(document.map(TextSpan(Marked("The lab⟦’⟧s model").span)).range == Marked("The lab⟦â€™⟧s model").span)
    #expect(document.repairs.map(\.kind) == [.mojibake])
    #expect(page.bytes.count == document.map(TextSpan(start: 0, end: document.text.count)).count)
  }

  @Test func marksWhatIsLost() {
    let document = Normalization()(Array("共锟斤拷个".utf8), steps: [.mojibake])
    #expect(document.repairs.map(\.kind) == [.lost])
  }

  @Test(arguments: ["Ã", "鈥", "ÎÒ", "鈥?", "锟斤拷", "Â\u{80}", "茅a"]) func takesLinearTime(_ unit: String) {
    let text = Array(String(repeating: unit, count: 4000).utf8)
    let document = Normalization()(text, steps: [.mojibake])
    #expect(document.map.length == document.text.count)
  }
}
