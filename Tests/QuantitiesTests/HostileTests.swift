import ClaimModel
import Quantities
import SourceText
import Testing

/// Texts made to hurt: every reading ends, and no number comes out that was not said.
@Suite struct HostileTests {
  @Test(arguments: [
    "1", "亿", "3-", "三分之", "1,", "-", "10^", "a-", "a@a.", "三到", "one ", "million and ", "十", "3亿", "1 ", "1/", "$", "一", "1.", "3年",
    "3天2小时", "from ", "May 3 to ", "the first week of ", "last 3 ", "3 days after ", "Monday ", "上", "第一周", "1/2-", "1 year, ", "年底", "1e",
    "每", "1/月每", "超过", "5 per ", "第", "2023-", "1'000", "tens of ", "百", "零", "半", "点", "2023年", "¥1", "约",
  ]) func ends(pattern: String) {
    let text = Array(String(repeating: pattern, count: 3000).utf8)
    expectSound(reader(text, in: 0..<text.count), text)
    let times = Array(text.prefix(1500))
    expectSound(reader(times, in: 0..<times.count, reference: CalendarDay("2023-08-09"), question: .times), times)
  }

  @Test func refusesWhatDoesNotFit() {
    #expect(read(String(repeating: "9", count: 60)).quantities.isEmpty)
    #expect(read("10^10^10^10").quantities.isEmpty)
    #expect(read(String(repeating: "七", count: 50)).quantities.isEmpty)
    #expect(read("1e999999").quantities.isEmpty)
  }

  @Test(arguments: 0..<300) func randomMixes(seed: Int) {
    let alphabet = [
      "1", "2", "0", "9", ".", ",", "-", "/", "%", " ", "万", "亿", "千", "百", "十", "三", "两", "几", "多", "年", "月", "日", "个", "元", "点", "分",
      "之", "半", "第", "约", "超过", "以上", "到", "每", "$", "¥", "x", "^", "×", "e", "K", "m", "B", "million", "one", "half", "and", "per", "of",
      "GPT-", "A100", "（", "）", "\n", "：", "１", "，", "é", "😀", "去年", "August", "零", "又", "来", "token", "GB", "倍", "折", "成",
      "from ", "to ", "Monday", "last ", "week", "ago", "周", "前", "至", "May ", "first ",
    ]
    var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    var text = ""
    for _ in 0..<40 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      text += alphabet[Int(state >> 33) % alphabet.count]
    }
    let bytes = Array(text.utf8)
    expectSound(reader(bytes, in: 0..<bytes.count, reference: CalendarDay("2023-08-09")), bytes)
    expectSound(reader(bytes, in: 0..<bytes.count, reference: CalendarDay("2023-08-09"), question: .times), bytes)
  }

  @Test func readsOnlyItsRange() {
    let text = Array("约3亿元，另有5万人，共7%".utf8)
    let start = Array("约3亿元，".utf8).count
    let reading = reader(text, in: start..<start + Array("另有5万人，".utf8).count)
    #expect(reading.quantities.map { text.string($0.span.range) } == ["5万人"])
  }

  /// Spans lie in the text at character boundaries, in order, without overlap within a list.
  private func expectSound(_ reading: Reading, _ text: [UInt8]) {
    for spans in [reading.quantities.map(\.span), reading.periods.map(\.span), reading.leftAlone.map(\.span)] {
      var end = 0
      for span in spans {
        #expect(span.start >= end && !span.isEmpty && span.end <= text.count, "\(String(decoding: text, as: UTF8.self)) \(spans)")
        end = span.end
        for offset in [span.start, span.end] where offset < text.count { #expect(text[offset] & 0xC0 != 0x80) }
      }
    }
    for mention in reading.quantities {
      #expect(
        mention.phrase.contains(mention.span) && mention.span.contains(mention.numeral),
        "\(String(decoding: text, as: UTF8.self)) \(mention)")
    }
  }
}
