import ClaimModel
import Normalization
import SourceText
import Testing

@Suite struct GlossTests {
  struct Case: Sendable {
    var name: String
    var page: String
    var repaired: String
  }

  static let removed = [
    Case(name: "in a row", page: "時(shí)間(jiān)過(guò)了", repaired: "時間過了"),
    Case(name: "full-width parentheses", page: "時（shí）間（jiān）過（guò）了", repaired: "時間過了"),
    Case(name: "decomposed marks", page: "時(shi\u{301})間(jia\u{304}n)過(guo\u{300})了", repaired: "時間過了"),
    Case(name: "beside figures", page: "3個(gè)月,10億個(gè)數(shù)據(jù)點(diǎn)", repaired: "3個月,10億個數據點"),
    Case(name: "on lines of their own", page: "進(jìn)\n\n個(gè)\n數(shù)", repaired: "進\n\n個\n數"),
    Case(name: "on an unchanged character of a damaged page", page: "時(shí)間(jiān)長度(dù)", repaired: "時間長度"),
    Case(name: "between punctuation and a letter", page: "時(shí)間(jiān),F(xiàn)ast", repaired: "時間,Fast"),
  ]

  static let kept = [
    Case(name: "a single reading aid", page: "進(jìn)是一個動詞。", repaired: "進是一個動詞。"),
    Case(name: "aids on rare characters", page: "鼉(tuó)和鱉(biē)都會游泳。", repaired: ""),
    Case(name: "aids in Simplified text", page: "行(xíng)走,行(háng)业", repaired: ""),
    Case(name: "a few aids in a long text", page: String(repeating: "這個國家的經濟發展", count: 20) + "長(zhǎng)、數(shù)", repaired: ""),
    Case(name: "no glosses", page: "模型(model)有1750億個(b)參數(p)", repaired: ""),
    Case(name: "nothing", page: "", repaired: ""),
  ]

  @Test(arguments: removed) func removesInjectedGlosses(_ example: Case) {
    #expect(String(decoding: Normalization().repaired(Array(example.page.utf8)).text, as: UTF8.self) == example.repaired)
  }

  @Test(arguments: kept) func leavesAnAuthorsReadingAids(_ example: Case) {
    let result = Normalization().repaired(Array(example.page.utf8))
    #expect(String(decoding: result.text, as: UTF8.self) == example.page)
    #expect(result.repairs.isEmpty)
  }

  static let leftInDamagedPages = [
    "重慶(chóng qìng)", "行(háng)", "個(shí)", "個(GÈ)", "個(gè", "個()", "個(gègègègègègègègègègègè)", "個(3)", "個 (gè)",
  ]

  @Test(arguments: leftInDamagedPages) func leavesWhatIsNotTheReading(_ text: String) {
    let repaired = Normalization().repaired(Array("時(shí)間(jiān)過(guò)去。\(text)".utf8))
    #expect(String(decoding: repaired.text, as: UTF8.self) == "時間過去。\(text)")
  }

  struct Quote: Sendable {
    var page: String
    var read: String
  }

  static let quotes = [
    Quote(page: "約⟦10億個(gè)⟧數(shù)據(jù)點(diǎn)", read: "約⟦10億個⟧數據點"),
    Quote(page: "約10億⟦個(gè)數(shù)⟧據(jù)點(diǎn)", read: "約10億⟦個數⟧據點"),
    Quote(page: "約10億個(gè)數(shù)⟦據(jù)⟧點(diǎn)", read: "約10億個數⟦據⟧點"),
    Quote(page: "價(jià)格⟦是１００元⟧,時(shí)間(jiān)", read: "價格⟦是100元⟧,時間"),
  ]

  @Test(arguments: quotes) func quotesCoverTheirGlosses(_ example: Quote) {
    let page = Marked(example.page)
    let read = Marked(example.read)
    let document = Normalization()(Document(text: String(decoding: page.bytes, as: UTF8.self)))
    #expect(document.text == read.bytes)
    #expect(document.map(TextSpan(read.span)).range == page.span)
  }
}
